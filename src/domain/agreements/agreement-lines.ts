import type { PriceAgreementLineId, PriceBookEntryId, ProductId } from '../shared/ids.ts'
import { reducedBy, unchargeable } from '../shared/money.ts'
import { type Fault, Refusal } from '../shared/refusal.ts'

/** What one product costs from a quantity on: either an amount per piece or hundredths of a percent off the list. */
export interface PriceAgreementLine {
  id: PriceAgreementLineId
  position: number
  productId: ProductId
  sku: string
  kind: 'amount' | 'percentage'
  amountMinor: bigint | null
  percentOffBp: number | null
  minQuantity: number
}

/** A line as somebody asks for it. */
export interface AskedLine {
  sku: string
  amountMinor: bigint | null
  percentOffBp: number | null
  minQuantity: number
}

/** A product as far as lines need it. */
export interface AgreedProduct {
  id: ProductId
  sku: string
  /** Whether it is on offer in the agreement's currency, now or later. */
  hasListPrice: boolean
  /** False since it was archived. */
  isSold: boolean
}

/**
 * The lines asked for, or a refusal that points to every fault: an unknown or archived SKU, neither or both kinds of
 * price, an amount that nobody can be charged, the same product twice from the same quantity, a percentage off a price
 * that does not exist in the currency.
 */
export function agreeLines(
  asked: readonly AskedLine[],
  products: readonly AgreedProduct[],
  currency: string,
  makeId: () => PriceAgreementLineId,
): PriceAgreementLine[] {
  const bySku = new Map(products.map((product) => [product.sku, product]))
  const faults = asked.flatMap((line, index) =>
    faultsOf(line, bySku.get(line.sku), currency)
      .concat(
        asked.slice(0, index).some((other) => isSameTier(other, line))
          ? [{ field: 'min_quantity', detail: 'the product has a line from this quantity already' }]
          : [],
      )
      .map(({ field, detail }): Fault => ({ pointer: `/lines/${index}/${field}`, detail })),
  )
  if (faults.length > 0) {
    throw new Refusal('body_field_invalid', 'Some lines cannot be agreed as they are.', {}, faults)
  }
  return asked.map((line, index) => ({
    ...line,
    id: makeId(),
    position: index + 1,
    productId: bySku.get(line.sku)?.id as ProductId,
    kind: line.amountMinor === null ? 'percentage' : 'amount',
  }))
}

function faultsOf(
  line: AskedLine,
  product: AgreedProduct | undefined,
  currency: string,
): { field: string; detail: string }[] {
  if ((line.amountMinor === null) === (line.percentOffBp === null)) {
    const detail = 'give either an amount_minor or a percent_off_bp'
    return [{ field: line.amountMinor === null ? 'amount_minor' : 'percent_off_bp', detail }]
  }
  if (product === undefined) return [{ field: 'sku', detail: 'no product has this SKU' }]
  if (!product.isSold) return [{ field: 'sku', detail: 'is no longer sold' }]
  const unpayable = line.amountMinor === null ? null : unchargeable(line.amountMinor, currency)
  if (unpayable !== null) return [{ field: 'amount_minor', detail: unpayable }]
  if (line.percentOffBp !== null && !product.hasListPrice) {
    return [{ field: 'sku', detail: `has no list price in ${currency} to take a percentage off` }]
  }
  return []
}

function isSameTier(one: AskedLine, other: AskedLine): boolean {
  return one.sku === other.sku && one.minQuantity === other.minQuantity
}

/** A published list price of a line's product in the agreement's currency. */
export interface ListPrice {
  priceBookEntryId: PriceBookEntryId
  productId: ProductId
  amountMinor: bigint
}

/** The price of a line at Stripe: one for an amount, one per list price for a percentage. */
export interface LinePrice {
  lineId: PriceAgreementLineId
  priceBookEntryId: PriceBookEntryId | null
  unitAmountMinor: bigint
}

/** Every price that the lines need at Stripe. */
export function pricesOf(
  lines: readonly PriceAgreementLine[],
  listPrices: readonly ListPrice[],
  currency: string,
): LinePrice[] {
  return lines.flatMap((line): LinePrice[] =>
    line.amountMinor !== null
      ? [{ lineId: line.id, priceBookEntryId: null, unitAmountMinor: line.amountMinor }]
      : listPrices
          .filter((price) => price.productId === line.productId)
          .map((price) => ({
            lineId: line.id,
            priceBookEntryId: price.priceBookEntryId,
            unitAmountMinor: reducedBy(price.amountMinor, line.percentOffBp ?? 0, currency),
          })),
  )
}
