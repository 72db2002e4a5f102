import type { PriceBookEntryId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { PriceBookEntryView } from '../ports/pricing-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { syncJob } from './sync-job.ts'

/** A person asks for a failed or waiting sync to be tried now. A synced price stays as it is. */
export function retryPriceSync(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return ({ entryId }: { entryId: PriceBookEntryId }, context: ActionContext): Promise<PriceBookEntryView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const entry = found(await store.prices.getEntryForUpdate(entryId), 'price', entryId)
      if (entry.publishedAt === null) {
        throw new Refusal(
          'move_not_allowed',
          `The price ${entryId} is a draft, which Stripe is not told of.`,
          {
            current: 'draft',
            move: 'sync',
          },
        )
      }
      store.enqueue(syncJob(entryId, `asked for at ${deps.clock.now().toISOString()}`))
      return found(await store.views.pricing.entry(entryId), 'price', entryId)
    })
}
