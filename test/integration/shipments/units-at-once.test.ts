import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import pg from 'pg'
import type { FulfillmentView } from '../../../src/application/ports/fulfillment-reader.ts'
import type { OrderView } from '../../../src/application/ports/order-reader.ts'
import type { ReturnView } from '../../../src/application/ports/return-reader.ts'
import type { ShipmentView } from '../../../src/application/ports/shipment-reader.ts'
import { ApiRefused } from '../../../src/entrypoints/cli/api-client.ts'
import { uspsNumber, walkOrder } from '../../../src/entrypoints/cli/walk-order.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'

const KIT = 'MNT-KIT-1'
const SENSOR = 'SNS-TEMP-1'
const ADDRESS = 'adr_00000000000000000000000003'

describe('units that many move at once', function () {
  this.timeout(60_000)
  let platform: TestPlatform
  let client: pg.Client

  before(async () => {
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

  const post = <T>(path: string, body: object) => platform.api.post<T>(path, body)
  const read = (id: string) => platform.api.get<FulfillmentView>(`/v1/fulfillments/${id}`)
  const orderOf = (id: string) => platform.api.get<OrderView>(`/v1/orders/${id}`)
  const times = <T>(count: number, call: (index: number) => Promise<T>) =>
    Array.from({ length: count }, (_one, index) => call(index))

  async function fulfillment(quantity: number, sku = KIT): Promise<FulfillmentView> {
    const order = await walkOrder({
      api: platform.api,
      simulators: platform.simulators,
      order: { company: 'Harbour Cold Storage Inc.', lines: [{ sku, quantity }] },
      upTo: 'in_fulfillment',
      report: () => undefined,
    })
    return read(order.fulfillment_orders[0]?.id ?? '')
  }

  const itemOf = (view: FulfillmentView) => view.items[0]?.id ?? ''
  const split = (view: FulfillmentView, quantity: number) =>
    post<FulfillmentView>(`/v1/fulfillments/${view.id}/split`, {
      items: [{ fulfillment_item_id: itemOf(view), quantity }],
    })
  const merge = (into: FulfillmentView, ...others: FulfillmentView[]) =>
    post<FulfillmentView>(`/v1/fulfillments/${into.id}/merge`, {
      fulfillment_order_ids: others.map(({ id }) => id),
    })
  const ship = (view: FulfillmentView, quantity: number, serial_numbers: string[] = []) =>
    post<ShipmentView>(`/v1/fulfillments/${view.id}/shipments`, {
      items: [{ fulfillment_item_id: itemOf(view), quantity, serial_numbers }],
      address_id: ADDRESS,
      courier_code: 'USPS',
      tracking_number: uspsNumber(),
    })
  const move = (id: string, name: string) => post<ShipmentView>(`/v1/shipments/${id}/status`, { move: name })
  const lose = (parcel: ShipmentView, quantity: number) =>
    post<ShipmentView>(`/v1/shipments/${parcel.id}/write-offs`, {
      items: [{ shipment_item_id: parcel.items[0]?.id ?? '', quantity, cause: 'lost' }],
    })

  /** How many were done, and the kinds of refusal of the others. */
  async function settled(calls: Promise<unknown>[]): Promise<{ done: number; refusals: Set<string> }> {
    const results = await Promise.allSettled(calls)
    const refusals = results.flatMap((result) => {
      if (result.status === 'fulfilled') return []
      const { reason } = result as { reason: unknown }
      return [reason instanceof ApiRefused ? `${reason.status} ${reason.code}` : String(reason)]
    })
    return { done: results.length - refusals.length, refusals: new Set(refusals) }
  }

  async function told(aggregateId: string, type: string): Promise<number> {
    const { rowCount } = await client.query(
      `select from domain_event where aggregate_id = $1 and event_type = $2
       union all
       select from outbox where aggregate_id = $1 and event_type = $2`,
      [aggregateId, type],
    )
    return rowCount ?? 0
  }

  it('are held by fifty holds, each of which is released', async () => {
    const view = await fulfillment(2)
    const placed = await settled(
      times(50, () => post(`/v1/fulfillments/${view.id}/holds`, { reason: 'stock' })),
    )
    expect(placed).to.deep.equal({ done: 50, refusals: new Set() })
    const held = await read(view.id)
    expect(held.holds).to.have.length(50)
    expect(held.version).to.equal(view.version + 50)
    const packed = await settled(times(5, () => ship(view, 1)))
    expect(packed).to.deep.equal({ done: 0, refusals: new Set(['409 fulfillment_on_hold']) })
    const released = await settled(
      held.holds.flatMap(({ id }) =>
        times(2, () => post(`/v1/fulfillments/${view.id}/holds/${id}/release`, {})),
      ),
    )
    expect(released.done).to.equal(100)
    const free = await read(view.id)
    expect(free.on_hold).to.equal(false)
    expect(free.version).to.equal(held.version + 50)
    expect(await told(view.id, 'fulfillment.hold_released')).to.equal(50)
  })

  it('are split off by as many of fifty callers as there are to spare', async () => {
    const view = await fulfillment(20)
    const { done, refusals } = await settled(times(50, () => split(view, 1)))
    expect(done).to.equal(19)
    expect(refusals).to.deep.equal(new Set(['422 body_field_invalid']))
    const order = await orderOf(view.order_id)
    expect(order.fulfillment_orders).to.have.length(20)
    expect(order.items[0]).to.include({ quantity_fulfilled: 20 })

    const others = await Promise.all(
      order.fulfillment_orders.filter(({ id }) => id !== view.id).map(({ id }) => read(id)),
    )
    const merged = await settled(others.map((other) => merge(view, other)))
    expect(merged).to.deep.equal({ done: 19, refusals: new Set() })
    expect((await read(view.id)).items[0]).to.include({ quantity: 20, remaining: 20 })
  })

  it('are merged one way when two ask for both ways', async () => {
    const view = await fulfillment(4)
    const other = await split(view, 2)
    const { done, refusals } = await settled([merge(view, other), merge(other, view)])
    expect(done).to.equal(1)
    expect(refusals).to.deep.equal(new Set(['409 move_not_allowed']))
    const sides = await Promise.all([read(view.id), read(other.id)])
    const live = sides.filter(({ status }) => status !== 'cancelled')
    expect(live.map(({ items }) => items[0]?.quantity)).to.deep.equal([4])
  })

  it('are counted once whatever fifty callers do with them', async () => {
    const view = await fulfillment(30)
    const parts = [await split(view, 10), await split(view, 10)]
    const parcels = await Promise.all(times(5, () => ship(view, 1)))
    const { refusals } = await settled(
      times<unknown>(50, (index) => {
        const part = parts[index % 2]!
        switch (index % 5) {
          case 0:
            return ship(part, 2)
          case 1:
            return split(part, 2)
          case 2:
            return move(parcels[index % 5]?.id ?? '', 'cancel')
          case 3:
            return ship(view, 1)
          default:
            return index > 40 ? merge(view, part) : split(view, 1)
        }
      }),
    )
    for (const refusal of refusals) expect(refusal).to.match(/^4(09|22) /)
    const order = await orderOf(view.order_id)
    const { units } = order.items[0]!
    expect(units.open + units.allocated).to.equal(30)
    expect(order.items[0]).to.include({ quantity_fulfilled: 30 })
  })

  it('are written off by as many of fifty callers as there are, and turn up once', async () => {
    const view = await fulfillment(10)
    const parcel = await ship(view, 10)
    await move(parcel.id, 'mark_ready')
    await move(parcel.id, 'hand_over')
    const { done, refusals } = await settled(times(50, () => lose(parcel, 1)))
    expect(done).to.equal(10)
    expect([...refusals].every((one) => one.startsWith('409 '))).to.equal(true)
    const gone = await platform.api.get<ShipmentView>(`/v1/shipments/${parcel.id}`)
    expect(gone.status).to.equal('written_off')
    expect((await orderOf(view.order_id)).status).to.equal('completed')
    expect(await told(parcel.id, 'shipment.written_off')).to.equal(1)

    const [first] = gone.write_offs
    const back = await settled(
      times(10, () =>
        post(`/v1/shipments/${parcel.id}/write-offs/${first?.id ?? ''}/reverse`, { reason: 'x' }),
      ),
    )
    expect(back.done).to.equal(10)
    expect(await told(parcel.id, 'shipment.write_off_reversed')).to.equal(1)
    const order = await orderOf(view.order_id)
    expect(order.status).to.equal('in_fulfillment')
    expect(order.items[0]?.units).to.include({ shipped: 1, written_off: 9 })
  })

  it('come back once from a delivery that ten correct while five deliver', async () => {
    const view = await fulfillment(2, SENSOR)
    const serials = times(2, () => Promise.resolve(`T${randomBytes(6).toString('hex').toUpperCase()}`))
    const known = await Promise.all(serials)
    await post('/v1/devices', { sku: SENSOR, serials: known })
    const parcel = await ship(view, 2, known)
    for (const one of ['mark_ready', 'hand_over', 'deliver']) await move(parcel.id, one)
    const wrong = { to: 'in_transit', reason: 'at once', automation: 'cancel_pending' }
    const { done } = await settled(
      times(10, () => post(`/v1/shipments/${parcel.id}/correct-delivery`, wrong)),
    )
    expect(done).to.equal(10)
    expect(await told(parcel.id, 'shipment.delivery_corrected')).to.equal(1)
    await settled(times(5, () => move(parcel.id, 'deliver')))
    const { data } = await platform.api.get<{ data: object[] }>(
      `/v1/automation-steps?shipment_id=${parcel.id}&limit=100`,
    )
    expect(data).to.have.length(2)
    expect(await told(parcel.id, 'shipment.delivered')).to.equal(2)
    expect((await orderOf(view.order_id)).status).to.equal('completed')
  })

  it('come back from a cancelled parcel once, twice at once', async () => {
    const view = await fulfillment(3)
    const parcel = await ship(view, 3)
    const { done } = await settled(times(2, () => move(parcel.id, 'cancel')))
    expect(done).to.equal(2)
    expect(await told(parcel.id, 'shipment.cancelled')).to.equal(1)
    expect((await read(view.id)).items[0]?.units).to.include({ open: 3, allocated: 0 })
  })

  it('come back or are written off, never both', async () => {
    const view = await fulfillment(10)
    const parcel = await ship(view, 10)
    for (const name of ['mark_ready', 'hand_over', 'deliver']) await move(parcel.id, name)
    const takeBack = () =>
      post<ReturnView>('/v1/returns', {
        order_id: parcel.order_id,
        items: [{ shipment_item_id: parcel.items[0]?.id ?? '', quantity: 1 }],
        reason: 'other',
      })
    const { done, refusals } = await settled([
      ...times(15, () => lose(parcel, 1)),
      ...times(15, () => takeBack()),
    ])
    expect(done).to.equal(10)
    expect(refusals).to.deep.equal(new Set(['409 quantity_exceeds_remaining']))
  })

  it('are guarded by the database alone, too', async () => {
    const view = await fulfillment(3)
    const parcel = await ship(view, 2)
    const refusalOf = (statement: string, values: string[]) =>
      client.query(statement, values).then(
        () => null,
        (error: unknown) => error,
      )
    const shrink = 'update fulfillment_items set quantity = 1 where id = $1'
    expect(await refusalOf(shrink, [itemOf(view)])).to.include({
      constraint: 'shipment_items_within_fulfillment',
    })
    await move(parcel.id, 'mark_ready')
    await move(parcel.id, 'hand_over')
    await lose(parcel, 1)
    const twice = 'update write_offs set quantity = 3 where shipment_id = $1'
    expect(await refusalOf(twice, [parcel.id])).to.include({ constraint: 'write_offs_within_shipment_item' })

    await move(parcel.id, 'deliver')
    const asked = await post<ReturnView>('/v1/returns', {
      order_id: parcel.order_id,
      items: [{ shipment_item_id: parcel.items[0]?.id ?? '', quantity: 1 }],
      reason: 'other',
    })
    const another = 'update write_offs set quantity = 2 where shipment_id = $1'
    expect(await refusalOf(another, [parcel.id])).to.include({
      constraint: 'write_offs_within_shipment_item',
    })
    const more = 'update return_items set quantity = 2 where return_id = $1'
    expect(await refusalOf(more, [asked.id])).to.include({ constraint: 'return_items_within_delivered' })
  })
})
