import type { Page, PageRequest } from './page.ts'

/** What a company owes more (debit) or less (credit) since an instant, and what it owed then. */
export interface AccountMovementView {
  kind: 'invoice' | 'reversal' | 'credit_note' | 'payment' | 'refund'
  /** The day, by the calendar of the company. */
  date: string
  document_id: string
  document: string | null
  debit_minor: number
  credit_minor: number
  /** Negative when the company is in credit. */
  balance_minor: number
  occurred_at: string
}

/** The balances around a period, whichever page of its movements is at hand. */
export interface StatementHead {
  company_id: string
  company_name: string
  currency: string
  from: string | null
  to: string | null
  opening_balance_minor: number
  debit_minor: number
  credit_minor: number
  closing_balance_minor: number
}

/** Days of the company's calendar, both included; absent for all that there is. */
export interface StatementPeriod {
  from?: string | undefined
  to?: string | undefined
  /** The company's own when absent. */
  currency?: string | undefined
}

/** What is owed in one currency, by days since it was due. */
export interface AgedAmountsView {
  /** Not late; due today is not late either. */
  current_minor: number
  days_1_30_minor: number
  days_31_60_minor: number
  days_61_90_minor: number
  days_over_90_minor: number
  total_minor: number
  invoice_count: number
}

export interface AgedReceivableView extends AgedAmountsView {
  company_id: string
  company_name: string
}

export interface AgedReceivablesHead {
  at: string | null
  currency: string
  /** Of all companies, not of the page. */
  totals: AgedAmountsView
}

export interface AgedReceivablesFilter {
  currency: string
  /** The end of this day, by each company's calendar; now when absent. */
  at?: string | undefined
}

/** What companies owe: over time, and by how late it is. */
export interface ReceivablesReader {
  /** Movements, oldest first, under the balances of the whole period. Null when there is no such company. */
  statement(
    companyId: string,
    period: StatementPeriod,
    page: PageRequest,
  ): Promise<(StatementHead & Page<AccountMovementView>) | null>
  /** Companies that owe something, in the order of their ids. */
  aged(
    filter: AgedReceivablesFilter,
    page: PageRequest,
  ): Promise<AgedReceivablesHead & Page<AgedReceivableView>>
}
