import { changedPrices, type OrderItem } from '../domain/orders/order.ts'
import type { CompanyId } from '../domain/shared/ids.ts'
import { Refusal } from '../domain/shared/refusal.ts'
import type { IdGenerator } from './ports/id-generator.ts'
import type { LoadedOrder, StoredResolution } from './ports/order-store.ts'
import type { PriceBook } from './ports/price-book.ts'
import { type PricedLine, priceLines } from './price-lines.ts'

type PriceSnapshot = Pick<
  OrderItem,
  | 'unitAmountMinor'
  | 'amountMinor'
  | 'priceTypeSnap'
  | 'priceLabel'
  | 'priceBookEntryId'
  | 'priceAgreementId'
  | 'priceAgreementLineId'
  | 'stripePriceId'
>

/** What an order line keeps of its price. */
export function priceSnapshot({ resolution, amountMinor }: PricedLine): PriceSnapshot {
  return {
    unitAmountMinor: resolution.unitAmountMinor,
    amountMinor,
    priceTypeSnap: resolution.source,
    priceLabel: resolution.label,
    priceBookEntryId: resolution.priceBookEntryId,
    priceAgreementId: resolution.priceAgreementId,
    priceAgreementLineId: resolution.priceAgreementLineId,
    stripePriceId: resolution.stripePriceId,
  }
}

/** The prices of an order's lines at this instant, in the order of the lines. */
export function priceAgain(
  prices: Pick<PriceBook, 'pricedProducts'>,
  { order, items, region }: LoadedOrder,
  at: Date,
): Promise<PricedLine[]> {
  const asked = items.map((item) => ({
    sku: item.sku,
    quantity: item.quantity,
    bespoke:
      item.bespokeNotes === null ? null : { unitAmountMinor: item.unitAmountMinor, notes: item.bespokeNotes },
  }))
  return priceLines(prices, asked, { companyId: order.companyId, currency: order.currency, region, at })
}

/** The evidence for each line, to be stored with it. */
export function evidenceOf(
  priced: readonly PricedLine[],
  items: readonly OrderItem[],
  purpose: StoredResolution['purpose'],
  { companyId, at, ids }: { companyId: CompanyId; at: Date; ids: IdGenerator },
): StoredResolution[] {
  return priced.map(({ product, request, resolution }, index) => ({
    id: ids.make('pricingResolution'),
    orderItemId: (items[index] as OrderItem).id,
    companyId,
    purpose,
    resolution,
    inputs: { product, request },
    resolvedAt: at,
  }))
}

/** Refuses with old and new price side by side. `expected` are the lines with the prices that somebody agreed to. */
export function refuseChanged(
  expected: readonly OrderItem[],
  priced: readonly PricedLine[],
  currency: string,
): void {
  const now = priced.map(({ resolution }) => resolution)
  const lines = changedPrices(expected, now).map(({ item, unitAmountMinor }) => ({
    order_item_id: item.id,
    sku: item.sku,
    currency,
    old_unit_amount_minor: Number(item.unitAmountMinor),
    new_unit_amount_minor: Number(unitAmountMinor),
  }))
  if (lines.length === 0) return
  throw new Refusal('price_changed', 'Some prices are not what they were.', { currency, lines })
}
