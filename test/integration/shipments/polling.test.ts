import { expect } from 'chai'
import pg from 'pg'
import type { OrderView } from '../../../src/application/ports/order-reader.ts'
import type { CourierView, ShipmentView } from '../../../src/application/ports/shipment-reader.ts'
import { until } from '../../../src/entrypoints/cli/api-client.ts'
import { walkOrder } from '../../../src/entrypoints/cli/walk-order.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'

describe('parcels that are asked about', function () {
  this.timeout(30_000)
  let platform: TestPlatform
  let client: pg.Client
  let round = 0

  before(async function () {
    this.timeout(60_000)
    platform = await startTestPlatform()
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
    await fault({})
    await client.query(
      "update courier_accounts set tokens = 15, paused_until = null, pause_reason = null where courier_code = 'USPS'",
    )
    await client.query('update shipments set next_poll_at = null')
  })

  /** Pushes are lost; what is known is known by asking. */
  const fault = (faults: object) =>
    platform.control(`${platform.simulators.usps}/control/faults`, { push_drop_rate: 1, ...faults }, 'PUT')

  async function aParcel(): Promise<ShipmentView> {
    const order: OrderView = await walkOrder({
      api: platform.api,
      simulators: platform.simulators,
      order: { company: 'Harbour Cold Storage Inc.', lines: [{ sku: 'MNT-KIT-1', quantity: 1 }] },
      upTo: 'shipment_ready',
      report: () => undefined,
    })
    return read(order.shipments[0]?.id ?? '')
  }

  const read = (id: string) => platform.api.get<ShipmentView>(`/v1/shipments/${id}`)
  const courier = () => platform.api.get<CourierView>('/v1/couriers/USPS')

  async function row(id: string) {
    const { rows } = await client.query<{ next_poll_at: Date | null; polls: number }>(
      'select next_poll_at, polls from shipments where id = $1',
      [id],
    )
    return rows[0] ?? { next_poll_at: null, polls: 0 }
  }

  async function pollNow(...parcels: ShipmentView[]): Promise<void> {
    const ids = parcels.map(({ id }) => id)
    await client.query("update shipments set next_poll_at = now() - interval '1 minute' where id = any($1)", [
      ids,
    ])
    round += 1
    await platform.runtime.app.enqueueScheduledJob({
      name: 'plan-tracking-polls',
      slot: `test-${String(round)}`,
    })
  }

  const polled = (parcel: ShipmentView, before = 0) =>
    until(
      'the poll',
      () => row(parcel.id),
      ({ polls }) => polls > before,
    )

  async function tasks(kind: string, relatedId: string): Promise<number> {
    const { rows } = await client.query<{ id: string }>(
      "select id from manual_tasks where kind = $1 and related_id = $2 and status = 'open'",
      [kind, relatedId],
    )
    return rows.length
  }

  async function stopped(parcel: ShipmentView): Promise<string[]> {
    const { rows } = await client.query<{ reason: string }>(
      "select payload ->> 'reason' as reason from domain_event where event_type = 'shipment.tracking_stopped' and shipment_id = $1",
      [parcel.id],
    )
    return rows.map(({ reason }) => reason)
  }

  it('get their first poll when they are ready, six hours on', async () => {
    const parcel = await aParcel()
    const { next_poll_at } = await row(parcel.id)
    expect(((next_poll_at?.getTime() ?? 0) - Date.now()) / 3_600_000).to.be.within(5.9, 6)
  })

  it('are asked about again once their delivery was corrected, unless they are on their way back', async () => {
    const afterCorrection = async (to: string) => {
      const parcel = await aParcel()
      for (const move of ['hand_over', 'deliver']) {
        await platform.api.post(`/v1/shipments/${parcel.id}/status`, { move })
      }
      // As after the last look at a delivery.
      await client.query('update shipments set next_poll_at = null where id = $1', [parcel.id])
      await platform.api.post(`/v1/shipments/${parcel.id}/correct-delivery`, {
        to,
        reason: 'Another parcel was scanned',
        automation: 'keep',
      })
      return (await row(parcel.id)).next_poll_at
    }
    const next = await afterCorrection('in_transit')
    expect(((next?.getTime() ?? 0) - Date.now()) / 3_600_000).to.be.within(5.9, 6)
    expect(await afterCorrection('returned')).to.equal(null)
  })

  it('arrive although every push was lost, and are looked at once more a day later', async () => {
    const parcel = await aParcel()
    const number = parcel.tracking_number ?? ''
    await platform.control(`${platform.simulators.usps}/control/parcels/${number}/story`, {
      name: 'delivered',
      stepMs: 0,
    })
    await pollNow(parcel)
    await polled(parcel)
    const after = await read(parcel.id)
    expect(after).to.include({ status: 'delivered', tracking_status: 'delivered' })
    expect(new Set(after.courier_events.map(({ source }) => source))).to.deep.equal(new Set(['poll']))
    const { next_poll_at } = await row(parcel.id)
    expect(((next_poll_at?.getTime() ?? 0) - Date.now()) / 3_600_000).to.be.within(22, 24.1)
    await client.query("update shipments set delivered_at = now() - interval '25 hours' where id = $1", [
      parcel.id,
    ])
    await pollNow(parcel)
    await polled(parcel, 1)
    expect((await row(parcel.id)).next_poll_at).to.equal(null)
    await until(
      'the timeline',
      () => stopped(parcel),
      (reasons) => reasons.join() === 'delivered',
    )
  })

  it('say once that nobody asks any more, however often somebody has them asked about', async () => {
    const parcel = await aParcel()
    await platform.api.post(`/v1/shipments/${parcel.id}/status`, { move: 'deliver' })
    await client.query("update shipments set delivered_at = now() - interval '5 days' where id = $1", [
      parcel.id,
    ])
    await pollNow(parcel)
    await until(
      'the timeline',
      () => stopped(parcel),
      (reasons) => reasons.join() === 'delivered',
    )
    const { version } = await read(parcel.id)
    await platform.api.post(`/v1/shipments/${parcel.id}/ask-courier`, {})
    await polled(parcel, 1)
    expect((await read(parcel.id)).version).to.equal(version)
    expect(await stopped(parcel)).to.deep.equal(['delivered'])
  })

  it('stay open while the courier does not know them, and after two weeks a person looks', async () => {
    const parcel = await aParcel()
    await pollNow(parcel)
    await polled(parcel)
    expect((await row(parcel.id)).next_poll_at).to.not.equal(null)
    expect(await read(parcel.id)).to.include({ status: 'ready', tracking_status: 'unknown' })
    await client.query("update shipments set ready_at = now() - interval '15 days' where id = $1", [
      parcel.id,
    ])
    await pollNow(parcel)
    await polled(parcel, 1)
    expect((await row(parcel.id)).next_poll_at).to.equal(null)
    expect(await tasks('tracking_not_found', parcel.id)).to.equal(1)
  })

  it('wait with all others while the courier wants to be left alone', async () => {
    const parcel = await aParcel()
    await fault({ fail_next: 1, status: 429, retry_after_s: 120 })
    await pollNow(parcel)
    const { paused_until } = await until('the pause', courier, (view) => view.paused_until !== null)
    expect((Date.parse(paused_until ?? '') - Date.now()) / 1000).to.be.within(100, 121)
    await until(
      'the parcel to be put off',
      () => row(parcel.id),
      ({ next_poll_at }) => Math.abs((next_poll_at?.getTime() ?? 0) - Date.parse(paused_until ?? '')) < 5000,
    )
    await pollNow(parcel)
    expect((await row(parcel.id)).polls).to.equal(0)
  })

  it('wait for a person when our key lacks the scope, and change of the configuration lifts it', async () => {
    const parcel = await aParcel()
    await client.query('update courier_accounts set access_token = null, token_expires_at = null')
    await fault({ token_without_tracking_scope: true })
    await pollNow(parcel)
    const paused = await until('the pause', courier, (view) => view.paused_until !== null)
    expect(paused.pause_reason).to.match(/scope "tracking"/)
    await until(
      'the task',
      () => tasks('courier_misconfigured', 'USPS'),
      (count) => count === 1,
    )
    await fault({})
    const response = await fetch(`${platform.apiUrl}/v1/couriers/USPS`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${platform.apiKey}`,
        'content-type': 'application/json',
        'if-match': `"${String(paused.version)}"`,
      },
      body: JSON.stringify({ delivery_sla_days: 5 }),
    })
    expect(response.status).to.equal(200)
    expect(await tasks('courier_misconfigured', 'USPS')).to.equal(0)
    await pollNow(parcel)
    await polled(parcel)
  })

  it('are planned once by rounds that overlap, within the budget', async () => {
    const parcels = [await aParcel(), await aParcel(), await aParcel()]
    await client.query("update shipments set next_poll_at = now() - interval '1 minute' where id = any($1)", [
      parcels.map(({ id }) => id),
    ])
    await Promise.all(
      ['a', 'b', 'c', 'd'].map((slot) =>
        platform.runtime.app.enqueueScheduledJob({ name: 'plan-tracking-polls', slot: `overlap-${slot}` }),
      ),
    )
    for (const parcel of parcels) await polled(parcel)
    for (const parcel of parcels) expect((await row(parcel.id)).polls).to.equal(1)
  })
})
