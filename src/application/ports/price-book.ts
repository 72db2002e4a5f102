import type { PricedProduct, SyncStatus } from '../../domain/pricing/priced-product.ts'
import type { CompanyId, PriceBookEntryId, ProductId } from '../../domain/shared/ids.ts'

/** A price book entry with its product, as the sync to Stripe needs it. */
export interface SyncedEntry {
  id: PriceBookEntryId
  productId: ProductId
  sku: string
  productName: string
  stripeProductId: string | null
  currency: string
  amountMinor: bigint
  region: string | null
  stripePriceId: string | null
  syncStatus: SyncStatus
  version: number
}

export interface PriceBook {
  /**
   * Products by SKU with their published list prices and the company's active agreed prices, those included that
   * ended or begin within thirty days of the instant. One statement for any number of SKUs; an unknown SKU is
   * absent from the answer.
   */
  pricedProducts(skus: readonly string[], companyId: CompanyId, at: Date): Promise<PricedProduct[]>
  getEntryForUpdate(entryId: PriceBookEntryId): Promise<SyncedEntry | null>
  /** Records the Stripe twin. Idempotent. */
  recordSync(
    entry: { id: PriceBookEntryId; productId: ProductId },
    twin: { stripeProductId: string; stripePriceId: string },
    at: Date,
  ): Promise<void>
  recordSyncFailure(entryId: PriceBookEntryId, error: string, at: Date): Promise<void>
  /** Entries that are valid and not synced, oldest first. */
  unsyncedEntries(limit: number, at: Date): Promise<PriceBookEntryId[]>
}
