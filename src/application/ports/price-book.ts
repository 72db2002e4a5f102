import type { PricedProduct, SyncStatus } from '../../domain/pricing/resolution.ts'
import type { PriceBookEntryId, ProductId } from '../../domain/shared/ids.ts'

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
   * Products by SKU with every price of the currency that is valid at the instant, global and of the region.
   * One statement for any number of SKUs; an unknown SKU is absent from the answer.
   */
  candidates(
    skus: readonly string[],
    currency: string,
    region: string | null,
    at: Date,
  ): Promise<PricedProduct[]>
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
