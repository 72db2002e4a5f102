import { sendEmailJob } from '../emailing.ts'
import type { Clock } from '../ports/clock.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

const BATCH = 200
// A message's own job has long pauses between its last tries; a second one about it does no harm.
const PATIENCE_MS = 4 * 60_000

/** Takes up messages whose job gave up, and those that waited for a billing contact and have one now. */
export function sendWaitingEmails(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return async (input: { slot: string }, context: ActionContext): Promise<JobOutcome> => {
    await deps.unitOfWork.conclude(context, async (store) => {
      const before = new Date(deps.clock.now().getTime() - PATIENCE_MS)
      const waiting = await store.emails.waiting(before, BATCH)
      store.enqueue(...waiting.map((deliveryId) => sendEmailJob(deliveryId, input.slot)))
    })
    return { outcome: 'done' }
  }
}
