import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import type { Answer } from '../../src/entrypoints/api/contract/operation-shapes.ts'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { call, done, refused } from './call.ts'
import { platform, usePlatform } from './platform-of-suite.ts'
import { anOrder, harbour, keyFor, nobody, noSuch, sql } from './world.ts'

type Invoice = Answer<'getInvoice'>

const written = (more: object = {}) => ({
  company_id: harbour,
  tax_rounding: 'document',
  lines: [
    { kind: 'item', description: 'Installation, two days', quantity: 2, unit_amount_minor: 20_000 },
    { kind: 'discount', description: 'Agreed', unit_amount_minor: -2000 },
    { kind: 'shipping', description: 'Courier', unit_amount_minor: 2000 },
    { kind: 'tax', tax_name: 'QST', tax_rate_ppm: 99_750 },
  ],
  ...more,
})
const draft = async (more: object = {}): Promise<Invoice> =>
  (await done('createInvoice', { body: written(more) })).body
const paramsOf = ({ id }: { id: string }) => ({ invoiceId: id })
const issue = async (invoice: Invoice): Promise<Invoice> =>
  (await done('issueInvoice', { params: paramsOf(invoice) })).body
const gapsOfSeries = async () => (await done('listInvoiceSeries')).body.data.flatMap(({ gaps }) => gaps)

/** A payment of the company that settles so much of an invoice, as if it had come in. */
async function settle(invoice: Invoice, amountMinor: number, status: string): Promise<void> {
  const suffix = invoice.id.slice(4)
  await sql(
    `insert into payment_records
       (id, company_id, provider, provider_payment_id, amount_minor, currency, received_at, created_at)
     values ($1, $2, 'manual', $3, $4, $5, now(), now())`,
    [`pay_${suffix}`, invoice.company_id, `TRANSFER-${suffix}`, amountMinor, invoice.currency],
  )
  await sql(
    `insert into payment_allocations (id, payment_id, invoice_id, company_id, amount_minor, created_at)
     values ($1, $2, $3, $4, $5, now())`,
    [`pal_${suffix}`, `pay_${suffix}`, invoice.id, invoice.company_id, amountMinor],
  )
  await sql(
    `update invoices set status = $2::text, paid_at = case when $2::text = 'paid' then now() end where id = $1`,
    [invoice.id, status],
  )
}

describe('API: invoices', () => {
  usePlatform()

  it('are drafted by hand, without a number, and read again', async () => {
    const { body: invoice, headers } = await done('createInvoice', { body: written() })
    expect(headers.get('location')).to.equal(`/v1/invoices/${invoice.id}`)
    expect(invoice).to.include({
      status: 'draft',
      kind: 'manual',
      number: null,
      due_on: null,
      currency: 'USD',
      subtotal_minor: 42_000,
      discount_minor: 2000,
      tax_minor: 3990,
      total_minor: 43_990,
      tax_rounding: 'document',
      version: 1,
    })
    expect(invoice.lines.map(({ kind, amount_minor }) => [kind, amount_minor])).to.deep.equal([
      ['item', 40_000],
      ['discount', -2000],
      ['shipping', 2000],
      ['tax', 3990],
    ])
    expect(invoice.lines[3]).to.include({ tax_name: 'QST', tax_rate_ppm: 99_750 })
    expect(invoice.bill_to['contact']).to.deep.equal({
      name: 'Delia Ferreira',
      email: 'delia@harbourcold.example',
    })
    expect(invoice.allowed_moves).to.deep.equal(['change', 'discard', 'issue'])
    expect((await done('getInvoice', { params: paramsOf(invoice) })).body).to.deep.equal(invoice)
  })

  it('point to what is wrong in them', async () => {
    const fault = async (lines: object[]) =>
      (await refused('createInvoice', 422, 'body_field_invalid', { body: written({ lines }) })).errors[0]
        ?.pointer
    const line = (kind: string, amount: number) => ({ kind, description: 'x', unit_amount_minor: amount })
    expect(await fault([line('item', -1)])).to.equal('/lines/0/unit_amount_minor')
    expect(await fault([line('item', 5), line('discount', 5)])).to.equal('/lines/1/unit_amount_minor')
    expect(await fault([line('item', 5), line('discount', -6)])).to.equal('/lines')
    const bad = (more: object) => refused('createInvoice', 400, 'request_invalid', { body: written(more) })
    await bad({ lines: [] })
    await bad({ lines: [{ kind: 'tax', tax_name: 'VAT' }] })
    await bad({ lines: [{ ...line('item', 5), tax_name: 'VAT' }] })
    await refused('createInvoice', 422, 'body_field_invalid', { body: written({ currency: 'XXX' }) })
    await refused('createInvoice', 404, 'not_found', { body: written({ company_id: nobody }) })
    await refused('createInvoice', 404, 'not_found', { body: written({ order_id: noSuch('ord') }) })
    const order = await anOrder('draft')
    const foreign = { company_id: 'com_00000000000000000000000003', order_id: order.id }
    await refused('createInvoice', 404, 'not_found', { body: written(foreign) })
    const other = await refused('createInvoice', 409, 'currency_mismatch', {
      body: written({ order_id: order.id, currency: 'CAD' }),
    })
    expect(other.details).to.include({ currency: 'CAD', order_currency: 'USD' })
    expect(await draft({ order_id: order.id })).to.include({ order_id: order.id, order_number: order.number })
  })

  it('change while draft, by version, and count their taxes again', async () => {
    const invoice = await draft()
    const params = paramsOf(invoice)
    const lines = [
      { kind: 'item', description: 'a', quantity: 3, unit_amount_minor: 10 },
      { kind: 'item', description: 'b', unit_amount_minor: 10 },
      { kind: 'tax', tax_name: 'VAT', tax_rate_ppm: 50_000 },
    ]
    const { body: changed } = await done('changeInvoice', { params, version: 1, body: { lines } })
    expect(changed).to.include({ total_minor: 42, tax_minor: 2, tax_rounding: 'document', version: 2 })
    const { body: rounded } = await done('changeInvoice', {
      params,
      version: 2,
      body: { tax_rounding: 'line' },
    })
    expect(rounded).to.include({ total_minor: 43, tax_minor: 3, tax_rounding: 'line', version: 3 })
    await refused('changeInvoice', 412, 'version_stale', { params, version: 2, body: { lines } })
    await refused('changeInvoice', 428, 'version_required', { params, body: { lines } })
  })

  it('are issued with number and dates by whoever holds finance, and frozen', async () => {
    const invoice = await draft()
    const params = paramsOf(invoice)
    const apiKey = await keyFor(['billing:read', 'billing:write'])
    await refused('issueInvoice', 403, 'permission_missing', { params, apiKey })
    const { body: issued } = await done('issueInvoice', { params, apiKey: await keyFor(['finance']) })
    expect(issued).to.include({ status: 'issued', balance_minor: 43_990, version: 2 })
    expect(issued.number).to.match(/^INV-\d{6}$/)
    const days = (Date.parse(issued.due_on ?? '') - Date.parse(issued.issued_on ?? '')) / 86_400_000
    const { body: company } = await done('getCompany', { params: { companyId: issued.company_id } })
    expect(days).to.equal(company.payment_terms_days)
    expect(issued.allowed_moves).to.deep.equal(['void'])
    await refused('issueInvoice', 409, 'move_not_allowed', { params })
    await refused('discardInvoice', 409, 'move_not_allowed', { params })
    await refused('changeInvoice', 409, 'move_not_allowed', {
      params,
      version: 2,
      body: { tax_rounding: 'line' },
    })
    expect(await gapsOfSeries()).to.deep.equal([])
  })

  it('bill to what the company is when they are issued, not when they were drafted', async () => {
    const invoice = await draft()
    await sql('update companies set name = $2 where id = $1', [harbour, 'Harbour Cold Storage Ltd.'])
    try {
      expect((await issue(invoice)).bill_to['company_name']).to.equal('Harbour Cold Storage Ltd.')
    } finally {
      await sql('update companies set name = $2 where id = $1', [harbour, 'Harbour Cold Storage Inc.'])
    }
  })

  it('keep what they say against whoever writes to the database', async () => {
    const issued = await issue(await draft())
    for (const change of [
      'total_minor = total_minor + 1, subtotal_minor = subtotal_minor + 1',
      "number = 'INV-999999'",
      'due_on = due_on + 30',
      "bill_to = '{}'",
      "status = 'draft', number = null",
    ]) {
      const error = await sql(`update invoices set ${change} where id = $1`, [issued.id]).catch(String)
      expect(error, change).to.match(/is frozen/)
    }
    const lines = await sql('update invoice_lines set description = $2 where invoice_id = $1', [
      issued.id,
      'x',
    ]).catch(String)
    expect(lines).to.match(/are frozen/)
    const added = await sql(
      `insert into invoice_lines
         (id, invoice_id, company_id, position, description, quantity, unit_amount_minor, amount_minor)
       values ($1, $2, $3, 9, 'More', 1, 1, 1)`,
      [`inl_${issued.id.slice(4)}`, issued.id, harbour],
    ).catch(String)
    expect(added).to.match(/are not its total/)
    expect(await sql('delete from invoices where id = $1', [issued.id]).catch(String)).to.match(/is frozen/)
  })

  it('worth nothing are paid as they are issued', async () => {
    const free = await draft({ lines: [{ kind: 'item', description: 'Goodwill', unit_amount_minor: 0 }] })
    expect(await issue(free)).to.include({ status: 'paid', balance_minor: 0 })
  })

  it('are discarded while draft and leave no number', async () => {
    const invoice = await draft()
    const { body: gone } = await done('discardInvoice', { params: paramsOf(invoice) })
    expect(gone).to.include({ status: 'void', number: null, void_reason: null })
    expect(gone.allowed_moves).to.deep.equal([])
    await refused('issueInvoice', 409, 'move_not_allowed', { params: paramsOf(invoice) })
    expect(await gapsOfSeries()).to.deep.equal([])
  })

  it('are voided with a reason and keep their number', async () => {
    const issued = await issue(await draft())
    const params = paramsOf(issued)
    const body = { reason: 'Sent to the wrong company.' }
    await refused('voidInvoice', 403, 'permission_missing', {
      params,
      body,
      apiKey: await keyFor(['billing:write']),
    })
    const { body: gone } = await done('voidInvoice', { params, body })
    expect(gone).to.include({ status: 'void', number: issued.number, void_reason: body.reason })
    expect(gone).to.include({ balance_minor: 0, is_overdue: false })
    await refused('voidInvoice', 409, 'move_not_allowed', { params, body })
    await refused('voidInvoice', 409, 'move_not_allowed', { params: paramsOf(await draft()), body })
    expect(await gapsOfSeries()).to.deep.equal([])
  })

  it('that are paid, wholly or in part, point to the credit note instead', async () => {
    const body = { reason: 'Too late.' }
    const partly = await issue(await draft())
    await settle(partly, 1000, 'partially_paid')
    const first = await refused('voidInvoice', 409, 'invoice_settled', { params: paramsOf(partly), body })
    expect(first.details).to.include({
      settled_minor: 1000,
      balance_minor: 42_990,
      correct_with: 'credit_note',
    })
    const paid = await issue(await draft())
    await settle(paid, 43_990, 'paid')
    await refused('voidInvoice', 409, 'invoice_settled', { params: paramsOf(paid), body })
  })

  it('are issued by fifty at once without a gap and without a number twice', async function () {
    this.timeout(60_000)
    const before = (await done('listInvoiceSeries')).body.data.find(({ series }) => series === 'INV')
    const drafts = await Promise.all(Array.from({ length: 50 }, () => draft()))
    const issued = await Promise.all(drafts.map(issue))
    const numbers = issued.map(({ sequence_number }) => sequence_number ?? 0).sort((a, b) => a - b)
    const first = numbers[0] ?? 0
    expect(numbers).to.deep.equal(Array.from({ length: 50 }, (_, index) => first + index))
    const after = (await done('listInvoiceSeries')).body.data.find(({ series }) => series === 'INV')
    expect(after).to.deep.include({ gaps: [], last_number: (before?.last_number ?? 0) + 50 })
  })

  it('are issued once by fifty at once', async function () {
    this.timeout(60_000)
    const invoice = await draft()
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => call('issueInvoice', { params: paramsOf(invoice) })),
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).to.deep.equal([200, ...Array.from({ length: 49 }, () => 409)])
    expect(await gapsOfSeries()).to.deep.equal([])
  })

  it('answer the same key the same, and issue once', async () => {
    const invoice = await draft()
    const key = randomUUID()
    const params = paramsOf(invoice)
    const { body: first } = await done('issueInvoice', { params, key })
    const { body: again, headers } = await done('issueInvoice', { params, key })
    expect(again).to.deep.equal(first)
    expect(headers.get('idempotent-replayed')).to.equal('true')
  })

  it('of an unpaid order are issued on terms, once by fifty at once', async function () {
    this.timeout(60_000)
    const order = await anOrder('draft')
    const params = { orderId: order.id }
    const apiKey = await keyFor(['billing:write', 'orders:write'])
    await refused('invoiceOrder', 403, 'permission_missing', { params, apiKey })
    const answers = await Promise.all(Array.from({ length: 50 }, () => call('invoiceOrder', { params })))
    expect(answers.filter(({ status }) => status === 201)).to.have.length(1)
    expect(answers.filter(({ status }) => status === 409)).to.have.length(49)
    const invoice = answers.find(({ status }) => status === 201)?.body as Invoice
    expect(invoice).to.include({ kind: 'terms', status: 'issued', total_minor: 3800, order_id: order.id })
    expect(invoice.lines[0]).to.include({ order_item_id: order.items[0]?.id, kind: 'item' })
    const again = await refused('invoiceOrder', 409, 'already_exists', { params })
    expect(again.details).to.include({ invoice_id: invoice.id, number: invoice.number })
    expect(await gapsOfSeries()).to.deep.equal([])
    await refused('acceptPrices', 409, 'invoice_frozen', {
      params,
      body: { prices: [{ order_item_id: order.items[0]?.id, unit_amount_minor: 1900, currency: 'USD' }] },
    })
    await refused('invoiceOrder', 404, 'not_found', { params: { orderId: noSuch('ord') } })
  })

  it('on terms are settled when the order is paid after all, and no second one is made', async function () {
    this.timeout(30_000)
    const order = await anOrder('awaiting_payment')
    const { body: invoice } = await done('invoiceOrder', { params: { orderId: order.id } })
    const { simulators, control } = await platform()
    const session = order.checkout_session?.provider_session_id ?? ''
    await control(`${simulators.stripe}/control/sessions/${session}/pay`, { outcome: 'succeed' })
    const { body: paid } = await until(
      'the invoice to be settled',
      () => done('getInvoice', { params: paramsOf(invoice) }),
      ({ body }) => body.status === 'paid',
    )
    expect(paid).to.include({ balance_minor: 0, number: invoice.number, kind: 'terms' })
    const { body: all } = await done('listInvoices', { query: { order_id: order.id } })
    expect(all.data).to.have.length(1)
    await refused('invoiceOrder', 409, 'already_exists', { params: { orderId: order.id } })
  })

  it('on terms are voided when their order is cancelled, and it is not billed again', async () => {
    const order = await anOrder('draft')
    const params = { orderId: order.id }
    const { body: invoice } = await done('invoiceOrder', { params })
    await done('cancelOrder', { params, body: { reason: 'Changed their mind.' } })
    const { body: gone } = await until(
      'the invoice to be voided',
      () => done('getInvoice', { params: paramsOf(invoice) }),
      ({ body }) => body.status === 'void',
    )
    expect(gone.void_reason).to.equal('The order was cancelled.')
    const refusal = await refused('invoiceOrder', 409, 'move_not_allowed', { params })
    expect(refusal.details).to.include({ current: 'cancelled' })
  })

  it('on terms ask for the current prices when the old ones are no longer held', async () => {
    const order = await anOrder('draft')
    await sql("update orders set prices_expire_at = now() - interval '1 minute' where id = $1", [order.id])
    await refused('invoiceOrder', 409, 'prices_expired', { params: { orderId: order.id } })
  })

  it('are numbered in series of a legal entity, with every gap in sight', async () => {
    const { body } = await done('listInvoiceSeries')
    expect(body.data.map(({ series, document }) => [series, document])).to.deep.include.members([
      ['CN', 'credit_note'],
      ['INV', 'invoice'],
    ])
    expect(body.data.find(({ series }) => series === 'CN')).to.include({
      legal_entity: 'MAIN',
      prefix: 'CN-',
    })
  })
})
