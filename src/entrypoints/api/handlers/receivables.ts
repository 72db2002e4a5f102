import type { App } from '../../../application/app.ts'
import { found } from '../../../application/found.ts'
import type { StatementPeriod } from '../../../application/ports/receivables-reader.ts'
import { Refusal } from '../../../domain/shared/refusal.ts'
import { cellsOf, listedCells } from '../csv/listed-cells.ts'
import type { Cell } from '../csv/write-csv.ts'
import type { Handlers } from './handler.ts'

const invoiceColumns = [
  'id',
  'number',
  'kind',
  'status',
  'company_id',
  'company_name',
  'order_number',
  'currency',
  'subtotal_minor',
  'discount_minor',
  'tax_minor',
  'total_minor',
  'amount_allocated_minor',
  'balance_minor',
  'issued_on',
  'due_on',
  'is_overdue',
  'paid_at',
  'voided_at',
] as const

const paymentColumns = [
  'id',
  'company_id',
  'order_id',
  'provider',
  'provider_payment_id',
  'currency',
  'amount_minor',
  'allocated_minor',
  'refunded_minor',
  'unapplied_minor',
  'received_at',
] as const

const refundColumns = [
  'id',
  'payment_id',
  'company_id',
  'order_id',
  'provider_refund_id',
  'currency',
  'amount_minor',
  'status',
  'reason',
  'origin',
  'created_at',
] as const

const creditNoteColumns = [
  'id',
  'number',
  'invoice_id',
  'invoice_number',
  'company_id',
  'company_name',
  'order_id',
  'refund_id',
  'currency',
  'tax_minor',
  'total_minor',
  'reason',
  'issued_on',
  'issued_at',
] as const

const statementColumns = [
  'kind',
  'date',
  'document_id',
  'document',
  'currency',
  'debit_minor',
  'credit_minor',
  'balance_minor',
] as const

const agedColumns = [
  'company_id',
  'company_name',
  'currency',
  'current_minor',
  'days_1_30_minor',
  'days_31_60_minor',
  'days_61_90_minor',
  'days_over_90_minor',
  'total_minor',
  'invoice_count',
] as const

export const receivables = {
  getStatement: {
    list: async (app, { params: { companyId }, query }, page) => {
      refuseBackwards(query)
      return found(await app.views.receivables.statement(companyId, query, page), 'company', companyId)
    },
  },

  listAgedReceivables: { list: (app, { query }, page) => app.views.receivables.aged(query, page) },

  exportInvoices: {
    async table(app, { query }) {
      await knownCompany(app, query.company_id)
      const pages = listedCells(invoiceColumns, (page) => app.views.billing.invoices(query, page))
      return { name: 'invoices', columns: invoiceColumns, pages }
    },
  },

  exportPayments: {
    async table(app, { query }) {
      await knownCompany(app, query.company_id)
      const pages = listedCells(paymentColumns, (page) => app.views.billing.payments(query, page))
      return { name: 'payments', columns: paymentColumns, pages }
    },
  },

  exportRefunds: {
    async table(app, { query }) {
      await knownCompany(app, query.company_id)
      const pages = listedCells(refundColumns, (page) => app.views.refunds.list(query, page))
      return { name: 'refunds', columns: refundColumns, pages }
    },
  },

  exportCreditNotes: {
    async table(app, { query }) {
      await knownCompany(app, query.company_id)
      const pages = listedCells(creditNoteColumns, (page) => app.views.refunds.creditNotes(query, page))
      return { name: 'credit-notes', columns: creditNoteColumns, pages }
    },
  },

  exportStatement: {
    async table(app, { query: { company_id: companyId, ...period } }) {
      refuseBackwards(period)
      await knownCompany(app, companyId)
      return { name: 'statement', columns: statementColumns, pages: statementRows(app, companyId, period) }
    },
  },

  exportAgedReceivables: {
    table(app, { query }) {
      const pages = listedCells(agedColumns, async (page) => {
        const { data, next } = await app.views.receivables.aged(query, page)
        return { data: data.map((view) => ({ ...view, currency: query.currency })), next }
      })
      return Promise.resolve({ name: 'aged-receivables', columns: agedColumns, pages })
    },
  },
} satisfies Pick<
  Handlers,
  | 'getStatement'
  | 'listAgedReceivables'
  | 'exportInvoices'
  | 'exportPayments'
  | 'exportRefunds'
  | 'exportCreditNotes'
  | 'exportStatement'
  | 'exportAgedReceivables'
>

/** The movements between the opening and the closing balance, which are those of the last page read. */
async function* statementRows(
  app: App,
  companyId: string,
  period: StatementPeriod,
): AsyncGenerator<Cell[][]> {
  const statement = async (page: Parameters<typeof app.views.receivables.statement>[2]) =>
    found(await app.views.receivables.statement(companyId, period, page), 'company', companyId)
  const opening = await statement({ limit: 1, after: null })
  const { currency } = opening
  const row = (cells: Parameters<typeof cellsOf<(typeof statementColumns)[number]>>[1]) =>
    cellsOf(statementColumns, { ...cells, currency })
  yield [row({ kind: 'opening', date: opening.from, balance_minor: opening.opening_balance_minor })]
  let last = opening
  yield* listedCells(statementColumns, async (page) => {
    last = await statement(page)
    return { data: last.data.map((view) => ({ ...view, currency })), next: last.next }
  })
  const { to, debit_minor, credit_minor, closing_balance_minor } = last
  yield [row({ kind: 'closing', date: to, debit_minor, credit_minor, balance_minor: closing_balance_minor })]
}

async function knownCompany(app: App, companyId: string | undefined): Promise<void> {
  if (companyId !== undefined) found(await app.views.companies.detail(companyId), 'company', companyId)
}

function refuseBackwards({ from, to }: StatementPeriod): void {
  if (from === undefined || to === undefined || from <= to) return
  throw new Refusal('request_invalid', 'The request does not follow the contract.', {}, [
    { pointer: 'query/to', detail: 'is before the first day of the period' },
  ])
}
