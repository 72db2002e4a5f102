import type { DifferenceKind, Repair } from '../../domain/billing/reconciliation.ts'
import type { Page, PageRequest } from './page.ts'

/** A comparison of our sessions, payments, refunds and disputes with the provider's. */
export interface ReconciliationView {
  id: string
  status: 'queued' | 'running' | 'completed' | 'failed'
  from: string
  to: string
  requested_by: string
  compared: { sessions: number; payments: number; charges: number; refunds: number; disputes: number }
  difference_count: number
  open_difference_count: number
  created_at: string
  finished_at: string | null
}

/** One disagreement, with its cause where it is known and what brings the sides together. */
export interface ReconciliationDifferenceView {
  id: string
  kind: DifferenceKind
  provider_object_id: string
  payment_intent_id: string | null
  order_id: string | null
  ours: string | null
  theirs: string | null
  cause: 'webhook_lost' | 'webhook_late' | 'webhook_unprocessed' | null
  proposed_repair: Repair
  repair_queued_at: string | null
  object_created_at: string
  found_at: string
  resolved_at: string | null
  resolved_by_id: string | null
}

export interface ReconciliationReader {
  /** Newest first. */
  reconciliations(page: PageRequest): Promise<Page<ReconciliationView>>
  reconciliation(reconciliationId: string): Promise<ReconciliationView | null>
  /** Of one reconciliation, newest first. Null when there is no such reconciliation. */
  differences(
    reconciliationId: string,
    filter: { state?: 'open' | 'resolved' | undefined; kind?: DifferenceKind | undefined },
    page: PageRequest,
  ): Promise<Page<ReconciliationDifferenceView> | null>
}
