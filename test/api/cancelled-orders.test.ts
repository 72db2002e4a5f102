import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import type { OrderView } from '../../src/application/ports/order-reader.ts'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { done } from './call.ts'
import { usePlatform } from './platform-of-suite.ts'
import { anOrder, harbour, sql } from './world.ts'

describe('API: the money of cancelled orders', function () {
  this.timeout(20_000)
  usePlatform()

  const invoiceNow = async (invoiceId: string) => (await done('getInvoice', { params: { invoiceId } })).body
  const allocate = (paymentId: string, invoiceId: string, amountMinor: number) =>
    done('allocatePayment', {
      params: { paymentId },
      body: { allocations: [{ invoice_id: invoiceId, amount_minor: amountMinor }] },
    })
  const cancel = (order: OrderView) =>
    done('cancelOrder', { params: { orderId: order.id }, body: { reason: 'Site closed' } })
  const rehearse = (order: OrderView) =>
    done('cancelOrder', {
      params: { orderId: order.id },
      query: { validate_only: true },
      body: { reason: 'Site closed' },
    })
  const refundsOf = async (order: OrderView) =>
    (await done('listRefunds', { query: { order_id: order.id } })).body.data
  const tasksOf = (order: OrderView) =>
    sql<{ title: string; details: object }>(
      "select title, details from manual_tasks where kind = 'refund_cancelled_order' and related_id = $1",
      [order.id],
    )

  async function billedOnTerms() {
    const order = await anOrder('draft')
    const { body: invoice } = await done('invoiceOrder', { params: { orderId: order.id } })
    return { order, invoice }
  }
  async function transfer(amountMinor: number): Promise<string> {
    const body = {
      company_id: harbour,
      method: 'bank_transfer',
      reference: randomUUID(),
      received_on: '2026-03-02',
      amount_minor: amountMinor,
      currency: 'USD',
    }
    return (await done('recordManualPayment', { body })).body.id
  }
  /** A paid order of 3800, of which 500 were credited and settle a part of another order's invoice. */
  async function paidForTwo() {
    const order = await anOrder('in_fulfillment')
    const [paymentId, invoiceId] = [order.payments[0]?.id ?? '', order.invoices[0]?.id ?? '']
    await done('createCreditNote', { params: { invoiceId }, body: { amount_minor: 500, reason: 'Sorry' } })
    const other = await billedOnTerms()
    await allocate(paymentId, other.invoice.id, 500)
    return { order, invoiceId, other }
  }

  it('goes back without what settles the invoice of another order, which a task names', async () => {
    const { order, invoiceId, other } = await paidForTwo()
    const { body: rehearsed } = await rehearse(order)
    expect(rehearsed.refunds.map(({ amount_minor }) => amount_minor)).to.deep.equal([3300])
    await cancel(order)
    await until(
      'the refund to be made',
      () => refundsOf(order),
      ([refund]) => refund?.status === 'succeeded',
    )
    expect(await refundsOf(order)).to.have.length(1)
    expect(await invoiceNow(invoiceId)).to.include({ amount_allocated_minor: 0, amount_credited_minor: 3800 })
    expect(await invoiceNow(other.invoice.id)).to.include({
      amount_allocated_minor: 500,
      amount_credited_minor: 0,
      balance_minor: 3300,
    })
    const [task] = await tasksOf(order)
    expect(task?.details).to.deep.include({
      total_minor: 0,
      settles_elsewhere: [{ invoice_id: other.invoice.id, number: other.invoice.number, amount_minor: 500 }],
    })
  })

  it('that came by hand is left to a person, and what is open is asked of nobody', async () => {
    const { order, invoice } = await billedOnTerms()
    const paymentId = await transfer(700)
    await allocate(paymentId, invoice.id, 500)
    await cancel(order)
    const settled = await until(
      'what is open to be credited',
      () => invoiceNow(invoice.id),
      ({ balance_minor }) => balance_minor === 0,
    )
    expect(settled).to.include({ amount_allocated_minor: 500, amount_credited_minor: 3300 })
    expect(await refundsOf(order)).to.deep.equal([])
    const [task] = await tasksOf(order)
    expect(task?.title).to.equal(`Refund ${order.number}: it was cancelled after payment`)
    expect(task?.details).to.include({ total_minor: 500, currency: 'USD' })

    await done('createRefund', {
      params: { paymentId },
      body: { amount_minor: 500, reason: 'Order cancelled', reference: 'Wire 4712' },
    })
    expect(await invoiceNow(invoice.id)).to.include({
      amount_allocated_minor: 0,
      amount_credited_minor: 3800,
    })
    const { body: payment } = await done('getPayment', { params: { paymentId } })
    expect(payment).to.include({ unapplied_minor: 200, refunded_minor: 500 })
  })
})
