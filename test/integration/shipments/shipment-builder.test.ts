import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import pg from 'pg'
import type { FulfillmentView } from '../../../src/application/ports/fulfillment-reader.ts'
import type { ShipmentView } from '../../../src/application/ports/shipment-reader.ts'
import { ApiRefused, until } from '../../../src/entrypoints/cli/api-client.ts'
import { uspsNumber, walkOrder } from '../../../src/entrypoints/cli/walk-order.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'

const SENSOR = 'SNS-TEMP-1'
const ADDRESS = 'adr_00000000000000000000000003'

describe('builders of parcels at once', function () {
  this.timeout(60_000)
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

  async function fulfillment(
    quantity: number,
    company = 'Harbour Cold Storage Inc.',
  ): Promise<FulfillmentView> {
    const order = await walkOrder({
      api: platform.api,
      simulators: platform.simulators,
      order: { company, lines: [{ sku: SENSOR, quantity }] },
      upTo: 'in_fulfillment',
      report: () => undefined,
    })
    return read(order.fulfillment_orders[0]?.id ?? '')
  }

  const read = (id: string) => platform.api.get<FulfillmentView>(`/v1/fulfillments/${id}`)

  async function register(count: number): Promise<string[]> {
    const batch = randomBytes(5).toString('hex').toUpperCase()
    const serials = Array.from({ length: count }, (_one, index) => `Q${batch}-${String(index + 1)}`)
    await platform.api.post('/v1/devices', { sku: SENSOR, serials })
    return serials
  }

  const parcel = (view: FulfillmentView, quantity: number, serials: string[] = []) => ({
    items: [{ fulfillment_item_id: view.items[0]?.id, quantity, serial_numbers: serials }],
    destination: { address_id: ADDRESS },
    courier_code: 'USPS',
    tracking_number: uspsNumber(),
  })

  const batch = (view: FulfillmentView, quantities: number[]) =>
    platform.api.post<{ data: ShipmentView[] }>(`/v1/fulfillments/${view.id}/shipments/batch`, {
      shipments: quantities.map((quantity) => parcel(view, quantity)),
    })

  const move = (shipment: ShipmentView, name: string) =>
    platform.api.post<ShipmentView>(`/v1/shipments/${shipment.id}/status`, { move: name })

  async function settled(calls: Promise<unknown>[]): Promise<{ done: number; refusals: string[] }> {
    const results = await Promise.allSettled(calls)
    const refusals = results.flatMap((result) => {
      if (result.status === 'fulfilled') return []
      const { reason } = result as { reason: unknown }
      return [reason instanceof ApiRefused ? `${String(reason.status)} ${reason.code}` : String(reason)]
    })
    return { done: results.length - refusals.length, refusals }
  }

  async function allocated(view: FulfillmentView): Promise<number> {
    const { rows } = await client.query<{ units: number }>(
      `select coalesce(sum(i.quantity), 0)::int as units
       from shipment_items i join shipments s on s.id = i.shipment_id and s.status <> 'cancelled'
       where i.fulfillment_item_id = $1`,
      [view.items[0]?.id],
    )
    return rows[0]?.units ?? 0
  }

  it('share the units between whole batches', async () => {
    const view = await fulfillment(7)
    const { done, refusals } = await settled(Array.from({ length: 8 }, () => batch(view, [1, 2])))
    expect(done).to.equal(2)
    expect(new Set(refusals)).to.deep.equal(new Set(['409 quantity_exceeds_remaining']))
    expect(await allocated(view)).to.equal(6)
    expect((await read(view.id)).shipments).to.have.length(4)
  })

  it('never get more units than there are, drafting and growing drafts together', async () => {
    const view = await fulfillment(6)
    const { data } = await batch(view, [1, 1])
    const grow = (shipment: ShipmentView) =>
      platform.api.patch(`/v1/shipments/${shipment.id}`, shipment.version, {
        items: [{ shipment_item_id: shipment.items[0]?.id, quantity: 4 }],
      })
    const { refusals } = await settled([...data.map(grow), batch(view, [2]), batch(view, [2])])
    for (const refusal of refusals) expect(refusal).to.equal('409 quantity_exceeds_remaining')
    const units = await allocated(view)
    expect(units).to.be.at.most(6)
    expect((await read(view.id)).items[0]?.remaining).to.equal(6 - units)
  })

  it('exchange the devices of two parcels without sharing one', async () => {
    const view = await fulfillment(2)
    const serials = await register(3)
    const shipments: ShipmentView[] = []
    for (const serial of serials.slice(0, 2)) {
      shipments.push(
        await platform.api.post<ShipmentView>(
          `/v1/fulfillments/${view.id}/shipments`,
          parcel(view, 1, [serial]),
        ),
      )
    }
    const { done, refusals } = await settled(
      shipments.map((shipment) =>
        platform.api.patch(`/v1/shipments/${shipment.id}`, shipment.version, {
          items: [{ shipment_item_id: shipment.items[0]?.id, serial_numbers: [serials[2]] }],
        }),
      ),
    )
    expect(done).to.equal(1)
    expect(refusals).to.deep.equal(['409 device_not_available'])
  })

  it('plan what delivery queues, or are told that it is settled, however close the two come', async () => {
    for (let round = 0; round < 6; round += 1) {
      const view = await fulfillment(1)
      const shipment = await platform.api.post<ShipmentView>(
        `/v1/fulfillments/${view.id}/shipments`,
        parcel(view, 1, await register(1)),
      )
      await move(shipment, 'mark_ready')
      const plan = () =>
        platform.api.post(`/v1/shipments/${shipment.id}/automation-steps`, {
          steps: [
            {
              shipment_item_id: shipment.items[0]?.id,
              unit_number: 1,
              scenario: 'sensor_vendor_replacement',
              payload: { old_serial: 'OLD-001' },
            },
          ],
        })
      const deliver = () => move(shipment, 'deliver')
      const [planned, delivered] = await Promise.allSettled(
        round % 2 === 0 ? [plan(), deliver()] : [deliver(), plan()].reverse(),
      )
      expect(delivered?.status).to.equal('fulfilled')
      const wasInTime = planned?.status === 'fulfilled'
      if (planned?.status === 'rejected') {
        expect((planned as { reason: ApiRefused }).reason.code).to.equal('shipment_not_editable')
      }
      const after = await until(
        'the step to be done',
        () => platform.api.get<ShipmentView>(`/v1/shipments/${shipment.id}`),
        ({ automation_steps }) => automation_steps[0]?.status === 'succeeded',
      )
      expect(after.automation_steps.map(({ scenario }) => scenario)).to.deep.equal([
        wasInTime ? 'sensor_vendor_replacement' : 'sensor_vendor_first_time',
      ])
    }
  })

  it('leave one plan when two are made at once', async () => {
    const view = await fulfillment(1)
    const { data } = await batch(view, [1])
    const [shipment] = data
    const plan = (scenario: string) =>
      platform.api.post(`/v1/shipments/${shipment?.id ?? ''}/automation-steps`, {
        steps: [{ shipment_item_id: shipment?.items[0]?.id, unit_number: 1, scenario, payload: {} }],
      })
    const { done } = await settled([
      plan('sensor_return'),
      plan('sensor_vendor_first_time'),
      plan('sensor_return'),
    ])
    expect(done).to.equal(3)
    const { rows } = await client.query('select scenario from planned_steps where shipment_item_id = $1', [
      shipment?.items[0]?.id,
    ])
    expect(rows).to.have.length(1)
  })

  it('send a parcel abroad with its declaration, as the walk does', async () => {
    const order = await walkOrder({
      api: platform.api,
      simulators: platform.simulators,
      order: { company: 'Northern Grain Co-op', lines: [{ sku: SENSOR, quantity: 1 }] },
      upTo: 'completed',
      report: () => undefined,
    })
    expect(order.status).to.equal('completed')
    const { rows } = await client.query<{ hs_code: string | null }>(
      'select i.hs_code from shipment_items i join shipments s on s.id = i.shipment_id where s.order_id = $1',
      [order.id],
    )
    expect(rows[0]?.hs_code).to.equal('902519')
  })
})
