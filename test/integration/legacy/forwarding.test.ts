import { createHmac } from 'node:crypto'
import { expect } from 'chai'
import pg from 'pg'
import { createWebhookForwarder } from '../../../src/adapters/stripe/webhook-forwarder.ts'
import type {
  WebhookDeliverySummaryView,
  WebhookDeliveryView,
  WebhookDivergenceView,
} from '../../../src/application/ports/webhook-delivery-reader.ts'
import { until } from '../../../src/entrypoints/cli/api-client.ts'
import type { RunningSimulators } from '../../../src/entrypoints/simulators/main.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'
import { ask, type Listener, startListener, startOutside } from '../../unit/simulators/outside-world.ts'
import { type StripeSide, sessionOf, stripeSide } from '../orders/stripe-side.ts'

const SECRET = 'whsec_simulator_0123456789abcdef'
const context = {
  actor: { kind: 'system', id: 'test', name: 'test' },
  correlationId: 'forwarding-test',
  causationId: null,
  alongside: null,
} as const

describe("Stripe's events on their way to the older system", function () {
  this.timeout(60_000)
  let listener: Listener
  let outside: RunningSimulators
  let platform: TestPlatform
  let stripe: StripeSide
  let client: pg.Client
  let target: string
  let skewMs = 0

  before(async () => {
    listener = await startListener()
    outside = await startOutside(listener)
    target = `${outside.urls.legacy}/webhooks/stripe`
    const clock = { now: () => new Date(Date.now() + skewMs) }
    const forwarder = createWebhookForwarder({ targets: [{ url: target, secret: SECRET }], clock })
    platform = await startTestPlatform({ overrides: { forwarder } })
    stripe = stripeSide(platform)
    client = new pg.Client({ connectionString: platform.databaseUrl })
    await client.connect()
    await platform.pricesSynced()
  })

  afterEach(async () => {
    skewMs = 0
    await legacyFaults({})
  })

  after(async () => {
    try {
      expect(await platform.brokenLaws()).to.deep.equal([])
    } finally {
      await client.end()
      await platform.close()
      await outside.stop()
      await listener.stop()
    }
  })

  const legacyFaults = (faults: object) => ask('PUT', `${outside.urls.legacy}/control/faults`, faults)
  const taken = async (eventId: string) =>
    (await ask('GET', `${outside.urls.legacy}/control/stripe-events/${eventId}`)).body as {
      received?: number
      signature?: string
    }
  const deliveries = async (query: string) =>
    (
      await platform.api.get<{ data: WebhookDeliverySummaryView[] }>(
        `/v1/webhook-deliveries?limit=100&${query}`,
      )
    ).data
  const read = (id: string) => platform.api.get<WebhookDeliveryView>(`/v1/webhook-deliveries/${id}`)
  const send = (...deliveryIds: string[]) =>
    platform.runtime.app.jobHandlers['forward-stripe-events']({ deliveryIds } as never, context)

  /** Pushes an event that nothing here wants, and answers its delivery once it has been tried. */
  async function pushed(id: string): Promise<WebhookDeliveryView> {
    const event = { id, object: 'event', type: 'charge.succeeded', data: { object: { id: `ch_${id}` } } }
    expect(await stripe.push(event)).to.equal(200)
    const [delivery] = await until(
      'the delivery to be tried',
      () => deliveries(`event_id=${id}`),
      (found) => (found[0]?.attempts ?? 0) > 0,
    )
    return read(delivery?.id ?? '')
  }

  it('goes on with its bytes and its signature unchanged, every one of a payment', async () => {
    const order = await stripe.order('awaiting_payment')
    await stripe.pay(sessionOf(order), 'succeed')
    await stripe.waitFor(order.id, 'the payment', ({ paid_at }) => paid_at !== null)
    await stripe.settled()
    const events = await stripe.eventsOf(sessionOf(order))
    expect(events.length).to.be.greaterThan(2)
    for (const { id } of events) {
      const [delivery] = await deliveries(`event_id=${id}`)
      expect(delivery).to.include({ status: 'delivered', attempts: 1, target })
      const { rows } = await client.query<{ signature: string }>(
        `select headers ->> 'stripe-signature' as signature from webhook_events where event_id = $1`,
        [id],
      )
      expect(await taken(id)).to.include({ received: 1, signature: rows[0]?.signature })
    }
  })

  it('waits while the older system is down, and is signed anew once the signature is too old', async () => {
    await legacyFaults({ down: true })
    const { id, status, tries } = await pushed('evt_down')
    expect(status).to.equal('waiting')
    expect(tries[0]).to.include({ signature: 'original', status_code: 503 })
    // The signature ages, not the day: the event is made to have come long ago.
    const old = Math.floor(Date.now() / 1000) - 1000
    await client.query(
      `update webhook_events
       set headers = jsonb_set(headers, '{stripe-signature}', to_jsonb($1::text))
       where event_id = 'evt_down'`,
      [`t=${old},v1=${createHmac('sha256', SECRET).update(`${old}.`).digest('hex')}`],
    )
    await legacyFaults({})
    expect(await send(id)).to.deep.equal({ outcome: 'done' })
    const after = await read(id)
    expect(after).to.include({ status: 'delivered', attempts: 2 })
    expect(after.tries[1]).to.include({ signature: 'anew', status_code: 200, error: null })
    expect(await taken('evt_down')).to.include({ received: 1 })
  })

  it('is sent once by two jobs at once', async () => {
    await legacyFaults({ down: true })
    const { id } = await pushed('evt_twice')
    await legacyFaults({})
    await Promise.all([send(id), send(id), send(id)])
    expect(await read(id)).to.include({ status: 'delivered', attempts: 2 })
    expect(await taken('evt_twice')).to.include({ received: 1 })
  })

  it('is taken up again after a sender that died', async () => {
    await legacyFaults({ down: true })
    const { id } = await pushed('evt_died')
    await legacyFaults({})
    await client.query(
      `update webhook_deliveries set claimed_until = now() + interval '1 minute' where id = $1`,
      [id],
    )
    expect(await send(id)).to.include({ outcome: 'retry' })
    await client.query(
      `update webhook_deliveries set claimed_until = now() - interval '1 second' where id = $1`,
      [id],
    )
    expect(await send(id)).to.deep.equal({ outcome: 'done' })
    expect(await taken('evt_died')).to.include({ received: 1 })
  })

  it('is given up when it is refused for good, and can be sent again by its id', async () => {
    await legacyFaults({ down: true })
    const { id } = await pushed('evt_refused')
    await legacyFaults({})
    await client.query(`update webhook_events set body = '{"broken":true}' where event_id = 'evt_refused'`)
    expect(await send(id)).to.deep.equal({ outcome: 'done' })
    expect(await read(id)).to.include({ status: 'refused', attempts: 2 })
    const event = {
      id: 'evt_refused',
      object: 'event',
      type: 'charge.succeeded',
      data: { object: { id: 'ch_evt_refused' } },
    }
    await client.query(
      `update webhook_events set body = convert_to($1, 'UTF8') where event_id = 'evt_refused'`,
      [JSON.stringify(event)],
    )
    await platform.api.post(`/v1/webhook-deliveries/${id}/redeliver`, {})
    await until(
      'the redelivery',
      () => read(id),
      ({ status }) => status === 'delivered',
    )
    expect(await taken('evt_refused')).to.include({ received: 1 })
  })

  it('fails after its last try', async () => {
    await legacyFaults({ down: true })
    const { id } = await pushed('evt_failed')
    for (let attempt = 2; attempt <= 8; attempt += 1) await send(id)
    expect(await read(id)).to.include({ status: 'failed', attempts: 8 })
    const { data } = await platform.api.get<{ data: WebhookDivergenceView[] }>(
      '/v1/webhook-deliveries/divergence?min_age_minutes=0&limit=100',
    )
    expect(data.find((one) => one.id === id)).to.include({ our_status: 'ignored', ended_here: true })
  })

  it('is told of when it arrived there and is not done here', async () => {
    const { id } = await pushed('evt_theirs')
    await client.query(`update webhook_events set status = 'received' where event_id = 'evt_theirs'`)
    const { data } = await platform.api.get<{ data: WebhookDivergenceView[] }>(
      '/v1/webhook-deliveries/divergence?min_age_minutes=0&limit=100',
    )
    expect(data.find((one) => one.id === id)).to.include({ our_status: 'received', ended_here: false })
    await client.query(`update webhook_events set status = 'ignored' where event_id = 'evt_theirs'`)
  })

  it('goes again with all of its span that did not arrive', async () => {
    const from = new Date(Date.now() - 1000).toISOString()
    await legacyFaults({ down: true })
    const lost = await Promise.all(['evt_span_1', 'evt_span_2', 'evt_span_3'].map(pushed))
    await legacyFaults({})
    await platform.api.post('/v1/webhook-deliveries/redeliver', {
      from,
      to: new Date(Date.now() + 1000).toISOString(),
    })
    for (const { id } of lost)
      await until(
        'the redelivery',
        () => read(id),
        ({ status }) => status === 'delivered',
      )
  })

  it('is stored and forwarded once when it is pushed fifty times at once', async () => {
    const event = {
      id: 'evt_fifty',
      object: 'event',
      type: 'charge.succeeded',
      data: { object: { id: 'ch_fifty' } },
    }
    const answers = await Promise.all(Array.from({ length: 50 }, () => stripe.push(event)))
    expect(new Set(answers)).to.deep.equal(new Set([200]))
    await until(
      'the delivery',
      () => deliveries('event_id=evt_fifty'),
      (found) => found[0]?.status === 'delivered',
    )
    expect(await taken('evt_fifty')).to.include({ received: 1 })
  })
})
