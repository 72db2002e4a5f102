import { refuseMerged } from '../../domain/companies/company.ts'
import type { CompanyId } from '../../domain/shared/ids.ts'
import { exponentOf, refuseTooMuch } from '../../domain/shared/money.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { CompanyStore } from '../ports/company-store.ts'
import type { PriceBook } from '../ports/price-book.ts'
import { answerLines, type LineAnswer, unsyncedFault } from '../price-lines.ts'

export interface QuoteInput {
  companyId: CompanyId
  currency: string | null
  strictStripe: boolean
  /** Whether every price considered is wanted, or only the one that applies. */
  isExplained: boolean
  lines: readonly { sku: string; quantity: number }[]
}

export interface Quote {
  currency: string
  /** Of the lines that have a price. */
  totalMinor: bigint
  lines: LineAnswer[]
}

/** What each line would cost this company now. Two statements whatever the number of lines; nothing is written. */
export function quotePrices(deps: {
  companies: Pick<CompanyStore, 'find'>
  prices: Pick<PriceBook, 'pricedProducts'>
  clock: Clock
}) {
  return async (input: QuoteInput): Promise<Quote> => {
    const company = found(await deps.companies.find(input.companyId), 'company', input.companyId)
    refuseMerged(company)
    const currency = input.currency ?? company.currency
    exponentOf(currency)
    const asked = { companyId: company.id, currency, region: company.region, at: deps.clock.now() }
    const lines = input.lines.map((line) => ({ ...line, bespoke: null }))
    const answers = await answerLines(
      deps.prices,
      lines,
      asked,
      input.isExplained ? 'considered' : 'applicable',
    )
    const judged = input.strictStripe ? answers.map(heldBack) : answers
    const totalMinor = judged.reduce((sum, { priced }) => sum + (priced?.amountMinor ?? 0n), 0n)
    refuseTooMuch(totalMinor, '/lines')
    return { currency, totalMinor, lines: judged }
  }
}

function heldBack(answer: LineAnswer, index: number): LineAnswer {
  const fault = answer.priced === null ? null : unsyncedFault(answer.priced)
  if (fault === null) return answer
  const { line } = answer
  const refusal = new Refusal(
    'price_not_synced',
    `Stripe does not know the price of ${line.sku} yet.`,
    fault,
    [{ pointer: `/lines/${index}/sku`, detail: `price is ${String(fault['sync_status'])}` }],
  )
  return { line, priced: null, refusal }
}
