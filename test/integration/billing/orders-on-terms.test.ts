import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import pg from 'pg'
import type { InvoiceView } from '../../../src/application/ports/billing-reader.ts'
import type { OrderView } from '../../../src/application/ports/order-reader.ts'
import type { PaymentDetailView } from '../../../src/application/ports/settlement-reader.ts'
import { ApiRefused } from '../../../src/entrypoints/cli/api-client.ts'
import { insertInboxEntry } from '../../support/issued-invoices.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'
import { type StripeSide, sessionOf, stripeSide } from '../orders/stripe-side.ts'

describe('orders on terms', function () {
  this.timeout(60_000)
  let platform: TestPlatform
  let stripe: StripeSide
  let client: pg.Client

  before(async () => {
    platform = await startTestPlatform()
    stripe = stripeSide(platform)
    client = new pg.Client({ connectionString: platform.databaseUrl })
    await client.connect()
    await platform.pricesSynced()
  })

  after(async () => {
    try {
      expect(await platform.brokenLaws()).to.deep.equal([])
    } finally {
      await client.end()
      await platform.close()
    }
  })

  async function billed(upTo: 'draft' | 'awaiting_payment' = 'draft') {
    const order = await stripe.order(upTo)
    const invoice = await platform.api.post<InvoiceView>(`/v1/orders/${order.id}/invoice`, {})
    return { order, invoice, totalMinor: invoice.total_minor }
  }
  const transfer = async ({ company_id, currency }: OrderView, amountMinor: number) =>
    (
      await platform.api.post<PaymentDetailView>('/v1/payments', {
        company_id,
        method: 'bank_transfer',
        reference: randomUUID(),
        received_on: '2026-03-02',
        amount_minor: amountMinor,
        currency,
      })
    ).id
  const allocate = (paymentId: string, invoiceId: string, amountMinor: number) =>
    platform.api.post<PaymentDetailView>(`/v1/payments/${paymentId}/allocations`, {
      allocations: [{ invoice_id: invoiceId, amount_minor: amountMinor }],
    })
  const settle = async (order: OrderView, invoiceId: string, amountMinor: number) =>
    allocate(await transfer(order, amountMinor), invoiceId, amountMinor)
  const sendCheckout = (orderId: string) =>
    platform.api.post<{ order: OrderView }>(`/v1/orders/${orderId}/send-checkout`, {})
  const refusalOf = (call: Promise<unknown>) =>
    call.then(
      () => 'done',
      (error: unknown) => (error instanceof ApiRefused ? error.code : Promise.reject(error as Error)),
    )
  const eventsOf = async (orderId: string): Promise<string[]> =>
    (
      await platform.api.get<{ data: { type: string }[] }>(`/v1/orders/${orderId}/timeline?limit=100`)
    ).data.map(({ type }) => type)
  const inboxOf = async (orderId: string) =>
    (
      await platform.api.get<{ data: { order_id: string; reason: string }[] }>(
        '/v1/unapplied-payments?limit=100',
      )
    ).data
      .filter(({ order_id }) => order_id === orderId)
      .map(({ reason }) => reason)

  /** Paid once, billed once, prepared once. */
  async function expectPaidOnce(orderId: string): Promise<OrderView> {
    await stripe.waitFor(
      orderId,
      'the order to be in fulfilment',
      ({ status }) => status === 'in_fulfillment',
    )
    await stripe.settled()
    const order = await stripe.read(orderId)
    expect(order.paid_at).to.be.a('string')
    const { data } = await platform.api.get<{ data: InvoiceView[] }>(`/v1/invoices?order_id=${orderId}`)
    expect(data.map(({ kind, status }) => `${kind} ${status}`)).to.deep.equal(['terms paid'])
    expect(order.fulfillment_orders).to.have.length(1)
    const types = await eventsOf(orderId)
    for (const type of ['order.paid', 'invoice.issued', 'invoice.paid', 'fulfillment.created']) {
      expect(
        types.filter((one) => one === type),
        type,
      ).to.have.length(1)
    }
    return order
  }

  it('are paid when a bank transfer settles their invoice, and not charged again', async () => {
    const { order, invoice, totalMinor } = await billed()
    await settle(order, invoice.id, totalMinor)
    const paid = await expectPaidOnce(order.id)
    expect(paid).to.include({ payment_status: 'paid', balance_minor: 0 })
    expect(await refusalOf(sendCheckout(order.id))).to.equal('move_not_allowed')
    expect(await inboxOf(order.id)).to.deep.equal([])
  })

  it('are paid by the transfer that settles the rest, and get no link for what is paid in part', async () => {
    const { order, invoice, totalMinor } = await billed('awaiting_payment')
    await settle(order, invoice.id, 500)
    await stripe.waitFor(order.id, 'the link to be closed', ({ status }) => status === 'checkout_expired')
    expect(await refusalOf(sendCheckout(order.id))).to.equal('order_not_payable')
    expect((await stripe.read(order.id)).paid_at).to.equal(null)
    await settle(order, invoice.id, totalMinor - 500)
    await expectPaidOnce(order.id)
  })

  it('are paid when the rest is credited, but not by a credit note alone', async () => {
    const { order, invoice, totalMinor } = await billed()
    await settle(order, invoice.id, totalMinor - 500)
    await platform.api.post(`/v1/invoices/${invoice.id}/credit-notes`, { amount_minor: 500, reason: 'Late' })
    await expectPaidOnce(order.id)

    const free = await billed()
    await platform.api.post(`/v1/invoices/${free.invoice.id}/credit-notes`, { reason: 'Wrong' })
    await stripe.settled()
    expect(await stripe.read(free.order.id)).to.include({ status: 'draft', paid_at: null })
    expect(await refusalOf(sendCheckout(free.order.id))).to.equal('order_not_payable')
  })

  it('are paid from money in the inbox', async () => {
    const { order, invoice, totalMinor } = await billed()
    const { entryId } = await insertInboxEntry(client, {
      companyId: order.company_id,
      amountMinor: totalMinor,
      currency: order.currency,
    })
    await platform.api.post(`/v1/unapplied-payments/${entryId}/apply`, {
      allocations: [{ invoice_id: invoice.id, amount_minor: totalMinor }],
    })
    await expectPaidOnce(order.id)
  })

  it('are paid once by many who settle their invoice at once, and their link is closed', async () => {
    const { order, invoice, totalMinor } = await billed('awaiting_payment')
    const whole: string[] = []
    for (let index = 0; index < 20; index += 1) whole.push(await transfer(order, totalMinor))
    const ends = await Promise.all(whole.map((id) => refusalOf(allocate(id, invoice.id, totalMinor))))
    expect(ends.filter((end) => end === 'done')).to.have.length(1)
    const paid = await expectPaidOnce(order.id)
    expect(paid.checkout_session?.status).to.equal('expired')
  })

  it('are paid once by two halves that come at once', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { order, invoice, totalMinor } = await billed()
      const half = Math.floor(totalMinor / 2)
      const [one, other] = [await transfer(order, half), await transfer(order, totalMinor - half)]
      await Promise.all([allocate(one, invoice.id, half), allocate(other, invoice.id, totalMinor - half)])
      await expectPaidOnce(order.id)
    }
  })

  it('are paid once when the link is paid while a transfer is allocated, and what came twice waits', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { order, invoice, totalMinor } = await billed('awaiting_payment')
      const paymentId = await transfer(order, totalMinor)
      const [end] = await Promise.all([
        refusalOf(allocate(paymentId, invoice.id, totalMinor)),
        stripe.pay(sessionOf(order), 'succeed'),
      ])
      await expectPaidOnce(order.id)
      // Where the link settled the invoice first, the transfer is the company's credit.
      expect(await inboxOf(order.id)).to.deep.equal(end === 'done' ? ['already_paid'] : [])
    }
  })

  it('stay paid when the allocation is taken back, and are not paid twice by the next one', async () => {
    const { order, invoice, totalMinor } = await billed()
    const { id, allocations } = await settle(order, invoice.id, totalMinor)
    await expectPaidOnce(order.id)
    await platform.api.post(`/v1/payments/${id}/allocations/${allocations[0]?.id ?? ''}/reverse`, {
      reason: 'Of another order.',
    })
    await settle(order, invoice.id, totalMinor)
    await stripe.settled()
    const types = await eventsOf(order.id)
    expect(types.filter((type) => type === 'order.paid')).to.have.length(1)
    expect((await stripe.read(order.id)).invoices.map(({ status }) => status)).to.deep.equal(['paid'])
  })
})
