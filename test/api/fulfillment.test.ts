import { expect } from 'chai'
import { call, done, pagesOf, refused } from './call.ts'
import { usePlatform } from './platform-of-suite.ts'
import { aFulfillment, anOrder, harbour, noSuch } from './world.ts'

describe('API: fulfillment', () => {
  usePlatform()

  it('reads what is to be prepared', async () => {
    const { order, fulfillment } = await aFulfillment()
    const params = { fulfillmentOrderId: fulfillment.id }
    const { headers, body } = await done('getFulfillment', { params })
    expect(body).to.include({ order_id: order.id, status: 'ready_to_prepare' })
    expect(body.items.map(({ sku, quantity, remaining }) => [sku, quantity, remaining])).to.deep.equal([
      ['SNS-TEMP-1', 2, 2],
    ])
    const known = { 'if-none-match': headers.get('etag') ?? '' }
    expect((await call('getFulfillment', { params, headers: known })).status).to.equal(304)
  })

  it('lists by order and status, page by page', async () => {
    const { order, fulfillment } = await aFulfillment()
    await aFulfillment()
    const { body } = await done('listFulfillments', {
      query: { order_id: order.id, status: 'ready_to_prepare' },
    })
    expect(body.data.map(({ id }) => id)).to.deep.equal([fulfillment.id])
    const paged = await pagesOf('listFulfillments', 1)
    expect(paged.length).to.be.at.least(2)
    const { errors } = await refused('listFulfillments', 400, 'request_invalid', {
      query: { status: 'lost' },
    })
    expect(errors[0]?.pointer).to.equal('query/status')
  })

  it('makes another fulfilment order only while units are open', async () => {
    const { order } = await aFulfillment()
    const body = { order_id: order.id }
    const none = await refused('createFulfillment', 409, 'quantity_exceeds_remaining', { body })
    expect(none.details).to.be.an('object')
    const item = { order_item_id: order.items[0]?.id ?? '', quantity: 1 }
    await refused('createFulfillment', 409, 'quantity_exceeds_remaining', {
      body: { ...body, items: [item] },
    })
    await refused('createFulfillment', 400, 'idempotency_key_missing', { key: null, body })
  })

  it('is refused for an order that is not paid, and for an unknown one', async () => {
    const draft = await anOrder('draft')
    const problem = await refused('createFulfillment', 409, 'move_not_allowed', {
      body: { order_id: draft.id },
    })
    expect(problem.details).to.deep.include({ current: 'draft', move: 'start_fulfillment' })
    expect(problem.details).to.have.property('allowed_moves').that.includes('send_checkout')
    await refused('createFulfillment', 404, 'not_found', { body: { order_id: noSuch('ord') } })
    const { errors } = await refused('createFulfillment', 400, 'request_invalid', {
      body: { order_id: harbour },
    })
    expect(errors[0]?.pointer).to.equal('/order_id')
    await refused('getFulfillment', 404, 'not_found', { params: { fulfillmentOrderId: noSuch('ful') } })
  })

  it('splits units over parcels, never more than there are', async () => {
    const { fulfillment } = await aFulfillment([{ sku: 'MNT-KIT-1', quantity: 3 }])
    const params = { fulfillmentOrderId: fulfillment.id }
    const parcel = (quantity: number) => ({
      items: [{ fulfillment_item_id: fulfillment.items[0]?.id ?? '', quantity }],
      address_id: 'adr_00000000000000000000000003',
    })
    const { headers, body: first } = await done('createShipment', { params, body: parcel(2) })
    expect(headers.get('location')).to.equal(`/v1/shipments/${first.id}`)
    expect(first).to.include({ status: 'draft', courier_code: null })
    const over = await refused('createShipment', 409, 'quantity_exceeds_remaining', {
      params,
      body: parcel(2),
    })
    expect((over.details as { items: unknown[] }).items).to.have.length(1)
    await done('createShipment', { params, body: parcel(1) })
    const { body } = await done('getFulfillment', { params })
    expect(body).to.include({ status: 'awaiting_shipment' })
    expect(body.items[0]).to.include({ allocated: 3, remaining: 0 })
    expect(body.shipments).to.have.length(2)
  })

  it('gives the last units to one of two parcels made at once', async () => {
    const { fulfillment } = await aFulfillment([{ sku: 'MNT-KIT-1', quantity: 2 }])
    const request = {
      params: { fulfillmentOrderId: fulfillment.id },
      body: {
        items: [{ fulfillment_item_id: fulfillment.items[0]?.id ?? '', quantity: 2 }],
        address_id: 'adr_00000000000000000000000003',
      },
    }
    const answers = await Promise.all([call('createShipment', request), call('createShipment', request)])
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([201, 409])
  })
})
