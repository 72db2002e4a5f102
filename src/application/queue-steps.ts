import type { StepDecision } from '../domain/automation/automation-step.ts'
import { job } from './jobs.ts'
import type { Store } from './ports/unit-of-work.ts'

/** Stores new automation steps, each with the job that runs it. */
export async function queueSteps(store: Store, decisions: readonly StepDecision[]): Promise<void> {
  await store.automation.insertSteps(decisions.map(({ step }) => step))
  for (const { step, events } of decisions) {
    store.publish(events)
    store.enqueue(
      job(
        'run-automation-step',
        { stepId: step.id, round: step.maxAttempts },
        {
          key: `step:${step.id}:${step.maxAttempts}`,
          maxAttempts: step.maxAttempts,
          related: { type: 'automation_step', id: step.id },
        },
      ),
    )
  }
}
