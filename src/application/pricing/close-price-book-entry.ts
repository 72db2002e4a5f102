import { closePrice, hasEnded } from '../../domain/pricing/price-book-entry.ts'
import type { PriceBookEntryId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { PriceBookEntryView } from '../ports/pricing-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { entryOfHeldProduct } from './price-overlap.ts'
import { syncJob } from './sync-job.ts'

/** Ends a published price now, or at an instant to come before its end; Stripe stops selling it soon after. */
export function closePriceBookEntry(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (
    { entryId, validTo }: { entryId: PriceBookEntryId; validTo: Date | null },
    context: ActionContext,
  ): Promise<PriceBookEntryView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { entry: open } = await entryOfHeldProduct(store.prices, entryId)
      const { entry, events } = closePrice(open, validTo, at)
      await store.prices.saveEntry(entry)
      store.publish(events)
      if (hasEnded(entry, at)) store.enqueue(syncJob(entryId, `closed in version ${entry.version}`))
      return found(await store.views.pricing.entry(entryId), 'price', entryId)
    })
}
