import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import pg from 'pg'
import type { FulfillmentView } from '../../../src/application/ports/fulfillment-reader.ts'
import type { OrderView } from '../../../src/application/ports/order-reader.ts'
import type { ShipmentView } from '../../../src/application/ports/shipment-reader.ts'
import { ApiRefused } from '../../../src/entrypoints/cli/api-client.ts'
import { uspsNumber, walkOrder } from '../../../src/entrypoints/cli/walk-order.ts'
import { atRest } from '../../support/at-rest.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'

const SENSOR = 'SNS-TEMP-1'
const KIT = 'MNT-KIT-1'
const ADDRESS = 'adr_00000000000000000000000003'

type Item = FulfillmentView['items'][number]

describe('units promised to parcels', function () {
  this.timeout(30_000)
  let platform: TestPlatform
  let client: pg.Client

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

  /** A paid order's fulfilment order, with so many units of each. */
  async function fulfillment(lines: Record<string, number>): Promise<FulfillmentView> {
    const order: OrderView = await walkOrder({
      api: platform.api,
      simulators: platform.simulators,
      order: {
        company: 'Harbour Cold Storage Inc.',
        lines: Object.entries(lines).map(([sku, quantity]) => ({ sku, quantity })),
      },
      upTo: 'in_fulfillment',
      report: () => undefined,
    })
    return read(order.fulfillment_orders[0]?.id ?? '')
  }

  const read = (id: string) => platform.api.get<FulfillmentView>(`/v1/fulfillments/${id}`)

  function itemOf(view: FulfillmentView, sku: string): Item {
    const item = view.items.find((one) => one.sku === sku)
    if (item === undefined) throw new Error(`no ${sku}`)
    return item
  }

  function ship(view: FulfillmentView, items: object[]): Promise<ShipmentView> {
    return platform.api.post<ShipmentView>(`/v1/fulfillments/${view.id}/shipments`, {
      items,
      address_id: ADDRESS,
      courier_code: 'USPS',
      tracking_number: uspsNumber(),
    })
  }

  async function register(count: number): Promise<string[]> {
    const batch = randomBytes(5).toString('hex').toUpperCase()
    const serials = Array.from({ length: count }, (_one, index) => `T${batch}-${String(index + 1)}`)
    await platform.api.post('/v1/devices', { sku: SENSOR, serials })
    return serials
  }

  const move = (shipment: ShipmentView, name: string) =>
    platform.api.post<ShipmentView>(`/v1/shipments/${shipment.id}/status`, { move: name })

  /** How many were done, and how each of the others was refused. */
  async function settled(calls: Promise<unknown>[]): Promise<{ done: number; refusals: string[] }> {
    const results = await Promise.allSettled(calls)
    const refusals = results.flatMap((result) => {
      if (result.status === 'fulfilled') return []
      const { reason } = result as { reason: unknown }
      return [reason instanceof ApiRefused ? `${String(reason.status)} ${reason.code}` : String(reason)]
    })
    return { done: results.length - refusals.length, refusals }
  }

  async function allocatedOf(view: FulfillmentView, sku: string): Promise<number> {
    const { rows } = await client.query<{ units: number }>(
      `select coalesce(sum(i.quantity), 0)::int as units
       from shipment_items i join shipments s on s.id = i.shipment_id and s.status <> 'cancelled'
       where i.fulfillment_item_id = $1`,
      [itemOf(view, sku).id],
    )
    return rows[0]?.units ?? 0
  }

  it('go to exactly as many of fifty callers at once as there are units', async () => {
    const view = await fulfillment({ [KIT]: 7 })
    const items = [{ fulfillment_item_id: itemOf(view, KIT).id, quantity: 1 }]
    const { done, refusals } = await settled(Array.from({ length: 50 }, () => ship(view, items)))
    expect(done).to.equal(7)
    expect(refusals).to.deep.equal(Array.from({ length: 43 }, () => '409 quantity_exceeds_remaining'))
    expect(await allocatedOf(view, KIT)).to.equal(7)
  })

  it('are never more than there are when callers ask for several, in different orders of the lines', async () => {
    const view = await fulfillment({ [KIT]: 10, [SENSOR]: 10 })
    const both = [KIT, SENSOR].map((sku) => ({ fulfillment_item_id: itemOf(view, sku).id, quantity: 3 }))
    const { done, refusals } = await settled(
      Array.from({ length: 20 }, (_one, index) => ship(view, index % 2 === 0 ? both : [...both].reverse())),
    )
    expect(done).to.equal(3)
    expect(new Set(refusals)).to.deep.equal(new Set(['409 quantity_exceeds_remaining']))
    expect(await allocatedOf(view, KIT)).to.equal(9)
    expect(await allocatedOf(view, SENSOR)).to.equal(9)
  })

  it('are added up over two rows of one item in one call', async () => {
    const view = await fulfillment({ [KIT]: 3 })
    const row = { fulfillment_item_id: itemOf(view, KIT).id, quantity: 2 }
    const { refusals } = await settled([ship(view, [row, row])])
    expect(refusals).to.deep.equal(['409 quantity_exceeds_remaining'])
    const parcel = await ship(view, [row, { ...row, quantity: 1 }])
    expect(parcel.items.map(({ quantity }) => quantity)).to.deep.equal([3])
  })

  it('with a serial go to one of two parcels that bind the same device at once', async () => {
    const view = await fulfillment({ [SENSOR]: 8 })
    const [serial = ''] = await register(1)
    const items = [{ fulfillment_item_id: itemOf(view, SENSOR).id, quantity: 1, serial_numbers: [serial] }]
    const { done, refusals } = await settled(Array.from({ length: 8 }, () => ship(view, items)))
    expect(done).to.equal(1)
    expect(refusals).to.have.lengthOf(7)
    for (const refusal of refusals) expect(refusal).to.match(/^409 /)
    expect(await allocatedOf(view, SENSOR)).to.equal(1)
  })

  it('of two orders at once never share a device either', async () => {
    const views = [await fulfillment({ [SENSOR]: 2 }), await fulfillment({ [SENSOR]: 2 })]
    const serials = await register(2)
    const { done, refusals } = await settled(
      views.map((view, index) =>
        ship(view, [
          {
            fulfillment_item_id: itemOf(view, SENSOR).id,
            quantity: 2,
            serial_numbers: index === 0 ? serials : [...serials].reverse(),
          },
        ]),
      ),
    )
    expect(done).to.equal(1)
    expect(refusals).to.have.lengthOf(1)
    expect(refusals[0]).to.match(/^409 /)
  })

  it('are guarded by the database alone, too', async () => {
    const view = await fulfillment({ [KIT]: 2 })
    const parcel = await ship(view, [{ fulfillment_item_id: itemOf(view, KIT).id, quantity: 1 }])
    const refusal = await client
      .query('update shipment_items set quantity = 3 where shipment_id = $1', [parcel.id])
      .then(
        () => null,
        (error: unknown) => error,
      )
    expect(refusal).to.include({ code: '23514', constraint: 'shipment_items_within_fulfillment' })
    const upper = await client
      .query('update fulfillment_items set quantity = 3 where fulfillment_order_id = $1', [view.id])
      .then(
        () => null,
        (error: unknown) => error,
      )
    expect(upper).to.include({ code: '23514', constraint: 'fulfillment_items_within_order' })
  })

  it('are guarded by the database against two direct writers at once', async () => {
    const view = await fulfillment({ [KIT]: 3 })
    const item = itemOf(view, KIT).id
    const parcels = [
      await ship(view, [{ fulfillment_item_id: item, quantity: 1 }]),
      await ship(view, [{ fulfillment_item_id: item, quantity: 1 }]),
    ]
    const other = new pg.Client({ connectionString: platform.databaseUrl })
    await other.connect()
    try {
      const results = await Promise.allSettled(
        [client, other].map((writer, index) =>
          writer.query('update shipment_items set quantity = 2 where shipment_id = $1', [parcels[index]?.id]),
        ),
      )
      expect(results.filter(({ status }) => status === 'fulfilled')).to.have.lengthOf(1)
      expect(await allocatedOf(view, KIT)).to.equal(3)
    } finally {
      await other.end()
    }
  })

  it('come back exactly once from a parcel cancelled five times at once', async () => {
    const view = await fulfillment({ [SENSOR]: 2, [KIT]: 3 })
    const serials = await register(2)
    const everything = [
      { fulfillment_item_id: itemOf(view, SENSOR).id, quantity: 2, serial_numbers: serials },
      { fulfillment_item_id: itemOf(view, KIT).id, quantity: 3 },
    ]
    const parcel = await ship(view, everything)
    await move(parcel, 'mark_ready')
    await settled(Array.from({ length: 5 }, () => move(parcel, 'cancel')))
    expect((await platform.api.get<ShipmentView>(`/v1/shipments/${parcel.id}`)).status).to.equal('cancelled')
    await atRest(platform.databaseUrl)
    const { data } = await platform.api.get<{ data: { type: string }[] }>(
      `/v1/shipments/${parcel.id}/timeline?limit=100`,
    )
    expect(data.filter(({ type }) => type === 'shipment.cancelled')).to.have.lengthOf(1)
    expect((await read(view.id)).status).to.equal('ready_to_prepare')
    // All units and both devices can be had again, once.
    const { done, refusals } = await settled([ship(view, everything), ship(view, everything)])
    expect(done).to.equal(1)
    expect(refusals).to.deep.equal(['409 quantity_exceeds_remaining'])
  })

  it('of an order that is cancelled go to nobody', async () => {
    const view = await fulfillment({ [KIT]: 4 })
    const items = [{ fulfillment_item_id: itemOf(view, KIT).id, quantity: 1 }]
    await settled([
      ...Array.from({ length: 4 }, () => ship(view, items)),
      platform.api.post(`/v1/orders/${view.order_id}/cancel`, { reason: 'not wanted any more' }),
    ])
    const order = await platform.api.get<OrderView>(`/v1/orders/${view.order_id}`)
    expect(order.status).to.equal('cancelled')
    expect(await allocatedOf(view, KIT)).to.equal(0)
  })
})
