import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { call, done, refused } from './call.ts'
import { aParcelGone, move, packing } from './parcels.ts'
import { usePlatform } from './platform-of-suite.ts'
import { aFulfillment, anOrder, harbour, keyFor, noSuch } from './world.ts'

const kits = (quantity: number) => [{ sku: 'MNT-KIT-1', quantity }]
const paramsOf = ({ id }: { id: string }) => ({ fulfillmentOrderId: id })

describe('API: holds, splits and merges', () => {
  usePlatform()

  describe('a hold', () => {
    it('keeps people from packing until the last one is released', async () => {
      const { order, fulfillment } = await aFulfillment(kits(2))
      const params = paramsOf(fulfillment)
      const { body: first } = await done('placeHold', {
        params,
        body: { reason: 'address_problem', note: 'No dock number' },
      })
      expect(first).to.include({ on_hold: true, version: fulfillment.version + 1 })
      const { body: second } = await done('placeHold', { params, body: { reason: 'stock' } })
      expect(second.holds.map(({ reason }) => reason)).to.deep.equal(['stock', 'address_problem'])

      const problem = await refused('createShipment', 409, 'fulfillment_on_hold', packing(fulfillment, 1))
      expect((problem.details as { holds: object[] }).holds).to.have.length(2)
      const { body: blocked } = await done('getOrderBlockers', { params: { orderId: order.id } })
      const hold = blocked.data.find(({ code }) => code === 'hold')
      expect(hold).to.deep.include({
        message: 'On hold (address problem): No dock number',
        move: 'release_hold',
        operation_id: 'releaseHold',
        path: `/v1/fulfillments/${fulfillment.id}/holds/${hold?.related_id ?? ''}/release`,
      })
      expect(hold?.since).to.be.a('string')

      const [stock, address] = second.holds
      const release = (holdId: string) =>
        done('releaseHold', { params: { ...params, holdId }, body: { note: 'Done' } })
      await release(stock?.id ?? '')
      await refused('createShipment', 409, 'fulfillment_on_hold', packing(fulfillment, 1))
      const { body: free } = await release(address?.id ?? '')
      expect(free.on_hold).to.equal(false)
      expect(free.holds[0]).to.include({ release_note: 'Done' })
      const { body: again } = await release(address?.id ?? '')
      expect(again.version).to.equal(free.version)
      await done('createShipment', packing(fulfillment, 1))
    })

    it('keeps a draft from growing, and lets units out of it', async () => {
      const { fulfillment } = await aFulfillment(kits(3))
      const { body: draft } = await done('createShipment', packing(fulfillment, 2))
      await done('placeHold', { params: paramsOf(fulfillment), body: { reason: 'stock' } })
      const holding = (quantity: number) => ({
        params: { shipmentId: draft.id },
        version: draft.version,
        body: { items: [{ shipment_item_id: draft.items[0]?.id ?? '', quantity }] },
      })
      await refused('changeShipment', 409, 'fulfillment_on_hold', holding(3))
      const { body } = await done('changeShipment', holding(1))
      expect(body.items[0]).to.include({ quantity: 1 })
    })

    it('stops a parcel that is still here, not one that a courier has', async () => {
      const { fulfillment } = await aFulfillment(kits(2))
      const params = paramsOf(fulfillment)
      const { body: draft } = await done('createShipment', packing(fulfillment, 1))
      const { body: ready } = await done('createShipment', packing(fulfillment, 1))
      await move(ready.id, 'mark_ready')
      await done('placeHold', { params, body: { reason: 'customer_request' } })
      for (const [shipmentId, one] of [
        [draft.id, 'mark_ready'],
        [ready.id, 'hand_over'],
        [ready.id, 'deliver'],
      ] as const) {
        await refused('changeShipmentStatus', 409, 'fulfillment_on_hold', {
          params: { shipmentId },
          body: { move: one },
        })
      }
      // What is where it is already, is not moved by anybody.
      await move(ready.id, 'mark_ready')
      await move(draft.id, 'cancel')

      const gone = await aParcelGone('MNT-KIT-1', 1)
      await done('placeHold', { params: paramsOf(gone.fulfillment), body: { reason: 'other' } })
      await move(gone.shipment.id, 'deliver')
      await refused('placeHold', 409, 'move_not_allowed', {
        params: paramsOf(gone.fulfillment),
        body: { reason: 'other' },
      })
    })

    it('is found by its filter', async () => {
      const held = await aFulfillment(kits(1))
      const free = await aFulfillment(kits(1))
      await done('placeHold', { params: paramsOf(held.fulfillment), body: { reason: 'payment_review' } })
      const listed = async (on_hold: boolean, order_id: string) =>
        (await done('listFulfillments', { query: { on_hold, order_id } })).body.data.length
      expect(await listed(true, held.order.id)).to.equal(1)
      expect(await listed(false, held.order.id)).to.equal(0)
      expect(await listed(true, free.order.id)).to.equal(0)
      expect(await listed(false, free.order.id)).to.equal(1)
    })

    it('needs a reason of the catalogue, a key and a fulfilment order', async () => {
      const { fulfillment } = await aFulfillment(kits(1))
      const params = paramsOf(fulfillment)
      await refused('placeHold', 400, 'request_invalid', { params, body: { reason: 'mood' } })
      await refused('placeHold', 400, 'idempotency_key_missing', {
        params,
        body: { reason: 'stock' },
        key: null,
      })
      await refused('placeHold', 404, 'not_found', {
        params: { fulfillmentOrderId: noSuch('ful') },
        body: { reason: 'stock' },
      })
      await refused('releaseHold', 404, 'not_found', {
        params: { ...params, holdId: noSuch('fhd') },
        body: {},
      })
      const apiKey = await keyFor(['fulfillment:read'])
      await refused('placeHold', 403, 'permission_missing', { params, body: { reason: 'stock' }, apiKey })
    })
  })

  describe('a split', () => {
    it('moves units that are in no parcel, some of a row and whole rows', async () => {
      const { order, fulfillment } = await aFulfillment([...kits(3), { sku: 'GW-LTE-1', quantity: 1 }])
      const params = paramsOf(fulfillment)
      const itemOf = (sku: string) => fulfillment.items.find((one) => one.sku === sku)?.id ?? ''
      const { headers, body: made } = await done('splitFulfillment', {
        params,
        body: {
          items: [
            { fulfillment_item_id: itemOf('MNT-KIT-1'), quantity: 1 },
            { fulfillment_item_id: itemOf('GW-LTE-1'), quantity: 1 },
          ],
        },
      })
      expect(headers.get('location')).to.equal(`/v1/fulfillments/${made.id}`)
      expect(made).to.include({ order_id: order.id, status: 'ready_to_prepare' })
      expect(made.items.map(({ sku, quantity }) => [sku, quantity])).to.have.deep.members([
        ['MNT-KIT-1', 1],
        ['GW-LTE-1', 1],
      ])
      const { body: left } = await done('getFulfillment', { params })
      expect(left.items.map(({ sku, quantity }) => [sku, quantity])).to.deep.equal([['MNT-KIT-1', 2]])
      const { body: whole } = await done('getOrder', { params: { orderId: order.id } })
      expect(whole.items.map(({ quantity_fulfilled }) => quantity_fulfilled)).to.deep.equal([3, 1])
    })

    it('takes nothing from a parcel, leaves something, and waits for holds', async () => {
      const { fulfillment } = await aFulfillment(kits(3))
      const params = paramsOf(fulfillment)
      await done('createShipment', packing(fulfillment, 2))
      const body = (quantity: number) => ({
        items: [{ fulfillment_item_id: fulfillment.items[0]?.id ?? '', quantity }],
      })
      const over = await refused('splitFulfillment', 409, 'quantity_exceeds_remaining', {
        params,
        body: body(2),
      })
      expect((over.details as { items: object[] }).items[0]).to.include({ requested: 2, remaining: 1 })
      const { fulfillment: untouched } = await aFulfillment(kits(1))
      const all = { items: [{ fulfillment_item_id: untouched.items[0]?.id ?? '', quantity: 1 }] }
      await refused('splitFulfillment', 422, 'body_field_invalid', {
        params: paramsOf(untouched),
        body: all,
      })
      await done('placeHold', { params, body: { reason: 'stock' } })
      await refused('splitFulfillment', 409, 'fulfillment_on_hold', { params, body: body(1) })
    })

    it('happens once under its key', async () => {
      const { order, fulfillment } = await aFulfillment(kits(3))
      const request = {
        params: paramsOf(fulfillment),
        body: { items: [{ fulfillment_item_id: fulfillment.items[0]?.id ?? '', quantity: 1 }] },
        key: randomUUID(),
      }
      const { body: first } = await done('splitFulfillment', request)
      const { body: again } = await done('splitFulfillment', request)
      expect(again.id).to.equal(first.id)
      const { body } = await done('listFulfillments', { query: { order_id: order.id } })
      expect(body.data).to.have.length(2)
    })

    it('completes what is left when that has arrived, and not the order', async () => {
      const { order, fulfillment } = await aFulfillment(kits(2))
      const params = paramsOf(fulfillment)
      const { body: parcel } = await done('createShipment', packing(fulfillment, 1))
      await move(parcel.id, 'mark_ready', 'hand_over', 'deliver')
      await done('splitFulfillment', {
        params,
        body: { items: [{ fulfillment_item_id: fulfillment.items[0]?.id ?? '', quantity: 1 }] },
      })
      const { body } = await done('getFulfillment', { params })
      expect(body.status).to.equal('completed')
      const { body: above } = await done('getOrder', { params: { orderId: order.id } })
      expect(above.status).to.equal('in_fulfillment')
    })
  })

  describe('a merge', () => {
    it('takes units and parcels over, and leaves a trace', async () => {
      const { order, fulfillment } = await aFulfillment(kits(4))
      const params = paramsOf(fulfillment)
      const { body: other } = await done('splitFulfillment', {
        params,
        body: { items: [{ fulfillment_item_id: fulfillment.items[0]?.id ?? '', quantity: 3 }] },
      })
      const { body: parcel } = await done('createShipment', packing(other, 2))
      const request = { params, body: { fulfillment_order_ids: [other.id] } }
      const { body: merged } = await done('mergeFulfillments', request)
      expect(merged.status).to.equal('awaiting_shipment')
      expect(merged.items[0]).to.include({ quantity: 4, allocated: 2, remaining: 2 })
      expect(merged.shipments.map(({ id }) => id)).to.deep.equal([parcel.id])
      const { body: trace } = await done('getFulfillment', { params: paramsOf(other) })
      expect(trace).to.include({ status: 'cancelled', merged_into_id: fulfillment.id })
      const { body: moved } = await done('getShipment', { params: { shipmentId: parcel.id } })
      expect(moved.fulfillment_order_id).to.equal(fulfillment.id)

      const { body: again } = await done('mergeFulfillments', request)
      expect(again.version).to.equal(merged.version)
      await move(parcel.id, 'mark_ready', 'hand_over', 'deliver')
      const { body: rest } = await done('createShipment', packing(merged, 2))
      await move(rest.id, 'mark_ready', 'hand_over', 'deliver')
      const { body: above } = await done('getOrder', { params: { orderId: order.id } })
      expect(above.status).to.equal('completed')
    })

    it('is refused for itself, another order, one that has shipped and one on hold', async () => {
      const { fulfillment } = await aFulfillment(kits(3))
      const params = paramsOf(fulfillment)
      const { body: other } = await done('splitFulfillment', {
        params,
        body: { items: [{ fulfillment_item_id: fulfillment.items[0]?.id ?? '', quantity: 1 }] },
      })
      const merging = (...ids: string[]) => ({ params, body: { fulfillment_order_ids: ids } })
      const { errors } = await refused(
        'mergeFulfillments',
        422,
        'body_field_invalid',
        merging(fulfillment.id),
      )
      expect(errors[0]?.pointer).to.equal('/fulfillment_order_ids/0')
      const foreign = await aFulfillment(kits(1))
      await refused('mergeFulfillments', 422, 'body_field_invalid', merging(foreign.fulfillment.id))
      await refused('mergeFulfillments', 404, 'not_found', merging(noSuch('ful')))
      const held = await done('placeHold', { params: paramsOf(other), body: { reason: 'stock' } })
      await refused('mergeFulfillments', 409, 'fulfillment_on_hold', merging(other.id))
      await done('releaseHold', {
        params: { ...paramsOf(other), holdId: held.body.holds[0]?.id ?? '' },
        body: {},
      })
      const { body: parcel } = await done('createShipment', packing(other, 1))
      await move(parcel.id, 'mark_ready', 'hand_over')
      const left = await refused('mergeFulfillments', 409, 'move_not_allowed', merging(other.id))
      expect(left.details).to.deep.include({ current: 'in_transit' })
    })
  })

  describe('blockers', () => {
    it('name the operation that would solve each of them, where there is one', async () => {
      const { order, fulfillment } = await aFulfillment([{ sku: 'SNS-TEMP-1', quantity: 2 }])
      await done('createShipment', packing(fulfillment, 1))
      const { body } = await done('getOrderBlockers', { params: { orderId: order.id } })
      const { contract } = await (await import('./platform-of-suite.ts')).platform()
      for (const one of body.data) {
        expect(one.since, one.code).to.be.a('string')
        const operation = contract.operations.find(({ id }) => id === one.operation_id)
        expect(operation, one.code).not.to.equal(undefined)
        const pattern = new RegExp(`^${(operation?.path ?? '').replaceAll(/\{\w+\}/g, '[a-z0-9_]+')}$`)
        expect(one.path, one.code).to.match(pattern)
      }
      expect(body.data.map(({ code }) => code)).to.include.members(['units_unallocated', 'serials_missing'])
      const draft = await anOrder('draft', kits(1))
      expect(draft.company_id).to.equal(harbour)
      const { status } = await call('getOrderBlockers', { params: { orderId: noSuch('ord') } })
      expect(status).to.equal(404)
    })
  })
})
