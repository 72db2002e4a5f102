import { refusePublished } from '../../domain/pricing/price-book-entry.ts'
import type { PriceBookEntryId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { PriceBookEntryView } from '../ports/pricing-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** Throws a draft away and answers it as it was. A published price stays in the book for good. */
export function discardPriceBookEntry(deps: { unitOfWork: UnitOfWork }) {
  return ({ entryId }: { entryId: PriceBookEntryId }, context: ActionContext): Promise<PriceBookEntryView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const entry = found(await store.prices.getEntryForUpdate(entryId), 'price', entryId)
      refusePublished(entry, 'discard')
      const view = found(await store.views.pricing.entry(entryId), 'price', entryId)
      await store.prices.deleteEntry(entryId)
      return view
    })
}
