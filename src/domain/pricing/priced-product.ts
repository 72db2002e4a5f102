import type { PriceAgreementId, PriceAgreementLineId, PriceBookEntryId, ProductId } from '../shared/ids.ts'

export type PriceSource = 'PRICEBOOK_GLOBAL' | 'PRICEBOOK_REGIONAL' | 'PRICE_AGREEMENT' | 'BESPOKE'
export type SyncStatus = 'unsynced' | 'syncing' | 'synced' | 'failed'

/** Why a price that was considered became the price, or did not. */
export type PriceReason =
  | 'won'
  | 'lower_precedence'
  | 'wrong_currency'
  | 'other_region'
  | 'not_yet_valid'
  | 'ended'
  | 'quantity_not_reached'
  | 'smaller_tier'
  | 'superseded'
  | 'no_list_price'
  | 'higher_amount'
  | 'activated_earlier'

/** What Stripe knows of a price. */
export interface StripeState {
  stripePriceId: string | null
  syncStatus: SyncStatus
  syncStatusSince: Date
}

/** A published price book entry: an amount per piece from a quantity on. */
export interface ListPrice extends StripeState {
  priceBookEntryId: PriceBookEntryId
  region: string | null
  currency: string
  unitAmountMinor: bigint
  minQuantity: number
  validFrom: Date
  validTo: Date | null
}

/** A line of an active agreement: an amount per piece, or hundredths of a percent off the list price. */
export interface AgreedPrice {
  priceAgreementId: PriceAgreementId
  priceAgreementLineId: PriceAgreementLineId
  agreementNumber: string
  currency: string
  amountMinor: bigint | null
  percentOffBp: number | null
  minQuantity: number
  validFrom: Date
  validTo: Date | null
  activatedAt: Date
  twins: AgreedTwin[]
}

/** The Stripe twin of an agreement line; of a percentage there is one for each list price it is taken off. */
export interface AgreedTwin extends StripeState {
  priceBookEntryId: PriceBookEntryId | null
  unitAmountMinor: bigint
  currency: string
}

/** A product with every price that may be asked about. */
export interface PricedProduct {
  id: ProductId
  sku: string
  name: string
  isProvisionable: boolean
  /** False since it was archived: it has no price then, not even a bespoke one. */
  isSold: boolean
  stripeProductId: string | null
  listPrices: ListPrice[]
  agreedPrices: AgreedPrice[]
}

/** A price agreed by hand for one line; it needs a note and goes to Stripe as `price_data`. */
export interface BespokePrice {
  unitAmountMinor: bigint
  notes: string
}

/** What is asked: pieces in a currency, for a price region, at an instant. */
export interface PriceRequest {
  currency: string
  region: string | null
  quantity: number
  at: Date
  bespoke: BespokePrice | null
}

/** A price that was considered, with its Stripe state at that instant. */
export interface Considered {
  source: PriceSource
  priceBookEntryId: PriceBookEntryId | null
  priceAgreementId: PriceAgreementId | null
  priceAgreementLineId: PriceAgreementLineId | null
  region: string | null
  currency: string
  minQuantity: number
  /** Null for a percentage without a list price to take it off. */
  unitAmountMinor: bigint | null
  stripePriceId: string | null
  syncStatus: SyncStatus
  /** Null for a bespoke price, which Stripe hears of with the line itself. */
  syncStatusSince: Date | null
  outcome: 'won' | 'lost'
  reason: PriceReason
}
