import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import pg from 'pg'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { insertInboxEntry, insertInvoice } from '../support/issued-invoices.ts'
import { call, done, refused } from './call.ts'
import { platform, usePlatform } from './platform-of-suite.ts'
import { anOrder, harbour, keyFor, noSuch, sql } from './world.ts'

describe('API: payments', () => {
  usePlatform()

  async function aCompany(): Promise<string> {
    const body = { name: 'Payer Inc.', legacy_ref: `LEG-${randomUUID()}`, currency: 'USD' }
    return (await done('createCompany', { body })).body.id
  }

  const transfer = (companyId: string, amountMinor: number, given: object = {}) => ({
    company_id: companyId,
    method: 'bank_transfer',
    reference: `WIRE ${randomUUID()}`,
    received_on: '2026-03-02',
    amount_minor: amountMinor,
    currency: 'USD',
    ...given,
  })

  const aPayment = async (companyId: string, amountMinor: number, given: object = {}) =>
    (await done('recordManualPayment', { body: transfer(companyId, amountMinor, given) })).body

  async function anInvoice(companyId: string, totalMinor: number, given: object = {}): Promise<string> {
    const { databaseUrl } = await platform()
    return insertInvoice(databaseUrl, { companyId, totalMinor, ...given })
  }

  async function inboxEntry(
    companyId: string | null,
    amountMinor: number,
    provider: 'stripe' | 'manual' = 'stripe',
  ) {
    const { databaseUrl } = await platform()
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    try {
      return await insertInboxEntry(client, { companyId, amountMinor, provider })
    } finally {
      await client.end()
    }
  }

  const settling = (paymentId: string, ...shares: [invoiceId: string, amountMinor: number][]) => ({
    params: { paymentId },
    body: { allocations: shares.map(([invoice_id, amount_minor]) => ({ invoice_id, amount_minor })) },
  })

  const invoiceOf = async (invoiceId: string) => (await done('getInvoice', { params: { invoiceId } })).body
  const creditOf = async (companyId: string) =>
    (await done('getCompanyCredit', { params: { companyId } })).body

  describe('recorded by hand', () => {
    it("are the company's credit, on the day they came in", async () => {
      const companyId = await aCompany()
      await sql("update companies set time_zone = 'America/Toronto' where id = $1", [companyId])
      const body = transfer(companyId, 5000, { method: 'cheque', reference: 'No. 1001' })
      const { headers, body: payment } = await done('recordManualPayment', { body })
      expect(headers.get('location')).to.equal(`/v1/payments/${payment.id}`)
      expect(payment).to.include({ provider: 'manual', method: 'cheque', reference: 'No. 1001' })
      expect(payment).to.include({ amount_minor: 5000, unapplied_minor: 5000, order_id: null })
      expect(payment.received_at).to.equal('2026-03-02T05:00:00.000Z')
      expect((await done('getPayment', { params: { paymentId: payment.id } })).body).to.deep.equal(payment)
      const { body: list } = await done('listPayments', { query: { company_id: companyId } })
      expect(list.data.map(({ reference }) => reference)).to.deep.equal(['No. 1001'])
      const credit = await creditOf(companyId)
      expect(credit.balances).to.deep.equal([{ currency: 'USD', available_minor: 5000, in_inbox_minor: 0 }])
      expect(credit.payments[0]).to.include({ payment_id: payment.id, left_minor: 5000 })
    })

    it('are refused when the same one is there already, and name it', async () => {
      const companyId = await aCompany()
      const body = transfer(companyId, 5000)
      const { body: payment } = await done('recordManualPayment', { body })
      const { details } = await refused('recordManualPayment', 409, 'already_exists', { body })
      expect(details).to.deep.equal({ payment_id: payment.id })
      await done('recordManualPayment', { body: { ...body, amount_minor: 5001 } })
    })

    it('are refused for a day to come, an unknown company or currency, and without the permission', async () => {
      const body = transfer(harbour, 100)
      const tomorrow = new Date(Date.now() + 36 * 3_600_000).toISOString().slice(0, 10)
      const future = { body: { ...body, received_on: tomorrow } }
      const { errors } = await refused('recordManualPayment', 422, 'body_field_invalid', future)
      expect(errors[0]?.pointer).to.equal('/received_on')
      const unknown = { body: { ...body, company_id: noSuch('com') } }
      await refused('recordManualPayment', 404, 'not_found', unknown)
      await refused('recordManualPayment', 422, 'body_field_invalid', { body: { ...body, currency: 'XXX' } })
      for (const wrong of [
        { amount_minor: 0 },
        { amount_minor: 1.5 },
        { method: 'cash' },
        { reference: ' ' },
        { received_on: '2026-02-30' },
      ]) {
        await refused('recordManualPayment', 400, 'request_invalid', { body: { ...body, ...wrong } })
      }
      const apiKey = await keyFor(['billing:read'])
      await refused('recordManualPayment', 403, 'permission_missing', { body, apiKey })
    })
  })

  describe('allocated to invoices', () => {
    it('are listed as unapplied exactly while something is left of them', async () => {
      const companyId = await aCompany()
      const invoice = await anInvoice(companyId, 1000)
      const { id } = await aPayment(companyId, 1000)
      const params = { paymentId: id }
      const isListed = async () => {
        const query = { company_id: companyId, unapplied: true }
        const { body } = await done('listPayments', { query })
        const marks = await sql('select is_unapplied from payment_records where id = $1', [id])
        expect(marks).to.deep.equal([{ is_unapplied: body.data.length === 1 }])
        return body.data.length === 1
      }
      expect(await isListed()).to.equal(true)
      await done('allocatePayment', settling(id, [invoice, 400]))
      expect(await isListed()).to.equal(true)
      const { body } = await done('allocatePayment', settling(id, [invoice, 600]))
      expect(await isListed()).to.equal(false)
      await done('reversePaymentAllocation', {
        params: { ...params, allocationId: body.allocations[0]?.id ?? '' },
        body: { reason: 'Wrong invoice' },
      })
      expect(await isListed()).to.equal(true)
      await done('createRefund', { params, body: { amount_minor: 400, reason: 'Back', reference: 'TRF 1' } })
      expect(await isListed()).to.equal(false)
    })

    it('settle them in part and in full, and what is left stays credit', async () => {
      const companyId = await aCompany()
      const [first, second] = [await anInvoice(companyId, 1000), await anInvoice(companyId, 2000)]
      const { id } = await aPayment(companyId, 4000)
      const { body: payment } = await done('allocatePayment', settling(id, [first, 400], [second, 2000]))
      expect(payment).to.include({ allocated_minor: 2400, unapplied_minor: 1600 })
      expect(await invoiceOf(first)).to.include({
        status: 'partially_paid',
        balance_minor: 600,
        paid_at: null,
      })
      const paid = await invoiceOf(second)
      expect(paid).to.include({ status: 'paid', balance_minor: 0, version: 2 })
      expect(paid.paid_at).to.be.a('string')
      // Two shares of one invoice are added up.
      await done('allocatePayment', settling(id, [first, 100], [first, 500]))
      expect((await invoiceOf(first)).allocations.map(({ amount_minor }) => amount_minor)).to.deep.equal([
        400, 600,
      ])
      expect((await creditOf(companyId)).balances).to.deep.equal([
        { currency: 'USD', available_minor: 1000, in_inbox_minor: 0 },
      ])
      const events = await sql<{ event_type: string }>(
        `select event_type from (
           select event_type, aggregate_id, occurred_at from domain_event
           union all select event_type, aggregate_id, occurred_at from outbox
         ) e where aggregate_id = $1 order by occurred_at`,
        [first],
      )
      expect(events.map(({ event_type }) => event_type)).to.deep.equal([
        'invoice.partially_paid',
        'invoice.paid',
      ])
    })

    it('are refused beyond what is left on either side, with what is left', async () => {
      const companyId = await aCompany()
      const [small, large] = [await anInvoice(companyId, 100), await anInvoice(companyId, 9000)]
      const { id } = await aPayment(companyId, 500)
      const { details } = await refused(
        'allocatePayment',
        409,
        'amount_exceeds_remaining',
        settling(id, [small, 60], [small, 60], [large, 500]),
      )
      expect(details).to.deep.equal({
        currency: 'USD',
        payment: { payment_id: id, left_minor: 500, asked_minor: 620 },
        invoices: [{ invoice_id: small, left_minor: 100, asked_minor: 120 }],
      })
      expect(await invoiceOf(small)).to.include({ status: 'issued', version: 1 })
    })

    it('are refused for another currency with both, another company, a void invoice, and what is not there', async () => {
      const companyId = await aCompany()
      const { id } = await aPayment(companyId, 500)
      const inEuro = await anInvoice(companyId, 100, { currency: 'EUR' })
      const { details } = await refused(
        'allocatePayment',
        409,
        'currency_mismatch',
        settling(id, [inEuro, 1]),
      )
      expect(details).to.include({ payment_currency: 'USD', invoice_currency: 'EUR' })
      const foreign = await anInvoice(await aCompany(), 100)
      await refused('allocatePayment', 409, 'payment_of_other_company', settling(id, [foreign, 1]))
      const gone = await anInvoice(companyId, 100)
      await sql("update invoices set status = 'void', voided_at = now() where id = $1", [gone])
      const problem = await refused('allocatePayment', 409, 'move_not_allowed', settling(id, [gone, 1]))
      expect(problem.details).to.include({ current: 'void', move: 'record_allocation' })
      await refused('allocatePayment', 404, 'not_found', settling(id, [noSuch('inv'), 1]))
      const mine = await anInvoice(companyId, 100)
      await refused('allocatePayment', 404, 'not_found', settling(noSuch('pay'), [mine, 1]))
      await refused('getPayment', 404, 'not_found', { params: { paymentId: noSuch('pay') } })
      await refused('getCompanyCredit', 404, 'not_found', { params: { companyId: noSuch('com') } })
    })

    it('once for one Idempotency-Key', async () => {
      const companyId = await aCompany()
      const invoiceId = await anInvoice(companyId, 1000)
      const { id } = await aPayment(companyId, 1000)
      const request = { ...settling(id, [invoiceId, 300]), key: randomUUID() }
      const { body: first } = await done('allocatePayment', request)
      const { body: again } = await done('allocatePayment', request)
      expect(again).to.deep.equal(first)
      expect((await invoiceOf(invoiceId)).balance_minor).to.equal(700)
    })

    it("pay the invoice's order, which counts what was allocated by hand", async () => {
      const order = await anOrder('draft')
      const invoiceId = await anInvoice(harbour, 3800, { orderId: order.id })
      const { id } = await aPayment(harbour, 5000)
      await done('allocatePayment', settling(id, [invoiceId, 1800]))
      const read = async () => (await done('getOrder', { params: { orderId: order.id } })).body
      expect(await read()).to.include({ payment_status: 'partially_paid', amount_paid_minor: 1800 })
      await done('allocatePayment', settling(id, [invoiceId, 2000]))
      expect(await read()).to.include({ payment_status: 'paid', balance_minor: 0 })
      const { body } = await done('listOrders', { query: { q: order.number } })
      expect(body.data[0]?.payment_status).to.equal('paid')
    })
  })

  describe('taken back', () => {
    it('are credit again, once, and the invoice waits for money again', async () => {
      const companyId = await aCompany()
      const invoiceId = await anInvoice(companyId, 1000)
      const { id: paymentId } = await aPayment(companyId, 1000)
      await done('allocatePayment', settling(paymentId, [invoiceId, 300]))
      const { body: payment } = await done('allocatePayment', settling(paymentId, [invoiceId, 700]))
      const [first, second] = payment.allocations.map(({ id }) => id)
      const reverse = async (allocationId = '') =>
        (
          await done('reversePaymentAllocation', {
            params: { paymentId, allocationId },
            body: { reason: 'Meant for another invoice.' },
          })
        ).body
      const { allocations } = await reverse(first)
      expect(allocations[0]).to.include({ id: first, reversal_reason: 'Meant for another invoice.' })
      expect(await invoiceOf(invoiceId)).to.include({
        status: 'partially_paid',
        balance_minor: 300,
        paid_at: null,
      })
      const again = await reverse(first)
      expect(again.allocations).to.deep.equal(allocations)
      await reverse(second)
      expect(await invoiceOf(invoiceId)).to.include({ status: 'issued', balance_minor: 1000, version: 5 })
      expect((await creditOf(companyId)).balances[0]?.available_minor).to.equal(1000)
      await done('allocatePayment', settling(paymentId, [await anInvoice(companyId, 1000), 1000]))

      const { id: otherId } = await aPayment(companyId, 1)
      const body = { reason: 'Not its own.' }
      const notIts = { params: { paymentId: otherId, allocationId: first ?? '' }, body }
      await refused('reversePaymentAllocation', 404, 'not_found', notIts)
      const nothing = { params: { paymentId, allocationId: noSuch('pal') }, body }
      await refused('reversePaymentAllocation', 404, 'not_found', nothing)
      const silent = { params: { paymentId, allocationId: first ?? '' }, body: { reason: '' } }
      await refused('reversePaymentAllocation', 400, 'request_invalid', silent)
    })
  })

  describe('in the inbox', () => {
    const entryOf = async (entryId: string) => {
      const { body } = await done('listUnappliedPayments', { query: { limit: 100 } })
      return body.data.find(({ id }) => id === entryId)
    }

    it('come with the invoices that they may settle, the likeliest first, and settle them', async () => {
      const companyId = await aCompany()
      const [oldest, exact] = [await anInvoice(companyId, 700), await anInvoice(companyId, 1000)]
      await anInvoice(companyId, 1000, { currency: 'EUR' })
      await anInvoice(await aCompany(), 1000)
      const { entryId, paymentId } = await inboxEntry(companyId, 1000)
      const entry = await entryOf(entryId)
      expect(entry?.suggestions).to.deep.equal(['apply', 'link_to_order', 'hold_as_credit', 'refund'])
      expect(entry?.suggested_allocations.map(({ invoice_id }) => invoice_id)).to.deep.equal([exact])
      expect((await creditOf(companyId)).balances[0]).to.include({ available_minor: 0, in_inbox_minor: 1000 })

      const larger = await entryOf((await inboxEntry(companyId, 1200)).entryId)
      expect(larger?.suggested_allocations.map((one) => [one.invoice_id, one.amount_minor])).to.deep.equal([
        [oldest, 700],
        [exact, 500],
      ])

      const params = { unappliedPaymentId: entryId }
      const { body } = settling(paymentId, [exact, 400])
      const { body: applied } = await done('applyUnappliedPayment', { params, body })
      expect(applied).to.include({ status: 'resolved', resolution: 'applied', left_minor: 600 })
      expect(await invoiceOf(exact)).to.include({ status: 'partially_paid', balance_minor: 600 })
      expect((await creditOf(companyId)).balances[0]?.available_minor).to.equal(600)
      const { details } = await refused('applyUnappliedPayment', 409, 'move_not_allowed', { params, body })
      expect(details).to.include({ payment_id: paymentId, resolution: 'applied' })
      await refused('holdUnappliedPayment', 409, 'move_not_allowed', { params, body: {} })
      const { body: resolved } = await done('listUnappliedPayments', {
        query: { status: 'resolved', limit: 100 },
      })
      expect(resolved.data.map(({ id }) => id)).to.include(entryId)
    })

    it('are of the company whose invoices they settle, where nobody knew', async () => {
      const companyId = await aCompany()
      const { entryId, paymentId } = await inboxEntry(null, 1000)
      const { body } = settling(paymentId, [await anInvoice(companyId, 1000), 1000])
      const { body: applied } = await done('applyUnappliedPayment', {
        params: { unappliedPaymentId: entryId },
        body,
      })
      expect(applied.company_id).to.equal(companyId)
      const { body: payment } = await done('getPayment', { params: { paymentId } })
      expect(payment.company_id).to.equal(companyId)
      const mixed = await inboxEntry(null, 1000)
      const two = settling(
        mixed.paymentId,
        [await anInvoice(companyId, 1), 1],
        [await anInvoice(harbour, 1), 1],
      )
      await refused('applyUnappliedPayment', 409, 'payment_of_other_company', {
        params: { unappliedPaymentId: mixed.entryId },
        body: two.body,
      })
    })

    it('leave it when they are allocated as payments', async () => {
      const companyId = await aCompany()
      const { entryId, paymentId } = await inboxEntry(companyId, 1000)
      await done('allocatePayment', settling(paymentId, [await anInvoice(companyId, 1000), 1000]))
      expect(await entryOf(entryId)).to.equal(undefined)
    })

    /** Money that Stripe has, waiting because it is not what the order asks for. */
    async function mismatched() {
      const order = await anOrder('awaiting_payment')
      await sql('update checkout_sessions set amount_minor = amount_minor + 1 where order_id = $1', [
        order.id,
      ])
      const { simulators, control } = await platform()
      const session = order.checkout_session?.provider_session_id ?? ''
      await control(`${simulators.stripe}/control/sessions/${session}/pay`, { outcome: 'succeed' })
      const { body } = await until(
        'the inbox',
        () => done('listUnappliedPayments', { query: { limit: 100 } }),
        (answer) => answer.body.data.some(({ order_id }) => order_id === order.id),
      )
      return body.data.find(({ order_id }) => order_id === order.id)!
    }
    const refundsOf = async (paymentId: string) =>
      (await done('listRefunds', { query: { payment_id: paymentId } })).body.data

    it('are sent back, once however often and by how many it is asked', async () => {
      const { id, payment_id: paymentId, amount_minor: amountMinor } = await mismatched()
      const request = { params: { unappliedPaymentId: id }, body: { reason: 'Not what was ordered.' } }
      const answers = await Promise.all(
        Array.from({ length: 5 }, async () => (await done('refundUnappliedPayment', request)).body),
      )
      for (const answer of answers)
        expect(answer).to.include({ status: 'resolved', resolution: 'refunded', left_minor: 0 })
      expect(answers[0]?.resolution_note).to.equal('Not what was ordered.')
      expect(new Set(answers.map(({ refund_id }) => refund_id)).size).to.equal(1)
      const [refund] = await until(
        'the refund',
        () => refundsOf(paymentId),
        (all) => all.every(({ status }) => status === 'succeeded'),
      )
      expect(refund).to.include({ id: answers[0]?.refund_id, amount_minor: amountMinor, credited_minor: 0 })
      expect(await refundsOf(paymentId)).to.have.length(1)
      expect((await done('refundUnappliedPayment', request)).body.refund_id).to.equal(refund?.id)
      const { params } = request
      await refused('holdUnappliedPayment', 409, 'move_not_allowed', { params, body: {} })
      const { body: payment } = await done('getPayment', { params: { paymentId } })
      expect(payment).to.include({ refunded_minor: amountMinor, unapplied_minor: 0 })

      // The bank may still send it back.
      const { simulators, control } = await platform()
      const atStripe = refund?.provider_refund_id ?? ''
      await control(`${simulators.stripe}/control/refunds/${atStripe}`, { status: 'failed' })
      const waiting = await until(
        'the money to wait again',
        () => entryOf(id),
        (entry) => entry !== undefined,
      )
      expect(waiting).to.include({ status: 'open', left_minor: amountMinor })
    })

    it('leave it when they are refunded as payments, here or in the dashboard of Stripe', async () => {
      const here = await mismatched()
      const params = { paymentId: here.payment_id }
      await done('createRefund', { params, body: { amount_minor: 100, reason: 'A part' } })
      expect(await entryOf(here.id)).to.include({ left_minor: here.amount_minor - 100 })
      const { body: rest } = await done('createRefund', { params, body: { reason: 'The rest' } })
      expect(await entryOf(here.id)).to.equal(undefined)
      const { body: resolved } = await done('listUnappliedPayments', {
        query: { status: 'resolved', limit: 100 },
      })
      const entry = resolved.data.find(({ id }) => id === here.id)
      expect(entry).to.include({ resolution: 'refunded', refund_id: rest.id, resolution_note: 'The rest' })

      const there = await mismatched()
      const { simulators, control } = await platform()
      const payment_intent = there.provider_payment_id
      await control(`${simulators.stripe}/control/refunds`, { payment_intent })
      await until(
        'the inbox to hear of it',
        () => entryOf(there.id),
        (open) => open === undefined,
      )
    })

    it('wait again when the refund fails, and leave once more when it is tried again', async () => {
      const companyId = await aCompany()
      // Stripe does not know this payment.
      const { entryId, paymentId } = await inboxEntry(companyId, 1000)
      const params = { unappliedPaymentId: entryId }
      const { body: asked } = await done('refundUnappliedPayment', { params, body: { reason: 'Twice' } })
      expect(asked.status).to.equal('resolved')
      const again = await until(
        'the money to wait again',
        () => entryOf(entryId),
        (entry) => entry !== undefined,
      )
      expect(again).to.include({ status: 'open', left_minor: 1000, refund_id: asked.refund_id })
      expect(again?.resolution).to.equal(null)
      const [failed] = await refundsOf(paymentId)
      expect(failed?.status).to.equal('failed')
      const { body: retry } = await done('retryRefund', { params: { refundId: failed?.id ?? '' } })
      const open = await until(
        'the second attempt to fail',
        () => entryOf(entryId),
        (entry) => entry?.refund_id === retry.id,
      )
      expect(open?.status).to.equal('open')
      await done('holdUnappliedPayment', { params, body: {} })
      await refused('refundUnappliedPayment', 409, 'move_not_allowed', { params, body: { reason: 'Late' } })
    })

    it('leave it when the bank takes them back', async () => {
      const entry = await mismatched()
      const { simulators, control } = await platform()
      const disputes = `${simulators.stripe}/control/disputes`
      const { id } = (await control(disputes, { payment_intent: entry.provider_payment_id })) as {
        id: string
      }
      await control(`${disputes}/${id}`, { outcome: 'lost' })
      await until(
        'the loss to be booked',
        () => refundsOf(entry.payment_id),
        ([refund]) => refund?.origin === 'dispute',
      )
      expect(await entryOf(entry.id)).to.equal(undefined)
      const problem = await refused('holdUnappliedPayment', 409, 'move_not_allowed', {
        params: { unappliedPaymentId: entry.id },
        body: {},
      })
      expect(problem.details).to.include({ current: 'resolved', resolution: 'refunded' })
    })

    it('go back by hand when they came by hand, with how', async () => {
      const { entryId, paymentId } = await inboxEntry(await aCompany(), 1000, 'manual')
      const params = { unappliedPaymentId: entryId }
      const silent = { params, body: { reason: 'Not ours' } }
      const { errors } = await refused('refundUnappliedPayment', 422, 'body_field_invalid', silent)
      expect(errors[0]?.pointer).to.equal('/reference')
      expect(await entryOf(entryId)).to.include({ status: 'open', left_minor: 1000 })
      const body = { reason: 'Not ours', reference: 'WIRE BACK 7' }
      const { body: resolved } = await done('refundUnappliedPayment', { params, body })
      expect(resolved).to.include({ status: 'resolved', resolution: 'refunded' })
      expect(await refundsOf(paymentId)).to.have.length(1)
      await refused('refundUnappliedPayment', 404, 'not_found', {
        params: { unappliedPaymentId: noSuch('unp') },
        body,
      })
      const apiKey = await keyFor(['billing:read'])
      await refused('refundUnappliedPayment', 403, 'permission_missing', { params, body, apiKey })
    })

    it('are held as the credit of a company, with a note, and twice is once', async () => {
      const companyId = await aCompany()
      const { entryId } = await inboxEntry(null, 1000)
      const params = { unappliedPaymentId: entryId }
      const hold = (body: object) => ({ params, body })
      const { errors } = await refused('holdUnappliedPayment', 422, 'body_field_invalid', hold({}))
      expect(errors[0]?.pointer).to.equal('/company_id')
      const ours = { company_id: companyId, note: 'For the next order.' }
      const { body: held } = await done('holdUnappliedPayment', hold(ours))
      expect(held).to.include({ resolution: 'held_as_credit', resolution_note: 'For the next order.' })
      expect(held.company_id).to.equal(companyId)
      expect((await done('holdUnappliedPayment', hold(ours))).body).to.deep.equal(held)
      expect((await creditOf(companyId)).balances[0]?.available_minor).to.equal(1000)

      const known = await inboxEntry(companyId, 1000)
      await refused('holdUnappliedPayment', 409, 'payment_of_other_company', {
        params: { unappliedPaymentId: known.entryId },
        body: { company_id: harbour },
      })
      await refused('holdUnappliedPayment', 404, 'not_found', {
        params: { unappliedPaymentId: noSuch('unp') },
        body: {},
      })
      expect(
        (await call('holdUnappliedPayment', { params: { unappliedPaymentId: known.entryId }, body: {} }))
          .status,
      ).to.equal(200)
    })
  })
})
