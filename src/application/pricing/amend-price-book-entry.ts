import { amendPrice } from '../../domain/pricing/price-book-entry.ts'
import type { PriceBookEntryId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { PriceBookEntryView } from '../ports/pricing-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { entryOfHeldProduct, refuseOverlap } from './price-overlap.ts'
import { syncJob } from './sync-job.ts'

export interface AmendPriceBookEntryInput {
  entryId: PriceBookEntryId
  amountMinor: bigint
  /** Null means now. */
  validFrom: Date | null
}

/**
 * Another amount for a published price, without a gap and without an overlap: the old entry ends where the new one
 * begins. Stripe sells the new price before it stops selling the old one.
 */
export function amendPriceBookEntry(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: AmendPriceBookEntryInput, context: ActionContext): Promise<PriceBookEntryView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { entry: open } = await entryOfHeldProduct(store.prices, input.entryId)
      const wanted = { ...input, id: deps.ids.make('priceBookEntry') }
      const { closed, successor, events } = amendPrice(open, wanted, deps.clock.now())
      await store.prices.saveEntry(closed)
      await refuseOverlap(store.prices, successor)
      await store.prices.insertEntry(successor)
      store.publish(events)
      store.enqueue(syncJob(successor.id, 'published'))
      return found(await store.views.pricing.entry(successor.id), 'price', successor.id)
    })
}
