import { publishPrice } from '../../domain/pricing/price-book-entry.ts'
import type { PriceBookEntryId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { PriceBookEntryView } from '../ports/pricing-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { entryOfHeldProduct, refuseOverlap } from './price-overlap.ts'
import { syncJob } from './sync-job.ts'

/** Makes a draft a price that is charged, and sends it to Stripe. */
export function publishPriceBookEntry(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return ({ entryId }: { entryId: PriceBookEntryId }, context: ActionContext): Promise<PriceBookEntryView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { entry: draft, product } = await entryOfHeldProduct(store.prices, entryId)
      const { entry, events } = publishPrice(draft, product.archivedAt === null, deps.clock.now())
      await refuseOverlap(store.prices, entry)
      await store.prices.saveEntry(entry)
      store.publish(events)
      store.enqueue(syncJob(entryId, 'published'))
      return found(await store.views.pricing.entry(entryId), 'price', entryId)
    })
}
