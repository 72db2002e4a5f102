import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import pg from 'pg'
import { createFindingStore } from '../../../src/adapters/postgres/fulfillment/finding-store.ts'
import { createDatabasePool } from '../../../src/adapters/postgres/pool.ts'
import type { FulfillmentView } from '../../../src/application/ports/fulfillment-reader.ts'
import type { OrderView } from '../../../src/application/ports/order-reader.ts'
import type { ShipmentView } from '../../../src/application/ports/shipment-reader.ts'
import { systemActor } from '../../../src/domain/shared/actor.ts'
import { until } from '../../../src/entrypoints/cli/api-client.ts'
import { type Stage, walkOrder } from '../../../src/entrypoints/cli/walk-order.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'

const DAY_MS = 86_400_000

describe('what stands still in fulfilment', function () {
  this.timeout(60_000)
  let platform: TestPlatform
  let database: pg.Client
  let shiftMs = 0
  const messages: string[] = []

  before(async () => {
    platform = await startTestPlatform({
      overrides: {
        clock: { now: () => new Date(Date.now() + shiftMs) },
        notifier: {
          post: ({ text }) => {
            messages.push(text)
            return Promise.resolve()
          },
        },
      },
    })
    database = new pg.Client({ connectionString: platform.databaseUrl })
    await database.connect()
    await platform.pricesSynced()
  })

  beforeEach(() => {
    shiftMs = 0
  })

  after(async () => {
    await database.end()
    await platform.close()
  })

  const check = () =>
    platform.runtime.app.jobHandlers['check-fulfillment-completion']({ slot: randomUUID() } as never, {
      actor: systemActor('test'),
      correlationId: randomUUID(),
      causationId: null,
      alongside: null,
    })

  const anOrder = (upTo: Stage) =>
    walkOrder({
      api: platform.api,
      simulators: platform.simulators,
      order: { company: 'Harbour Cold Storage Inc.', lines: [{ sku: 'MNT-KIT-1', quantity: 1 }] },
      upTo,
      report: () => undefined,
    })

  async function told(type: string, aggregateId?: string): Promise<number> {
    const { rowCount } = await database.query(
      `select from domain_event where event_type = $1 and ($2::text is null or aggregate_id = $2)
       union all
       select from outbox where event_type = $1 and ($2::text is null or aggregate_id = $2)`,
      [type, aggregateId ?? null],
    )
    return rowCount ?? 0
  }

  /** The first moment of a day at which its message may be sent, so many days from now. */
  function atHour(hour: number, days: number): void {
    const then = new Date(Date.now() + days * DAY_MS)
    then.setUTCHours(hour, 5, 0, 0)
    shiftMs = then.getTime() - Date.now()
  }

  it('a parcel whose courier is silent is told of once, until the courier speaks', async () => {
    const order = await anOrder('in_transit')
    const shipmentId = order.shipments[0]?.id ?? ''
    await check()
    expect(await told('shipment.silent', shipmentId)).to.equal(0)
    shiftMs = 8 * DAY_MS
    await Promise.all([check(), check()])
    await check()
    expect(await told('shipment.silent', shipmentId)).to.equal(1)

    // A scan begins another silence.
    await database.query(
      `update courier_events set received_at = now() + interval '9 days' where shipment_id = $1`,
      [shipmentId],
    )
    shiftMs = 10 * DAY_MS
    await check()
    const cleared = await database.query(
      'select from fulfillment_findings where subject_id = $1 and cleared_at is not null',
      [shipmentId],
    )
    expect(cleared.rowCount).to.equal(1)
    shiftMs = 17 * DAY_MS
    await check()
    expect(await told('shipment.silent', shipmentId)).to.equal(2)
    await platform.api.post(`/v1/shipments/${shipmentId}/status`, { move: 'deliver' })
    await check()
    const open = await database.query(
      'select from fulfillment_findings where subject_id = $1 and cleared_at is null',
      [shipmentId],
    )
    expect(open.rowCount).to.equal(0)
  })

  it('a parcel that takes longer than its service does is told of once, with the days', async () => {
    const order = await anOrder('in_transit')
    const shipmentId = order.shipments[0]?.id ?? ''
    await database.query(
      `update couriers set delivery_sla_days_by_service = '{"GA": 3, "PM": 1}' where courier_code = 'USPS'`,
    )
    await database.query("update shipments set courier_service = 'GA' where id = $1", [shipmentId])
    await database.query(
      `update courier_events set received_at = now() + interval '4 days' where shipment_id = $1`,
      [shipmentId],
    )
    shiftMs = 2 * DAY_MS
    await check()
    expect(await told('shipment.late', shipmentId)).to.equal(0)
    // Its service takes 3 days; the courier's own would be 5.
    shiftMs = 4.5 * DAY_MS
    await Promise.all([check(), check()])
    await check()
    expect(await told('shipment.late', shipmentId)).to.equal(1)
    expect(await told('shipment.silent', shipmentId)).to.equal(0)
    const { rows } = await database.query<{ details: object }>(
      "select details from fulfillment_findings where kind = 'shipment_late' and subject_id = $1",
      [shipmentId],
    )
    expect(rows[0]?.details).to.include({ courier_code: 'USPS', courier_service: 'GA', sla_days: 3 })

    await database.query("update shipments set in_transit_at = now() - interval '4 days' where id = $1", [
      shipmentId,
    ])
    const late = await platform.api.get<{ data: { code: string; message: string }[] }>(
      `/v1/orders/${order.id}/blockers`,
    )
    expect(late.data.find(({ code }) => code === 'parcel_late')?.message).to.equal(
      'The parcel has been under way for 4 days; USPS GA takes 3.',
    )
    await database.query("update shipments set courier_service = 'XX' where id = $1", [shipmentId])
    const other = await platform.api.get<{ data: { code: string }[] }>(`/v1/orders/${order.id}/blockers`)
    expect(other.data.map(({ code }) => code)).to.not.include('parcel_late')
    await platform.api.post(`/v1/shipments/${shipmentId}/status`, { move: 'deliver' })
    await check()
    const open = await database.query(
      'select from fulfillment_findings where subject_id = $1 and cleared_at is null',
      [shipmentId],
    )
    expect(open.rowCount).to.equal(0)
    await database.query("update couriers set delivery_sla_days_by_service = '{}'")
  })

  it('a fulfilment order that is over and does not say so is put right, with its order', async () => {
    const { id, fulfillment_orders } = await anOrder('completed')
    const fulfillmentOrderId = fulfillment_orders[0]?.id ?? ''
    await database.query("update fulfillment_orders set status = 'in_transit' where id = $1", [
      fulfillmentOrderId,
    ])
    await database.query("update orders set status = 'in_fulfillment' where id = $1", [id])
    await Promise.all([check(), check()])
    const order = await platform.api.get<OrderView>(`/v1/orders/${id}`)
    expect(order.status).to.equal('completed')
    const view = await platform.api.get<FulfillmentView>(`/v1/fulfillments/${fulfillmentOrderId}`)
    expect(view.status).to.equal('completed')
    expect(await told('fulfillment.completion_overdue', fulfillmentOrderId)).to.equal(1)

    // The order alone lags.
    await database.query("update orders set status = 'in_fulfillment' where id = $1", [id])
    await check()
    expect((await platform.api.get<OrderView>(`/v1/orders/${id}`)).status).to.equal('completed')
  })

  it('a paid order that nobody prepares is told of once, when a job had time to do it', async () => {
    const { id, fulfillment_orders } = await anOrder('in_fulfillment')
    await database.query(
      "update fulfillment_orders set status = 'cancelled', cancelled_at = now() where id = $1",
      [fulfillment_orders[0]?.id ?? ''],
    )
    await check()
    expect(await told('order.fulfillment_missing', id)).to.equal(0)
    shiftMs = 3_600_000
    await check()
    await check()
    expect(await told('order.fulfillment_missing', id)).to.equal(1)
    await platform.api.post('/v1/fulfillments', { order_id: id })
    await check()
    const { rowCount } = await database.query(
      'select from fulfillment_findings where subject_id = $1 and cleared_at is null',
      [id],
    )
    expect(rowCount).to.equal(0)
  })

  it('is told of to the last case, however few fit into one round', async () => {
    const silent = [await anOrder('in_transit'), await anOrder('in_transit')].map(
      ({ shipments }) => shipments[0]?.id ?? '',
    )
    const unprepared = [await anOrder('in_fulfillment'), await anOrder('in_fulfillment')].map(({ id }) => id)
    await database.query(
      "update fulfillment_orders set status = 'cancelled', cancelled_at = now() where order_id = any($1)",
      [unprepared],
    )
    shiftMs = 8 * DAY_MS
    const now = new Date(Date.now() + shiftMs)
    const pool = await createDatabasePool({
      url: platform.databaseUrl,
      maxConnections: 1,
      statementTimeoutMs: 5_000,
    })
    try {
      const findings = createFindingStore(pool)
      const untold = async () => [
        ...(await findings.silentShipments(now, 100)).map(({ shipmentId }) => shipmentId),
        ...(await findings.missingFulfillments(now, 100)).map(({ orderId }) => orderId),
      ]
      expect(await untold()).to.include.members([...silent, ...unprepared])
      await check()
      expect(await untold()).to.deep.equal([])
    } finally {
      await pool.end()
    }
    await database.query("update orders set status = 'cancelled' where id = any($1)", [unprepared])
    for (const id of silent) await platform.api.post(`/v1/shipments/${id}/status`, { move: 'deliver' })
    shiftMs = 0
    await check()
  })

  it('is one message a day, in the American morning, and none when nothing stands still', async () => {
    await database.query('delete from fulfillment_digests')
    await database.query(
      "update fulfillment_findings set cleared_at = now(), found_at = now() - interval '9 days'",
    )
    messages.length = 0
    const order = await anOrder('in_transit')
    const parcel = await platform.api.get<ShipmentView>(`/v1/shipments/${order.shipments[0]?.id ?? ''}`)
    const before = await told('fulfillment.digest_due')
    atHour(4, 30)
    await check()
    expect(await told('fulfillment.digest_due')).to.equal(before)
    atHour(14, 30)
    await Promise.all([check(), check(), check()])
    await check()
    expect(await told('fulfillment.digest_due')).to.equal(before + 1)
    await until(
      'the message',
      () => Promise.resolve(messages.filter((text) => text.startsWith('Fulfilment on'))),
      (sent) => sent.length > 0,
    )
    expect(messages.find((text) => text.includes(parcel.id))).to.match(
      /1 parcels without a word[^]*the courier has been silent, since [-\d]+ \(USPS GA takes 5 days\)/,
    )
    atHour(14, 31)
    await check()
    expect(await told('fulfillment.digest_due')).to.equal(before + 2)
    await platform.api.post(`/v1/shipments/${parcel.id}/status`, { move: 'deliver' })
    atHour(14, 32)
    await check()
    expect(await told('fulfillment.digest_due')).to.equal(before + 2)
  })
})
