import { expect } from 'chai'
import type { OperationId } from '../../src/entrypoints/api/contract/operation-shapes.ts'
import { call, done, pagesOf, refused } from './call.ts'
import { usePlatform } from './platform-of-suite.ts'
import { anOrder, harbour, keyFor, nobody, noSuch } from './world.ts'

/** The lines of a file, each as its cells; none of these cells is quoted. */
async function fileOf(id: OperationId, query: Record<string, string | boolean>): Promise<string[][]> {
  const { status, headers, body } = await call(id, { query })
  expect(status).to.equal(200)
  expect(headers.get('content-type')).to.equal('text/csv; charset=utf-8; header=present')
  expect(headers.get('content-disposition')).to.match(/^attachment; filename="[\w-]+\.csv"$/)
  return (body as string)
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => line.split(','))
}

describe('API: receivables', () => {
  usePlatform()

  it('states the account of a company, whose orders were paid at once', async () => {
    const order = await anOrder('in_fulfillment')
    const params = { companyId: harbour }
    const { body } = await done('getStatement', { params, query: { limit: 100 } })
    expect(body).to.include({ company_id: harbour, currency: 'USD', from: null, opening_balance_minor: 0 })
    expect(body.closing_balance_minor).to.equal(body.debit_minor - body.credit_minor)
    const movements = [...body.data]
    for (let cursor = body.next_cursor; cursor !== null; ) {
      const { body: next } = await done('getStatement', { params, query: { limit: 100, cursor } })
      movements.push(...next.data)
      cursor = next.next_cursor
    }
    const invoiced = movements.find(({ document_id }) => document_id === order.invoices[0]?.id)
    expect(invoiced).to.include({ kind: 'invoice', debit_minor: 3800, credit_minor: 0 })

    const { body: first } = await done('getStatement', { params, query: { limit: 1 } })
    expect(first.has_more).to.equal(true)
    const query = { limit: 1, cursor: first.next_cursor ?? '' }
    const { body: second } = await done('getStatement', { params, query })
    expect([...first.data, ...second.data]).to.deep.equal(body.data.slice(0, 2))
    expect(second.closing_balance_minor).to.equal(first.closing_balance_minor)
  })

  it('gives a statement as a file that adds up', async () => {
    await anOrder('in_fulfillment')
    const query = { company_id: harbour, from: '2026-01-01', to: '2999-12-31' }
    const [header, opening, ...rows] = await fileOf('exportStatement', query)
    expect(header?.slice(0, 2)).to.deep.equal(['kind', 'date'])
    expect(opening).to.deep.equal(['opening', '2026-01-01', '', '', 'USD', '', '', '0'])
    const closing = rows.pop()
    const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column]), 0)
    expect(closing).to.deep.equal([
      'closing',
      '2999-12-31',
      '',
      '',
      'USD',
      String(sum(5)),
      String(sum(6)),
      String(sum(5) - sum(6)),
    ])
    expect(rows.at(-1)?.[7]).to.equal(closing?.[7])
  })

  it('gives invoices, payments and refunds as files, with the filters of their lists', async () => {
    const order = await anOrder('in_fulfillment')
    const [invoice] = order.invoices
    const [columns, row, ...others] = await fileOf('exportInvoices', {
      company_id: harbour,
      q: invoice?.number ?? '',
      overdue: false,
    })
    expect(others).to.deep.equal([])
    expect(row).to.have.length(columns?.length ?? 0)
    expect(row?.slice(0, 4)).to.deep.equal([invoice?.id, invoice?.number, 'prepaid', 'paid'])

    const payments = await fileOf('exportPayments', { order_id: order.id, provider: 'stripe' })
    expect(payments).to.have.length(2)
    expect(payments[1]?.slice(5, 10)).to.deep.equal(['USD', '3800', '3800', '0', '0'])
    expect(await fileOf('exportPayments', { order_id: order.id, unapplied: true })).to.have.length(1)

    expect((await fileOf('exportRefunds', { status: 'requires_action' }))[0]?.[0]).to.equal('id')
  })

  it('gives credit notes as a file, with the filters of their list', async () => {
    const lines = [{ kind: 'item', description: 'Survey', unit_amount_minor: 5000 }]
    const { body: invoice } = await done('createInvoice', { body: { company_id: harbour, lines } })
    const params = { invoiceId: invoice.id }
    await done('issueInvoice', { params })
    const credit = async (amount_minor: number, reason: string) =>
      (await done('createCreditNote', { params, body: { amount_minor, reason } })).body
    const notes = [await credit(100, 'Less'), await credit(200, '=Less')].reverse()

    const [columns, ...rows] = await fileOf('exportCreditNotes', {
      company_id: harbour,
      invoice_id: invoice.id,
    })
    expect(columns?.slice(0, 4)).to.deep.equal(['id', 'number', 'invoice_id', 'invoice_number'])
    expect(rows.map((row) => row[0])).to.deep.equal(notes.map(({ id }) => id))
    expect(rows[0]?.slice(8, 12)).to.deep.equal(['USD', '0', '200', "'=Less"])
    const { body: listed } = await done('listCreditNotes', { query: { invoice_id: invoice.id } })
    expect(rows.map((row) => row.slice(12))).to.deep.equal(
      listed.data.map(({ issued_on, issued_at }) => [issued_on, issued_at]),
    )

    const [newest] = notes
    const day = newest?.issued_on ?? ''
    const countOf = async (query: Record<string, string>) => {
      const asked = { invoice_id: invoice.id, ...query }
      const count = (await fileOf('exportCreditNotes', asked)).length - 1
      expect((await done('listCreditNotes', { query: asked })).body.data).to.have.length(count)
      return count
    }
    expect(await countOf({ currency: 'USD', issued_from: day, issued_to: day })).to.equal(2)
    expect(await countOf({ currency: 'CAD' })).to.equal(0)
    expect(await countOf({ issued_from: '2999-12-31' })).to.equal(0)
    expect(await countOf({ issued_to: '2000-01-01' })).to.equal(0)
    expect(await countOf({ order_id: noSuch('ord') })).to.equal(0)
  })

  it('lists nothing as owed where everything was paid', async () => {
    const { body } = await done('listAgedReceivables', { query: { currency: 'JPY', at: '2026-10-31' } })
    expect(body).to.deep.include({ at: '2026-10-31', currency: 'JPY', data: [], has_more: false })
    expect(body.totals).to.include({ total_minor: 0, invoice_count: 0 })
    const aged = await fileOf('exportAgedReceivables', { currency: 'JPY' })
    expect(aged).to.have.length(1)
    expect((await pagesOf('listRefunds', 1)).length).to.be.at.least(0)
  })

  it('refuses what makes no sense, and whoever may not see', async () => {
    const params = { companyId: harbour }
    const backwards = { from: '2026-02-01', to: '2026-01-31' }
    const { errors } = await refused('getStatement', 400, 'request_invalid', { params, query: backwards })
    expect(errors.map(({ pointer }) => pointer)).to.deep.equal(['query/to'])
    await refused('exportStatement', 400, 'request_invalid', { query: { ...backwards, company_id: harbour } })
    await refused('getStatement', 400, 'request_invalid', { params, query: { from: '2026-02-30' } })
    await refused('getStatement', 404, 'not_found', { params: { companyId: nobody } })
    await refused('exportStatement', 404, 'not_found', { query: { company_id: nobody } })
    await refused('exportInvoices', 404, 'not_found', { query: { company_id: nobody } })
    await refused('exportPayments', 404, 'not_found', { query: { company_id: nobody } })
    await refused('exportRefunds', 404, 'not_found', { query: { company_id: nobody } })
    await refused('exportCreditNotes', 404, 'not_found', { query: { company_id: nobody } })
    await refused('listAgedReceivables', 400, 'request_invalid')
    await refused('exportAgedReceivables', 400, 'request_invalid')
    const apiKey = await keyFor(['orders:read'])
    await refused('getStatement', 403, 'permission_missing', { params, apiKey })
    await refused('exportInvoices', 403, 'permission_missing', { apiKey })
  })
})
