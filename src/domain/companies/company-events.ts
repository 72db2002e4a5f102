import type { DomainEvent } from '../shared/events.ts'
import type { CompanyId } from '../shared/ids.ts'

interface CompanyEventData {
  'company.archived': { reason: string }
  'company.restored': Record<string, never>
  /** Who of us its invoices are by from now on, and were before; null for the default one. */
  'company.legal_entity_assigned': { legal_entity_code: string | null; previous: string | null }
  /** On the survivor: which company it took over, and how many rows of each table. */
  'company.merged': { merged_company_id: CompanyId; moved: Record<string, number> }
}

export type CompanyEventType = keyof CompanyEventData

/** Builds an event of a company's own timeline. */
export function companyEvent<T extends CompanyEventType>(
  type: T,
  company: { id: CompanyId; version: number },
  occurredAt: Date,
  data: CompanyEventData[T],
): DomainEvent<T, CompanyEventData[T]> {
  return {
    type,
    aggregateType: 'company',
    aggregateId: company.id,
    aggregateVersion: company.version,
    companyId: company.id,
    orderId: null,
    shipmentId: null,
    data,
    occurredAt,
  }
}
