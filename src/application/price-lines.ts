import {
  type BespokePrice,
  type PricedProduct,
  type PricingResolution,
  resolvePrice,
} from '../domain/pricing/resolution.ts'
import { Refusal } from '../domain/shared/refusal.ts'
import type { PriceBook } from './ports/price-book.ts'

export interface AskedLine {
  sku: string
  quantity: number
  bespoke: BespokePrice | null
}

export interface PricedLine extends AskedLine {
  product: PricedProduct
  resolution: PricingResolution
  amountMinor: bigint
}

/** Prices any number of lines from one read of the price book. Every unknown SKU or missing price is named at once. */
export async function priceLines(
  prices: PriceBook,
  lines: readonly AskedLine[],
  asked: { currency: string; region: string | null; at: Date },
): Promise<PricedLine[]> {
  const skus = [...new Set(lines.map((line) => line.sku))]
  const products = new Map(
    (await prices.candidates(skus, asked.currency, asked.region, asked.at)).map((p) => [p.sku, p]),
  )
  const unknown = lines.flatMap((line, index) =>
    products.has(line.sku)
      ? []
      : [{ pointer: `/lines/${index}/sku`, detail: `there is no product ${line.sku}` }],
  )
  if (unknown.length > 0)
    throw new Refusal('sku_unknown', 'Some lines name a SKU that does not exist.', {}, unknown)

  const priced = lines.map((line) => {
    const product = products.get(line.sku) as PricedProduct
    return { line, product, resolution: resolvePrice(product, { ...asked, bespoke: line.bespoke }) }
  })
  const priceless = priced.flatMap(({ resolution, line }, index) =>
    resolution === null
      ? [{ pointer: `/lines/${index}/sku`, detail: `${line.sku} has no price in ${asked.currency}` }]
      : [],
  )
  if (priceless.length > 0) {
    throw new Refusal(
      'price_not_found',
      `Some lines have no price in ${asked.currency}.`,
      { currency: asked.currency },
      priceless,
    )
  }
  return priced.map(({ line, product, resolution }) => {
    const price = resolution as PricingResolution
    return { ...line, product, resolution: price, amountMinor: price.unitAmountMinor * BigInt(line.quantity) }
  })
}

/** `strictStripe`: refuses when any line's price has no living twin at Stripe, and says which and since when. */
export function refuseUnsynced(
  lines: readonly { resolution: PricingResolution; sku: string; orderItemId?: string }[],
): void {
  const unsynced = lines.flatMap(({ resolution, sku, orderItemId }, index) =>
    resolution.syncStatus === 'synced'
      ? []
      : [
          {
            line: index,
            sku,
            order_item_id: orderItemId ?? null,
            price_book_entry_id: resolution.priceBookEntryId,
            sync_status: resolution.syncStatus,
            since: resolution.syncStatusSince?.toISOString() ?? null,
          },
        ],
  )
  if (unsynced.length === 0) return
  throw new Refusal(
    'price_not_synced',
    `Stripe does not know the price of ${unsynced.map((line) => line.sku).join(', ')} yet.`,
    { lines: unsynced },
    unsynced.map((line) => ({ pointer: `/lines/${line.line}/sku`, detail: `price is ${line.sync_status}` })),
  )
}
