import { expect } from 'chai'
import type { OrderView } from '../../../src/application/ports/order-reader.ts'
import type { ShipmentView } from '../../../src/application/ports/shipment-reader.ts'
import { until } from '../../../src/entrypoints/cli/api-client.ts'
import { type Stage, walkOrder } from '../../../src/entrypoints/cli/walk-order.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'

describe('what a courier says', function () {
  this.timeout(60_000)
  let platform: TestPlatform

  before(async () => {
    platform = await startTestPlatform()
    await platform.pricesSynced()
  })

  after(async () => {
    try {
      expect(await platform.brokenLaws()).to.deep.equal([])
    } finally {
      await platform.close()
    }
  })

  async function aParcel(upTo: Stage, sku = 'MNT-KIT-1'): Promise<ShipmentView> {
    const order: OrderView = await walkOrder({
      api: platform.api,
      simulators: platform.simulators,
      order: { company: 'Harbour Cold Storage Inc.', lines: [{ sku, quantity: 1 }] },
      upTo,
      report: () => undefined,
    })
    return read(order.shipments[0]?.id ?? '')
  }

  const read = (id: string) => platform.api.get<ShipmentView>(`/v1/shipments/${id}`)
  const scan = ({ tracking_number }: ShipmentView, code: string, more: object = {}) =>
    platform.control(`${platform.simulators.usps}/control/parcels/${tracking_number ?? ''}/events`, {
      code,
      ...more,
    })
  const reaches = (parcel: ShipmentView, what: string, isSo: (now: ShipmentView) => boolean) =>
    until(what, () => read(parcel.id), isSo)

  it('moves what is under way while its fulfilment order is on hold', async () => {
    const parcel = await aParcel('shipment_ready')
    await platform.api.post(`/v1/fulfillments/${parcel.fulfillment_order_id}/holds`, { reason: 'stock' })
    await scan(parcel, '03')
    await reaches(parcel, 'the parcel to leave', ({ status }) => status === 'in_transit')
    await scan(parcel, '01')
    await reaches(parcel, 'the parcel to arrive', ({ status }) => status === 'delivered')
  })

  it('before a correction delivers nothing any more; what it says later does, with the same steps', async () => {
    const parcel = await aParcel('completed', 'SNS-TEMP-1')
    const [step] = (await read(parcel.id)).automation_steps
    await platform.api.post(`/v1/shipments/${parcel.id}/correct-delivery`, {
      to: 'in_transit',
      reason: 'Another parcel was scanned',
      automation: 'keep',
    })
    // Couriers send the whole history again with each scan, the wrong delivery included.
    await scan(parcel, 'OF', { city: 'BOSTON', state: 'MA', zip: '02108' })
    const later = await reaches(parcel, 'the scan', ({ courier_events }) =>
      courier_events.some(({ place }) => place?.includes('BOSTON') === true),
    )
    expect(later.status).to.equal('in_transit')
    expect((await platform.api.get<OrderView>(`/v1/orders/${parcel.order_id}`)).status).to.equal(
      'in_fulfillment',
    )

    await scan(parcel, '01', { city: 'BOSTON', state: 'MA', zip: '02108' })
    const arrived = await reaches(parcel, 'the true delivery', ({ status }) => status === 'delivered')
    expect(arrived.automation_steps.map(({ id }) => id)).to.deep.equal([step?.id])
    expect((await platform.api.get<OrderView>(`/v1/orders/${parcel.order_id}`)).status).to.equal('completed')
  })

  it('of a parcel that was written off is kept, and counts when the parcel turns up', async () => {
    const parcel = await aParcel('in_transit')
    const { write_offs } = await platform.api.post<ShipmentView>(`/v1/shipments/${parcel.id}/write-offs`, {
      items: [{ shipment_item_id: parcel.items[0]?.id ?? '', quantity: 1, cause: 'lost' }],
    })
    await scan(parcel, '01')
    const heard = await reaches(parcel, 'the scan', (now) => now.tracking_status === 'delivered')
    expect(heard.status).to.equal('written_off')
    const found = await platform.api.post<ShipmentView>(
      `/v1/shipments/${parcel.id}/write-offs/${write_offs[0]?.id ?? ''}/reverse`,
      { reason: 'The customer has it' },
    )
    expect(found.status).to.equal('delivered')
  })
})
