import type { DomainEvent } from '../shared/events.ts'
import type {
  CaseId,
  CompanyId,
  DeviceId,
  FulfillmentOrderId,
  InvoiceId,
  OrderId,
  ProductId,
  ReplacementId,
  ReturnId,
  ShipmentItemId,
} from '../shared/ids.ts'
import { nextStatus } from '../shared/lifecycle.ts'
import {
  type ReplacementFacts,
  type ReplacementMove,
  type ReplacementStatus,
  replacementLifecycle,
} from './replacement-lifecycle.ts'
import { refusePast } from './return.ts'

export interface Replacement {
  id: ReplacementId
  caseId: CaseId
  orderId: OrderId
  companyId: CompanyId
  /** How the old unit comes back. */
  returnId: ReturnId
  status: ReplacementStatus
  /** The old unit. */
  shipmentItemId: ShipmentItemId
  oldDeviceId: DeviceId | null
  /** The new unit, and the device that is meant for it. */
  productId: ProductId
  newDeviceId: DeviceId | null
  fulfillmentOrderId: FulfillmentOrderId | null
  /** The new unit leaves before the old one is back. */
  isAdvance: boolean
  returnBy: Date
  chargeMinor: bigint | null
  currency: string | null
  invoiceId: InvoiceId | null
  shippedAt: Date | null
  oldReceivedAt: Date | null
  overdueAt: Date | null
  chargedAt: Date | null
  closedAt: Date | null
  closeNote: string | null
  version: number
  createdAt: Date
  updatedAt: Date
}

export type ReplacementEvent =
  | DomainEvent<
      'replacement.opened',
      { case_id: string; return_id: string; is_advance: boolean; return_by: string }
    >
  | DomainEvent<'replacement.shipped', Record<string, never>>
  | DomainEvent<'replacement.old_received', Record<string, never>>
  | DomainEvent<
      'replacement.return_due' | 'replacement.return_overdue',
      { return_by: string; days: number; charge_minor: number | null; currency: string | null }
    >
  | DomainEvent<'replacement.charged', { invoice_id: string; charge_minor: number; currency: string }>
  | DomainEvent<'replacement.closed', { note: string | null }>

export interface ReplacementDecision {
  replacement: Replacement
  events: ReplacementEvent[]
}

/** A new replacement. Refuses a deadline that has passed. */
export function openReplacement(
  input: Pick<
    Replacement,
    | 'id'
    | 'caseId'
    | 'orderId'
    | 'companyId'
    | 'returnId'
    | 'shipmentItemId'
    | 'oldDeviceId'
    | 'productId'
    | 'newDeviceId'
    | 'fulfillmentOrderId'
    | 'isAdvance'
    | 'returnBy'
    | 'chargeMinor'
    | 'currency'
  >,
  at: Date,
): ReplacementDecision {
  refusePast(input.returnBy, at)
  const opened: Replacement = {
    ...input,
    status: 'open',
    invoiceId: null,
    shippedAt: null,
    oldReceivedAt: null,
    overdueAt: null,
    chargedAt: null,
    closedAt: null,
    closeNote: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
  const data = {
    case_id: input.caseId,
    return_id: input.returnId,
    is_advance: input.isAdvance,
    return_by: input.returnBy.toISOString(),
  }
  return { replacement: opened, events: [event(opened, 'replacement.opened', at, data)] }
}

/** What the lifecycle's guards read. */
export function factsOf(replacement: Replacement, hasParcel: boolean, at: Date): ReplacementFacts {
  return {
    hasShipped: replacement.shippedAt !== null,
    hasParcel: hasParcel || replacement.shippedAt !== null,
    isOverdue: replacement.isAdvance && replacement.returnBy <= at,
  }
}

/** The new unit has left; the second time changes nothing. */
export function shipReplacement(current: Replacement, at: Date): ReplacementDecision {
  if (current.shippedAt !== null || current.status === 'closed') return { replacement: current, events: [] }
  const facts = { ...factsOf(current, true, at), hasShipped: true }
  const next = { ...moved(current, facts, { type: 'ship' }, at), shippedAt: at }
  return { replacement: next, events: [event(next, 'replacement.shipped', at, {})] }
}

/** The old unit is back; the second time, or after the end, changes nothing. */
export function receiveOldUnit(current: Replacement, at: Date): ReplacementDecision {
  if (current.oldReceivedAt !== null || current.status === 'closed')
    return { replacement: current, events: [] }
  const next = {
    ...moved(current, factsOf(current, true, at), { type: 'receive_old' }, at),
    oldReceivedAt: at,
  }
  return { replacement: next, events: [event(next, 'replacement.old_received', at, {})] }
}

/** The old unit did not come in time, and a person drafted an invoice for it. */
export function chargeReplacement(current: Replacement, invoiceId: InvoiceId, at: Date): ReplacementDecision {
  const next = {
    ...moved(current, factsOf(current, true, at), { type: 'charge' }, at),
    invoiceId,
    chargedAt: at,
  }
  const data = {
    invoice_id: invoiceId,
    charge_minor: Number(current.chargeMinor),
    currency: current.currency ?? '',
  }
  return { replacement: next, events: [event(next, 'replacement.charged', at, data)] }
}

export function closeReplacement(
  current: Replacement,
  hasParcel: boolean,
  note: string | null,
  at: Date,
): ReplacementDecision {
  const next = {
    ...moved(current, factsOf(current, hasParcel, at), { type: 'close' }, at),
    closedAt: at,
    closeNote: note,
  }
  return { replacement: next, events: [event(next, 'replacement.closed', at, { note })] }
}

/** The word that an old unit is due soon, or was not returned in time. */
export function tellReturnDue(
  current: Replacement,
  { isOverdue, days }: { isOverdue: boolean; days: number },
  at: Date,
): ReplacementDecision {
  const told = { ...current, version: current.version + 1, updatedAt: at }
  const next = isOverdue ? { ...told, overdueAt: at } : told
  const data = {
    return_by: current.returnBy.toISOString(),
    days,
    charge_minor: current.chargeMinor === null ? null : Number(current.chargeMinor),
    currency: current.currency,
  }
  const type = isOverdue ? 'replacement.return_overdue' : 'replacement.return_due'
  return { replacement: next, events: [event(next, type, at, data)] }
}

/**
 * What is to be told now, in days from the deadline. Of several reminders that were missed only the latest is given,
 * and none once the deadline is past.
 */
export function deadlineNotices(
  { returnBy, isToldOverdue, lastReminderDay }: DeadlineNotices,
  reminderDays: readonly number[],
  at: Date,
): { isOverdue: boolean; days: number } | null {
  const days = Math.floor((at.getTime() - returnBy.getTime()) / 86_400_000)
  if (returnBy <= at) return isToldOverdue ? null : { isOverdue: true, days }
  const due = reminderDays.filter((day) => day <= days && (lastReminderDay ?? -Infinity) < day)
  return due.length === 0 ? null : { isOverdue: false, days: Math.max(...due) }
}

export interface DeadlineNotices {
  returnBy: Date
  isToldOverdue: boolean
  lastReminderDay: number | null
}

function moved(current: Replacement, facts: ReplacementFacts, move: ReplacementMove, at: Date): Replacement {
  const status = nextStatus(replacementLifecycle, current.status, facts, move)
  return { ...current, status, version: current.version + 1, updatedAt: at }
}

function event<T extends ReplacementEvent['type']>(
  about: Replacement,
  type: T,
  occurredAt: Date,
  data: Extract<ReplacementEvent, { type: T }>['data'],
): ReplacementEvent {
  return {
    type,
    aggregateType: 'replacement',
    aggregateId: about.id,
    aggregateVersion: about.version,
    companyId: about.companyId,
    orderId: about.orderId,
    shipmentId: null,
    data,
    occurredAt,
  } as ReplacementEvent
}
