import { expect } from 'chai'
import { type AskedContent, changeContents } from '../../../src/domain/shipments/contents.ts'
import {
  type Declaration,
  emptyParcel,
  missingForCustoms,
  refuseUndeclared,
} from '../../../src/domain/shipments/parcel.ts'
import type { PlannedStep, ShipmentItem } from '../../../src/domain/shipments/shipment.ts'
import { type AskedStep, changePlan, stepsOnDelivery } from '../../../src/domain/shipments/step-plan.ts'
import { refusalFrom } from './builders.ts'

const anItem = (given: Partial<ShipmentItem> = {}): ShipmentItem => ({
  id: 'sit_1',
  fulfillmentItemId: 'fit_1',
  orderItemId: 'oit_1',
  sku: 'SNS-TEMP-1',
  isProvisionable: true,
  quantity: 2,
  writtenOff: 0,
  replaces: null,
  devices: [
    { deviceId: 'dev_1', serial: 'A-1', unitNumber: 1, isWrittenOff: false, isRestocked: false },
    { deviceId: 'dev_2', serial: 'A-2', unitNumber: 2, isWrittenOff: false, isRestocked: false },
  ],
  plannedSteps: [],
  ...given,
})
const kits = anItem({
  id: 'sit_2',
  fulfillmentItemId: 'fit_2',
  sku: 'MNT-KIT-1',
  isProvisionable: false,
  devices: [],
})

describe('the contents of a parcel', () => {
  const available = [
    { id: 'fit_1' as const, sku: 'SNS-TEMP-1', isProvisionable: true, quantity: 5, allocated: 4 },
    { id: 'fit_2' as const, sku: 'MNT-KIT-1', isProvisionable: false, quantity: 2, allocated: 2 },
    { id: 'fit_3' as const, sku: 'GW-LTE-1', isProvisionable: true, quantity: 1, allocated: 0 },
  ]
  const row = (given: Partial<AskedContent> = {}): AskedContent => ({
    target: { shipmentItemId: 'sit_1' },
    quantity: null,
    serialNumbers: null,
    ...given,
  })
  const changed = (asked: AskedContent[], status: 'draft' | 'ready' = 'draft') =>
    changeContents(status, [anItem(), kits], available, asked)

  it('grow by what remains and no further', () => {
    expect(changed([row({ quantity: 3 })]).changed[0]).to.include({ quantity: 3 })
    const refusal = refusalFrom(() => changed([row({ quantity: 4 })]))
    expect(refusal.code).to.equal('quantity_exceeds_remaining')
    expect(refusal.faults).to.deep.equal([{ pointer: '/items/0/quantity', detail: 'must be at most 3' }])
  })

  it('shrink, lose an item, and take another one in', () => {
    const { changed: rows, added } = changed([
      row({ quantity: 0 }),
      row({ target: { fulfillmentItemId: 'fit_3' }, quantity: 1, serialNumbers: ['G-1'] }),
    ])
    expect(rows[0]).to.include({ quantity: 0 })
    expect(added).to.deep.equal([{ fulfillmentItemId: 'fit_3', quantity: 1, serialNumbers: ['G-1'] }])
  })

  it('are never nothing, and name each item once', () => {
    const nothing = refusalFrom(() =>
      changed([row({ quantity: 0 }), row({ target: { shipmentItemId: 'sit_2' }, quantity: 0 })]),
    )
    expect(nothing.faults[0]?.pointer).to.equal('/items')
    const twice = refusalFrom(() => changed([row(), row({ target: { fulfillmentItemId: 'fit_1' } })]))
    expect(twice.faults[0]).to.deep.equal({ pointer: '/items/1', detail: 'is named twice' })
    const unknown = refusalFrom(() => changed([row({ target: { shipmentItemId: 'sit_9' } })]))
    expect(unknown.faults[0]?.pointer).to.equal('/items/0/shipment_item_id')
  })

  it('of a parcel that is ready keep their quantities and a device for each unit', () => {
    expect(refusalFrom(() => changed([row({ quantity: 1 })], 'ready')).code).to.equal('shipment_not_editable')
    expect(refusalFrom(() => changed([row({ serialNumbers: ['A-3'] })], 'ready')).code).to.equal(
      'serials_missing',
    )
    expect(changed([row({ serialNumbers: ['A-3', 'A-4'] })], 'ready').changed).to.have.length(1)
  })
})

describe('what customs ask', () => {
  const declaration: Pick<Declaration, 'parcel' | 'items'> = {
    parcel: {
      weightGrams: 640,
      lengthMm: 300,
      widthMm: 200,
      heightMm: 100,
      valueMinor: 35_000n,
      valueCurrency: 'CAD',
      contentsDescription: 'Sensors',
      contentsType: 'merchandise',
      incoterm: 'DAP',
    },
    items: [{ shipmentItemId: 'sit_1', sku: 'SNS-TEMP-1', hsCode: '902519', originCountry: 'CA' }],
  }

  it('is nothing where all is said, and everything where nothing is', () => {
    expect(missingForCustoms(declaration)).to.deep.equal([])
    const silent = {
      parcel: emptyParcel,
      items: [{ ...declaration.items[0]!, hsCode: null, originCountry: null }],
    }
    expect(missingForCustoms(silent)).to.deep.equal([
      'parcel.weight_grams',
      'parcel.length_mm',
      'parcel.width_mm',
      'parcel.height_mm',
      'parcel.value',
      'parcel.contents_description',
      'parcel.contents_type',
      'parcel.incoterm',
      'items.sit_1.hs_code',
      'items.sit_1.origin_country',
    ])
  })

  it('is refused by name', () => {
    refuseUndeclared({ from: 'US', to: 'CA' }, declaration)
    const refusal = refusalFrom(() =>
      refuseUndeclared(
        { from: 'US', to: 'CA' },
        { ...declaration, parcel: { ...declaration.parcel, incoterm: null } },
      ),
    )
    expect(refusal.code).to.equal('customs_missing')
    expect(refusal.details).to.deep.include({ to_country: 'CA', missing: ['parcel.incoterm'] })
  })
})

describe('the plan of a unit', () => {
  const step = (given: Partial<AskedStep> = {}): AskedStep => ({
    shipmentItemId: 'sit_1',
    unit: { unitNumber: 1 },
    scenario: 'sensor_return',
    payload: {},
    isSkipped: false,
    note: null,
    ...given,
  })
  const draft = { status: 'draft' as const }
  const plan = (steps: AskedStep[]) => changePlan(draft, [anItem(), kits], { steps, reset: [] })

  it('is found by number and by serial', () => {
    const { units, steps } = plan([
      step(),
      step({ unit: { serial: 'A-2' }, scenario: 'sensor_vendor_first_time' }),
    ])
    expect(units.map(({ unitNumber }) => unitNumber)).to.deep.equal([1, 2])
    expect(steps.map(({ scenario }) => scenario)).to.deep.equal(['sensor_return', 'sensor_vendor_first_time'])
  })

  it('is refused for units that there are not, twice the same step, and a skip without a reason', () => {
    const pointerOf = (steps: AskedStep[]) => refusalFrom(() => plan(steps)).faults[0]?.pointer
    expect(pointerOf([step({ unit: { unitNumber: 3 } })])).to.equal('/steps/0/unit_number')
    expect(pointerOf([step({ unit: { serial: 'B-1' } })])).to.equal('/steps/0/serial')
    expect(pointerOf([step({ shipmentItemId: 'sit_2' })])).to.equal('/steps/0/shipment_item_id')
    expect(pointerOf([step({ shipmentItemId: 'sit_9' })])).to.equal('/steps/0/shipment_item_id')
    expect(pointerOf([step(), step({ unit: { serial: 'A-1' } })])).to.equal('/steps/1/scenario')
    expect(pointerOf([step({ isSkipped: true })])).to.equal('/steps/0/note')
  })

  it('is settled at hand-over', () => {
    for (const status of ['in_transit', 'delivered', 'cancelled'] as const) {
      const refusal = refusalFrom(() => changePlan({ status }, [anItem()], { steps: [step()], reset: [] }))
      expect(refusal.code).to.equal('shipment_not_editable')
    }
  })

  it('is forgotten for units that are reset, which have no steps beside', () => {
    const reset = [{ shipmentItemId: 'sit_1' as const, unit: { unitNumber: 2 } }]
    expect(changePlan(draft, [anItem()], { steps: [], reset }).units).to.have.length(1)
    const both = refusalFrom(() =>
      changePlan(draft, [anItem()], { steps: [step({ unit: { unitNumber: 2 } })], reset }),
    )
    expect(both.faults[0]?.pointer).to.equal('/reset/0')
  })

  it('decides what delivery queues; without one it is the usual step', () => {
    const planned = (given: Partial<PlannedStep>): PlannedStep => ({
      unitNumber: 1,
      scenario: 'sensor_return',
      payload: { reason: 'x' },
      isSkipped: false,
      note: null,
      ...given,
    })
    const scenarios = (plannedSteps: PlannedStep[]) =>
      stepsOnDelivery([anItem({ plannedSteps }), kits]).map(
        ({ device, scenario }) => `${device.serial} ${scenario}`,
      )
    expect(scenarios([])).to.deep.equal(['A-1 sensor_vendor_first_time', 'A-2 sensor_vendor_first_time'])
    expect(scenarios([planned({})])).to.deep.equal(['A-1 sensor_return', 'A-2 sensor_vendor_first_time'])
    expect(scenarios([planned({ isSkipped: true, note: 'no' })])).to.deep.equal([
      'A-2 sensor_vendor_first_time',
    ])
    expect(scenarios([planned({}), planned({ scenario: 'sensor_vendor_replacement' })])).to.have.length(3)
    const devices = anItem().devices.map((device) => ({ ...device, isRestocked: device.serial === 'A-1' }))
    expect(stepsOnDelivery([anItem({ devices })]).map(({ device }) => device.serial)).to.deep.equal(['A-2'])
  })
})
