import { expect } from 'chai'
import type { FulfillmentFacts } from '../../../src/domain/fulfillment/fulfillment-lifecycle.ts'
import {
  cancelFulfillment,
  chooseUnits,
  followShipments,
  openFulfillment,
} from '../../../src/domain/fulfillment/fulfillment-order.ts'
import { type AllocatableItem, allocateUnits } from '../../../src/domain/shipments/allocation.ts'
import { moveShipment, type ShipmentItem } from '../../../src/domain/shipments/shipment.ts'
import { refuseUntrueTime } from '../../../src/domain/shipments/told-time.ts'
import { aShipment, minutesAfterNoon, noon, refusalFrom } from './builders.ts'

describe('units for a parcel', () => {
  const sensors: AllocatableItem = {
    id: 'fit_1',
    sku: 'SNS-TEMP-1',
    isProvisionable: true,
    quantity: 5,
    allocated: 2,
  }
  const mounts: AllocatableItem = {
    id: 'fit_2',
    sku: 'MNT-KIT-1',
    isProvisionable: false,
    quantity: 4,
    allocated: 0,
  }
  const asked = (fulfillmentItemId: `fit_${string}`, quantity: number, serialNumbers: string[] = []) => ({
    fulfillmentItemId,
    quantity,
    serialNumbers,
  })

  it('are added up per item before they are compared with what is left', () => {
    expect(allocateUnits([sensors], [asked('fit_1', 1, ['A']), asked('fit_1', 2, ['B'])])).to.deep.equal([
      asked('fit_1', 3, ['A', 'B']),
    ])
    const refusal = refusalFrom(() => allocateUnits([sensors], [asked('fit_1', 2), asked('fit_1', 2)]))
    expect(refusal.code).to.equal('quantity_exceeds_remaining')
    expect(refusal.details).to.deep.equal({
      items: [{ fulfillment_item_id: 'fit_1', requested: 4, remaining: 3 }],
    })
  })

  it('are refused all together, naming every item that is short', () => {
    const refusal = refusalFrom(() =>
      allocateUnits([sensors, mounts], [asked('fit_1', 4), asked('fit_2', 5), asked('fit_9', 1)]),
    )
    expect(refusal.details['items']).to.deep.equal([
      { fulfillment_item_id: 'fit_1', requested: 4, remaining: 3 },
      { fulfillment_item_id: 'fit_2', requested: 5, remaining: 4 },
      { fulfillment_item_id: 'fit_9', requested: 1, remaining: 0 },
    ])
  })

  it('take one distinct serial each at most, and none where nothing is provisioned', () => {
    for (const [item, row] of [
      [sensors, asked('fit_1', 1, ['A', 'B'])],
      [sensors, asked('fit_1', 2, ['A', 'A'])],
      [mounts, asked('fit_2', 2, ['A'])],
    ] as const) {
      expect(refusalFrom(() => allocateUnits([item], [row])).code).to.equal('serials_exceed_quantity')
    }
    const split = [asked('fit_1', 1, ['A']), asked('fit_1', 1, ['A'])]
    expect(refusalFrom(() => allocateUnits([sensors], split)).code).to.equal('serials_exceed_quantity')
  })
})

describe('units for a fulfilment order', () => {
  const open = [
    { orderItemId: 'oit_1', sku: 'SNS-TEMP-1', isProvisionable: true, ordered: 3, held: 1 },
    { orderItemId: 'oit_2', sku: 'MNT-KIT-1', isProvisionable: false, ordered: 2, held: 2 },
  ] as const

  it('are everything left when nobody says which', () => {
    expect(chooseUnits(open, null)).to.deep.equal([{ orderItemId: 'oit_1', quantity: 2 }])
    const refusal = refusalFrom(() => chooseUnits([open[1]], null))
    expect(refusal.code).to.equal('quantity_exceeds_remaining')
  })

  it('are added up per line before they are compared', () => {
    const twice = [
      { orderItemId: 'oit_1', quantity: 1 },
      { orderItemId: 'oit_1', quantity: 2 },
    ] as const
    expect(refusalFrom(() => chooseUnits(open, twice)).details['items']).to.deep.equal([
      { order_item_id: 'oit_1', requested: 3, remaining: 2 },
    ])
  })
})

describe('a fulfilment order', () => {
  const { fulfillment } = openFulfillment({ id: 'ful_1', orderId: 'ord_1', companyId: 'com_1' }, 3, noon)
  const none: FulfillmentFacts = {
    hasLiveShipments: false,
    hasHandedOver: false,
    hasEveryUnitSettled: false,
  }
  const packed = { ...none, hasLiveShipments: true }
  const gone = { ...packed, hasHandedOver: true }
  const arrived = { ...gone, hasEveryUnitSettled: true }

  it('reaches what its parcels already made true from wherever it is', () => {
    const table = [
      ['ready_to_prepare', none, 'ready_to_prepare', []],
      ['ready_to_prepare', packed, 'awaiting_shipment', []],
      ['ready_to_prepare', gone, 'in_transit', []],
      ['ready_to_prepare', arrived, 'completed', ['fulfillment.completed']],
      ['awaiting_shipment', none, 'ready_to_prepare', []],
      ['awaiting_shipment', packed, 'awaiting_shipment', []],
      ['awaiting_shipment', gone, 'in_transit', []],
      ['awaiting_shipment', arrived, 'completed', ['fulfillment.completed']],
      ['in_transit', gone, 'in_transit', []],
      ['in_transit', arrived, 'completed', ['fulfillment.completed']],
      ['completed', arrived, 'completed', []],
      ['completed', gone, 'in_transit', ['fulfillment.reopened']],
      ['cancelled', none, 'cancelled', []],
    ] as const
    for (const [status, facts, expected, types] of table) {
      const before = { ...fulfillment, status }
      const after = followShipments(before, facts, 3, noon)
      expect(after.fulfillment.status, `${status} to ${expected}`).to.equal(expected)
      expect(after.events.map(({ type }) => type)).to.deep.equal(types)
      expect(after.fulfillment.version).to.equal(status === expected ? 1 : 2)
    }
  })

  it('gives its units back until a parcel has left', () => {
    const { fulfillment: cancelled, events } = cancelFulfillment(fulfillment, none, 3, noon)
    expect(cancelled.status).to.equal('cancelled')
    expect(events[0]?.data).to.deep.equal({ units: 3 })
    const left = { ...fulfillment, status: 'in_transit' as const }
    expect(refusalFrom(() => cancelFulfillment(left, gone, 3, noon)).code).to.equal('move_not_allowed')
  })
})

describe('a parcel', () => {
  const sensor: ShipmentItem = {
    id: 'sit_1',
    fulfillmentItemId: 'fit_1',
    orderItemId: 'oit_1',
    sku: 'SNS-TEMP-1',
    isProvisionable: true,
    quantity: 2,
    writtenOff: 0,
    replaces: null,
    devices: [{ deviceId: 'dev_1', serial: 'A', unitNumber: 1, isWrittenOff: false, isRestocked: false }],
    plannedSteps: [],
  }
  const mount: ShipmentItem = { ...sensor, id: 'sit_2', isProvisionable: false, devices: [] }

  it('is not ready before it can be followed and every provisionable unit has its device', () => {
    const draft = aShipment({ status: 'draft' })
    const ready = { type: 'mark_ready' } as const
    const untracked = aShipment({ status: 'draft', trackingNumber: null })
    expect(refusalFrom(() => moveShipment(untracked, [mount], ready, noon)).code).to.equal('tracking_missing')
    const refusal = refusalFrom(() => moveShipment(draft, [sensor, mount], ready, noon))
    expect(refusal.code).to.equal('serials_missing')
    expect(refusal.details['items']).to.deep.equal([
      { shipment_item_id: 'sit_1', sku: 'SNS-TEMP-1', bound: 1, needed: 2 },
    ])
    expect(moveShipment(draft, [mount], ready, noon).shipment.status).to.equal('ready')
  })

  it('moves at a time that is not ahead of ours, nor before its last move', () => {
    const told = (minutes: number, moves: Parameters<typeof refuseUntrueTime>[0]) => () =>
      refuseUntrueTime(moves, minutesAfterNoon(minutes), minutesAfterNoon(60))
    const draft = { readyAt: null, inTransitAt: null }
    const ready = { readyAt: noon, inTransitAt: null }
    // A courier's scan tells of a hand-over before anybody said that the parcel was ready.
    const gone = { readyAt: minutesAfterNoon(50), inTransitAt: minutesAfterNoon(20) }
    for (const fits of [told(-10_000, draft), told(65, draft), told(0, ready), told(20, gone)]) fits()
    for (const untrue of [told(66, draft), told(-1, ready), told(19, gone)]) {
      const { code, faults } = refusalFrom(untrue)
      expect(code).to.equal('body_field_invalid')
      expect(faults.map(({ pointer }) => pointer)).to.deep.equal(['/at'])
    }
  })

  it('that is asked to move where it is stays as it is', () => {
    const shipment = aShipment({ status: 'in_transit' })
    expect(moveShipment(shipment, [], { type: 'hand_over' }, noon)).to.deep.equal({ shipment, events: [] })
  })

  it('cannot be cancelled once it has been handed over', () => {
    const refusal = refusalFrom(() =>
      moveShipment(aShipment({ status: 'in_transit' }), [], { type: 'cancel' }, noon),
    )
    expect(refusal.code).to.equal('move_not_allowed')
    expect(refusal.details['allowed_moves']).to.deep.equal(['deliver'])
    expect(refusal.details['instead']).to.deep.include({
      operation_id: 'writeOffUnits',
      path: '/v1/shipments/shp_1/write-offs',
      when: 'units were lost or damaged',
    })
  })
})
