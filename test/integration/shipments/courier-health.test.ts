import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import pg from 'pg'
import type { CourierGateway } from '../../../src/application/ports/courier-gateway.ts'
import type { BlockerView, OrderView } from '../../../src/application/ports/order-reader.ts'
import type { CourierView, ShipmentView } from '../../../src/application/ports/shipment-reader.ts'
import { until } from '../../../src/entrypoints/cli/api-client.ts'
import { type Stage, walkOrder } from '../../../src/entrypoints/cli/walk-order.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'

const mute: CourierGateway = {
  batchSize: 0,
  readPush: () => null,
  track: () => Promise.reject(new Error('nobody asks')),
  readScan: () => {
    throw new Error('nobody reads')
  },
}

describe('a courier that is not well', function () {
  this.timeout(60_000)
  let platform: TestPlatform
  let client: pg.Client
  const messages: string[] = []

  before(async () => {
    platform = await startTestPlatform({ overrides: { notifier: { post: noted } } })
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
  beforeEach(async () => {
    messages.length = 0
    await fault({})
    await client.query(
      'update courier_accounts set tokens = 15, paused_until = null, pause_reason = null, pause_kind = null, paused_at = null',
    )
    await client.query('update shipments set next_poll_at = null')
  })

  function noted({ text }: { text: string }): Promise<void> {
    messages.push(text)
    return Promise.resolve()
  }

  const fault = (faults: object) =>
    platform.control(`${platform.simulators.usps}/control/faults`, { push_drop_rate: 1, ...faults }, 'PUT')
  const read = (id: string) => platform.api.get<ShipmentView>(`/v1/shipments/${id}`)
  const courier = (code = 'USPS') => platform.api.get<CourierView>(`/v1/couriers/${code}`)
  const paused = async (orderId: string) =>
    (await platform.api.get<{ data: BlockerView[] }>(`/v1/orders/${orderId}/blockers`)).data.filter(
      ({ code }) => code === 'courier_paused',
    )
  const alerts = () => messages.filter((text) => text.includes('is not asked about parcels'))

  async function aParcel(upTo: Stage = 'shipment_ready'): Promise<ShipmentView> {
    const order: OrderView = await walkOrder({
      api: platform.api,
      simulators: platform.simulators,
      order: { company: 'Harbour Cold Storage Inc.', lines: [{ sku: 'MNT-KIT-1', quantity: 1 }] },
      upTo,
      report: () => undefined,
    })
    return read(order.shipments[0]?.id ?? '')
  }

  async function pollNow(parcel: ShipmentView): Promise<void> {
    await client.query("update shipments set next_poll_at = now() - interval '1 minute' where id = $1", [
      parcel.id,
    ])
    await platform.runtime.app.enqueueScheduledJob({ name: 'plan-tracking-polls', slot: randomUUID() })
  }

  async function patch<T extends { version: number }>(path: string, now: T, body: object): Promise<T> {
    const response = await fetch(`${platform.apiUrl}${path}`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${platform.apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        'if-match': `"${String(now.version)}"`,
      },
      body: JSON.stringify(body),
    })
    const answer = (await response.json()) as T
    expect(response.status, JSON.stringify(answer)).to.equal(200)
    return answer
  }

  it('is told of once for each occasion when it does not accept us', async () => {
    const parcel = await aParcel()
    const another = await aParcel()
    const refuse = async () => {
      await fault({ token_without_tracking_scope: true })
      await client.query(
        "update courier_accounts set access_token = null, token_expires_at = null, paused_until = null, pause_reason = null, pause_kind = null, paused_at = null where courier_code = 'USPS'",
      )
      await Promise.all([pollNow(parcel), pollNow(another)])
      return until('the pause', courier, ({ pause_kind }) => pause_kind === 'misconfigured')
    }
    await refuse()
    await until(
      'the alert',
      () => Promise.resolve(alerts()),
      (sent) => sent.length === 1,
    )
    expect((await paused(parcel.order_id))[0]?.message).to.match(/until somebody sets it up again: .*scope/)
    // The next day it is asked again, and still refuses: the same occasion.
    const still = await refuse()
    expect(alerts()).to.have.length(1)

    await patch('/v1/couriers/USPS', still, { delivery_sla_days: 5 })
    expect(await paused(parcel.order_id)).to.have.length(0)
    await refuse()
    await until(
      'the second alert',
      () => Promise.resolve(alerts()),
      (sent) => sent.length === 2,
    )
    await fault({})
    await patch('/v1/couriers/USPS', await courier(), { delivery_sla_days: 5 })
  })

  it('has forged pushes counted, and nothing of them kept', async () => {
    const before = (await courier()).rejected_pushes_today
    const kept = async () =>
      (await client.query('select from webhook_events union all select from courier_events')).rowCount
    const events = await kept()
    const statuses = await Promise.all(
      Array.from({ length: 20 }, () =>
        fetch(`${platform.apiUrl}/v1/webhooks/couriers/USPS`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-hmac': 'bm8=' },
          body: JSON.stringify({ subscriptionId: '1', timestamp: new Date().toISOString(), payload: '{}' }),
        }).then(({ status }) => status),
      ),
    )
    expect(new Set(statuses)).to.deep.equal(new Set([401]))
    expect((await courier()).rejected_pushes_today).to.equal(before + 20)
    expect((await courier('DHL')).rejected_pushes_today).to.equal(0)
    expect(await kept()).to.equal(events)
  })

  it('tells of the carrier behind it, under whose number the parcel is found', async () => {
    const draft = await aParcel('shipment_draft')
    const number = 'K7Q2M4X9RA'
    const labelled = await patch(`/v1/shipments/${draft.id}`, draft, {
      courier_code: 'ChitChat',
      tracking_number: 'k7q2-m4x9-ra',
    })
    expect(labelled).to.include({
      tracking_number: number,
      tracking_url: 'https://chitchats.com/tracking/k7q2m4x9ra',
      carrier_tracking_number: null,
    })
    await client.query("update shipments set status = 'ready', ready_at = now() where id = $1", [draft.id])
    await platform.control(`${platform.simulators.chitChats}/control/parcels/${number}/story`, {
      name: 'delivered',
    })
    await pollNow(labelled)
    const told = await until(
      'the answer',
      () => read(draft.id),
      (view) => view.carrier_code !== null,
    )
    expect(told).to.include({
      carrier_code: 'usps',
      carrier_tracking_number: '9400190000042001234098',
      courier_service: 'usps_ground_advantage',
      status: 'delivered',
    })
    for (const searched of [number, '9400190000042001234098']) {
      const { data } = await platform.api.get<{ data: ShipmentView[] }>(
        `/v1/shipments?tracking_number=${searched}`,
      )
      expect(data.map(({ id }) => id)).to.include(draft.id)
    }
    const events = async () =>
      (
        await client.query(
          "select from domain_event where event_type = 'shipment.courier_told' and aggregate_id = $1",
          [draft.id],
        )
      ).rowCount ?? 0
    await until('the timeline', events, (count) => count === 1)
  })

  it('is left alone by all processes after five failures in a row, and named by what waits for it', async () => {
    const parcel = await aParcel()
    await fault({ fail_rate: 1, status: 503 })
    const stats = async () =>
      (await (await fetch(`${platform.simulators.usps}/control/stats`)).json()) as { refused: number }
    const { refused } = await stats()
    for (let failure = 1; failure <= 5; failure += 1) {
      expect(await paused(parcel.order_id)).to.have.length(0)
      await pollNow(parcel)
      await until('the failure', stats, (now) => now.refused === refused + failure)
    }
    const view = await until('the pause', courier, ({ pause_kind }) => pause_kind === 'failing')
    expect(view.pause_reason).to.match(/left alone/)
    expect((Date.parse(view.paused_until ?? '') - Date.now()) / 1000).to.be.within(280, 301)
    const [blocker] = await paused(parcel.order_id)
    expect(blocker).to.include({
      operation_id: 'changeCourier',
      path: '/v1/couriers/USPS',
      related_type: 'courier',
      related_id: 'USPS',
    })
    expect(blocker?.since).to.not.equal(null)
    await pollNow(parcel)
    await until('the parcel to wait', courier, () => true)
    expect((await stats()).refused).to.equal(refused + 5)
    expect(alerts()).to.have.length(0)
  })
})

describe('a courier that has to be asked, without credentials', function () {
  this.timeout(60_000)
  let platform: TestPlatform
  let client: pg.Client
  const messages: string[] = []

  before(async () => {
    platform = await startTestPlatform({
      overrides: {
        couriers: new Map([['USPS', mute]]),
        notifier: {
          post: ({ text }) => {
            messages.push(text)
            return Promise.resolve()
          },
        },
      },
    })
    client = new pg.Client({ connectionString: platform.databaseUrl })
    await client.connect()
    await platform.pricesSynced()
  })
  after(async () => {
    await client.end()
    await platform.close()
  })

  it('is told of when a parcel waits for it, and once', async () => {
    const courier = () => platform.api.get<CourierView>('/v1/couriers/USPS')
    const plan = () =>
      platform.runtime.app.enqueueScheduledJob({ name: 'plan-tracking-polls', slot: randomUUID() })
    await plan()
    await walkOrder({
      api: platform.api,
      simulators: platform.simulators,
      order: { company: 'Harbour Cold Storage Inc.', lines: [{ sku: 'MNT-KIT-1', quantity: 1 }] },
      upTo: 'shipment_ready',
      report: () => undefined,
    })
    expect((await courier()).pause_kind).to.equal(null)
    await client.query("update shipments set next_poll_at = now() - interval '1 minute'")
    await Promise.all([plan(), plan(), plan()])
    const { pause_reason } = await until('the pause', courier, ({ pause_kind }) => pause_kind !== null)
    expect(pause_reason).to.match(/no credentials/)
    await until(
      'the alert',
      () => Promise.resolve(messages),
      (sent) => sent.length > 0,
    )
    await plan()
    const { rowCount } = await client.query("select from manual_tasks where kind = 'courier_misconfigured'")
    expect(rowCount).to.equal(1)
    expect(messages.filter((text) => text.includes('no credentials'))).to.have.length(1)
  })
})
