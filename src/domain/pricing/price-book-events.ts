import type { DomainEvent } from '../shared/events.ts'
import type { PriceBookEntryId, ProductId } from '../shared/ids.ts'

interface PriceBookEventData {
  product_id: string
  region: string | null
  currency: string
  amount_minor: number
  min_quantity: number
  valid_from: string
  valid_to: string | null
  replaces_id: string | null
}

export type PriceBookEvent = DomainEvent<
  'price_book_entry.published' | 'price_book_entry.closed',
  PriceBookEventData
>

/** Those terms of an entry that its events tell. */
interface ListedPrice {
  id: PriceBookEntryId
  productId: ProductId
  region: string | null
  currency: string
  amountMinor: bigint
  minQuantity: number
  validFrom: Date
  validTo: Date | null
  replacesId: PriceBookEntryId | null
  version: number
}

/** What a listed price is from this event on. */
export function priceBookEvent(
  type: PriceBookEvent['type'],
  entry: ListedPrice,
  occurredAt: Date,
): PriceBookEvent {
  return {
    type,
    aggregateType: 'price_book_entry',
    aggregateId: entry.id,
    aggregateVersion: entry.version,
    companyId: null,
    orderId: null,
    shipmentId: null,
    data: {
      product_id: entry.productId,
      region: entry.region,
      currency: entry.currency,
      amount_minor: Number(entry.amountMinor),
      min_quantity: entry.minQuantity,
      valid_from: entry.validFrom.toISOString(),
      valid_to: entry.validTo?.toISOString() ?? null,
      replaces_id: entry.replacesId,
    },
    occurredAt,
  }
}

export type PriceDriftEvent = DomainEvent<
  'price_drift.found',
  { appeared: number; open: number; examples: string[] }
>

/** One event for a night, however many prices have come apart. */
export function priceDriftFound(
  slot: string,
  data: PriceDriftEvent['data'],
  occurredAt: Date,
): PriceDriftEvent {
  return {
    type: 'price_drift.found',
    aggregateType: 'price_comparison',
    aggregateId: slot,
    aggregateVersion: 1,
    companyId: null,
    orderId: null,
    shipmentId: null,
    data,
    occurredAt,
  }
}
