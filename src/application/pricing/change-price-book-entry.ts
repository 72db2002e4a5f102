import { checkPrice, type PriceBookEntry, refusePublished } from '../../domain/pricing/price-book-entry.ts'
import type { PriceBookEntryId } from '../../domain/shared/ids.ts'
import { refuseStale } from '../../domain/shared/stale.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { PriceBookEntryView } from '../ports/pricing-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export interface ChangePriceBookEntryInput {
  entryId: PriceBookEntryId
  expectedVersion: number
  changes: Partial<
    Pick<PriceBookEntry, 'region' | 'currency' | 'amountMinor' | 'minQuantity' | 'validFrom' | 'validTo'>
  >
}

/** Changes what is named of a draft; a published price never changes. */
export function changePriceBookEntry(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return ({ entryId, expectedVersion, changes }: ChangePriceBookEntryInput, context: ActionContext) =>
    deps.unitOfWork.conclude(context, async (store): Promise<PriceBookEntryView> => {
      const entry = found(await store.prices.getEntryForUpdate(entryId), 'price', entryId)
      refuseStale(entry.version, expectedVersion)
      refusePublished(entry, 'change')
      const changed = { ...entry, ...changes, version: entry.version + 1, updatedAt: deps.clock.now() }
      checkPrice(changed)
      await store.prices.saveEntry(changed)
      return found(await store.views.pricing.entry(entryId), 'price', entryId)
    })
}
