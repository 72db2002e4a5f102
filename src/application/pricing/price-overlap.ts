import type { PriceBookEntry } from '../../domain/pricing/price-book-entry.ts'
import type { PriceBookEntryId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import type { PriceBook, Product, SyncedEntry } from '../ports/price-book.ts'

/** An entry whose published terms are about to change, with its product held: one such change at a time. */
export async function entryOfHeldProduct(
  prices: PriceBook,
  entryId: PriceBookEntryId,
): Promise<{ entry: SyncedEntry; product: Product }> {
  const { productId } = found(await prices.getEntry(entryId), 'price', entryId)
  const product = found(await prices.getProductForUpdate(productId), 'product', productId)
  return { entry: found(await prices.getEntryForUpdate(entryId), 'price', entryId), product }
}

/** Refuses a published price beside which another of the same product, region, currency and tier is valid. */
export async function refuseOverlap(prices: PriceBook, entry: PriceBookEntry): Promise<void> {
  const other = await prices.overlapping(entry)
  if (other === null) return
  throw new Refusal(
    'price_overlaps',
    `${other} is a price of the same product, region, currency and tier, and valid at the same time.`,
    { price_book_entry_id: other },
  )
}
