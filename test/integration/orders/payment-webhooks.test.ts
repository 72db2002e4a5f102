import { expect } from 'chai'
import pg from 'pg'
import { createOrderStore } from '../../../src/adapters/postgres/orders/order-store.ts'
import { createDatabasePool } from '../../../src/adapters/postgres/pool.ts'
import type { OrderView } from '../../../src/application/ports/order-reader.ts'
import { until } from '../../../src/entrypoints/cli/api-client.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'
import { type StripeSide, sessionOf, stripeSide } from './stripe-side.ts'

const context = {
  actor: { kind: 'system', id: 'test', name: 'test' },
  correlationId: 'test',
  causationId: null,
  alongside: null,
} as const

describe('payments as Stripe reports them', function () {
  this.timeout(30_000)
  let platform: TestPlatform
  let stripe: StripeSide
  let client: pg.Client

  before(async function () {
    this.timeout(60_000)
    platform = await startTestPlatform()
    stripe = stripeSide(platform)
    client = new pg.Client({ connectionString: platform.databaseUrl })
    await client.connect()
    await platform.pricesSynced()
  })

  afterEach(async () => {
    await stripe.faults({})
  })

  after(async () => {
    try {
      expect(await platform.brokenLaws()).to.deep.equal([])
    } finally {
      await client.end()
      await platform.close()
    }
  })

  async function rows<T extends object>(sql: string, ...values: unknown[]): Promise<T[]> {
    return (await client.query<T>(sql, values)).rows
  }

  async function eventTypes(orderId: string): Promise<string[]> {
    const { data } = await platform.api.get<{ data: { type: string }[] }>(
      `/v1/orders/${orderId}/timeline?limit=100`,
    )
    return data.map(({ type }) => type)
  }

  /** A session that somebody else made at Stripe, in the name of the order. */
  async function strangeSession(order: OrderView): Promise<string> {
    const response = await fetch(`${platform.simulators.stripe}/v1/checkout/sessions`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_simulator' },
      body: new URLSearchParams({
        mode: 'payment',
        'line_items[0][quantity]': '1',
        'line_items[0][price_data][currency]': order.currency.toLowerCase(),
        'line_items[0][price_data][unit_amount]': String(order.total_minor),
        'line_items[0][price_data][product_data][name]': 'Sensors',
        success_url: 'https://shop.example',
        client_reference_id: order.id,
        'metadata[orderId]': order.id,
      }),
    })
    return ((await response.json()) as { id: string }).id
  }

  async function inboxOf(orderId: string): Promise<{ id: string; reason: string; amount_minor: number }[]> {
    const { data } = await platform.api.get<{
      data: { id: string; order_id: string; reason: string; amount_minor: number }[]
    }>('/v1/unapplied-payments?limit=100')
    return data.filter(({ order_id }) => order_id === orderId)
  }

  async function expectPaidOnce(orderId: string): Promise<OrderView> {
    await stripe.waitFor(
      orderId,
      'the order to be in fulfilment',
      ({ fulfillment_orders, invoices }) => fulfillment_orders.length > 0 && invoices[0]?.status === 'paid',
    )
    await stripe.settled()
    const order = await stripe.read(orderId)
    expect(order).to.include({ status: 'in_fulfillment', payment_status: 'paid', balance_minor: 0 })
    expect(order.payments.map(({ amount_minor }) => amount_minor)).to.deep.equal([order.total_minor])
    expect(order.invoices.map(({ status }) => status)).to.deep.equal(['paid'])
    expect(order.fulfillment_orders).to.have.lengthOf(1)
    const wanted = ['order.paid', 'payment.received', 'invoice.issued', 'invoice.paid', 'fulfillment.created']
    const types = await eventTypes(orderId)
    for (const type of wanted)
      expect(
        types.filter((one) => one === type),
        type,
      ).to.have.lengthOf(1)
    return order
  }

  it('takes webhooks that come five times and shuffled once', async () => {
    const order = await stripe.order('awaiting_payment')
    await stripe.faults({ webhookDuplicates: 4, webhookShuffleMs: 400 })
    await stripe.pay(sessionOf(order), 'succeed')
    await expectPaidOnce(order.id)
  })

  it('takes fifty identical posts at once as one', async () => {
    const order = await stripe.order('awaiting_payment')
    await stripe.faults({ webhookDropRate: 1 })
    await stripe.pay(sessionOf(order), 'succeed')
    await stripe.faults({})
    const event = (await stripe.eventsOf(sessionOf(order))).find(
      ({ type }) => type === 'checkout.session.completed',
    )
    if (event === undefined) throw new Error('Stripe has no event of the payment')
    const answers = await Promise.all(Array.from({ length: 50 }, () => stripe.push(event)))
    expect(new Set(answers)).to.deep.equal(new Set([200]))
    await expectPaidOnce(order.id)
    expect(await rows('select from webhook_events where event_id = $1', event.id)).to.have.lengthOf(1)
  })

  it('takes different events of one payment at once as one payment', async () => {
    const order = await stripe.order('awaiting_payment')
    await stripe.faults({ webhookDropRate: 1 })
    await stripe.pay(sessionOf(order), 'succeed')
    await stripe.faults({})
    const events = await stripe.eventsOf(sessionOf(order))
    const copies = Array.from({ length: 10 }, () => events).flat()
    await Promise.all(copies.map((event) => stripe.push(event)))
    await expectPaidOnce(order.id)
  })

  it('lets a declined card be followed by one that works', async () => {
    const order = await stripe.order('awaiting_payment')
    await stripe.pay(sessionOf(order), 'decline')
    const failed = await stripe.waitFor(order.id, 'the decline', ({ status }) => status === 'payment_failed')
    expect(failed.payment_status).to.equal('failed')
    expect(failed.blockers.map(({ code }) => code)).to.include('payment_failed')
    expect(failed.checkout_session?.status).to.equal('open')
    await stripe.pay(sessionOf(order), 'succeed')
    await expectPaidOnce(order.id)
  })

  it('waits for a bank debit that succeeds', async () => {
    const order = await stripe.order('payment_processing')
    expect(order.payment_status).to.equal('processing')
    expect(order.invoices).to.deep.equal([])
    await stripe.pay(await onlySession(order.id), 'async_succeed')
    await expectPaidOnce(order.id)
  })

  it('waits for a bank debit that bounces, and lets a new link be sent', async () => {
    const order = await stripe.order('payment_processing')
    await stripe.pay(await onlySession(order.id), 'async_fail')
    const failed = await stripe.waitFor(order.id, 'the bounce', ({ status }) => status === 'payment_failed')
    expect(failed.payments).to.deep.equal([])
    await platform.api.post(`/v1/orders/${order.id}/send-checkout`, {})
    await stripe.pay(sessionOf(await stripe.read(order.id)), 'succeed')
    await expectPaidOnce(order.id)
  })

  it('does not go back on a bounce when an older look at the link is written after it', async () => {
    const order = await stripe.order('payment_processing')
    const session = await onlySession(order.id)
    const { app, integrations } = platform.runtime
    const older = await integrations.gateway.findCheckout(session)
    await stripe.pay(session, 'async_fail')
    await stripe.waitFor(order.id, 'the bounce', ({ status }) => status === 'payment_failed')
    await stripe.settled()
    const { findCheckout } = integrations.gateway
    integrations.gateway.findCheckout = () => Promise.resolve(older)
    try {
      await app.jobHandlers['converge-checkout-session']({ providerSessionId: session } as never, context)
    } finally {
      integrations.gateway.findCheckout = findCheckout
    }
    expect((await stripe.read(order.id)).status).to.equal('payment_failed')
  })

  it('leaves the link that is out alone when the one before is told of again', async () => {
    const order = await stripe.order('payment_processing')
    const session = await onlySession(order.id)
    await stripe.pay(session, 'async_fail')
    await stripe.waitFor(order.id, 'the bounce', ({ status }) => status === 'payment_failed')
    await platform.api.post(`/v1/orders/${order.id}/send-checkout`, {})
    await pushAgain(session, 'checkout.session.async_payment_failed', 1)
    expect((await stripe.read(order.id)).status).to.equal('awaiting_payment')
    expect(await failuresOf(order.id)).to.equal(1)
  })

  it('tells of a decline once, however often it hears of it, and of the next one again', async () => {
    const order = await stripe.order('awaiting_payment')
    const session = sessionOf(order)
    await stripe.pay(session, 'decline')
    await stripe.waitFor(order.id, 'the decline', ({ status }) => status === 'payment_failed')
    await pushAgain(session, 'payment_intent.payment_failed', 3)
    expect(await failuresOf(order.id)).to.equal(1)
    await stripe.pay(session, 'decline')
    await stripe.settled()
    expect(await failuresOf(order.id)).to.equal(2)
  })

  it('notices that a link expired, and lets a new one be sent', async () => {
    const order = await stripe.order('checkout_expired')
    expect(order.blockers.map(({ code }) => code)).to.include('checkout_expired')
    await platform.api.post(`/v1/orders/${order.id}/send-checkout`, {})
    const resent = await stripe.read(order.id)
    expect(resent).to.include({ status: 'awaiting_payment', checkout_attempts: 2 })
    await stripe.pay(sessionOf(resent), 'succeed')
    await expectPaidOnce(order.id)
  })

  it('takes overdue links from the last on, so that those Stripe does not know hold up no other', async () => {
    const older = await stripe.order('awaiting_payment')
    const later = await stripe.order('awaiting_payment')
    const inAWeek = new Date(Date.now() + 7 * 86_400_000)
    const pool = await createDatabasePool({
      url: platform.databaseUrl,
      maxConnections: 1,
      statementTimeoutMs: 5000,
    })
    try {
      await rows(
        "update checkout_sessions set expires_at = expires_at - interval '1 hour' where order_id = $1",
        older.id,
      )
      await rows(
        "update checkout_sessions set expires_at = expires_at + interval '1 day' where order_id = $1",
        later.id,
      )
      const [first] = await createOrderStore(pool).overdueSessions(inAWeek, 1)
      expect(first?.orderId).to.equal(later.id)
    } finally {
      await pool.end()
    }
  })

  it('puts money for a cancelled order into the inbox', async () => {
    const order = await stripe.order('payment_processing')
    const session = await onlySession(order.id)
    await platform.api.post(`/v1/orders/${order.id}/cancel`, { reason: 'the customer changed their mind' })
    await stripe.pay(session, 'async_succeed')
    const [waiting] = await until(
      'the inbox',
      () => inboxOf(order.id),
      (found) => found.length > 0,
    )
    expect(waiting).to.include({ reason: 'order_not_payable', amount_minor: order.total_minor })
    await stripe.settled()
    const after = await stripe.read(order.id)
    expect(after).to.include({ status: 'cancelled', paid_at: null })
    expect(after.invoices).to.deep.equal([])
    expect(after.fulfillment_orders).to.deep.equal([])
    expect(await inboxOf(order.id)).to.have.lengthOf(1)
  })

  it('settles the invoice from the payment of the link, not from earlier money that is held as credit', async () => {
    const order = await stripe.order('draft')
    await stripe.pay(await strangeSession(order), 'succeed')
    const [waiting] = await until(
      'the inbox',
      () => inboxOf(order.id),
      (found) => found.length > 0,
    )
    expect(waiting?.reason).to.equal('session_unknown')
    await platform.api.post(`/v1/unapplied-payments/${waiting?.id ?? ''}/hold`, { note: 'Theirs' })
    await platform.api.post(`/v1/orders/${order.id}/send-checkout`, {})
    await stripe.pay(sessionOf(await stripe.read(order.id)), 'succeed')
    await stripe.waitFor(order.id, 'the invoice', ({ invoices }) => invoices[0]?.status === 'paid')
    const payments = await rows<{ id: string; allocated: string }>(
      `select p.id, coalesce(sum(a.amount_minor), 0) as allocated
       from payment_records p
       left join payment_allocations a on a.payment_id = p.id
       where p.order_id = $1
       group by p.id
       order by p.received_at`,
      order.id,
    )
    expect(payments.map(({ allocated }) => Number(allocated))).to.deep.equal([0, order.total_minor])
    const paymentId = payments[1]?.id ?? ''
    const refund = await platform.api.post<{ id: string }>(`/v1/payments/${paymentId}/refunds`, {
      reason: 'Sent back',
    })
    await until(
      'the refund to be made',
      () => platform.api.get<{ status: string }>(`/v1/refunds/${refund.id}`),
      ({ status }) => status === 'succeeded',
    )
  })

  it('puts money of another amount than the link asked for into the inbox', async () => {
    const order = await stripe.order('awaiting_payment')
    await rows('update checkout_sessions set amount_minor = amount_minor + 1 where order_id = $1', order.id)
    await stripe.pay(sessionOf(order), 'succeed')
    const [waiting] = await until(
      'the inbox',
      () => inboxOf(order.id),
      (found) => found.length > 0,
    )
    expect(waiting).to.include({ reason: 'amount_mismatch', amount_minor: order.total_minor })
    await stripe.settled()
    const after = await stripe.read(order.id)
    expect(after.status).to.equal('awaiting_payment')
    expect(after.invoices).to.deep.equal([])
    expect(after.blockers.map(({ code }) => code)).to.include('payment_unapplied')
  })

  it('records refunds made in the dashboard, in part and then the rest', async () => {
    const order = await stripe.order('in_fulfillment')
    const session = await onlySession(order.id)
    await refund({ session, amount: 100 })
    const part = await stripe.waitFor(order.id, 'the refund', ({ amount_refunded_minor: sum }) => sum > 0)
    expect(part).to.include({ amount_refunded_minor: 100, payment_status: 'partially_refunded' })
    await refund({ session })
    const whole = await stripe.waitFor(
      order.id,
      'the second refund',
      ({ amount_refunded_minor: sum }) => sum === order.total_minor,
    )
    expect(whole.payment_status).to.equal('refunded')
    await stripe.settled()
    expect((await eventTypes(order.id)).filter((type) => type === 'payment.refunded')).to.have.lengthOf(2)
  })

  it('follows a refund that is pending and then bounces', async () => {
    const order = await stripe.order('in_fulfillment')
    const { id } = await refund({ session: await onlySession(order.id), status: 'pending' })
    const statusOf = async () =>
      (await rows<{ status: string }>('select status from refunds where provider_refund_id = $1', id))[0]
        ?.status
    await until('the pending refund', statusOf, (status) => status === 'pending')
    await platform.control(`${platform.simulators.stripe}/control/refunds/${id}`, { status: 'failed' })
    await until('the failed refund', statusOf, (status) => status === 'failed')
    expect((await stripe.read(order.id)).payment_status).to.equal('paid')
  })

  it('tries a refund again that overtook its payment', async () => {
    const order = await stripe.order('awaiting_payment')
    const session = sessionOf(order)
    await stripe.faults({ webhookDropRate: 1 })
    await stripe.pay(session, 'succeed')
    await stripe.faults({})
    const { id } = await refund({ session, amount: 100 })
    const waiting = () =>
      rows<{ boss_id: string; last_error: string }>(
        `select boss_id, last_error from job_run where name = 'handle-stripe-event' and status = 'delayed'`,
      )
    const [first] = await until('the refund to wait', waiting, (found) => found.length > 0)
    expect(first?.last_error).to.equal('the refunded payment is not recorded yet')
    expect(await rows('select from refunds where provider_refund_id = $1', id)).to.deep.equal([])
    for (const event of await stripe.eventsOf(session))
      if (event.type === 'checkout.session.completed') await stripe.resend(event.id)
    await stripe.waitFor(order.id, 'the payment', ({ paid_at }) => paid_at !== null)
    const refunded = await until(
      'the refund',
      async () => {
        // The policy waits ten seconds; the test does not.
        await rows(`update pgboss.job set start_after = now() where state = 'retry'`)
        return stripe.read(order.id)
      },
      ({ amount_refunded_minor: sum }) => sum > 0,
      8000,
    )
    expect(refunded.amount_refunded_minor).to.equal(100)
    await stripe.settled()
    expect(await rows('select from refunds where provider_refund_id = $1', id)).to.have.lengthOf(1)
  })

  it('replaces a link by a new one and ends the older at Stripe too', async () => {
    const order = await stripe.order('awaiting_payment')
    await platform.api.post(`/v1/orders/${order.id}/send-checkout`, {})
    const resent = await stripe.read(order.id)
    expect(sessionOf(resent)).to.not.equal(sessionOf(order))
    expect(await sessionStatuses(order.id)).to.deep.equal(['expired', 'open'])
    expect(await atStripe(sessionOf(order))).to.equal('expired')
    expect(await atStripe(sessionOf(resent))).to.equal('open')
    await stripe.settled()
    expect((await stripe.read(order.id)).status).to.equal('awaiting_payment')
    await stripe.pay(sessionOf(resent), 'succeed')
    await expectPaidOnce(order.id)
  })

  it('leaves the customer the link that is out when Stripe makes no other one', async () => {
    const order = await stripe.order('awaiting_payment')
    const { gateway } = platform.runtime.integrations
    const { createCheckout } = gateway
    const path = `/v1/orders/${order.id}/send-checkout`
    gateway.createCheckout = (request) => createCheckout({ ...request, successUrl: 'nonsense' })
    try {
      await failure(platform.api.post(path, {}), { status: 409, code: 'checkout_refused' })
      gateway.createCheckout = async (request) => {
        const created = await createCheckout(request)
        return { ...created, amountMinor: created.amountMinor + 1n }
      }
      await failure(platform.api.post(path, {}), { status: 409, code: 'price_changed' })
    } finally {
      gateway.createCheckout = createCheckout
    }
    await stripe.settled()
    expect((await stripe.read(order.id)).status).to.equal('awaiting_payment')
    expect(await sessionStatuses(order.id)).to.deep.equal(['open'])
    expect(await openAtStripe(order.id)).to.deep.equal([sessionOf(order)])
    await stripe.pay(sessionOf(order), 'succeed')
    await expectPaidOnce(order.id)
  })

  it('makes no other link for a customer who completes the one that is out', async () => {
    const order = await stripe.order('awaiting_payment')
    await stripe.faults({ webhookDropRate: 1 })
    await stripe.pay(sessionOf(order), 'async')
    await stripe.faults({})
    const path = `/v1/orders/${order.id}/send-checkout`
    await failure(platform.api.post(path, {}), { status: 409, code: 'order_not_payable' })
    await stripe.settled()
    expect((await stripe.read(order.id)).status).to.equal('payment_processing')
    expect(await openAtStripe(order.id)).to.deep.equal([])
    await stripe.pay(sessionOf(order), 'async_fail')
    await stripe.waitFor(order.id, 'the bounce', ({ status }) => status === 'payment_failed')
    await platform.api.post(path, {})
    await stripe.pay(sessionOf(await stripe.read(order.id)), 'succeed')
    await expectPaidOnce(order.id)
  })

  for (const from of ['draft', 'awaiting_payment'] as const) {
    it(`leaves one live link when ten are sent at once for an order in ${from}`, async () => {
      const order = await stripe.order(from)
      await Promise.allSettled(
        Array.from({ length: 10 }, (_one, index) =>
          platform.api.post(`/v1/orders/${order.id}/send-checkout`, { expires_in_minutes: 60 + index }),
        ),
      )
      await stripe.settled()
      const after = await stripe.read(order.id)
      expect(after.status).to.equal('awaiting_payment')
      expect((await sessionStatuses(order.id)).filter((status) => status === 'open')).to.have.lengthOf(1)
      expect(await openAtStripe(order.id)).to.deep.equal([sessionOf(after)])
      await stripe.pay(sessionOf(after), 'succeed')
      await expectPaidOnce(order.id)
    })
  }

  /** The same news under new ids, one after the other. */
  async function pushAgain(sessionId: string, type: string, times: number): Promise<void> {
    const event = (await stripe.eventsOf(sessionId)).find((one) => one.type === type)
    if (event === undefined) throw new Error(`Stripe has no ${type}`)
    for (let n = 0; n < times; n += 1) {
      expect(await stripe.push({ ...event, id: `${event.id}_${String(n)}` })).to.equal(200)
      await stripe.settled()
    }
  }

  async function failuresOf(orderId: string): Promise<number> {
    return (await eventTypes(orderId)).filter((type) => type === 'order.payment_failed').length
  }

  async function refund(wish: object): Promise<{ id: string }> {
    return (await platform.control(`${platform.simulators.stripe}/control/refunds`, wish)) as { id: string }
  }

  async function failure(work: Promise<unknown>, expected: object): Promise<void> {
    const error = await work.then(
      () => null,
      (thrown: unknown) => thrown,
    )
    expect(error).to.include(expected)
  }

  async function openAtStripe(orderId: string): Promise<string[]> {
    const { data } = await stripe.get<{ data: { id: string }[] }>(
      '/v1/checkout/sessions?limit=100&status=open',
    )
    return data.filter((session) => JSON.stringify(session).includes(orderId)).map(({ id }) => id)
  }

  async function atStripe(sessionId: string): Promise<string> {
    return (await stripe.get<{ status: string }>(`/v1/checkout/sessions/${sessionId}`)).status
  }

  async function sessionStatuses(orderId: string): Promise<string[]> {
    const found = await rows<{ status: string }>(
      'select status from checkout_sessions where order_id = $1 order by attempt',
      orderId,
    )
    return found.map(({ status }) => status)
  }

  async function onlySession(orderId: string): Promise<string> {
    const [session] = await rows<{ id: string }>(
      'select provider_session_id as id from checkout_sessions where order_id = $1',
      orderId,
    )
    return session?.id ?? ''
  }
})
