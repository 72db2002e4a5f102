import type { AutomationStep } from '../domain/automation/automation-step.ts'
import { job } from './jobs.ts'
import type { EnqueuedJob } from './ports/job-scheduler.ts'

/** The run of an automation step with the attempts it has left, once per round; on an occasion once more. */
export function stepJob(
  { id, maxAttempts, attempts }: Pick<AutomationStep, 'id' | 'maxAttempts' | 'attempts'>,
  occasion: string | null = null,
): EnqueuedJob {
  const key = `step:${id}:${maxAttempts}`
  return job(
    'run-automation-step',
    { stepId: id, round: maxAttempts },
    {
      key: occasion === null ? key : `${key}:${occasion}`,
      maxAttempts: maxAttempts - attempts,
      related: { type: 'automation_step', id },
    },
  )
}
