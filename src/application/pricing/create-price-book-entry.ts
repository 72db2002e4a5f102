import { checkPrice, type PriceBookEntry } from '../../domain/pricing/price-book-entry.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { PriceBookEntryView } from '../ports/pricing-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export type CreatePriceBookEntryInput = Pick<
  PriceBookEntry,
  'productId' | 'region' | 'currency' | 'amountMinor' | 'minQuantity' | 'validTo'
> & {
  /** Null means from its publication on. */
  validFrom: Date | null
}

/** A draft of a price. It may overlap others until it is published. */
export function createPriceBookEntry(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: CreatePriceBookEntryInput, context: ActionContext): Promise<PriceBookEntryView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      found(await store.prices.getProductForUpdate(input.productId), 'product', input.productId)
      const entry: PriceBookEntry = {
        ...input,
        id: deps.ids.make('priceBookEntry'),
        validFrom: input.validFrom ?? at,
        publishedAt: null,
        replacesId: null,
        stripePriceId: null,
        stripeArchivedAt: null,
        syncStatus: 'unsynced',
        syncStatusSince: at,
        syncError: null,
        version: 1,
        createdAt: at,
        updatedAt: at,
      }
      checkPrice(entry)
      await store.prices.insertEntry(entry)
      return found(await store.views.pricing.entry(entry.id), 'price', entry.id)
    })
}
