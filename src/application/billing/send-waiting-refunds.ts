import type { Clock } from '../ports/clock.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { sendRefundJob } from '../refunding.ts'

const BATCH = 200
// Longer than all attempts of a refund's first job take together.
const PATIENCE_MS = 30 * 60_000

/** Takes up refunds whose job gave up: the provider was away for longer than a job tries. */
export function sendWaitingRefunds(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return async (input: { slot: string }, context: ActionContext): Promise<JobOutcome> => {
    await deps.unitOfWork.conclude(context, async (store) => {
      const before = new Date(deps.clock.now().getTime() - PATIENCE_MS)
      const waiting = await store.refunds.waiting(before, BATCH)
      store.enqueue(...waiting.map((refundId) => sendRefundJob(refundId, input.slot)))
    })
    return { outcome: 'done' }
  }
}
