import type { BespokePrice, PricedProduct, PriceRequest } from '../domain/pricing/priced-product.ts'
import { otherCurrencies, type PricingResolution, resolvePrice } from '../domain/pricing/resolution.ts'
import type { CompanyId } from '../domain/shared/ids.ts'
import { type Fault, Refusal } from '../domain/shared/refusal.ts'
import type { AskedPrices, PriceBook } from './ports/price-book.ts'

export interface AskedLine {
  sku: string
  quantity: number
  bespoke: BespokePrice | null
}

export interface PricedLine extends AskedLine {
  product: PricedProduct
  request: PriceRequest
  resolution: PricingResolution
  amountMinor: bigint
}

/** A line with its price, or with why it has none. */
export type LineAnswer = { line: AskedLine } & (
  | { priced: PricedLine; refusal: null }
  | { priced: null; refusal: Refusal }
)

export interface AskedFor {
  companyId: CompanyId
  currency: string
  region: string | null
  at: Date
}

/** One answer a line, from one read of the price book whatever the number of lines. */
export async function answerLines(
  prices: Pick<PriceBook, 'pricedProducts'>,
  lines: readonly AskedLine[],
  asked: AskedFor,
  scope: AskedPrices['scope'] = 'considered',
): Promise<LineAnswer[]> {
  const products = await prices.pricedProducts(lines, { ...asked, scope })
  return lines.map((line, index) => answerLine(line, index, products[index] ?? null, asked))
}

function answerLine(
  line: AskedLine,
  index: number,
  product: PricedProduct | null,
  { currency, region, at }: AskedFor,
): LineAnswer {
  const refuse = (code: Refusal['code'], detail: string, details: Record<string, unknown>): LineAnswer => {
    const fault = { pointer: `/lines/${index}/sku`, detail }
    return {
      line,
      priced: null,
      refusal: new Refusal(code, `${detail}.`, { sku: line.sku, ...details }, [fault]),
    }
  }
  if (product === null) return refuse('sku_unknown', `there is no product ${line.sku}`, {})
  if (!product.isSold) return refuse('price_not_found', `${line.sku} is no longer sold`, { currency })
  const request: PriceRequest = { currency, region, quantity: line.quantity, at, bespoke: line.bespoke }
  const resolution = resolvePrice(product, request)
  if (resolution === null) {
    const others = otherCurrencies(product, request)
    return others.length > 0
      ? refuse('currency_mismatch', `${line.sku} is priced in ${others.join(', ')} and not in ${currency}`, {
          currency,
          price_currencies: others,
        })
      : refuse('price_not_found', `${line.sku} has no price in ${currency}`, { currency })
  }
  const amountMinor = resolution.unitAmountMinor * BigInt(line.quantity)
  return { line, priced: { ...line, product, request, resolution, amountMinor }, refusal: null }
}

/** Prices every line or refuses them together: all lines at fault for the first reason there is. */
export async function priceLines(
  prices: Pick<PriceBook, 'pricedProducts'>,
  lines: readonly AskedLine[],
  asked: AskedFor,
): Promise<PricedLine[]> {
  const answers = await answerLines(prices, lines, asked)
  const refusals = answers.flatMap(({ refusal }) => (refusal === null ? [] : [refusal]))
  for (const code of ['sku_unknown', 'currency_mismatch', 'price_not_found'] as const) {
    const alike = refusals.filter((refusal) => refusal.code === code)
    if (alike.length > 0) refuseTogether(code, alike, asked.currency)
  }
  return answers.flatMap(({ priced }) => (priced === null ? [] : [priced]))
}

const sentences = {
  sku_unknown: () => 'Some lines name a SKU that does not exist.',
  currency_mismatch: (currency: string) => `Some lines are priced in other currencies than ${currency}.`,
  price_not_found: (currency: string) => `Some lines have no price in ${currency}.`,
}

function refuseTogether(code: keyof typeof sentences, refusals: readonly Refusal[], currency: string): never {
  const faults: Fault[] = refusals.flatMap((refusal) => refusal.faults)
  const lines = refusals.map((refusal) => refusal.details)
  throw new Refusal(code, sentences[code](currency), { currency, lines }, faults)
}

/** `strict_stripe`: why the line may not go to Stripe yet, and since when; null when it may. */
export function unsyncedFault(line: PricedLine): Record<string, unknown> | null {
  const { resolution, sku } = line
  if (resolution.syncStatus === 'synced') return null
  return {
    sku,
    source: resolution.source,
    price_book_entry_id: resolution.priceBookEntryId,
    price_agreement_line_id: resolution.priceAgreementLineId,
    sync_status: resolution.syncStatus,
    since: resolution.syncStatusSince?.toISOString() ?? null,
  }
}

/** Refuses when any line's price has no living twin at Stripe, and says which and since when. */
export function refuseUnsynced(lines: readonly (PricedLine & { orderItemId?: string })[]): void {
  const unsynced = lines.flatMap((line, index) => {
    const fault = unsyncedFault(line)
    return fault === null ? [] : [{ line: index, order_item_id: line.orderItemId ?? null, ...fault }]
  })
  if (unsynced.length === 0) return
  const skus = unsynced.map(({ line }) => lines[line]?.sku ?? '')
  throw new Refusal(
    'price_not_synced',
    `Stripe does not know the price of ${skus.join(', ')} yet.`,
    { lines: unsynced },
    unsynced.map(({ line }) => ({
      pointer: `/lines/${line}/sku`,
      detail: `price is ${lines[line]?.resolution.syncStatus ?? ''}`,
    })),
  )
}
