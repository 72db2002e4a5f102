import { randomBytes, randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { uspsNumber } from '../../src/entrypoints/cli/walk-order.ts'
import { call, done, pagesOf, refused } from './call.ts'
import { usePlatform } from './platform-of-suite.ts'
import { aFulfillment, harbour, harbourAddress, noSuch, sql } from './world.ts'

const aSerial = (): string => `T${randomBytes(6).toString('hex').toUpperCase()}`

async function registered(sku = 'SNS-TEMP-1'): Promise<string> {
  const serial = aSerial()
  await done('registerDevices', { body: { sku, serials: [serial] } })
  return serial
}

/** A parcel in draft with one sensor and no serial, courier or tracking number yet. */
async function aDraft(more: object = {}, serials: string[] = []) {
  const { fulfillment } = await aFulfillment([{ sku: 'SNS-TEMP-1', quantity: 1 }])
  const items = [
    { fulfillment_item_id: fulfillment.items[0]?.id ?? '', quantity: 1, serial_numbers: serials },
  ]
  const { body } = await done('createShipment', {
    params: { fulfillmentOrderId: fulfillment.id },
    body: { items, address_id: harbourAddress, ...more },
  })
  return { shipment: body, params: { shipmentId: body.id } }
}

const labelled = () => ({ courier_code: 'USPS', tracking_number: uspsNumber() })

describe('API: shipments', () => {
  usePlatform()

  describe('couriers and their numbers', () => {
    it('getTrackingNumber names the couriers a number may be of', async () => {
      const scanned = '420100019400190000042001234098'
      const { body } = await done('getTrackingNumber', { params: { trackingNumber: scanned } })
      expect(body.candidates[0]).to.include({
        courier_code: 'USPS',
        check: 'passed',
        tracking_number: '9400190000042001234098',
      })
    })

    it('stores a number normalised, and refuses an impossible one with the formats that were tried', async () => {
      const number = uspsNumber()
      const spaced = number.replaceAll(/(.{4})/g, '$1 ').trim()
      const { shipment } = await aDraft({ courier_code: 'USPS', tracking_number: spaced })
      expect(shipment.tracking_number).to.equal(number)
      const { fulfillment } = await aFulfillment([{ sku: 'MNT-KIT-1', quantity: 1 }])
      const problem = await refused('createShipment', 422, 'tracking_number_impossible', {
        params: { fulfillmentOrderId: fulfillment.id },
        body: {
          items: [{ fulfillment_item_id: fulfillment.items[0]?.id ?? '', quantity: 1 }],
          address_id: harbourAddress,
          courier_code: 'USPS',
          tracking_number: '94001900000420',
        },
      })
      expect(problem.details).to.have.property('formats').that.is.an('array')
    })

    it('refuses a wrong check digit unless a reason is given, which is kept and told', async () => {
      const { params, shipment } = await aDraft()
      const wrong = { courier_code: 'USPS', tracking_number: '9400190000042001234097' }
      const problem = await refused('changeShipment', 409, 'check_digit_mismatch', {
        params,
        version: shipment.version,
        body: wrong,
      })
      expect(problem.details).to.include({ expected_check_digit: '8' })
      const { body } = await done('changeShipment', {
        params,
        version: shipment.version,
        body: { ...wrong, tracking_number_reason: "Label of the partner's own range" },
      })
      expect(body.tracking_number).to.equal('9400190000042001234097')
      const rows = await sql<{ reason: string }>(
        'select tracking_number_reason as reason from shipments where id = $1',
        [shipment.id],
      )
      expect(rows[0]?.reason).to.equal("Label of the partner's own range")
    })

    it('createCourier, getCourier and changeCourier make a fifth courier of one row', async () => {
      const code = `T${randomBytes(4).toString('hex').toUpperCase()}`
      const written = {
        courier_code: code,
        name: 'Test',
        tracking_url_template: 'https://t.example/{number}',
      }
      const { body: made } = await done('createCourier', { body: written })
      expect(made).to.include({ adapter: 'generic', tracking_mode: 'none', version: 1 })
      await refused('createCourier', 409, 'already_exists', { body: written })
      const { body: read } = await done('getCourier', { params: { courierCode: code } })
      expect(read).to.deep.equal(made)
      const { body: changed } = await done('changeCourier', {
        params: { courierCode: code },
        version: 1,
        body: { delivery_sla_days_by_service: { express: 2 }, calls: { per_day: 10 } },
      })
      expect(changed).to.include({ version: 2 })
      expect(changed.calls).to.include({ burst: 1, per_day: 10 })
      await refused('changeCourier', 412, 'version_stale', {
        params: { courierCode: code },
        version: 1,
        body: { name: 'X' },
      })
      await refused('changeCourier', 422, 'body_field_invalid', {
        params: { courierCode: code },
        version: 2,
        body: { tracking_mode: 'poll' },
      })
      await refused('getCourier', 404, 'not_found', { params: { courierCode: 'NOBODY' } })
      const { shipment } = await aDraft({ courier_code: code, tracking_number: 'ab-12 34' })
      expect(shipment).to.include({ tracking_number: 'AB1234', tracking_url: 'https://t.example/AB1234' })
    })
  })

  describe('devices', () => {
    it('registers them, and lists them by SKU, serial and whether they are free', async () => {
      const serials = [aSerial(), aSerial()]
      const { body } = await done('registerDevices', { body: { sku: 'GW-LTE-1', serials } })
      expect(body.data.map(({ serial }) => serial)).to.have.members(serials)
      const query = { sku: 'GW-LTE-1', available: true, serial: serials[0] ?? '' }
      const { body: found } = await done('listDevices', { query })
      expect(found.data).to.have.length(1)
      expect(found.data[0]).to.include({ serial: serials[0], shipment_id: null, company_id: null })
    })

    it('pages through all of them', async () => {
      const serials = Array.from({ length: 12 }, aSerial)
      await done('registerDevices', { body: { sku: 'SNS-HUM-1', serials } })
      const paged = await pagesOf<{ id: string; serial: string }>('listDevices', 5, {
        query: { sku: 'SNS-HUM-1' },
      })
      expect(paged.map(({ serial }) => serial)).to.include.members(serials)
      expect(paged).to.have.length(25 + 12)
    })

    it('refuses unknown SKUs, products without devices, serials that are taken and bad ones', async () => {
      const serial = await registered()
      await refused('registerDevices', 422, 'sku_unknown', { body: { sku: 'NO-SUCH', serials: [aSerial()] } })
      await refused('registerDevices', 422, 'device_wrong_product', {
        body: { sku: 'MNT-KIT-1', serials: [aSerial()] },
      })
      await refused('registerDevices', 409, 'already_exists', {
        body: { sku: 'SNS-HUM-1', serials: [serial] },
      })
      const { errors } = await refused('registerDevices', 400, 'request_invalid', {
        body: { sku: 'SNS-TEMP-1', serials: [aSerial(), 'x y'] },
      })
      expect(errors[0]?.pointer).to.equal('/serials/1')
    })
  })

  it('lists the couriers', async () => {
    const { body } = await done('listCouriers')
    expect(body.data.map(({ courier_code }) => courier_code)).to.include.members(['USPS', 'DHL'])
  })

  describe('in draft', () => {
    it('goes to an address of the book or to one of its own', async () => {
      const address = {
        recipient: 'Gate 4',
        line1: '1 Quay',
        city: 'Boston',
        region: 'MA',
        postal_code: '02108',
        country: 'US',
      }
      const { shipment } = await aDraft({ address_id: undefined, address })
      expect(shipment.address_snapshot).to.include(address)
      const { shipment: other } = await aDraft()
      expect(other.address_id).to.equal(harbourAddress)
    })

    it('needs exactly one destination, a known courier and units of its fulfilment order', async () => {
      const { fulfillment } = await aFulfillment([{ sku: 'MNT-KIT-1', quantity: 1 }])
      const params = { fulfillmentOrderId: fulfillment.id }
      const items = [{ fulfillment_item_id: fulfillment.items[0]?.id ?? '', quantity: 1 }]
      await refused('createShipment', 400, 'request_invalid', { params, body: { items } })
      const body = { items, address_id: harbourAddress }
      const courier = await refused('createShipment', 422, 'courier_unknown', {
        params,
        body: { ...body, courier_code: 'OWL' },
      })
      expect(courier.errors[0]?.pointer).to.equal('/courier_code')
      await refused('createShipment', 404, 'not_found', {
        params: { fulfillmentOrderId: noSuch('ful') },
        body,
      })
      const foreign = { items, address_id: 'adr_00000000000000000000000001' }
      const address = await refused('createShipment', 422, 'destination_unknown', { params, body: foreign })
      expect(address.errors[0]?.pointer).to.equal('/address_id')
      const excess = [{ ...items[0], serial_numbers: [await registered()] }]
      await refused('createShipment', 422, 'serials_exceed_quantity', {
        params,
        body: { ...body, items: excess },
      })
    })

    it('refuses devices of another product, unknown ones and ones in another parcel', async () => {
      const { shipment, params } = await aDraft()
      const [item] = shipment.items
      const bind = (serial: string) => ({
        params,
        version: shipment.version,
        body: { items: [{ shipment_item_id: item?.id ?? '', serial_numbers: [serial] }] },
      })
      await refused('changeShipment', 422, 'device_wrong_product', bind(await registered('SNS-HUM-1')))
      await refused('changeShipment', 409, 'device_not_available', bind(aSerial()))
      const serial = await registered()
      await aDraft({}, [serial])
      await refused('changeShipment', 409, 'device_not_available', bind(serial))
    })

    it('changes by version until it is ready', async () => {
      const { shipment, params } = await aDraft()
      const body = {
        ...labelled(),
        items: [{ shipment_item_id: shipment.items[0]?.id ?? '', serial_numbers: [await registered()] }],
      }
      const { body: changed } = await done('changeShipment', { params, version: shipment.version, body })
      expect(changed).to.include({ tracking_number: body.tracking_number, courier_code: 'USPS' })
      expect(changed.items[0]?.devices).to.have.length(1)
      await refused('changeShipment', 412, 'version_stale', { params, version: shipment.version, body })
      await refused('changeShipment', 428, 'version_required', { params, body })
      const { body: ready } = await done('changeShipmentStatus', { params, body: { move: 'mark_ready' } })
      await refused('changeShipment', 409, 'shipment_not_editable', {
        params,
        version: ready.version,
        body: labelled(),
      })
    })
  })

  describe('moves', () => {
    it('is not ready without tracking, nor without its serials', async () => {
      const body = { move: 'mark_ready' }
      const bare = await aDraft({}, [await registered()])
      const tracking = await refused('changeShipmentStatus', 409, 'tracking_missing', {
        params: bare.params,
        body,
      })
      expect(tracking.details).to.include({ courier_code: null, tracking_number: null })
      const empty = await aDraft(labelled())
      const serials = await refused('changeShipmentStatus', 409, 'serials_missing', {
        params: empty.params,
        body,
      })
      expect((serials.details as { items: object[] }).items[0]).to.include({ sku: 'SNS-TEMP-1', bound: 0 })
    })

    it('goes from draft to delivered by hand, with its timeline', async () => {
      const { params } = await aDraft(labelled(), [await registered()])
      const early = await refused('changeShipmentStatus', 409, 'move_not_allowed', {
        params,
        body: { move: 'deliver' },
      })
      expect(early.details).to.deep.include({ current: 'draft', allowed_moves: ['cancel', 'mark_ready'] })
      for (const [move, status] of [
        ['mark_ready', 'ready'],
        ['hand_over', 'in_transit'],
        ['deliver', 'delivered'],
      ] as const) {
        const { body } = await done('changeShipmentStatus', { params, body: { move } })
        expect(body.status).to.equal(status)
      }
      const late = await refused('changeShipmentStatus', 409, 'move_not_allowed', {
        params,
        body: { move: 'cancel' },
      })
      expect(late.details).to.deep.include({ allowed_moves: ['correct_delivery'] })
      expect(late.details).to.have.property('instead').that.has.length(2)
      await until(
        'a second read to find what the first did: what delivery sets up is shown as it goes on',
        async () => {
          const { headers } = await done('getShipment', { params })
          const known = { 'if-none-match': headers.get('etag') ?? '' }
          return (await call('getShipment', { params, headers: known })).status
        },
        (status) => status === 304,
      )
    })

    it('happens once under its key and by the version that was read', async () => {
      const { params, shipment } = await aDraft(labelled(), [await registered()])
      const body = { move: 'mark_ready' }
      await refused('changeShipmentStatus', 412, 'version_stale', {
        params,
        body,
        version: shipment.version + 1,
      })
      const key = randomUUID()
      const request = { params, body, key, version: shipment.version }
      const first = await done('changeShipmentStatus', request)
      const again = await done('changeShipmentStatus', request)
      expect(again.body).to.deep.equal(first.body)
      expect(again.headers.get('idempotent-replayed')).to.equal('true')
    })

    it('frees its units and devices when it is cancelled', async () => {
      const serial = await registered()
      const { params, shipment } = await aDraft(labelled(), [serial])
      const body = { move: 'cancel', reason: 'Wrong dock' }
      await done('changeShipmentStatus', { params, body })
      const { body: found } = await done('listDevices', { query: { serial } })
      expect(found.data[0]?.shipment_id).to.equal(null)
      const fulfillmentOrderId = shipment.fulfillment_order_id
      const { body: fulfillment } = await done('getFulfillment', { params: { fulfillmentOrderId } })
      expect(fulfillment.items[0]?.remaining).to.equal(1)
    })

    it('happened neither in the future nor before the last move', async () => {
      const serial = await registered()
      const { params } = await aDraft(labelled(), [serial])
      const fromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
      const moved = (move: string, at: string) => ({ params, body: { move, at } })
      const refusedAt = async (move: string, at: string) =>
        (await refused('changeShipmentStatus', 422, 'body_field_invalid', moved(move, at))).errors[0]
      const ready = fromNow(-60)
      await done('changeShipmentStatus', moved('mark_ready', ready))
      const future = await refusedAt('hand_over', '2099-01-01T00:00:00Z')
      expect(future?.pointer).to.equal('/at')
      expect(future?.detail).to.include('is in the future')
      const before = await refusedAt('hand_over', fromNow(-61))
      expect(before?.detail).to.equal(`is before the parcel's last move at ${ready}`)
      await done('changeShipmentStatus', moved('hand_over', fromNow(-30)))
      await refusedAt('deliver', fromNow(-31))
      // A clock that is a little ahead of ours tells of now.
      const { body } = await done('changeShipmentStatus', moved('deliver', fromNow(2)))
      expect(Date.parse(body.delivered_at ?? '')).to.be.at.most(Date.now())
      await done('changeShipmentStatus', moved('deliver', '2099-01-01T00:00:00Z'))
    })

    it('refuses a move that there is not, and a time that is none', async () => {
      const { params } = await aDraft()
      const { errors } = await refused('changeShipmentStatus', 400, 'request_invalid', {
        params,
        body: { move: 'fly' },
      })
      expect(errors[0]?.pointer).to.equal('/move')
      const at = await refused('changeShipmentStatus', 400, 'request_invalid', {
        params,
        body: { move: 'cancel', at: 'yesterday' },
      })
      expect(at.errors[0]?.pointer).to.equal('/at')
    })
  })

  it('lists by order, status, courier and tracking number, page by page', async () => {
    const { shipment } = await aDraft(labelled())
    await aDraft()
    const query = {
      order_id: shipment.order_id,
      status: 'draft',
      courier_code: 'USPS',
      tracking_number: shipment.tracking_number ?? '',
    }
    const { body } = await done('listShipments', { query })
    expect(body.data.map(({ id }) => id)).to.deep.equal([shipment.id])
    expect((await pagesOf('listShipments', 2)).length).to.be.at.least(2)
  })

  it('has the courier asked at once, where there is one and a number', async () => {
    const { params } = await aDraft()
    await refused('askAboutParcel', 409, 'move_not_allowed', { params })
    const parcel = await aDraft(labelled(), [await registered()])
    await refused('askAboutParcel', 409, 'move_not_allowed', { params: parcel.params })
    await done('changeShipmentStatus', { params: parcel.params, body: { move: 'mark_ready' } })
    const { body } = await done('askAboutParcel', { params: parcel.params })
    expect(body.id).to.equal(parcel.shipment.id)
    await until(
      'the courier to be asked',
      () => done('listJobRuns', { query: { queue: 'shipments', limit: 100 } }),
      ({ body: runs }) =>
        runs.data.some(
          ({ name, related_id: id, status }) =>
            name === 'poll-tracking' && id === parcel.shipment.id && status === 'completed',
        ),
    )
    await done('changeShipmentStatus', { params: parcel.params, body: { move: 'cancel' } })
    await refused('askAboutParcel', 409, 'move_not_allowed', { params: parcel.params })
    await refused('askAboutParcel', 404, 'not_found', { params: { shipmentId: noSuch('shp') } })
  })

  it('knows no unknown parcel', async () => {
    const params = { shipmentId: noSuch('shp') }
    await refused('getShipment', 404, 'not_found', { params })
    await refused('getShipment', 404, 'not_found', { params: { shipmentId: harbour } })
    await refused('changeShipment', 404, 'not_found', { params, version: 1, body: labelled() })
    await refused('changeShipmentStatus', 404, 'not_found', { params, body: { move: 'cancel' } })
    await refused('getShipmentTimeline', 404, 'not_found', { params })
  })
})
