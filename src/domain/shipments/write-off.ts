import type {
  CaseId,
  CompanyId,
  DeviceId,
  OrderId,
  ShipmentId,
  ShipmentItemId,
  WriteOffId,
} from '../shared/ids.ts'
import { nextStatus, openMoves } from '../shared/lifecycle.ts'
import { Refusal } from '../shared/refusal.ts'
import { refuseExcessSerials } from './allocation.ts'
import {
  packing,
  type Shipment,
  type ShipmentDecision,
  type ShipmentItem,
  shipmentEvent,
} from './shipment.ts'
import { shipmentLifecycle } from './shipment-lifecycle.ts'

export type WriteOffCause = 'lost' | 'damaged'

/** Units of a parcel that are no more. Live until it is reversed. */
export interface WriteOff {
  id: WriteOffId
  caseId: CaseId
  shipmentItemId: ShipmentItemId
  shipmentId: ShipmentId
  orderId: OrderId
  companyId: CompanyId
  quantity: number
  cause: WriteOffCause
  note: string | null
  writtenOffBy: string
  writtenOffAt: Date
  reversedBy: string | null
  reversedAt: Date | null
  reverseReason: string | null
}

export interface LostUnits {
  id: WriteOffId
  shipmentItemId: ShipmentItemId
  quantity: number
  serialNumbers: readonly string[]
  cause: WriteOffCause
  note: string | null
}

/** Units of an item of the parcel that returns have: they are on their way to us, or back. */
export interface UnitsInReturns {
  shipmentItemId: ShipmentItemId
  quantity: number
  deviceIds: readonly DeviceId[]
}

export interface WriteOffDecision extends ShipmentDecision {
  items: ShipmentItem[]
  writeOffs: { writeOff: WriteOff; deviceIds: DeviceId[] }[]
}

/** Writes units off that have left: lost under way, or damaged. What is left of the parcel goes on. */
export function writeOffUnits(
  shipment: Shipment,
  items: readonly ShipmentItem[],
  lost: readonly LostUnits[],
  input: { caseId: CaseId; by: string; inReturns: readonly UnitsInReturns[] },
  at: Date,
): WriteOffDecision {
  refuseUnlessGone(shipment, items)
  let left = [...items]
  const writeOffs = lost.map((row, index) => {
    const item = left.find(({ id }) => id === row.shipmentItemId)
    const returning = input.inReturns.find(({ shipmentItemId }) => shipmentItemId === row.shipmentItemId)
    refuseMoreThanLeft(row, item, returning?.quantity ?? 0)
    const devices = devicesNamed(item, row, returning?.deviceIds ?? [], `/items/${index}/serial_numbers`)
    left = left.map((one) => (one.id === item.id ? lessUnits(one, row.quantity, devices) : one))
    const writeOff: WriteOff = {
      id: row.id,
      caseId: input.caseId,
      shipmentItemId: item.id,
      shipmentId: shipment.id,
      orderId: shipment.orderId,
      companyId: shipment.companyId,
      quantity: row.quantity,
      cause: row.cause,
      note: row.note,
      writtenOffBy: input.by,
      writtenOffAt: at,
      reversedBy: null,
      reversedAt: null,
      reverseReason: null,
    }
    return { writeOff, deviceIds: devices }
  })
  const touched = { ...shipment, version: shipment.version + 1, updatedAt: at }
  const news = shipmentEvent(touched, 'shipment.units_written_off', at, {
    case_id: input.caseId,
    write_off_ids: writeOffs.map(({ writeOff }) => writeOff.id),
    units: lost.reduce((sum, { quantity }) => sum + quantity, 0),
    causes: [...new Set(lost.map(({ cause }) => cause))],
  })
  const facts = packing(shipment, left)
  if (shipment.status !== 'in_transit' || !facts.isWrittenOff) {
    return { shipment: touched, items: left, writeOffs, events: [news] }
  }
  const status = nextStatus(shipmentLifecycle, shipment.status, facts, { type: 'write_off' })
  const ended = { ...touched, status, writtenOffAt: at }
  const end = shipmentEvent(ended, 'shipment.written_off', at, { case_id: input.caseId })
  return { shipment: ended, items: left, writeOffs, events: [news, end] }
}

export interface ReversalDecision extends ShipmentDecision {
  items: ShipmentItem[]
  writeOff: WriteOff
}

/** The units turned up. Reversing it again changes nothing. */
export function reverseWriteOff(
  shipment: Shipment,
  items: readonly ShipmentItem[],
  { writeOff, deviceIds }: { writeOff: WriteOff; deviceIds: readonly DeviceId[] },
  { reason, by }: { reason: string; by: string },
  at: Date,
): ReversalDecision {
  if (writeOff.reversedAt !== null) return { shipment, items: [...items], writeOff, events: [] }
  const back = items.map((item) =>
    item.id === writeOff.shipmentItemId ? moreUnits(item, writeOff.quantity, deviceIds) : item,
  )
  const touched: Shipment = { ...shipment, version: shipment.version + 1, updatedAt: at }
  const found: Shipment =
    shipment.status === 'written_off'
      ? {
          ...touched,
          status: nextStatus(shipmentLifecycle, shipment.status, packing(shipment, back), {
            type: 'turn_up',
          }),
          writtenOffAt: null,
        }
      : touched
  const data = { case_id: writeOff.caseId, write_off_id: writeOff.id, units: writeOff.quantity, reason }
  return {
    shipment: found,
    items: back,
    writeOff: { ...writeOff, reversedBy: by, reversedAt: at, reverseReason: reason },
    events: [shipmentEvent(found, 'shipment.write_off_reversed', at, data)],
  }
}

function refuseUnlessGone(shipment: Shipment, items: readonly ShipmentItem[]): void {
  const { status } = shipment
  if (status === 'in_transit' || status === 'delivered') return
  throw new Refusal(
    'move_not_allowed',
    status === 'draft' || status === 'ready'
      ? 'The parcel is still here: cancel it, or take the units out.'
      : `The parcel is ${status === 'cancelled' ? 'cancelled' : 'written off'}: nothing is left of it.`,
    {
      current: status,
      move: 'write_off',
      allowed_moves: openMoves(shipmentLifecycle, status, packing(shipment, items)),
    },
  )
}

function refuseMoreThanLeft(
  row: LostUnits,
  item: ShipmentItem | undefined,
  inReturns: number,
): asserts item is ShipmentItem {
  const remaining = item === undefined ? 0 : item.quantity - item.writtenOff - inReturns
  if (item !== undefined && row.quantity <= remaining) return
  throw new Refusal('quantity_exceeds_remaining', 'The parcel has fewer units left than were written off.', {
    items: [{ shipment_item_id: row.shipmentItemId, requested: row.quantity, remaining }],
  })
}

/** A unit with a device is written off by its serial number: nobody guesses which sensor was lost. */
function devicesNamed(
  item: ShipmentItem,
  { serialNumbers, quantity }: LostUnits,
  inReturns: readonly DeviceId[],
  pointer: string,
): DeviceId[] {
  refuseExcessSerials(item.isProvisionable ? quantity : 0, serialNumbers, item.sku, pointer)
  if (item.isProvisionable && serialNumbers.length < quantity) {
    throw new Refusal('serials_missing', 'Name the serial number of every unit that is written off.', {
      items: [{ shipment_item_id: item.id, sku: item.sku, bound: serialNumbers.length, needed: quantity }],
    })
  }
  return serialNumbers.map((serial) => {
    const device = item.devices.find(
      (one) => one.serial === serial && !one.isWrittenOff && !inReturns.includes(one.deviceId),
    )
    if (device !== undefined) return device.deviceId
    throw new Refusal('device_not_available', `${serial} is no unit that is left of this item.`, {
      shipment_item_id: item.id,
      serial_number: serial,
    })
  })
}

function lessUnits(item: ShipmentItem, quantity: number, deviceIds: readonly DeviceId[]): ShipmentItem {
  return { ...marked(item, deviceIds, true), writtenOff: item.writtenOff + quantity }
}

function moreUnits(item: ShipmentItem, quantity: number, deviceIds: readonly DeviceId[]): ShipmentItem {
  return { ...marked(item, deviceIds, false), writtenOff: item.writtenOff - quantity }
}

function marked(item: ShipmentItem, deviceIds: readonly DeviceId[], isWrittenOff: boolean): ShipmentItem {
  const devices = item.devices.map((device) =>
    deviceIds.includes(device.deviceId) ? { ...device, isWrittenOff } : device,
  )
  return { ...item, devices }
}
