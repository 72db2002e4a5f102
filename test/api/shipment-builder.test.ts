import { randomBytes, randomUUID } from 'node:crypto'
import { expect } from 'chai'
import type { ShipmentView } from '../../src/application/ports/shipment-reader.ts'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { uspsNumber } from '../../src/entrypoints/cli/walk-order.ts'
import { readPdf } from '../support/pdf-text.ts'
import { call, done, refused } from './call.ts'
import { platform, usePlatform } from './platform-of-suite.ts'
import { aFulfillment, harbour, harbourAddress, noSuch, sql } from './world.ts'

const TORONTO = {
  recipient: 'Dock 9',
  line1: '9 Quay St W',
  city: 'Toronto',
  region: 'ON',
  postal_code: 'M5J 2H2',
  country: 'CA',
}
const aSerial = (): string => `B${randomBytes(6).toString('hex').toUpperCase()}`

async function registered(count = 1, sku = 'SNS-TEMP-1'): Promise<string[]> {
  const serials = Array.from({ length: count }, aSerial)
  await done('registerDevices', { body: { sku, serials } })
  return serials
}

/** A paid order with so many sensors, and what asks for some of them. */
async function sensors(quantity: number) {
  const { order, fulfillment } = await aFulfillment([{ sku: 'SNS-TEMP-1', quantity }])
  const params = { fulfillmentOrderId: fulfillment.id }
  const itemId = fulfillment.items[0]?.id ?? ''
  const units = (count: number, more: object = {}) => ({
    fulfillment_item_id: itemId,
    quantity: count,
    ...more,
  })
  return { order, fulfillment, params, itemId, units }
}

async function aParcel(quantity: number, more: object = {}, serials: string[] = []) {
  const { params, units, itemId } = await sensors(quantity)
  const { body: shipment } = await done('createShipment', {
    params,
    body: {
      items: [units(quantity, { serial_numbers: serials })],
      destination: { address_id: harbourAddress },
      courier_code: 'USPS',
      tracking_number: uspsNumber(),
      ...more,
    },
  })
  return {
    shipment,
    params: { shipmentId: shipment.id },
    itemId,
    shipmentItemId: shipment.items[0]?.id ?? '',
  }
}

const move = (shipmentId: string, name: string) =>
  done('changeShipmentStatus', { params: { shipmentId }, body: { move: name } })

describe('API: the builder of parcels', function () {
  this.timeout(20_000)
  usePlatform()

  it('shows what is left, devices in stock, places and couriers', async () => {
    const { params, units } = await sensors(3)
    await registered(2)
    await done('createShipment', { params, body: { items: [units(1)], address_id: harbourAddress } })
    const { body } = await done('getShipmentOptions', { params })
    const [item] = body.items
    expect(item).to.include({ quantity: 3, allocated: 1, remaining: 2, provisionable: 2, hs_code: '902519' })
    expect(item?.available_devices).to.be.at.least(2)
    expect(body.sender_country).to.equal('US')
    expect(body.book[0]).to.include({ address_id: harbourAddress, is_default: true })
    expect(body.past_destinations.map(({ address_id }) => address_id)).to.include(harbourAddress)
    expect(body.couriers.map(({ courier_code }) => courier_code)).to.include('USPS')
    await refused('getShipmentOptions', 404, 'not_found', { params: { fulfillmentOrderId: noSuch('ful') } })
  })

  describe('several at once', () => {
    it('go to several places, or not at all', async () => {
      const { params, units } = await sensors(3)
      const address = { ...TORONTO, line1: `${String(Date.now() % 10_000)} Quay St W` }
      const body = {
        shipments: [
          { items: [units(1)], destination: { address_id: harbourAddress } },
          { items: [units(2)], destination: { address, save_to_book: true } },
        ],
      }
      const tooMany = { shipments: [...body.shipments, { items: [units(1)], address_id: harbourAddress }] }
      const short = await refused('createShipments', 409, 'quantity_exceeds_remaining', {
        params,
        body: tooMany,
      })
      expect(short.errors).to.deep.equal([
        { pointer: '/shipments/2/items/0/quantity', detail: 'must be at most 0' },
      ])
      expect(short.details).to.include({ shipment_index: 2 })
      const { body: before } = await done('getFulfillment', { params })
      expect(before.shipments).to.deep.equal([])

      const key = randomUUID()
      const { body: made } = await done('createShipments', { params, body, key })
      expect(made.data.map(({ address_snapshot }) => address_snapshot.city)).to.deep.equal([
        'Brooklyn',
        'Toronto',
      ])
      expect(made.data[1]?.address_id).to.match(/^adr_/)
      const again = await done('createShipments', { params, body, key })
      expect(again.body).to.deep.equal(made)
      const { body: after } = await done('getFulfillment', { params })
      expect(after.items[0]?.remaining).to.equal(0)
      expect(after.status).to.equal('awaiting_shipment')
    })

    it('say what is wrong with which of them', async () => {
      const { params, units } = await sensors(2)
      const good = { items: [units(1)], address_id: harbourAddress }
      const pointerOf = async (
        bad: object,
        status: number,
        code: 'destination_unknown' | 'courier_unknown',
      ) =>
        (await refused('createShipments', status, code, { params, body: { shipments: [good, bad] } }))
          .errors[0]?.pointer
      const items = [units(1)]
      const nowhere = { items, destination: { address_id: noSuch('adr') } }
      expect(await pointerOf(nowhere, 422, 'destination_unknown')).to.equal(
        '/shipments/1/destination/address_id',
      )
      const never = { items, destination: { from_shipment_id: noSuch('shp') } }
      expect(await pointerOf(never, 422, 'destination_unknown')).to.equal(
        '/shipments/1/destination/from_shipment_id',
      )
      const owl = { ...good, courier_code: 'OWL' }
      expect(await pointerOf(owl, 422, 'courier_unknown')).to.equal('/shipments/1/courier_code')
      const wrong = { ...TORONTO, postal_code: 'nonsense' }
      const address = await refused('createShipments', 422, 'address_invalid', {
        params,
        body: { shipments: [good, { items, destination: { address: wrong, save_to_book: true } }] },
      })
      expect(address.errors[0]?.pointer).to.equal('/shipments/1/destination/address/postal_code')
    })
  })

  describe('destinations', () => {
    it('come from a former parcel of the company, each place once', async () => {
      const line1 = `${String(Date.now() % 100_000)} Former St`
      const first = await aParcel(1, { destination: { address: { ...TORONTO, line1 } } })
      const second = await aParcel(1, { destination: { from_shipment_id: first.shipment.id } })
      expect(second.shipment.address_snapshot).to.deep.equal(first.shipment.address_snapshot)
      const { body } = await done('listPastDestinations', { params: { companyId: harbour } })
      const [place] = body.data.filter(({ address_snapshot }) => address_snapshot.line1 === line1)
      expect(place).to.include({ shipment_id: second.shipment.id, shipments: 2, address_id: null })
      const { body: page } = await done('listPastDestinations', {
        params: { companyId: harbour },
        query: { limit: 1 },
      })
      expect(page.has_more).to.equal(true)
      const { body: next } = await done('listPastDestinations', {
        params: { companyId: harbour },
        query: { limit: 1, cursor: page.next_cursor ?? '' },
      })
      expect(next.data[0]?.shipment_id).not.to.equal(page.data[0]?.shipment_id)
      await refused('listPastDestinations', 404, 'not_found', { params: { companyId: noSuch('com') } })
    })

    it('of another company are none', async () => {
      const { shipment, params } = await aParcel(1)
      const [foreign] = await sql<{ id: string }>('select id from addresses where company_id <> $1 limit 1', [
        harbour,
      ])
      const { errors } = await refused('changeShipment', 422, 'destination_unknown', {
        params,
        version: shipment.version,
        body: { destination: { address_id: foreign?.id ?? '' } },
      })
      expect(errors[0]?.pointer).to.equal('/destination/address_id')
    })

    it('join the book once', async () => {
      const address = { ...TORONTO, line1: `${String(Date.now() % 100_000)} Twice St` }
      const destination = { address, save_to_book: true }
      const first = await aParcel(1, { destination })
      const second = await aParcel(1, {
        destination: { ...destination, address: { ...address, label: 'Again' } },
      })
      expect(second.shipment.address_id).to.equal(first.shipment.address_id)
      const { errors } = await refused('changeShipment', 422, 'body_field_invalid', {
        params: first.params,
        version: first.shipment.version,
        body: { destination: { address_id: harbourAddress, save_to_book: true } },
      })
      expect(errors[0]?.pointer).to.equal('/destination/save_to_book')
    })

    it('change until hand-over', async () => {
      const { params } = await aParcel(1, {}, await registered())
      const { body: ready } = await move(params.shipmentId, 'mark_ready')
      const address = {
        ...TORONTO,
        line1: '5 Other St',
        city: 'Albany',
        region: 'NY',
        postal_code: '12207',
        country: 'US',
      }
      const { body: changed } = await done('changeShipment', {
        params,
        version: ready.version,
        body: { destination: { address } },
      })
      expect(changed.address_snapshot).to.include({ city: 'Albany' })
      const { body: gone } = await move(params.shipmentId, 'hand_over')
      await refused('changeShipment', 409, 'shipment_not_editable', {
        params,
        version: gone.version,
        body: { destination: { address } },
      })
    })
  })

  describe('customs', () => {
    const declared = {
      length_mm: 300,
      width_mm: 200,
      height_mm: 100,
      contents_description: 'Temperature sensors',
      contents_type: 'merchandise',
      incoterm: 'DAP',
    }

    it('must know all about a parcel for another country before it is ready', async () => {
      const { shipment, params } = await aParcel(1, { destination: { address: TORONTO } }, await registered())
      expect(shipment.parcel).to.deep.include({
        weight_grams: 180,
        value: { amount_minor: 12_900, currency: 'USD' },
      })
      expect(shipment.items[0]).to.include({ hs_code: '902519', origin_country: 'CA' })
      const missing = await refused('changeShipmentStatus', 409, 'customs_missing', {
        params,
        body: { move: 'mark_ready' },
      })
      expect(missing.details).to.deep.include({
        from_country: 'US',
        to_country: 'CA',
        missing: [
          'parcel.length_mm',
          'parcel.width_mm',
          'parcel.height_mm',
          'parcel.contents_description',
          'parcel.contents_type',
          'parcel.incoterm',
        ],
      })
      const { body: changed } = await done('changeShipment', {
        params,
        version: shipment.version,
        body: {
          parcel: declared,
          items: [{ shipment_item_id: shipment.items[0]?.id ?? '', hs_code: '90251980' }],
        },
      })
      expect(changed.customs_missing).to.deep.equal([])
      expect(changed.items[0]).to.include({ hs_code: '90251980', origin_country: 'CA' })
      const { body: ready } = await move(params.shipmentId, 'mark_ready')
      // What was a default is written down with the parcel.
      const [stored] = await sql<object>(
        'select weight_grams, value_minor::int, value_currency from shipment_parcels where shipment_id = $1',
        [shipment.id],
      )
      expect(stored).to.deep.equal({ weight_grams: 180, value_minor: 12_900, value_currency: 'USD' })
      await refused('changeShipment', 409, 'customs_missing', {
        params,
        version: ready.version,
        body: { parcel: { incoterm: null } },
      })
    })

    it('are asked when a ready parcel is sent abroad instead', async () => {
      const { params } = await aParcel(1, {}, await registered())
      const { body: ready } = await move(params.shipmentId, 'mark_ready')
      const destination = { address: TORONTO }
      await refused('changeShipment', 409, 'customs_missing', {
        params,
        version: ready.version,
        body: { destination },
      })
      const { body: after } = await done('getShipment', { params })
      expect(after.address_snapshot.country).to.equal('US')
      const { body } = await done('changeShipment', {
        params,
        version: ready.version,
        body: { destination, parcel: { ...declared, value: { amount_minor: 100, currency: 'CAD' } } },
      })
      expect(body.parcel.value).to.deep.equal({ amount_minor: 100, currency: 'CAD' })
    })

    it('take sane units only', async () => {
      const { shipment, params } = await aParcel(1)
      for (const [parcel, pointer] of [
        [{ weight_grams: 0 }, '/parcel/weight_grams'],
        [{ weight_grams: 70_001 }, '/parcel/weight_grams'],
        [{ length_mm: 3001 }, '/parcel/length_mm'],
        [{ width_mm: 1.5 }, '/parcel/width_mm'],
        [{ contents_type: 'bribe' }, '/parcel/contents_type'],
        [{ value: { amount_minor: -1, currency: 'USD' } }, '/parcel/value/amount_minor'],
      ] as const) {
        const { errors } = await refused('changeShipment', 400, 'request_invalid', {
          params,
          version: shipment.version,
          body: { parcel },
        })
        expect(errors[0]?.pointer).to.equal(pointer)
      }
    })

    it('have defaults of the product', async () => {
      const body = { sku: `X-${aSerial()}`, name: 'Box', is_provisionable: false, hs_code: '481910' }
      const { body: product } = await done('createProduct', { body })
      expect(product).to.include({ hs_code: '481910', origin_country: null, weight_grams: null })
      const { body: changed } = await done('changeProduct', {
        params: { productId: product.id },
        version: product.version,
        body: { hs_code: null, origin_country: 'MX', weight_grams: 75 },
      })
      expect(changed).to.include({ hs_code: null, origin_country: 'MX', weight_grams: 75 })
      await refused('changeProduct', 400, 'request_invalid', {
        params: { productId: product.id },
        version: changed.version,
        body: { hs_code: '12' },
      })
    })
  })

  describe('packing slips', () => {
    it('come as PDF files under their hash', async () => {
      const [serial = ''] = await registered()
      const { shipment, params } = await aParcel(1, {}, [serial])
      const { apiUrl, apiKey } = await platform()
      const ask = (headers: Record<string, string> = {}) =>
        fetch(`${apiUrl}/v1/shipments/${shipment.id}/packing-slip`, {
          headers: { authorization: `Bearer ${apiKey}`, ...headers },
        })
      const response = await ask()
      expect(response.headers.get('content-type')).to.equal('application/pdf')
      const bytes = new Uint8Array(await response.arrayBuffer())
      const text = readPdf(bytes).pages.flat().join(' ').replaceAll(/\s/g, ' ')
      for (const part of [shipment.order_number, 'Package 1 of 1', 'Brooklyn', 'SNS-TEMP-1', serial]) {
        expect(text).to.include(part)
      }
      expect(text).not.to.match(/129[.,]00|Customs/)
      const etag = response.headers.get('etag') ?? ''
      expect((await ask({ 'if-none-match': etag })).status).to.equal(304)
      await done('discardShipment', { params })
      await refused('getPackingSlip', 409, 'document_not_available', { params })
      await refused('getPackingSlip', 404, 'not_found', { params: { shipmentId: noSuch('shp') } })
    })
  })

  describe('devices', () => {
    it('are scanned in any case, with spaces, and twice', async () => {
      const [one = '', other = ''] = await registered(2)
      const { shipment, params, shipmentItemId } = await aParcel(2, {}, [` ${one.toLowerCase()} `])
      expect(shipment.items[0]?.devices.map(({ serial }) => serial)).to.deep.equal([one])
      const { body } = await done('changeShipment', {
        params,
        version: shipment.version,
        body: {
          items: [{ shipment_item_id: shipmentItemId, serial_numbers: [other, one, other.toLowerCase()] }],
        },
      })
      expect(body.items[0]?.devices.map(({ serial }) => serial)).to.deep.equal([other, one])
      const { body: found } = await done('listDevices', { query: { serial: ` ${one.toLowerCase()}` } })
      expect(found.data[0]?.shipment_id).to.equal(shipment.id)
    })

    it('of a ready parcel are exchanged, never lost', async () => {
      const [one = '', other = ''] = await registered(2)
      const { params, shipmentItemId } = await aParcel(1, {}, [one])
      const { body: ready } = await move(params.shipmentId, 'mark_ready')
      const bind = (serials: string[]) => ({
        params,
        version: ready.version,
        body: { items: [{ shipment_item_id: shipmentItemId, serial_numbers: serials }] },
      })
      await refused('changeShipment', 409, 'serials_missing', bind([]))
      const { body } = await done('changeShipment', bind([other]))
      expect(body.items[0]?.devices[0]?.serial).to.equal(other)
      const { body: free } = await done('listDevices', {
        query: { serial: one, available: true, sku: 'SNS-TEMP-1' },
      })
      expect(free.data).to.have.length(1)
    })
  })

  describe('quantities', () => {
    it('move between a draft and what remains, with devices and plans of units that leave', async () => {
      const serials = await registered(3)
      const { shipment, params, shipmentItemId, itemId } = await aParcel(3, {}, serials)
      await done('planAutomationSteps', {
        params,
        body: {
          steps: [
            { shipment_item_id: shipmentItemId, unit_number: 3, scenario: 'sensor_return', payload: {} },
          ],
        },
      })
      const { body: fewer } = await done('changeShipment', {
        params,
        version: shipment.version + 1,
        body: { items: [{ shipment_item_id: shipmentItemId, quantity: 1 }] },
      })
      expect(fewer.items[0]).to.include({ quantity: 1 })
      expect(fewer.items[0]?.devices).to.have.length(1)
      const fulfillment = { fulfillmentOrderId: shipment.fulfillment_order_id }
      expect((await done('getFulfillment', { params: fulfillment })).body.items[0]?.remaining).to.equal(2)
      const { errors } = await refused('changeShipment', 409, 'quantity_exceeds_remaining', {
        params,
        version: fewer.version,
        body: { items: [{ fulfillment_item_id: itemId, quantity: 4 }] },
      })
      expect(errors[0]?.pointer).to.equal('/items/0/quantity')
      const { body: more } = await done('changeShipment', {
        params,
        version: fewer.version,
        body: { items: [{ fulfillment_item_id: itemId, quantity: 3, serial_numbers: serials }] },
      })
      expect(more.items[0]?.devices).to.have.length(3)
      const { body: plan } = await done('getAutomationPlan', { params })
      expect(plan.units.map(({ is_default }) => is_default)).to.deep.equal([true, true, true])
    })

    it('take items in and out, but not the last one', async () => {
      const { fulfillment } = await aFulfillment([
        { sku: 'SNS-TEMP-1', quantity: 1 },
        { sku: 'MNT-KIT-1', quantity: 2 },
      ])
      const idOf = (sku: string) => fulfillment.items.find((item) => item.sku === sku)?.id ?? ''
      const { body: shipment } = await done('createShipment', {
        params: { fulfillmentOrderId: fulfillment.id },
        body: {
          items: [
            { fulfillment_item_id: idOf('SNS-TEMP-1'), quantity: 1, serial_numbers: await registered() },
          ],
          address_id: harbourAddress,
        },
      })
      const params = { shipmentId: shipment.id }
      const { body: both } = await done('changeShipment', {
        params,
        version: shipment.version,
        body: { items: [{ fulfillment_item_id: idOf('MNT-KIT-1'), quantity: 2 }] },
      })
      expect(both.items.map(({ sku }) => sku)).to.have.members(['SNS-TEMP-1', 'MNT-KIT-1'])
      const { body: one } = await done('changeShipment', {
        params,
        version: both.version,
        body: { items: [{ shipment_item_id: shipment.items[0]?.id ?? '', quantity: 0 }] },
      })
      expect(one.items.map(({ sku }) => sku)).to.deep.equal(['MNT-KIT-1'])
      const last = await refused('changeShipment', 422, 'body_field_invalid', {
        params,
        version: one.version,
        body: { items: [{ shipment_item_id: one.items[0]?.id ?? '', quantity: 0 }] },
      })
      expect(last.errors[0]?.pointer).to.equal('/items')
    })

    it('are free again when a draft is thrown away, once', async () => {
      const { shipment, params } = await aParcel(2)
      await refused('discardShipment', 412, 'version_stale', { params, version: shipment.version + 1 })
      const { body } = await done('discardShipment', { params, version: shipment.version })
      expect(body.status).to.equal('cancelled')
      expect((await done('discardShipment', { params })).body.version).to.equal(body.version)
      const other = await aParcel(1, {}, await registered())
      await move(other.params.shipmentId, 'mark_ready')
      await refused('discardShipment', 409, 'shipment_not_editable', { params: other.params })
    })
  })

  describe('planned steps', () => {
    const provisioned = async (shipmentId: string, count: number) => {
      const { api } = await platform()
      return until(
        'the steps to be done',
        () => api.get<ShipmentView>(`/v1/shipments/${shipmentId}`),
        ({ automation_steps }) =>
          automation_steps.length === count && automation_steps.every(({ status }) => status === 'succeeded'),
      )
    }

    it('are what delivery queues, the usual step for units without, none for those that are skipped', async () => {
      const serials = await registered(3)
      const { shipment, params, shipmentItemId } = await aParcel(3, {}, serials)
      const { body: before } = await done('getAutomationPlan', { params })
      expect(before.units.map(({ steps }) => steps[0]?.scenario)).to.deep.equal(
        Array.from({ length: 3 }, () => 'sensor_vendor_first_time'),
      )
      const { body: plan, headers } = await done('planAutomationSteps', {
        params,
        version: shipment.version,
        body: {
          steps: [
            {
              shipment_item_id: shipmentItemId,
              serial: serials[0]?.toLowerCase(),
              scenario: 'sensor_vendor_replacement',
              payload: { old_serial: 'OLD-001', asset_name: 'Cold room 2' },
              note: 'Lost its seal',
            },
            {
              shipment_item_id: shipmentItemId,
              unit_number: 2,
              scenario: 'sensor_vendor_first_time',
              skip: true,
              note: 'A spare',
            },
          ],
        },
      })
      expect(headers.get('etag')).to.equal(`"${shipment.version + 1}"`)
      expect(plan.units.map(({ is_default }) => is_default)).to.deep.equal([false, false, true])
      await move(shipment.id, 'mark_ready')
      await move(shipment.id, 'hand_over')
      await refused('planAutomationSteps', 409, 'shipment_not_editable', {
        params,
        body: { reset: [{ shipment_item_id: shipmentItemId, unit_number: 1 }] },
      })
      await move(shipment.id, 'deliver')
      const delivered = await provisioned(shipment.id, 2)
      expect(
        delivered.automation_steps.map(({ device_serial, scenario }) => [device_serial, scenario]),
      ).to.have.deep.members([
        [serials[0], 'sensor_vendor_replacement'],
        [serials[2], 'sensor_vendor_first_time'],
      ])
      const { body: after } = await done('getAutomationPlan', { params })
      expect(after).to.include({ is_editable: false, status: 'delivered' })
      expect(after.units[0]?.steps[0]).to.deep.include({ status: 'succeeded', note: 'Lost its seal' })
      expect(after.units[0]?.steps[0]?.payload).to.include({ old_serial: 'OLD-001', sku: 'SNS-TEMP-1' })
      expect(after.units[1]?.steps[0]).to.include({ skip: true, status: null })
      expect(after.units[2]).to.include({ is_default: true })
    })

    it('are replaced for the named units and forgotten for those that are reset', async () => {
      const { params, shipmentItemId } = await aParcel(2)
      const step = (unit_number: number, scenario: string) => ({
        shipment_item_id: shipmentItemId,
        unit_number,
        scenario,
        payload: {},
      })
      const plan = (body: object) => done('planAutomationSteps', { params, body })
      await plan({ steps: [step(1, 'sensor_return'), step(2, 'sensor_return')] })
      await plan({ steps: [step(1, 'sensor_vendor_first_time')] })
      const { body } = await plan({ reset: [{ shipment_item_id: shipmentItemId, unit_number: 2 }] })
      expect(
        body.units.map(({ is_default, steps }) => [is_default, steps.map(({ scenario }) => scenario)]),
      ).to.deep.equal([
        [false, ['sensor_vendor_first_time']],
        [true, ['sensor_vendor_first_time']],
      ])
    })

    it('follow their scenario and say why when they are skipped', async () => {
      const { params, shipmentItemId } = await aParcel(1)
      const step = { shipment_item_id: shipmentItemId, unit_number: 1 }
      const pointerOf = async (
        status: number,
        code: 'request_invalid' | 'body_field_invalid',
        more: object,
      ) =>
        (
          await refused('planAutomationSteps', status, code, {
            params,
            body: { steps: [{ ...step, ...more }] },
          })
        ).errors[0]?.pointer
      expect(await pointerOf(400, 'request_invalid', { scenario: 'sensor_dance' })).to.equal(
        '/steps/0/scenario',
      )
      expect(await pointerOf(400, 'request_invalid', { scenario: 'sensor_vendor_replacement' })).to.equal(
        '/steps/0/payload',
      )
      const partner = { scenario: 'sensor_partner_first_time', payload: { asset_name: 'A' } }
      expect(await pointerOf(400, 'request_invalid', partner)).to.equal('/steps/0/payload/partner_ref')
      const wrong = { scenario: 'sensor_vendor_first_time', payload: { colour: 'red' } }
      expect(await pointerOf(400, 'request_invalid', wrong)).to.equal('/steps/0/payload/colour')
      const silent = { scenario: 'sensor_return', skip: true }
      expect(await pointerOf(422, 'body_field_invalid', silent)).to.equal('/steps/0/note')
      await refused('getAutomationPlan', 404, 'not_found', { params: { shipmentId: noSuch('shp') } })
    })

    it('can be changed while they are queued, before their first attempt', async () => {
      const { shipment, params } = await aParcel(1, {}, await registered())
      await move(shipment.id, 'mark_ready')
      await move(shipment.id, 'hand_over')
      await move(shipment.id, 'deliver')
      await provisioned(shipment.id, 1)
      const { body: plan } = await done('getAutomationPlan', { params })
      const automationStepId = plan.units[0]?.steps[0]?.automation_step_id ?? ''
      const stepParams = { automationStepId }
      const body = { scenario: 'sensor_vendor_first_time', payload: { asset_name: 'Cold room 3' } }
      const { body: step } = await done('getAutomationStep', { params: stepParams })
      const late = { params: stepParams, version: step.version, body }
      await refused('changeAutomationStep', 409, 'move_not_allowed', late)
      // As it was between its delivery and its first attempt.
      await sql(
        `update automation_steps set status = 'queued', attempts = 0, succeeded_at = null where id = $1`,
        [automationStepId],
      )
      try {
        const { body: changed } = await done('changeAutomationStep', late)
        expect(changed.payload).to.include({ asset_name: 'Cold room 3', sku: 'SNS-TEMP-1' })
        await refused('changeAutomationStep', 412, 'version_stale', late)
        const other = await refused('changeAutomationStep', 422, 'body_field_invalid', {
          ...late,
          version: changed.version,
          body: { scenario: 'sensor_return', payload: {} },
        })
        expect(other.errors[0]?.pointer).to.equal('/scenario')
      } finally {
        await sql(
          `update automation_steps set status = 'succeeded', attempts = 1, succeeded_at = now() where id = $1`,
          [automationStepId],
        )
      }
      expect((await call('getAutomationStep', { params: stepParams })).status).to.equal(200)
    })
  })
})
