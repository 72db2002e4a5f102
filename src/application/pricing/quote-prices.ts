import { exponentOf } from '../../domain/shared/money.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { CompanyStore } from '../ports/company-store.ts'
import type { PriceBook } from '../ports/price-book.ts'
import { type PricedLine, priceLines, refuseUnsynced } from '../price-lines.ts'

export interface QuoteInput {
  companyId: `com_${string}`
  currency: string | null
  strictStripe: boolean
  lines: readonly { sku: string; quantity: number }[]
}

export interface Quote {
  currency: string
  totalMinor: bigint
  lines: PricedLine[]
}

/** What the lines would cost this company now. Two statements whatever the number of lines; nothing is written. */
export function quotePrices(deps: {
  companies: Pick<CompanyStore, 'find'>
  prices: PriceBook
  clock: Clock
}) {
  return async (input: QuoteInput): Promise<Quote> => {
    const company = found(await deps.companies.find(input.companyId), 'company', input.companyId)
    const currency = input.currency ?? company.currency
    exponentOf(currency)
    const asked = { currency, region: company.region, at: deps.clock.now() }
    const lines = await priceLines(
      deps.prices,
      input.lines.map((line) => ({ ...line, bespoke: null })),
      asked,
    )
    if (input.strictStripe) refuseUnsynced(lines)
    return { currency, totalMinor: lines.reduce((sum, line) => sum + line.amountMinor, 0n), lines }
  }
}
