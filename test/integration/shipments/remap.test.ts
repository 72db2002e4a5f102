import { expect } from 'chai'
import pg from 'pg'
import type { OrderView } from '../../../src/application/ports/order-reader.ts'
import type { ShipmentView } from '../../../src/application/ports/shipment-reader.ts'
import type { Remapped } from '../../../src/application/shipments/remap-courier-events.ts'
import { walkOrder } from '../../../src/entrypoints/cli/walk-order.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'

describe('stored scans, mapped again', function () {
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
    await client.end()
    await platform.close()
  })

  async function remapped(apply: boolean): Promise<Remapped[]> {
    const all = []
    for await (const one of platform.runtime.app.remapCourierEvents({ courierCode: 'USPS', apply }))
      all.push(one)
    return all
  }

  const read = (id: string) => platform.api.get<ShipmentView>(`/v1/shipments/${id}`)

  it('tell what would change, change it once, and move a parcel forwards only', async () => {
    const order: OrderView = await walkOrder({
      api: platform.api,
      simulators: platform.simulators,
      order: { company: 'Harbour Cold Storage Inc.', lines: [{ sku: 'MNT-KIT-1', quantity: 1 }] },
      upTo: 'shipment_ready',
      report: () => undefined,
    })
    const { id, tracking_number, company_id } = await read(order.shipments[0]?.id ?? '')
    // Scans as an older version understood them: not at all.
    const scan = (key: string, code: string, at: string) =>
      client.query(
        `insert into courier_events (id, shipment_id, company_id, courier_code, tracking_number, event_key, code, description, occurred_at, canonical, sequence, source, raw, received_at)
         values ($1, $2, $3, 'USPS', $4, $5, $6, 'x', $7, 'unknown', 1, 'push', $8, now())`,
        [
          `cev_0000000000000000000000000${key}`,
          id,
          company_id,
          tracking_number,
          key,
          code,
          at,
          JSON.stringify({ eventCode: code, eventTimestamp: at }),
        ],
      )
    await scan('1', '03', new Date(Date.now() - 5 * 86_400_000).toISOString())
    await scan('2', 'OF', new Date(Date.now() - 86_400_000).toISOString())

    const told = await remapped(false)
    expect(told).to.have.length(1)
    expect(told[0]).to.deep.include({
      status: { from: 'ready', to: 'in_transit' },
      trackingStatus: { from: 'unknown', to: 'out_for_delivery' },
    })
    expect(await read(id)).to.include({ status: 'ready', tracking_status: 'unknown' })

    expect(await remapped(true)).to.deep.equal(told)
    expect(await read(id)).to.include({ status: 'in_transit', tracking_status: 'out_for_delivery' })
    const { rows } = await client.query<{ mapped_by: string }>(
      'select mapped_by from courier_events where shipment_id = $1 order by event_key',
      [id],
    )
    expect(rows.map(({ mapped_by }) => mapped_by)).to.deep.equal(['usps.code.03', 'usps.code.OF'])
    expect(await remapped(true)).to.deep.equal([])
    expect(await platform.brokenLaws()).to.deep.equal([])
  })
})
