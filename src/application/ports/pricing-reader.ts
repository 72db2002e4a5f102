import type { PriceReason } from '../../domain/pricing/priced-product.ts'
import type { Page, PageRequest } from './page.ts'

/** Where a price comes from. */
export type PriceSource = 'PRICEBOOK_GLOBAL' | 'PRICEBOOK_REGIONAL' | 'PRICE_AGREEMENT' | 'BESPOKE'

/** Whether the price exists at Stripe as we have it. */
export type PriceSyncStatus = 'unsynced' | 'syncing' | 'synced' | 'failed'

/** A thing with a SKU. */
export interface ProductView {
  id: string
  sku: string
  name: string
  is_provisionable: boolean
  device_kind: string | null
  stripe_product_id: string | null
  hs_code: string | null
  origin_country: string | null
  weight_grams: number | null
  archived_at: string | null
  version: number
  created_at: string
  updated_at: string
}

/** A list price of a product, global or of one region. */
export interface PriceBookEntryView {
  id: string
  product_id: string
  sku: string
  region: string | null
  currency: string
  amount_minor: number
  min_quantity: number
  valid_from: string
  valid_to: string | null
  published_at: string | null
  replaces_id: string | null
  stripe_price_id: string | null
  stripe_archived_at: string | null
  sync_status: PriceSyncStatus
  sync_status_since: string
  sync_error: string | null
  version: number
  created_at: string
  updated_at: string
}

/** A price that was considered. */
export interface PricingCandidateView {
  source: PriceSource
  price_book_entry_id: string | null
  price_agreement_id: string | null
  price_agreement_line_id: string | null
  region: string | null
  currency: string
  min_quantity: number
  unit_amount_minor: number | null
  stripe_price_id: string | null
  sync_status: PriceSyncStatus
  sync_status_since: string | null
  outcome: 'won' | 'lost'
  reason: PriceReason
}

/** The price found for one SKU, with the evidence. */
export interface PricingResolutionView {
  source: PriceSource
  unit_amount_minor: number
  currency: string
  label: string
  price_book_entry_id: string | null
  price_agreement_id: string | null
  price_agreement_line_id: string | null
  stripe_product_id: string | null
  stripe_price_id: string | null
  sync_status: PriceSyncStatus
  sync_status_since: string | null
  candidates: PricingCandidateView[]
}

/** The evidence behind an order line's price. */
export interface StoredPricingResolutionView {
  id: string
  purpose: 'draft' | 'checkout' | 'accepted'
  resolved_at: string
  resolution: PricingResolutionView
  inputs: ResolutionInputsView | null
  replay: ResolutionReplayView | null
}

/** What was asked of the resolver. */
export interface ResolutionInputsView {
  currency: string
  region: string | null
  quantity: number
  asked_at: string
  bespoke_unit_amount_minor: number | null
  bespoke_notes: string | null
}

/** What the stored inputs give when they are resolved again. */
export interface ResolutionReplayView {
  is_same: boolean
  differences: { field: string; stored: string; replayed: string }[]
}

/** Every resolution of an order line, oldest first. */
export interface PricingResolutionsView {
  order_item_id: string
  resolutions: StoredPricingResolutionView[]
}

/** Where Stripe and the price book disagree about a price. */
export interface PriceDriftView {
  id: string
  kind: 'missing' | 'extra_live' | 'amount' | 'currency' | 'inactive' | 'name'
  price_book_entry_id: string | null
  stripe_price_id: string
  ours: string | null
  theirs: string | null
  first_seen_at: string
  last_seen_at: string
  resolved_at: string | null
}

export interface ProductFilter {
  /** Part of a SKU or a name, whatever its case. */
  q?: string | undefined
  provisionable?: boolean | undefined
  active?: boolean | undefined
}

export interface PriceBookEntryFilter {
  sku?: string | undefined
  product_id?: string | undefined
  /** A country, or `global` for the prices of no region. */
  region?: string | undefined
  currency?: string | undefined
  /** Valid at this instant. */
  at?: string | undefined
  state?: 'draft' | 'published' | undefined
  sync_status?: PriceSyncStatus | undefined
}

/** Products, the price book and the evidence behind prices, as the contract shows them. */
export interface PricingReader {
  /** By SKU; a page key's `id` is a SKU. */
  products(filter: ProductFilter, page: PageRequest): Promise<Page<ProductView>>
  product(productId: string): Promise<ProductView | null>
  /** Newest first. */
  entries(filter: PriceBookEntryFilter, page: PageRequest): Promise<Page<PriceBookEntryView>>
  entry(entryId: string): Promise<PriceBookEntryView | null>
  /** Seen first last. */
  drift(filter: { state?: 'open' | 'resolved' | undefined }, page: PageRequest): Promise<Page<PriceDriftView>>
  priceDrift(driftId: string): Promise<PriceDriftView | null>
  /** Oldest first. Null when there is no such order line. */
  resolutions(orderItemId: string): Promise<PricingResolutionsView | null>
}
