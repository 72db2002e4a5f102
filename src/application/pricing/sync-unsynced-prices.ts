import type { Clock } from '../ports/clock.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { syncJob } from './sync-job.ts'

const BATCH = 500

/** Enqueues a sync for every price that Stripe should sell and does not, or sells and should not. */
export function syncUnsyncedPrices(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return async (input: { slot: string }, context: ActionContext): Promise<JobOutcome> => {
    await deps.unitOfWork.conclude(context, async (store) => {
      const entries = await store.prices.unsyncedEntries(BATCH, deps.clock.now())
      store.enqueue(...entries.map((entryId) => syncJob(entryId, input.slot)))
    })
    return { outcome: 'done' }
  }
}
