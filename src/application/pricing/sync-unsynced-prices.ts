import { job } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

const BATCH = 500

/** Enqueues a sync for every valid price without a twin: a sync that gave up is taken up again. */
export function syncUnsyncedPrices(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return async (input: { slot: string }, context: ActionContext): Promise<JobOutcome> => {
    await deps.unitOfWork.conclude(context, async (store) => {
      const entries = await store.prices.unsyncedEntries(BATCH, deps.clock.now())
      store.enqueue(
        ...entries.map((entryId) =>
          job(
            'sync-price-book-entry',
            { entryId },
            {
              key: `sync-price-book-entry:${entryId}:${input.slot}`,
              related: { type: 'price_book_entry', id: entryId },
            },
          ),
        ),
      )
    })
    return { outcome: 'done' }
  }
}
