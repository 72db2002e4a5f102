import type { StepDecision } from '../domain/automation/automation-step.ts'
import type { Store } from './ports/unit-of-work.ts'
import { stepJob } from './step-job.ts'

/** Stores new automation steps, each with the job that runs it. */
export async function queueSteps(store: Store, decisions: readonly StepDecision[]): Promise<void> {
  await store.automation.insertSteps(decisions.map(({ step }) => step))
  for (const { step, events } of decisions) {
    store.publish(events)
    store.enqueue(stepJob(step))
  }
}
