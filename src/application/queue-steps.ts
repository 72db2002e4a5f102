import type { StepDecision } from '../domain/automation/automation-step.ts'
import type { Store } from './ports/unit-of-work.ts'
import { stepJob } from './step-job.ts'

/** Stores new automation steps, each with the job that runs it. */
export async function queueSteps(store: Store, decisions: readonly StepDecision[]): Promise<void> {
  await store.automation.insertSteps(decisions.map(({ step }) => step))
  for (const decision of decisions) start(store, decision)
}

/** Saves a step that has another round of attempts, with the job that runs it. */
export async function requeueStep(store: Store, decision: StepDecision): Promise<void> {
  await store.automation.save(decision.step)
  start(store, decision)
}

function start(store: Store, { step, events }: StepDecision): void {
  store.publish(events)
  store.enqueue(stepJob(step))
}
