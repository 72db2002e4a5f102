import { expect } from 'chai'
import type { OrderView } from '../../src/application/ports/order-reader.ts'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { done, pagesOf, refused } from './call.ts'
import { platform, usePlatform } from './platform-of-suite.ts'
import { anOrder, harbour, keyFor, noSuch, sql } from './world.ts'

const paymentOf = (order: OrderView): string => order.payments[0]?.id ?? ''
const invoiceOf = (order: OrderView): string => order.invoices[0]?.id ?? ''

describe('API: refunds and credit notes', function () {
  this.timeout(20_000)
  usePlatform()

  async function faults(wanted: object): Promise<void> {
    const { simulators, control } = await platform()
    await control(`${simulators.stripe}/control/faults`, wanted, 'PUT')
  }
  afterEach(() => faults({}))

  const ended = (refundId: string) =>
    until(
      'the refund to end',
      async () => (await done('getRefund', { params: { refundId } })).body,
      ({ status }) => status !== 'requested' && status !== 'pending',
    )
  const theInvoice = async (order: OrderView) =>
    (await done('getInvoice', { params: { invoiceId: invoiceOf(order) } })).body

  it('sends a part of a payment back, and credits the invoice by as much', async () => {
    const order = await anOrder('in_fulfillment')
    const params = { paymentId: paymentOf(order) }
    const { headers, body: asked } = await done('createRefund', {
      params,
      body: { amount_minor: 1000, reason: 'Late' },
    })
    expect(asked).to.include({ amount_minor: 1000, origin: 'waybill', reason: 'Late', credited_minor: 0 })
    expect(headers.get('location')).to.equal(`/v1/refunds/${asked.id}`)
    const refund = await ended(asked.id)
    expect(refund).to.include({ status: 'succeeded', credited_minor: 1000 })
    expect(refund.provider_refund_id).to.match(/^re_/)
    const [brief] = refund.credit_notes
    expect(brief?.number).to.match(/^CN-\d{6}$/)

    const { body: note } = await done('getCreditNote', { params: { creditNoteId: brief?.id ?? '' } })
    expect(note).to.include({ invoice_id: invoiceOf(order), refund_id: refund.id, total_minor: 1000 })
    expect(note.lines.map(({ amount_minor }) => amount_minor)).to.deep.equal([1000])
    const invoice = await theInvoice(order)
    expect(invoice).to.include({
      status: 'paid',
      amount_allocated_minor: 2800,
      amount_credited_minor: 1000,
      balance_minor: 0,
    })
    const { body: payments } = await done('listPayments', { query: { order_id: order.id } })
    expect(payments.data[0]).to.include({ allocated_minor: 2800, refunded_minor: 1000, unapplied_minor: 0 })
    const { body: now } = await done('getOrder', { params: { orderId: order.id } })
    expect(now).to.include({ payment_status: 'partially_refunded', balance_minor: 0 })
  })

  it('refuses more than is left, and says how much is', async () => {
    const order = await anOrder('in_fulfillment')
    const params = { paymentId: paymentOf(order) }
    const much = { amount_minor: 3801, reason: 'Too much' }
    const problem = await refused('createRefund', 409, 'amount_exceeds_remaining', { params, body: much })
    expect(problem.details).to.include({ remaining_minor: 3800, currency: 'USD' })
    await done('createRefund', { params, body: { reason: 'All of it' } })
    const nothing = await refused('createRefund', 409, 'amount_exceeds_remaining', {
      params,
      body: { reason: 'Again' },
    })
    expect(nothing.details).to.include({ remaining_minor: 0 })
  })

  it('makes one refund of fifty that are asked for at once', async () => {
    const order = await anOrder('in_fulfillment')
    const { api, apiUrl, apiKey } = await platform()
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const response = await fetch(`${apiUrl}/v1/payments/${paymentOf(order)}/refunds`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${apiKey}`,
            'content-type': 'application/json',
            'idempotency-key': `fifty-${order.id}-${index}`,
          },
          body: JSON.stringify({ reason: 'All at once' }),
        })
        await response.arrayBuffer()
        return response.status
      }),
    )
    expect(answers.filter((status) => status === 201)).to.have.length(1)
    expect(answers.filter((status) => status === 409)).to.have.length(49)
    const { data } = await api.get<{ data: { id: string; amount_minor: number }[] }>(
      `/v1/refunds?payment_id=${paymentOf(order)}`,
    )
    expect(data.map(({ amount_minor }) => amount_minor)).to.deep.equal([3800])
    expect(await ended(data[0]?.id ?? '')).to.include({ status: 'succeeded', credited_minor: 3800 })
    expect(await theInvoice(order)).to.include({ status: 'paid', amount_credited_minor: 3800 })
  })

  it('is asked again under its own key when Stripe’s answer was lost', async () => {
    const order = await anOrder('in_fulfillment')
    await faults({ apiHangUpAfterWriteNext: 1 })
    const { body: asked } = await done('createRefund', {
      params: { paymentId: paymentOf(order) },
      body: { reason: 'Once' },
    })
    await faults({})
    await until(
      'the refund to be there',
      async () => (await done('getRefund', { params: { refundId: asked.id } })).body,
      ({ status }) => status === 'succeeded',
      15_000,
    )
    const { body } = await done('listRefunds', { query: { order_id: order.id, status: 'succeeded' } })
    expect(body.data).to.have.length(1)
  })

  it('lets go of the money when the bank sends it back, and is tried again as another refund', async () => {
    const order = await anOrder('in_fulfillment')
    const { simulators, control } = await platform()
    await faults({ refundPendingNext: 1 })
    const { body: asked } = await done('createRefund', {
      params: { paymentId: paymentOf(order) },
      body: { amount_minor: 500, reason: 'Bounces' },
    })
    const pending = await until(
      'the refund to be at Stripe',
      async () => (await done('getRefund', { params: { refundId: asked.id } })).body,
      ({ status }) => status === 'pending',
    )
    const params = { refundId: asked.id }
    await refused('retryRefund', 409, 'move_not_allowed', { params })
    await control(`${simulators.stripe}/control/refunds/${pending.provider_refund_id ?? ''}`, {
      status: 'failed',
    })
    expect(await ended(asked.id)).to.include({ status: 'failed', credited_minor: 0 })
    const tasks = { query: { order_id: order.id, kind: 'refund_failed' } }
    expect((await done('listTasks', tasks)).body.data).to.have.length(1)

    const { body: retry } = await done('retryRefund', { params })
    expect(retry).to.include({ retry_of: asked.id, amount_minor: 500 })
    expect(await ended(retry.id)).to.include({ status: 'succeeded', credited_minor: 500 })
    expect((await done('listTasks', tasks)).body.data).to.have.length(0)
    await refused('retryRefund', 409, 'move_not_allowed', { params })
  })

  it('credits by hand what was billed wrongly; the money becomes the company’s', async () => {
    const order = await anOrder('in_fulfillment', [
      { sku: 'MNT-KIT-1', quantity: 1 },
      { sku: 'SNS-TEMP-1', quantity: 1 },
    ])
    const invoice = await theInvoice(order)
    const [line] = invoice.lines
    const params = { invoiceId: invoice.id }
    const body = { reason: 'Billed twice', lines: [{ invoice_line_id: line?.id ?? '', amount_minor: 400 }] }
    const { body: note } = await done('createCreditNote', { params, body })
    expect(note).to.include({ total_minor: 400, refund_id: null })
    expect(await theInvoice(order)).to.include({
      status: 'paid',
      amount_credited_minor: 400,
      balance_minor: 0,
    })
    const { body: payments } = await done('listPayments', { query: { order_id: order.id } })
    expect(payments.data[0]).to.include({ unapplied_minor: 400 })

    const over = [{ invoice_line_id: line?.id ?? '', amount_minor: line?.amount_minor ?? 0 }]
    const problem = await refused('createCreditNote', 409, 'amount_exceeds_remaining', {
      params,
      body: { reason: 'Too much', lines: over },
    })
    expect(problem.details).to.include({ remaining_minor: invoice.total_minor - 400 })
    const { body: rest } = await done('createCreditNote', { params, body: { reason: 'The rest' } })
    expect(rest.total_minor).to.equal(invoice.total_minor - 400)
    await refused('createCreditNote', 409, 'amount_exceeds_remaining', { params, body: { reason: 'More' } })
    const { body: list } = await done('listCreditNotes', {
      query: { invoice_id: invoice.id, order_id: order.id, company_id: harbour },
    })
    expect(list.data.map(({ id }) => id)).to.deep.equal([rest.id, note.id])
  })

  it('credits a line with its tax and less its discount, and neither by itself', async () => {
    const { body: draft } = await done('createInvoice', {
      body: {
        company_id: harbour,
        currency: 'USD',
        lines: [
          { kind: 'item', description: 'Survey', unit_amount_minor: 10_000 },
          { kind: 'discount', description: 'Agreed', unit_amount_minor: -1000 },
          { kind: 'tax', tax_name: 'HST', tax_rate_ppm: 130_000 },
        ],
      },
    })
    const params = { invoiceId: draft.id }
    const { body: invoice } = await done('issueInvoice', { params, body: {} })
    const [item, discount, tax] = invoice.lines
    const bodyOf = (line: typeof item, amount_minor: number) => ({
      reason: 'Not made',
      lines: [{ invoice_line_id: line?.id ?? '', amount_minor }],
    })
    for (const line of [discount, tax]) {
      const { details } = await refused('createCreditNote', 409, 'amount_exceeds_remaining', {
        params,
        body: bodyOf(line, 1),
      })
      expect(details).to.have.deep.property('lines', [
        { invoice_line_id: item?.id, remaining_minor: 10_170 },
        { invoice_line_id: discount?.id, remaining_minor: 0 },
        { invoice_line_id: tax?.id, remaining_minor: 0 },
      ])
    }
    const { body: note } = await done('createCreditNote', { params, body: bodyOf(item, 10_170) })
    expect(note).to.include({ total_minor: 10_170, tax_minor: 1170 })
    expect(note.lines.map(({ invoice_line_id }) => invoice_line_id)).to.deep.equal([item?.id])
  })

  it('settles an invoice by payments and credit notes together, wherever it is looked at', async () => {
    const { body: draft } = await done('createInvoice', {
      body: {
        company_id: harbour,
        currency: 'USD',
        lines: [{ kind: 'item', description: 'Survey', quantity: 1, unit_amount_minor: 10_000 }],
      },
    })
    const params = { invoiceId: draft.id }
    await done('issueInvoice', { params, body: {} })
    const { body: note } = await done('createCreditNote', {
      params,
      body: { amount_minor: 4000, reason: 'Half a day' },
    })
    expect((await done('getInvoice', { params })).body).to.include({
      status: 'partially_paid',
      balance_minor: 6000,
    })
    const gone = await refused('voidInvoice', 409, 'invoice_settled', { params, body: { reason: 'Wrong' } })
    expect(gone.details).to.include({ settled_minor: 4000, balance_minor: 6000 })

    const { body: payment } = await done('recordManualPayment', {
      body: {
        company_id: harbour,
        method: 'bank_transfer',
        reference: 'SURVEY',
        received_on: '2026-01-05',
        amount_minor: 10_000,
        currency: 'USD',
      },
    })
    const allocate = (amount_minor: number) => ({
      params: { paymentId: payment.id },
      body: { allocations: [{ invoice_id: draft.id, amount_minor }] },
    })
    await refused('allocatePayment', 409, 'amount_exceeds_remaining', allocate(6001))
    await done('allocatePayment', allocate(6000))
    expect((await done('getInvoice', { params })).body).to.include({ status: 'paid', balance_minor: 0 })

    const documents: (string | null)[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const { body: statement } = await done('getStatement', {
        params: { companyId: harbour },
        query: { limit: 100, currency: 'USD', ...(cursor === undefined ? {} : { cursor }) },
      })
      documents.push(...statement.data.map(({ document }) => document))
      cursor = statement.next_cursor
    }
    expect(documents).to.include(note.number)
    const { body: series } = await done('listInvoiceSeries', {})
    expect(series.data.find((one) => one.series === 'CN')?.gaps).to.deep.equal([])
  })

  it('numbers the credit notes of fifty at once without a gap', async () => {
    const order = await anOrder('in_fulfillment')
    const params = { invoiceId: invoiceOf(order) }
    const body = { amount_minor: 10, reason: 'Ten cents' }
    const notes = await Promise.all(
      Array.from({ length: 50 }, async () => (await done('createCreditNote', { params, body })).body),
    )
    expect(new Set(notes.map(({ number }) => number)).size).to.equal(50)
    expect(await theInvoice(order)).to.include({
      amount_credited_minor: 500,
      balance_minor: 0,
      status: 'paid',
    })
  })

  it('refunds what was paid for a line', async () => {
    const order = await anOrder('in_fulfillment', [
      { sku: 'MNT-KIT-1', quantity: 1 },
      { sku: 'SNS-TEMP-1', quantity: 1 },
    ])
    const { lines } = await theInvoice(order)
    const line = lines[1]
    const params = { paymentId: paymentOf(order) }
    const wanted = [{ invoice_line_id: line?.id ?? '', amount_minor: line?.amount_minor ?? 0 }]
    const { body: asked } = await done('createRefund', {
      params,
      body: { lines: wanted, reason: 'Returned' },
    })
    const refund = await ended(asked.id)
    expect(refund.lines).to.deep.equal(wanted)
    const { body: note } = await done('getCreditNote', {
      params: { creditNoteId: refund.credit_notes[0]?.id ?? '' },
    })
    expect(note.lines.map(({ invoice_line_id }) => invoice_line_id)).to.deep.equal([line?.id])
    await refused('createRefund', 409, 'amount_exceeds_remaining', {
      params,
      body: { lines: wanted, reason: 'Returned again' },
    })
    const first = { invoice_line_id: lines[0]?.id ?? '', amount_minor: 1 }
    const twice = { reason: 'Twice', lines: [first, first] }
    await refused('createRefund', 422, 'body_field_invalid', { params, body: twice })
    await refused('createCreditNote', 422, 'body_field_invalid', {
      params: { invoiceId: invoiceOf(order) },
      body: twice,
    })
    const other = [{ invoice_line_id: noSuch('inl'), amount_minor: 1 }]
    await refused('createRefund', 422, 'body_field_invalid', {
      params,
      body: { lines: other, reason: 'None' },
    })
  })

  it('refunds a line once, also while its first refund is under way', async () => {
    const order = await anOrder('in_fulfillment', [
      { sku: 'MNT-KIT-1', quantity: 1 },
      { sku: 'SNS-TEMP-1', quantity: 1 },
    ])
    const [line, other] = (await theInvoice(order)).lines
    const params = { paymentId: paymentOf(order) }
    const lines = [{ invoice_line_id: line?.id ?? '', amount_minor: line?.amount_minor ?? 0 }]
    await faults({ apiLatencyMs: 1000 })
    const { body: asked } = await done('createRefund', { params, body: { lines, reason: 'Returned' } })
    const problem = await refused('createRefund', 409, 'amount_exceeds_remaining', {
      params,
      body: { lines, reason: 'Returned again' },
    })
    expect((problem.details as { lines: object[] }).lines).to.deep.equal([
      { invoice_line_id: line?.id, remaining_minor: 0 },
      { invoice_line_id: other?.id, remaining_minor: other?.amount_minor },
    ])
    await faults({})
    const refund = await ended(asked.id)
    const creditNoteId = refund.credit_notes[0]?.id ?? ''
    const { body: note } = await done('getCreditNote', { params: { creditNoteId } })
    expect(note.lines.map(({ invoice_line_id }) => invoice_line_id)).to.deep.equal([line?.id])
  })

  it('records how money that came by hand went back', async () => {
    const order = await anOrder('in_fulfillment')
    const paymentId = paymentOf(order)
    await sql("update payment_records set provider = 'manual' where id = $1", [paymentId])
    const params = { paymentId }
    const { errors } = await refused('createRefund', 422, 'body_field_invalid', {
      params,
      body: { reason: 'Overpaid', amount_minor: 300 },
    })
    expect(errors[0]?.pointer).to.equal('/reference')
    const { body: refund } = await done('createRefund', {
      params,
      body: { reason: 'Overpaid', amount_minor: 300, reference: 'Wire 4711' },
    })
    expect(refund).to.include({ status: 'succeeded', reference: 'Wire 4711', credited_minor: 300 })
    await sql("update payment_records set provider = 'stripe' where id = $1", [paymentId])
  })

  it('wants finance, known things and either an amount or lines', async () => {
    const order = await anOrder('in_fulfillment')
    const params = { paymentId: paymentOf(order) }
    const apiKey = await keyFor(['billing:read', 'orders:write'])
    await refused('createRefund', 403, 'permission_missing', { params, apiKey, body: { reason: 'No' } })
    await refused('createRefund', 404, 'not_found', {
      params: { paymentId: noSuch('pay') },
      body: { reason: 'None' },
    })
    const both = {
      reason: 'Both',
      amount_minor: 1,
      lines: [{ invoice_line_id: noSuch('inl'), amount_minor: 1 }],
    }
    await refused('createRefund', 400, 'request_invalid', { params, body: both })
    await refused('getRefund', 404, 'not_found', { params: { refundId: noSuch('rfn') } })
    await refused('retryRefund', 404, 'not_found', { params: { refundId: noSuch('rfn') } })
    await refused('getCreditNote', 404, 'not_found', { params: { creditNoteId: noSuch('crn') } })
    await refused('createCreditNote', 404, 'not_found', {
      params: { invoiceId: noSuch('inv') },
      body: { reason: 'None' },
    })
    expect((await pagesOf('listRefunds', 2, { query: { company_id: harbour } })).length).to.be.at.least(2)
    expect((await pagesOf('listCreditNotes', 20, { query: { company_id: harbour } })).length).to.be.at.least(
      2,
    )
  })

  async function disputed(order: OrderView, wish: object = {}): Promise<{ id: string }> {
    const { simulators, control } = await platform()
    const [payment] = order.payments
    return (await control(`${simulators.stripe}/control/disputes`, {
      payment_intent: payment?.provider_payment_id ?? '',
      ...wish,
    })) as { id: string }
  }
  const decided = async (disputeId: string, outcome: string) => {
    const { simulators, control } = await platform()
    await control(`${simulators.stripe}/control/disputes/${disputeId}`, { outcome })
  }
  const orderUntil = (order: OrderView, what: string, isDone: (read: OrderView) => boolean) =>
    until(what, async () => (await done('getOrder', { params: { orderId: order.id } })).body, isDone)

  it('holds an order while its payment is disputed, and lets it go when the bank decides for us', async () => {
    const order = await anOrder('in_fulfillment')
    const { id } = await disputed(order)
    const held = await orderUntil(order, 'the dispute', (read) => read.payment_status === 'disputed')
    expect(held.blockers.map(({ code }) => code)).to.include.members(['payment_disputed', 'manual_task_open'])
    await refused('createRefund', 409, 'payment_disputed', {
      params: { paymentId: paymentOf(order) },
      body: { reason: 'No' },
    })
    const { body: list } = await done('listDisputes', { query: { order_id: order.id } })
    const [dispute] = list.data
    expect(dispute).to.include({ provider_dispute_id: id, status: 'needs_response', closed_at: null })
    await decided(id, 'won')
    const freed = await orderUntil(order, 'the end', (read) => read.payment_status === 'paid')
    expect(freed.blockers.map(({ code }) => code)).not.to.include('manual_task_open')
    const { body: won } = await done('getDispute', { params: { disputeId: dispute?.id ?? '' } })
    expect(won.status).to.equal('won')
    await refused('getDispute', 404, 'not_found', { params: { disputeId: noSuch('dsp') } })
  })

  it('lets the automation of a disputed order wait, and go on afterwards', async () => {
    const order = await anOrder('in_transit', [{ sku: 'SNS-TEMP-1', quantity: 1 }])
    const { id } = await disputed(order)
    await orderUntil(order, 'the dispute', (read) => read.payment_status === 'disputed')
    const shipmentId = order.shipments[0]?.id ?? ''
    await done('changeShipmentStatus', { params: { shipmentId }, body: { move: 'deliver' } })
    const steps = async () => (await done('listAutomationSteps', { query: { order_id: order.id } })).body.data
    await until(
      'the job of the step to have looked',
      async () =>
        sql<{ status: string }>(
          `select r.status from job_run r join automation_steps s on s.id = r.related_id
          where s.order_id = $1 and r.name = 'run-automation-step'`,
          [order.id],
        ),
      (runs) => runs.some(({ status }) => status === 'completed'),
    )
    expect((await steps()).map(({ status }) => status)).to.deep.equal(['queued'])
    await decided(id, 'won')
    await until('the step to succeed', steps, (read) => read.every(({ status }) => status === 'succeeded'))
  })

  it('books a lost dispute like a refund', async () => {
    const order = await anOrder('in_fulfillment')
    const { id } = await disputed(order)
    await orderUntil(order, 'the dispute', (read) => read.payment_status === 'disputed')
    await decided(id, 'lost')
    const lost = await orderUntil(order, 'the loss', (read) => read.payment_status === 'refunded')
    expect(lost).to.include({ amount_refunded_minor: 3800, amount_credited_minor: 3800, balance_minor: 0 })
    const { body } = await done('listRefunds', { query: { order_id: order.id } })
    expect(body.data.map(({ origin, status }) => ({ origin, status }))).to.deep.equal([
      { origin: 'dispute', status: 'succeeded' },
    ])
  })

  it('keeps every law', async () => {
    expect(await (await platform()).brokenLaws()).to.deep.equal([])
  })
})
