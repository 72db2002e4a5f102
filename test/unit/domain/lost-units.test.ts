import { expect } from 'chai'
import { callOffStep, queueStep, reopenStep } from '../../../src/domain/automation/automation-step.ts'
import { correctDelivery, countingScans } from '../../../src/domain/shipments/delivery-correction.ts'
import type { ShipmentItem } from '../../../src/domain/shipments/shipment.ts'
import type { CourierEvent } from '../../../src/domain/shipments/tracking.ts'
import { type LostUnits, reverseWriteOff, writeOffUnits } from '../../../src/domain/shipments/write-off.ts'
import { aScan, aShipment, minutesAfterNoon, noon, refusalFrom } from './builders.ts'

const kits: ShipmentItem = {
  id: 'sit_1',
  fulfillmentItemId: 'fit_1',
  orderItemId: 'oit_1',
  sku: 'MNT-KIT-1',
  isProvisionable: false,
  quantity: 2,
  writtenOff: 0,
  replaces: null,
  devices: [],
  plannedSteps: [],
}
const sensors: ShipmentItem = {
  ...kits,
  id: 'sit_2',
  sku: 'SNS-TEMP-1',
  isProvisionable: true,
  devices: [
    { deviceId: 'dev_1', serial: 'A', unitNumber: 1, isWrittenOff: false, isRestocked: false },
    { deviceId: 'dev_2', serial: 'B', unitNumber: 2, isWrittenOff: false, isRestocked: false },
  ],
}
const underWay = aShipment({ status: 'in_transit', inTransitAt: noon })
const by = { caseId: 'cas_1', by: 'key_1', inReturns: [] } as const
const lost = (row: Partial<LostUnits> = {}): LostUnits => ({
  id: 'wof_1',
  shipmentItemId: 'sit_1',
  quantity: 1,
  serialNumbers: [],
  cause: 'lost',
  note: null,
  ...row,
})

describe('units that are written off', () => {
  it('end a parcel under way when nothing is left, and not one that arrived', () => {
    const part = writeOffUnits(underWay, [kits], [lost()], by, noon)
    expect(part.shipment).to.include({ status: 'in_transit', version: 3 })
    const all = writeOffUnits(underWay, [kits], [lost(), lost({ id: 'wof_2' })], by, noon)
    expect(all.shipment).to.include({ status: 'written_off', writtenOffAt: noon })
    expect(all.events.map(({ type }) => type)).to.deep.equal([
      'shipment.units_written_off',
      'shipment.written_off',
    ])
    const arrived = aShipment({ status: 'delivered' })
    expect(writeOffUnits(arrived, [kits], [lost({ quantity: 2 })], by, noon).shipment.status).to.equal(
      'delivered',
    )
  })

  it('are never more than are left, over all rows of a call', () => {
    const refusal = refusalFrom(() =>
      writeOffUnits(underWay, [kits], [lost({ quantity: 2 }), lost({ id: 'wof_2' })], by, noon),
    )
    expect(refusal.details['items']).to.deep.equal([
      { shipment_item_id: 'sit_1', requested: 1, remaining: 0 },
    ])
    const unknown = refusalFrom(() =>
      writeOffUnits(underWay, [kits], [lost({ shipmentItemId: 'sit_9' })], by, noon),
    )
    expect(unknown.code).to.equal('quantity_exceeds_remaining')
  })

  it('are named by their serials where they have devices', () => {
    const row = lost({ shipmentItemId: 'sit_2' })
    for (const [serialNumbers, code] of [
      [[], 'serials_missing'],
      [['A', 'B'], 'serials_exceed_quantity'],
      [['C'], 'device_not_available'],
    ] as const) {
      const act = () => writeOffUnits(underWay, [sensors], [{ ...row, serialNumbers }], by, noon)
      expect(refusalFrom(act).code).to.equal(code)
    }
    const { items, writeOffs } = writeOffUnits(
      underWay,
      [sensors],
      [{ ...row, serialNumbers: ['B'] }],
      by,
      noon,
    )
    expect(writeOffs[0]?.deviceIds).to.deep.equal(['dev_2'])
    expect(items[0]?.devices.map(({ isWrittenOff }) => isWrittenOff)).to.deep.equal([false, true])
  })

  it('are none that a return has', () => {
    const inReturns = [
      { shipmentItemId: 'sit_1', quantity: 1, deviceIds: [] },
      { shipmentItemId: 'sit_2', quantity: 1, deviceIds: ['dev_1'] },
    ] as const
    const lose = (rows: Parameters<typeof writeOffUnits>[2]) => () =>
      writeOffUnits(underWay, [kits, sensors], rows, { ...by, inReturns }, noon)
    expect(refusalFrom(lose([lost({ quantity: 2 })])).code).to.equal('quantity_exceeds_remaining')
    const row = lost({ shipmentItemId: 'sit_2' })
    expect(refusalFrom(lose([{ ...row, serialNumbers: ['A'] }])).code).to.equal('device_not_available')
    expect(lose([{ ...row, serialNumbers: ['B'] }])().writeOffs).to.have.length(1)
  })

  it('have left before, and are not what is lost already', () => {
    for (const status of ['draft', 'ready', 'written_off', 'cancelled'] as const) {
      expect(
        refusalFrom(() => writeOffUnits(aShipment({ status }), [kits], [lost()], by, noon)).code,
      ).to.equal('move_not_allowed')
    }
  })

  it('turn up once, and bring their parcel back', () => {
    const gone = writeOffUnits(underWay, [kits], [lost({ quantity: 2 })], by, noon)
    const [written] = gone.writeOffs
    const why = { reason: 'Found', by: 'key_2' }
    const back = reverseWriteOff(gone.shipment, gone.items, written!, why, minutesAfterNoon(1))
    expect(back.shipment).to.include({ status: 'in_transit', writtenOffAt: null })
    expect(back.items).to.deep.equal([kits])
    const again = reverseWriteOff(
      back.shipment,
      back.items,
      { ...written!, writeOff: back.writeOff },
      why,
      noon,
    )
    expect(again.events).to.deep.equal([])
    expect(again.shipment).to.equal(back.shipment)
  })
})

describe('a delivery that was none', () => {
  const correction = { to: 'in_transit', reason: 'Wrong door', automation: 'keep' } as const
  const delivered = aShipment({ status: 'delivered', trackingStatus: 'delivered', deliveredAt: noon })

  it('is taken back once', () => {
    const { shipment, events } = correctDelivery(delivered, [kits], correction, [], minutesAfterNoon(9))
    expect(shipment).to.include({ status: 'in_transit', trackingStatus: 'in_transit', deliveredAt: null })
    expect(events[0]?.data).to.deep.equal({
      reason: 'Wrong door',
      tracking_status: 'in_transit',
      automation: 'keep',
      was_delivered_at: noon.toISOString(),
    })
    expect(correctDelivery(shipment, [kits], correction, [], noon)).to.deep.equal({ shipment, events: [] })
  })

  it('is the only way back, and not from anywhere else', () => {
    for (const status of ['draft', 'ready', 'in_transit', 'written_off', 'cancelled'] as const) {
      const act = () => correctDelivery(aShipment({ status }), [kits], correction, [], noon)
      expect(refusalFrom(act).code).to.equal('move_not_allowed')
    }
    const nothingLeft = { ...kits, writtenOff: 2 }
    expect(refusalFrom(() => correctDelivery(delivered, [nothingLeft], correction, [], noon)).code).to.equal(
      'move_not_allowed',
    )
  })

  it('is none that returns have units of', () => {
    const inReturns = (quantity: number) => [
      { shipmentItemId: kits.id, quantity, deviceIds: [] },
      { shipmentItemId: sensors.id, quantity: 0, deviceIds: [] },
    ]
    const refusal = refusalFrom(() => correctDelivery(delivered, [kits], correction, inReturns(1), noon))
    expect(refusal.code).to.equal('move_not_allowed')
    expect(refusal.details).to.deep.include({
      current: 'delivered',
      items: [{ shipment_item_id: 'sit_1', in_returns: 1 }],
    })
    const { shipment } = correctDelivery(delivered, [kits], correction, inReturns(0), noon)
    expect(shipment.status).to.equal('in_transit')
  })

  it('is not delivered again by what the courier had said before', () => {
    const heard = (canonical: CourierEvent['canonical'], minutes: number): CourierEvent => ({
      ...aScan({ canonical }),
      id: 'cev_1',
      shipmentId: 'shp_1',
      courierCode: 'USPS',
      trackingNumber: '94',
      eventKey: String(minutes),
      sequence: minutes,
      source: 'push',
      receivedAt: minutesAfterNoon(minutes),
    })
    const scans = [heard('in_transit', 1), heard('delivered', 2), heard('delivered', 8)]
    expect(countingScans(scans, { deliveryCorrectedAt: null })).to.have.length(3)
    const counting = countingScans(scans, { deliveryCorrectedAt: minutesAfterNoon(5) })
    expect(counting.map(({ sequence }) => sequence)).to.deep.equal([1, 8])
  })

  it('lets a step that was called off begin another round, which no old job takes for its own', () => {
    const config = {
      scenario: 'x',
      maxAttempts: 3,
      retryDelaySeconds: 1,
      timeoutSeconds: 1,
      fallbackDescription: '',
    }
    const { step } = queueStep(
      {
        id: 'stp_1',
        shipmentItemId: 'sit_2',
        shipmentId: 'shp_1',
        orderId: 'ord_1',
        companyId: 'com_1',
        deviceId: 'dev_1',
        unitNumber: 1,
        payload: {},
      },
      config,
      noon,
    )
    const called = callOffStep(step, 'Wrong door', noon)
    expect(called.events.map(({ type }) => type)).to.deep.equal(['automation.step_cancelled'])
    const again = reopenStep(called.step, config, noon).step
    expect(again.status).to.equal('queued')
    expect(again.maxAttempts).to.be.greaterThan(step.maxAttempts)
  })
})
