import type { ShipmentItemId } from '../shared/ids.ts'
import { Refusal } from '../shared/refusal.ts'
import type { BoundDevice, PlannedStep, Shipment, ShipmentItem } from './shipment.ts'

/** A step as somebody asks for it: the unit by its number, or by the serial of its device. */
export interface AskedStep extends Omit<PlannedStep, 'unitNumber'>, AskedUnit {}

export interface AskedUnit {
  shipmentItemId: ShipmentItemId
  unit: { unitNumber: number } | { serial: string }
}

export interface PlanChange {
  /** Units whose plan is replaced by the steps below; one without steps is back to what delivery does by itself. */
  units: { shipmentItemId: ShipmentItemId; unitNumber: number }[]
  steps: (PlannedStep & { shipmentItemId: ShipmentItemId })[]
}

/** What delivery queues for a unit nobody planned anything for: another scenario when it takes another's place. */
export function usualStep({ replaces }: Pick<ShipmentItem, 'replaces'>): {
  scenario: string
  payload: Record<string, unknown>
} {
  const oldSerial = replaces?.oldSerial ?? null
  return oldSerial === null
    ? { scenario: 'sensor_vendor_first_time', payload: {} }
    : { scenario: 'sensor_vendor_replacement', payload: { old_serial: oldSerial } }
}

/** What delivery queues: the planned steps of each unit that has a plan, the usual one of every other that is there. */
export function stepsOnDelivery(
  items: readonly ShipmentItem[],
): { item: ShipmentItem; device: BoundDevice; scenario: string; payload: object }[] {
  return items.flatMap((item) =>
    item.devices.flatMap((device) => {
      if (device.isWrittenOff || device.isRestocked) return []
      const planned = item.plannedSteps.filter(({ unitNumber }) => unitNumber === device.unitNumber)
      if (planned.length === 0) return [{ item, device, ...usualStep(item) }]
      return planned
        .filter(({ isSkipped }) => !isSkipped)
        .map(({ scenario, payload }) => ({ item, device, scenario, payload }))
    }),
  )
}

/** The plan of the named units from now on. Refused after hand-over: what delivery will do is settled then. */
export function changePlan(
  shipment: Pick<Shipment, 'status'>,
  items: readonly ShipmentItem[],
  asked: { steps: readonly AskedStep[]; reset: readonly AskedUnit[] },
): PlanChange {
  if (shipment.status !== 'draft' && shipment.status !== 'ready') {
    throw new Refusal('shipment_not_editable', `The plan of a shipment in ${shipment.status} is settled.`, {
      current: shipment.status,
    })
  }
  const units = new Map<string, PlanChange['units'][number]>()
  const named = (row: AskedUnit, pointer: string) => {
    const unit = unitOf(items, row, pointer)
    units.set(keyOf(unit), unit)
    return unit
  }
  const steps = asked.steps.map((row, index) => {
    const { scenario, payload, isSkipped, note } = row
    if (isSkipped && note === null) refuse(`/steps/${index}/note`, 'must say why the step is skipped')
    return { ...named(row, `/steps/${index}`), scenario, payload, isSkipped, note }
  })
  steps.forEach((step, index) => {
    const first = steps.findIndex((other) => keyOf(other) === keyOf(step) && other.scenario === step.scenario)
    if (first < index) refuse(`/steps/${index}/scenario`, 'is planned for this unit already')
  })
  asked.reset.forEach((row, index) => {
    const key = keyOf(named(row, `/reset/${index}`))
    if (steps.some((step) => keyOf(step) === key)) refuse(`/reset/${index}`, 'has steps in the same request')
  })
  return { units: [...units.values()], steps }
}

function unitOf(
  items: readonly ShipmentItem[],
  { shipmentItemId, unit }: AskedUnit,
  pointer: string,
): PlanChange['units'][number] {
  const item = items.find(({ id }) => id === shipmentItemId)
  if (item === undefined) refuse(`${pointer}/shipment_item_id`, 'is no item of this shipment')
  if (!item.isProvisionable) refuse(`${pointer}/shipment_item_id`, `${item.sku} has nothing to automate`)
  if ('serial' in unit) {
    const bound = item.devices.find(({ serial }) => serial === unit.serial)
    if (bound === undefined) refuse(`${pointer}/serial`, 'is bound to no unit of this item')
    return { shipmentItemId, unitNumber: bound.unitNumber }
  }
  if (unit.unitNumber > item.quantity) refuse(`${pointer}/unit_number`, `must be at most ${item.quantity}`)
  return { shipmentItemId, unitNumber: unit.unitNumber }
}

function keyOf({ shipmentItemId, unitNumber }: PlanChange['units'][number]): string {
  return `${shipmentItemId} ${unitNumber}`
}

function refuse(pointer: string, detail: string): never {
  throw new Refusal('body_field_invalid', 'The plan does not fit the shipment.', {}, [{ pointer, detail }])
}
