import type { PriceBookEntry } from '../../domain/pricing/price-book-entry.ts'
import type { OurPrice, PriceDrift } from '../../domain/pricing/price-drift.ts'
import type { PricedProduct } from '../../domain/pricing/priced-product.ts'
import type { CompanyId, PriceBookEntryId, PriceDriftId, ProductId } from '../../domain/shared/ids.ts'

/** Something we sell. */
export interface Product {
  id: ProductId
  sku: string
  name: string
  isProvisionable: boolean
  deviceKind: string | null
  stripeProductId: string | null
  /** What customs ask about it and what a piece weighs: defaults for parcels. */
  hsCode: string | null
  originCountry: string | null
  weightGrams: number | null
  archivedAt: Date | null
  version: number
  createdAt: Date
  updatedAt: Date
}

/** An entry with what its sync to Stripe needs of its product. */
export interface SyncedEntry extends PriceBookEntry {
  sku: string
  productName: string
  stripeProductId: string | null
}

export interface StoredDrift extends PriceDrift {
  id: PriceDriftId
  resolvedAt: Date | null
}

export interface AskedPrices {
  companyId: CompanyId
  currency: string
  /** The company's price region. */
  region: string | null
  at: Date
  scope: 'considered' | 'applicable'
}

export interface PriceBook {
  /**
   * The product of each line, in the order of the lines, with its published list prices and the company's active
   * agreed prices; null where no product has the SKU. `considered` has every price that is valid within thirty days
   * of the instant; `applicable` only those of which one can win for the line's quantity, and other currencies' where
   * there is no list price for it in the one asked for. Either gives the same winner, and the same other currencies.
   * One statement for any number of lines.
   */
  pricedProducts(
    lines: readonly { sku: string; quantity: number }[],
    asked: AskedPrices,
  ): Promise<(PricedProduct | null)[]>

  insertProduct(product: Product): Promise<void>
  /** Whoever changes a product's published prices holds this first, so that they come one after another. */
  getProductForUpdate(productId: ProductId): Promise<Product | null>
  saveProduct(product: Product): Promise<void>
  /** Published prices of a product that are valid at the instant or later. */
  openEntries(productId: ProductId, at: Date): Promise<PriceBookEntryId[]>

  insertEntry(entry: PriceBookEntry): Promise<void>
  getEntry(entryId: PriceBookEntryId): Promise<{ productId: ProductId } | null>
  getEntryForUpdate(entryId: PriceBookEntryId): Promise<SyncedEntry | null>
  /** The terms and times of an entry; what its sync found is recorded apart. */
  saveEntry(entry: PriceBookEntry): Promise<void>
  deleteEntry(entryId: PriceBookEntryId): Promise<void>
  /** Another published price of the same product, region, currency and tier at some time of this one's. */
  overlapping(entry: PriceBookEntry): Promise<PriceBookEntryId | null>

  /**
   * True when what took over from the price is at Stripe, or nothing did. A successor that ended before Stripe heard
   * of it stands for whatever took over from it in turn.
   */
  successorIsLive(entryId: PriceBookEntryId, at: Date): Promise<boolean>
  markSyncing(entryId: PriceBookEntryId, at: Date): Promise<void>
  /** Records the Stripe twin; says whether the price has ended meanwhile. Idempotent. */
  recordSync(
    entry: { id: PriceBookEntryId; productId: ProductId },
    twin: { stripeProductId: string; stripePriceId: string },
    at: Date,
  ): Promise<{ hasEnded: boolean }>
  /**
   * What is synced stays so. Of a price that has ended the try may have put it on sale all the same: it counts as not
   * archived, and is due again.
   */
  recordSyncFailure(entryId: PriceBookEntryId, error: string, at: Date): Promise<void>
  recordArchived(entryId: PriceBookEntryId, at: Date): Promise<void>
  /** Forgets what is known of the twin's state, so that the next sync makes sure of it again. */
  doubtSync(entryId: PriceBookEntryId, at: Date): Promise<void>
  /** Entries with something to do at Stripe, oldest first: prices to make, and prices to take off sale. */
  unsyncedEntries(limit: number, at: Date): Promise<PriceBookEntryId[]>

  /** Every published price, for a comparison with Stripe. */
  publishedPrices(): Promise<OurPrice[]>
  /**
   * Writes down what a comparison found: new drift is added, known drift seen again, and what is absent is resolved.
   * Answers what is new.
   */
  recordDrift(found: readonly (PriceDrift & { id: PriceDriftId })[], at: Date): Promise<PriceDrift[]>
  getDrift(driftId: PriceDriftId): Promise<StoredDrift | null>
}
