import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { call, done, pagesOf, refused } from './call.ts'
import { platform, usePlatform } from './platform-of-suite.ts'
import { anOrder, harbour, noSuch, sql } from './world.ts'

describe('API: billing', () => {
  usePlatform()

  it('issues the invoice of a paid order and allocates the payment to it', async () => {
    const order = await anOrder('in_fulfillment')
    const params = { invoiceId: order.invoices[0]?.id ?? '' }
    const { body: invoice } = await done('getInvoice', { params })
    expect(invoice).to.include({ order_id: order.id, status: 'paid', total_minor: 3800, balance_minor: 0 })
    expect(invoice.number).to.match(/^INV-/)
    expect(invoice.allocations.map(({ amount_minor }) => amount_minor)).to.deep.equal([3800])
    await until(
      'a second read to find what the first did: the invoice is drawn and sent meanwhile',
      async () => {
        const { headers } = await done('getInvoice', { params })
        const known = { 'if-none-match': headers.get('etag') ?? '' }
        return (await call('getInvoice', { params, headers: known })).status
      },
      (status) => status === 304,
    )

    const { body: payments } = await done('listPayments', {
      query: { order_id: order.id, company_id: harbour },
    })
    expect(payments.data).to.have.length(1)
    expect(payments.data[0]).to.include({ amount_minor: 3800, allocated_minor: 3800, unapplied_minor: 0 })
    const query = { order_id: order.id, company_id: harbour, status: 'paid' }
    const { body: invoices } = await done('listInvoices', { query })
    expect(invoices.data.map(({ id }) => id)).to.deep.equal([invoice.id])
  })

  it('pages through invoices and payments', async () => {
    await anOrder('in_fulfillment')
    await anOrder('in_fulfillment')
    expect((await pagesOf('listInvoices', 1, { query: { company_id: harbour } })).length).to.be.at.least(2)
    expect((await pagesOf('listPayments', 1, { query: { company_id: harbour } })).length).to.be.at.least(2)
  })

  it('keeps money apart that came for a cancelled order', async () => {
    const order = await anOrder('awaiting_payment')
    const session = order.checkout_session?.provider_session_id ?? ''
    const { simulators, control } = await platform()
    await sql(
      "update orders set status = 'cancelled', cancelled_at = now(), cancel_reason = 'Test' where id = $1",
      [order.id],
    )
    await control(`${simulators.stripe}/control/sessions/${session}/pay`, { outcome: 'succeed' })
    const list = () => done('listUnappliedPayments', { query: { status: 'open', limit: 100 } })
    const { body } = await until('the money to be set apart', list, (page) =>
      page.body.data.some((one) => one.order_id === order.id),
    )
    const mine = body.data.find((one) => one.order_id === order.id)
    expect(mine).to.include({ reason: 'order_not_payable', amount_minor: 3800, resolved_at: null })
    expect(mine?.suggestions).to.include('refund')
    expect((await pagesOf('listUnappliedPayments', 1)).length).to.be.at.least(1)
  })

  it('knows no unknown invoice, filter or status', async () => {
    await refused('getInvoice', 404, 'not_found', { params: { invoiceId: noSuch('inv') } })
    await refused('getInvoice', 404, 'not_found', { params: { invoiceId: randomUUID() } })
    await refused('listInvoices', 400, 'request_invalid', { query: { status: 'lost' } })
    await refused('listPayments', 400, 'request_invalid', { query: { provider: 'paypal' } })
    await refused('listUnappliedPayments', 400, 'request_invalid', { query: { status: 'lost' } })
  })
})
