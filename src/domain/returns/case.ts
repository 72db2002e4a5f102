import type { DomainEvent } from '../shared/events.ts'
import type { CaseId, CompanyId, OrderId } from '../shared/ids.ts'
import { nextStatus } from '../shared/lifecycle.ts'
import { type CaseFacts, type CaseStatus, caseLifecycle } from './case-lifecycle.ts'

export type CaseKind = 'return' | 'replacement' | 'loss'

/** What a case may hold besides its returns and replacements: records of other areas, by id. */
export type LinkedType = 'refund' | 'credit_note' | 'invoice' | 'device_assignment' | 'write_off'

export interface Case {
  id: CaseId
  orderId: OrderId
  companyId: CompanyId
  kind: CaseKind
  status: CaseStatus
  note: string | null
  closeNote: string | null
  closedAt: Date | null
  version: number
  createdAt: Date
  updatedAt: Date
}

export type CaseEvent =
  | DomainEvent<'case.opened', { kind: CaseKind; note: string | null }>
  | DomainEvent<'case.linked', { linked_type: LinkedType; linked_id: string }>
  | DomainEvent<'case.closed', { note: string | null }>

export interface CaseDecision {
  case: Case
  events: CaseEvent[]
}

export function openCase(
  input: Pick<Case, 'id' | 'orderId' | 'companyId' | 'kind' | 'note'>,
  at: Date,
): CaseDecision {
  const opened: Case = {
    ...input,
    status: 'open',
    closeNote: null,
    closedAt: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
  return { case: opened, events: [event(opened, 'case.opened', at, { kind: input.kind, note: input.note })] }
}

/** A record of another area joins the case and stays as it is (law R4). Refused once the case is closed. */
export function linkToCase(
  current: Case,
  linked: { type: LinkedType; id: string },
  facts: CaseFacts,
  at: Date,
): CaseDecision {
  const status = nextStatus(caseLifecycle, current.status, facts, { type: 'link' })
  const next = { ...current, status, version: current.version + 1, updatedAt: at }
  const data = { linked_type: linked.type, linked_id: linked.id }
  return { case: next, events: [event(next, 'case.linked', at, data)] }
}

export function closeCase(current: Case, note: string | null, facts: CaseFacts, at: Date): CaseDecision {
  const status = nextStatus(caseLifecycle, current.status, facts, { type: 'close' })
  const next = {
    ...current,
    status,
    closeNote: note,
    closedAt: at,
    version: current.version + 1,
    updatedAt: at,
  }
  return { case: next, events: [event(next, 'case.closed', at, { note })] }
}

function event<T extends CaseEvent['type']>(
  about: Case,
  type: T,
  occurredAt: Date,
  data: Extract<CaseEvent, { type: T }>['data'],
): CaseEvent {
  return {
    type,
    aggregateType: 'case',
    aggregateId: about.id,
    aggregateVersion: about.version,
    companyId: about.companyId,
    orderId: about.orderId,
    shipmentId: null,
    data,
    occurredAt,
  } as CaseEvent
}
