import { expect } from 'chai'
import { createStripeGateway } from '../../src/adapters/stripe/stripe-gateway.ts'
import type { CheckoutRequest, PaymentGateway } from '../../src/application/ports/payment-gateway.ts'
import { Refusal } from '../../src/domain/shared/refusal.ts'
import { Unavailable } from '../../src/domain/shared/unavailable.ts'
import type { RunningSimulators } from '../../src/entrypoints/simulators/main.ts'
import {
  ask,
  askStripe,
  type Listener,
  startListener,
  startOutside,
} from '../unit/simulators/outside-world.ts'

describe('the payment gateway, played by Stripe', () => {
  let listener: Listener
  let simulators: RunningSimulators
  let gateway: PaymentGateway
  let made = 0

  before(async () => {
    listener = await startListener()
    simulators = await startOutside(listener)
    gateway = gatewayWith({})
  })
  after(async () => {
    await simulators.stop()
    await listener.stop()
  })
  afterEach(async () => faults({}))

  function gatewayWith(options: { apiKey?: string; apiBase?: string; maxRetries?: number }): PaymentGateway {
    return createStripeGateway({
      apiKey: options.apiKey ?? 'sk_test_key',
      webhookSecret: 'whsec_test',
      apiBase: options.apiBase ?? simulators.urls.stripe,
      clock: { now: () => new Date() },
      timeoutMs: 300,
      maxRetries: options.maxRetries ?? 2,
    })
  }

  const control = (method: string, path: string, body: object) =>
    ask(method, `${simulators.urls.stripe}/control/${path}`, body)
  const faults = (wanted: object) => control('PUT', 'faults', wanted)
  const pay = (sessionId: string, outcome: string) =>
    control('POST', `sessions/${sessionId}/pay`, { outcome })
  const stats = async () => (await ask('GET', `${simulators.urls.stripe}/control/stats`)).body

  function aRequest(about: Partial<CheckoutRequest> = {}): CheckoutRequest {
    made += 1
    return {
      orderId: `ord_${made}`,
      attempt: 1,
      currency: 'CAD',
      lines: [{ amountMinor: 12_500n, name: 'Mounting kit', orderItemId: 'oit_1', quantity: 2 }],
      customerEmail: 'billing@example.com',
      successUrl: 'https://app.example.com/orders/1?session_id={CHECKOUT_SESSION_ID}',
      cancelUrl: 'https://app.example.com/orders/1',
      expiresAt: new Date(Math.ceil(Date.now() / 1000) * 1000 + 3_600_000),
      earlierExpiries: [],
      idempotencyKey: `checkout:ord_${made}:1`,
      ...about,
    }
  }

  function anEntry(about: Partial<Parameters<PaymentGateway['ensurePrice']>[0]> = {}) {
    made += 1
    return {
      reference: `pbe_${made}`,
      sku: `SKU-${made}`,
      productName: 'Sensor',
      stripeProductId: null,
      currency: 'USD',
      amountMinor: 9900n,
      nickname: 'List price',
      ...about,
    }
  }

  async function failureOf(work: Promise<unknown>): Promise<unknown> {
    return work.then(
      () => expect.fail('it did not fail'),
      (error: unknown) => error,
    )
  }

  async function livePrices(stripeProductId: string): Promise<Record<string, unknown>[]> {
    const form = { product: stripeProductId, active: 'true' }
    const answer = await askStripe(simulators.urls.stripe, 'GET', '/v1/prices', form)
    return answer.body['data'] as Record<string, unknown>[]
  }

  describe('checkout', () => {
    it('answers a link with the amount that Stripe will charge, currency in upper case', async () => {
      const request = aRequest()
      const created = await gateway.createCheckout(request)
      expect(created).to.deep.include({ amountMinor: 25_000n, currency: 'CAD', expiresAt: request.expiresAt })
      expect(created.url).to.include(created.sessionId)
    })

    it('finds the session again that was made for an earlier end, and makes another for none of them', async () => {
      const minutes = (count: number) => new Date(Math.ceil(Date.now() / 1000) * 1000 + count * 60_000)
      const first = aRequest({ expiresAt: minutes(60) })
      const made = await gateway.createCheckout(first)
      const later = {
        ...first,
        expiresAt: minutes(80),
        earlierExpiries: [minutes(70), first.expiresAt, minutes(50)],
      }
      expect(await gateway.createCheckout(later)).to.deep.equal(made)
      const unknown = { ...later, earlierExpiries: [minutes(70)] }
      const another = await gateway.createCheckout(unknown)
      expect(another.sessionId).not.to.equal(made.sessionId)
      expect(another.expiresAt).to.deep.equal(unknown.expiresAt)
      expect(await gateway.createCheckout(unknown)).to.deep.equal(another)
    })

    it('tells Stripe what its webhooks must lead back to', async () => {
      const request = aRequest({ attempt: 3 })
      const { sessionId } = await gateway.createCheckout(request)
      await pay(sessionId, 'succeed')
      const path = `/v1/checkout/sessions/${sessionId}`
      const { body } = await askStripe(simulators.urls.stripe, 'GET', path, { 'expand[0]': 'payment_intent' })
      expect(body['metadata']).to.deep.equal({ orderId: request.orderId, checkoutAttempt: '3' })
      expect(body['client_reference_id']).to.equal(request.orderId)
      expect(body['customer_email']).to.equal('billing@example.com')
      expect(body['payment_intent']).to.deep.include({ metadata: { orderId: request.orderId } })
    })

    it('is one session when the same request comes twice', async () => {
      const request = aRequest()
      const first = await gateway.createCheckout(request)
      expect(await gateway.createCheckout(request)).to.deep.equal(first)
    })

    it('outlives a failure before the write', async () => {
      await faults({ apiServerErrorNext: 1 })
      expect((await gateway.createCheckout(aRequest())).amountMinor).to.equal(25_000n)
    })

    it('outlives answers that get lost after the write, with one session', async () => {
      for (const fault of ['apiTimeoutAfterWriteNext', 'apiHangUpAfterWriteNext']) {
        const before = Number((await stats())['sessionsCreated'])
        await faults({ [fault]: 1 })
        await gateway.createCheckout(aRequest())
        expect((await stats())['sessionsCreated'], fault).to.equal(before + 1)
      }
    })

    it('names the lines whose catalogue price Stripe does not sell', async () => {
      const twin = await gateway.ensurePrice(anEntry())
      await askStripe(simulators.urls.stripe, 'POST', `/v1/prices/${twin.stripePriceId}`, { active: 'false' })
      for (const priceId of ['price_unknown', twin.stripePriceId]) {
        const bespoke = aRequest().lines[0]!
        const request = aRequest({ currency: 'USD', lines: [bespoke, { priceId, quantity: 1 }] })
        const refusal = await failureOf(gateway.createCheckout(request))
        expect(refusal).to.be.instanceOf(Refusal)
        expect(refusal).to.include({ code: 'price_not_synced' })
        const [line] = (refusal as Refusal).details['lines'] as object[]
        expect(line).to.include({ line: 1, stripe_price_id: priceId })
      }
    })

    it('is another session when the first was expired meanwhile', async () => {
      const request = aRequest()
      const first = await gateway.createCheckout(request)
      await gateway.expireCheckout(first.sessionId)
      const second = await gateway.createCheckout(request)
      expect((await gateway.findCheckout(second.sessionId))?.status).to.equal('open')
      expect(await gateway.createCheckout(request)).to.deep.equal(second)
    })

    it('says in the words of Stripe why there is none', async () => {
      const [line] = aRequest().lines as [CheckoutRequest['lines'][number]]
      const impossible: [Partial<CheckoutRequest>, RegExp][] = [
        [{ lines: [{ ...line, amountMinor: 1n, quantity: 1 }] }, /amount/i],
        [{ lines: [{ ...line, amountMinor: 1235n }], currency: 'KWD' }, /must end in 0/],
        [{ lines: Array.from({ length: 101 }, () => line) }, /at most 100/],
        [{ successUrl: 'nonsense' }, /Not a valid URL/],
      ]
      for (const [about, sentence] of impossible) {
        const refusal = await failureOf(gateway.createCheckout(aRequest(about)))
        expect(refusal).to.be.instanceOf(Refusal).and.to.include({ code: 'checkout_refused' })
        expect((refusal as Refusal).message).to.match(sentence)
      }
    })
  })

  describe('looking a checkout up', () => {
    it('finds it open, then paid with the amount received, by session and by payment', async () => {
      const request = aRequest()
      const { sessionId } = await gateway.createCheckout(request)
      const open = await gateway.findCheckout(sessionId)
      expect(open).to.deep.equal({
        sessionId,
        orderId: request.orderId,
        status: 'open',
        paymentStatus: 'unpaid',
        paymentIntentId: null,
        paymentIntentStatus: null,
        amountMinor: 25_000n,
        currency: 'CAD',
        failureReason: null,
        failureId: null,
      })
      await pay(sessionId, 'succeed')
      const paid = await gateway.findCheckout(sessionId)
      expect(paid).to.deep.include({
        status: 'complete',
        paymentStatus: 'paid',
        paymentIntentStatus: 'succeeded',
        amountMinor: 25_000n,
      })
      expect(await gateway.findCheckoutByPayment(paid!.paymentIntentId!)).to.deep.equal(paid)
    })

    it('says why a card was declined while the session stays open', async () => {
      const { sessionId } = await gateway.createCheckout(aRequest())
      await pay(sessionId, 'decline')
      const declined = await gateway.findCheckout(sessionId)
      expect(declined).to.include({ status: 'open', paymentStatus: 'unpaid' })
      expect(declined!.failureReason).to.match(/declined/i)
      await pay(sessionId, 'decline')
      const again = await gateway.findCheckout(sessionId)
      expect(again!.failureId).to.be.a('string').and.not.equal(declined!.failureId)
    })

    it('does not call a bank debit on its way paid', async () => {
      const { sessionId } = await gateway.createCheckout(aRequest())
      await pay(sessionId, 'async')
      const underWay = { status: 'complete', paymentStatus: 'unpaid', paymentIntentStatus: 'processing' }
      expect(await gateway.findCheckout(sessionId)).to.include(underWay)
    })

    it('answers null for what Stripe does not know', async () => {
      for (const id of ['something_unknown', '', '../prices']) {
        expect(await gateway.findCheckout(id)).to.equal(null)
        expect(await gateway.findCheckoutByPayment(id)).to.equal(null)
        expect(await gateway.findRefund(id)).to.equal(null)
        expect(await gateway.listRefunds(id)).to.deep.equal([])
      }
    })
  })

  describe('expiring a checkout', () => {
    it('closes an open one, and says so again when asked again', async () => {
      const { sessionId } = await gateway.createCheckout(aRequest())
      expect(await gateway.expireCheckout(sessionId)).to.include({
        status: 'expired',
        paymentStatus: 'unpaid',
      })
      expect(await gateway.expireCheckout(sessionId)).to.include({ status: 'expired' })
    })

    it('answers the payment when the customer was faster', async () => {
      const { sessionId } = await gateway.createCheckout(aRequest())
      await pay(sessionId, 'succeed')
      expect(await gateway.expireCheckout(sessionId)).to.include({
        status: 'complete',
        paymentStatus: 'paid',
      })
    })
  })

  describe('refunds', () => {
    it('are found one by one and listed newest first', async () => {
      const { sessionId } = await gateway.createCheckout(aRequest())
      await pay(sessionId, 'succeed')
      const paymentIntentId = (await gateway.findCheckout(sessionId))?.paymentIntentId ?? ''
      await control('POST', 'refunds', { session: sessionId, amount: 1000, reason: 'duplicate' })
      await control('POST', 'refunds', {
        session: sessionId,
        amount: 2000,
        reason: 'fraudulent',
        status: 'pending',
      })
      const refunds = await gateway.listRefunds(paymentIntentId)
      const shared = { paymentIntentId, currency: 'CAD' }
      expect(refunds).to.have.length(2)
      expect(refunds[0]).to.deep.include({
        ...shared,
        amountMinor: 2000n,
        status: 'pending',
        reason: 'fraudulent',
      })
      expect(refunds[1]).to.deep.include({
        ...shared,
        amountMinor: 1000n,
        status: 'succeeded',
        reason: 'duplicate',
      })
      expect(await gateway.findRefund(refunds[1]!.id)).to.deep.equal(refunds[1])
    })
  })

  describe('its lists of a span of time', () => {
    const all = async <T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> =>
      (await Array.fromAsync(pages)).flat()
    const span = (fromMs: number, toMs: number) => ({
      from: new Date(Date.now() + fromMs),
      to: new Date(Date.now() + toMs),
    })

    it('name every object once, over several pages, and none of another time', async () => {
      const made = new Set<string>()
      for (let n = 0; n < 105; n += 1) {
        const { sessionId } = await gateway.createCheckout(aRequest())
        await pay(sessionId, 'succeed')
        made.add(sessionId)
      }
      const [last = ''] = [...made].slice(-1)
      await control('POST', 'refunds', { session: last, amount: 100 })
      const now = span(-3_600_000, 60_000)
      const sessions = await all(gateway.checkoutsWithin(now))
      expect(new Set(sessions.map(({ sessionId }) => sessionId)).size).to.equal(sessions.length)
      const mine = sessions.filter(({ sessionId }) => made.has(sessionId))
      expect(mine).to.have.length(105)
      const payments = new Map((await all(gateway.paymentsWithin(now))).map((one) => [one.id, one]))
      const charges = new Map(
        (await all(gateway.chargesWithin(now))).map((one) => [one.paymentIntentId, one]),
      )
      for (const { paymentIntentId } of mine) {
        expect(payments.get(paymentIntentId ?? '')).to.include({
          status: 'succeeded',
          receivedMinor: 25_000n,
        })
        expect(charges.has(paymentIntentId)).to.equal(true)
      }
      const refunded = mine.find(({ sessionId }) => sessionId === last)?.paymentIntentId ?? ''
      expect(charges.get(refunded)).to.include({ refundedMinor: 100n, currency: 'CAD' })
      const refunds = await all(gateway.refundsWithin(now))
      expect(refunds.find(({ paymentIntentId }) => paymentIntentId === refunded)).to.include({
        amountMinor: 100n,
      })

      const { body: opened } = await control('POST', 'disputes', { payment_intent: refunded })
      const disputes = await all(gateway.disputesWithin(now))
      const disputed = disputes.find(({ paymentIntentId }) => paymentIntentId === refunded)
      expect(disputed).to.include({ id: opened['id'], status: 'needs_response', currency: 'CAD' })

      const before = span(-7_200_000, -3_600_000)
      expect(await all(gateway.checkoutsWithin(before))).to.deep.equal([])
      expect(await all(gateway.paymentsWithin(before))).to.deep.equal([])
      expect(await all(gateway.chargesWithin(before))).to.deep.equal([])
      expect(await all(gateway.refundsWithin(before))).to.deep.equal([])
      expect(await all(gateway.disputesWithin(before))).to.deep.equal([])
      expect(await gateway.findPayment(refunded)).to.deep.equal(payments.get(refunded))
      expect(await gateway.findPayment('pi_unknown')).to.equal(null)
    }).timeout(20_000)

    it('end in the middle when Stripe goes away', async () => {
      await faults({ apiServerErrorRate: 1 })
      const error: unknown = await all(gatewayWith({ maxRetries: 0 }).chargesWithin(span(-1000, 1000))).catch(
        (reason: unknown) => reason,
      )
      expect(error).to.be.instanceOf(Unavailable)
    })
  })

  describe('the twin of a price', () => {
    it('is one live price however often it is asked for, also at once', async () => {
      const entry = anEntry()
      const twins = await Promise.all([gateway.ensurePrice(entry), gateway.ensurePrice(entry)])
      twins.push(await gateway.ensurePrice(entry))
      expect(new Set(twins.map((twin) => twin.stripePriceId)).size).to.equal(1)
      expect(await livePrices(twins[0].stripeProductId)).to.have.length(1)
    })

    it('is one product for the entries of one product', async () => {
      const entry = anEntry()
      const twin = await gateway.ensurePrice(entry)
      const other = await gateway.ensurePrice({
        ...entry,
        reference: `${entry.reference}_eur`,
        currency: 'EUR',
      })
      expect(other.stripeProductId).to.equal(twin.stripeProductId)
    })

    it('is replaced when the amount changes, and the old price is closed', async () => {
      const entry = anEntry()
      const old = await gateway.ensurePrice(entry)
      const { stripeProductId } = old
      const changed = { ...entry, stripeProductId, amountMinor: 10_900n }
      const twin = await gateway.ensurePrice(changed)
      expect(twin.stripePriceId).to.not.equal(old.stripePriceId)
      const live = await livePrices(stripeProductId)
      expect(live).to.have.length(1)
      expect(live[0]).to.include({ id: twin.stripePriceId, unit_amount: 10_900, lookup_key: entry.reference })
    })

    it('is a new one when the amount comes back, and never the closed one', async () => {
      const entry = anEntry()
      const first = await gateway.ensurePrice(entry)
      await gateway.ensurePrice({ ...entry, amountMinor: 10_900n })
      const again = await gateway.ensurePrice(entry)
      expect(again.stripePriceId).to.not.equal(first.stripePriceId)
      const live = await livePrices(again.stripeProductId)
      expect(live.map(({ id }) => id)).to.deep.equal([again.stripePriceId])
    })

    it('is found by its reference, and taken off sale however often it is asked for', async () => {
      const entry = anEntry()
      expect(await gateway.findPrice(entry.reference)).to.equal(null)
      const { stripePriceId } = await gateway.ensurePrice(entry)
      const asMade = { id: stripePriceId, reference: entry.reference, amountMinor: 9900n, currency: 'USD' }
      expect(await gateway.findPrice(entry.reference)).to.include({ ...asMade, isLive: true })
      await gateway.archivePrice(stripePriceId)
      await gateway.archivePrice(stripePriceId)
      expect(await gateway.findPrice(entry.reference)).to.include({ ...asMade, isLive: false })
      await gateway.archivePrice('price_unknown')
    })

    it('is among all prices, each listed once, over several pages', async () => {
      const twins = new Set<string>()
      for (let n = 0; n < 105; n += 1) twins.add((await gateway.ensurePrice(anEntry())).stripePriceId)
      const listed: string[] = []
      for await (const page of gateway.prices()) listed.push(...page.map(({ id }) => id))
      expect(new Set(listed).size).to.equal(listed.length)
      expect([...twins].filter((id) => !listed.includes(id))).to.deep.equal([])
    }).timeout(20_000)

    it('is shown under the new name of its product', async () => {
      const { stripeProductId, stripePriceId } = await gateway.ensurePrice(anEntry())
      await gateway.renameProduct(stripeProductId, 'Sensor II')
      await gateway.renameProduct(stripeProductId, 'Sensor II')
      const listed: unknown[] = []
      for await (const page of gateway.prices()) listed.push(...page.filter(({ id }) => id === stripePriceId))
      expect(listed).to.have.length(1)
      expect(listed[0]).to.include({ stripeProductId, productName: 'Sensor II' })
      await gateway.renameProduct('prod_unknown', 'Nothing')
    })

    it('survives a lost answer in the middle', async () => {
      const entry = anEntry()
      await faults({ apiHangUpAfterWriteNext: 2 })
      const twin = await gateway.ensurePrice(entry)
      await faults({})
      expect(await gateway.ensurePrice(entry)).to.deep.equal(twin)
      expect(await livePrices(twin.stripeProductId)).to.have.length(1)
    })

    it('is sold again after somebody archived it at Stripe', async () => {
      const entry = anEntry()
      const { stripePriceId, stripeProductId } = await gateway.ensurePrice(entry)
      await askStripe(simulators.urls.stripe, 'POST', `/v1/prices/${stripePriceId}`, { active: 'false' })
      await askStripe(simulators.urls.stripe, 'POST', `/v1/products/${stripeProductId}`, { active: 'false' })
      expect(await gateway.ensurePrice({ ...entry, stripeProductId })).to.include({ stripePriceId })
      const lines = [{ priceId: stripePriceId, quantity: 3 }]
      expect((await gateway.createCheckout(aRequest({ currency: 'USD', lines }))).amountMinor).to.equal(
        29_700n,
      )
    })

    it('gets another product when the recorded one is gone', async () => {
      const twin = await gateway.ensurePrice(anEntry({ stripeProductId: 'prod_gone' }))
      expect(twin.stripeProductId)
        .to.match(/^prod_/)
        .and.not.equal('prod_gone')
    })
  })

  describe('failures', () => {
    it('are Unavailable for a wrong key, too many requests, and an address where nobody listens', async () => {
      const wrongKey = await failureOf(gatewayWith({ apiKey: 'sk_test_wrong' }).findCheckout('cs_test_1'))
      expect(wrongKey)
        .to.be.instanceOf(Unavailable)
        .and.include({ counterparty: 'stripe', retryAfterSeconds: 60 })
      await faults({ apiTooManyRequestsNext: 1 })
      const tooMany = await failureOf(gateway.findCheckout('cs_test_1'))
      expect(tooMany).to.be.instanceOf(Unavailable).and.include({ message: 'Stripe asks us to slow down.' })
      const nobody = await failureOf(
        gatewayWith({ apiBase: 'http://127.0.0.1:9', maxRetries: 0 }).findCheckout('cs_test_1'),
      )
      expect(nobody).to.be.instanceOf(Unavailable).and.include({ message: 'Stripe could not be reached.' })
    })

    it('are Unavailable when Stripe fails for longer than we try', async () => {
      await faults({ apiServerErrorNext: 1 })
      const failure = await failureOf(gatewayWith({ maxRetries: 0 }).findCheckout('cs_test_1'))
      expect(failure).to.be.instanceOf(Unavailable)
    })
  })
})
