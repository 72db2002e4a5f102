import type { DomainEvent } from '../shared/events.ts'
import type {
  CaseId,
  CompanyId,
  DeviceId,
  OrderId,
  OrderItemId,
  ReturnId,
  ReturnItemId,
  ShipmentItemId,
} from '../shared/ids.ts'
import { nextStatus } from '../shared/lifecycle.ts'
import { Refusal } from '../shared/refusal.ts'
import { type ReturnMove, type ReturnStatus, returnLifecycle } from './return-lifecycle.ts'

export type ReturnReason =
  | 'defective'
  | 'damaged_in_transit'
  | 'wrong_item'
  | 'not_needed'
  | 'refused'
  | 'undeliverable'
  | 'other'

export interface Return {
  id: ReturnId
  caseId: CaseId
  orderId: OrderId
  companyId: CompanyId
  status: ReturnStatus
  reason: ReturnReason
  note: string | null
  /** Lines of an address, fixed when the return is approved. */
  returnAddress: readonly string[] | null
  returnBy: Date | null
  decisionNote: string | null
  resolution: string | null
  approvedAt: Date | null
  closedAt: Date | null
  version: number
  createdAt: Date
  updatedAt: Date
}

/** A device that the return is for, or another of its parcel that may turn out to be. */
export interface ReturnDevice {
  deviceId: DeviceId
  serial: string
  unitNumber: number
  isListed: boolean
  isReceived: boolean
  /** In another return, or written off. */
  isTaken: boolean
}

export interface ReturnItem {
  id: ReturnItemId
  shipmentItemId: ShipmentItemId
  orderItemId: OrderItemId
  sku: string
  isProvisionable: boolean
  quantity: number
  receivedQuantity: number
  releasedQuantity: number
  notReturnedQuantity: number
  /** Every device of the parcel's item. */
  devices: ReturnDevice[]
}

/** What becomes of units that did not come: another return may be for them, or they stay with the customer. */
export type MissingUnits = 'release' | 'not_returned'

export type ReturnEvent =
  | DomainEvent<'return.requested', { units: number; reason: ReturnReason; case_id: string }>
  | DomainEvent<'return.approved', { return_by: string }>
  | DomainEvent<'return.rejected' | 'return.cancelled', { note: string | null }>
  | DomainEvent<
      'return.shipped',
      { courier_code: string; tracking_number: string; tracking_number_reason: string | null }
    >
  | DomainEvent<'return.received', { units: number; of_units: number; conditions: Record<string, number> }>
  | DomainEvent<'return.unassignment_requested', { serial_numbers: string[] }>
  | DomainEvent<'return.devices_restocked', { serial_numbers: string[] }>
  | DomainEvent<'return.closed', { received: number; missing: number; missing_units: MissingUnits | null }>

export interface ReturnDecision {
  return: Return
  events: ReturnEvent[]
}

export function requestReturn(
  input: Pick<Return, 'id' | 'caseId' | 'orderId' | 'companyId' | 'reason' | 'note'>,
  units: number,
  at: Date,
): ReturnDecision {
  const requested: Return = {
    ...input,
    status: 'requested',
    returnAddress: null,
    returnBy: null,
    decisionNote: null,
    resolution: null,
    approvedAt: null,
    closedAt: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
  const data = { units, reason: input.reason, case_id: input.caseId }
  return { return: requested, events: [returnEvent(requested, 'return.requested', at, data)] }
}

/** Says where to and until when; a person may extend the time of one. Refuses a time that has passed. */
export function approveReturn(
  current: Return,
  terms: { returnAddress: readonly string[]; returnBy: Date },
  at: Date,
): ReturnDecision {
  refusePast(terms.returnBy, at)
  const approved = { ...moved(current, { type: 'approve' }, at), ...terms, approvedAt: at }
  const data = { return_by: terms.returnBy.toISOString() }
  return { return: approved, events: [returnEvent(approved, 'return.approved', at, data)] }
}

/** Rejected by us or cancelled by the customer: its units are free again. */
export function refuseReturn(
  current: Return,
  items: readonly ReturnItem[],
  move: 'reject' | 'cancel',
  note: string | null,
  at: Date,
): ReturnDecision & { items: ReturnItem[] } {
  const ended = { ...moved(current, { type: move }, at), decisionNote: note }
  const type = move === 'reject' ? 'return.rejected' : 'return.cancelled'
  return {
    return: ended,
    items: items.map((item) => ({ ...item, releasedQuantity: item.quantity })),
    events: [returnEvent(ended, type, at, { note })],
  }
}

/** A parcel with units of the return is on its way. There may be several. The reason is that of a wrong check digit. */
export function shipReturn(
  current: Return,
  parcel: { courierCode: string; trackingNumber: string },
  reason: string | null,
  at: Date,
): ReturnDecision {
  const shipped = moved(current, { type: 'ship' }, at)
  const data = {
    courier_code: parcel.courierCode,
    tracking_number: parcel.trackingNumber,
    tracking_number_reason: reason,
  }
  return { return: shipped, events: [returnEvent(shipped, 'return.shipped', at, data)] }
}

/** Ends the return. What has not come is released or stays with the customer. */
export function closeReturn(
  current: Return,
  items: readonly ReturnItem[],
  { resolution, missingUnits }: { resolution: string; missingUnits: MissingUnits },
  at: Date,
): ReturnDecision & { items: ReturnItem[] } {
  const closed = { ...moved(current, { type: 'close' }, at), resolution, closedAt: at }
  const decided = items.map((item) => {
    const missing = item.quantity - item.receivedQuantity
    return missingUnits === 'release'
      ? { ...item, releasedQuantity: missing }
      : { ...item, notReturnedQuantity: missing }
  })
  const received = items.reduce((sum, item) => sum + item.receivedQuantity, 0)
  const missing = items.reduce((sum, item) => sum + item.quantity, 0) - received
  const data = { received, missing, missing_units: missing === 0 ? null : missingUnits }
  return { return: closed, items: decided, events: [returnEvent(closed, 'return.closed', at, data)] }
}

/** Nobody can send anything by a time that has passed. */
export function refusePast(returnBy: Date, at: Date): void {
  if (returnBy > at) return
  throw new Refusal('body_field_invalid', 'The units cannot come back by a time that has passed.', {}, [
    { pointer: '/return_by', detail: 'has passed' },
  ])
}

/** The return after a move, with the next version. */
export function moved(current: Return, move: ReturnMove, at: Date, hasEverythingReceived = false): Return {
  const status = nextStatus(returnLifecycle, current.status, { hasEverythingReceived }, move)
  return { ...current, status, version: current.version + 1, updatedAt: at }
}

export function returnEvent<T extends ReturnEvent['type']>(
  about: Return,
  type: T,
  occurredAt: Date,
  data: Extract<ReturnEvent, { type: T }>['data'],
): ReturnEvent {
  return {
    type,
    aggregateType: 'return',
    aggregateId: about.id,
    aggregateVersion: about.version,
    companyId: about.companyId,
    orderId: about.orderId,
    shipmentId: null,
    data,
    occurredAt,
  } as ReturnEvent
}
