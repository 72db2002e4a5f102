import type { DomainEvent } from '../shared/events.ts'

export type FindingKind = 'completion_overdue' | 'shipment_silent' | 'fulfillment_missing'

/** What the team is told once a day of everything that stands still. */
export interface Digest {
  day: string
  completions_overdue: number
  shipments_silent: number
  fulfillments_missing: number
  /** The oldest of them. */
  examples: { kind: FindingKind; order_number: string; subject_id: string; since: string }[]
}

/** The message of one day is due. */
export function digestDue(digest: Digest, occurredAt: Date): DomainEvent<'fulfillment.digest_due', Digest> {
  return {
    type: 'fulfillment.digest_due',
    aggregateType: 'fulfillment_digest',
    aggregateId: digest.day,
    aggregateVersion: 1,
    companyId: null,
    orderId: null,
    shipmentId: null,
    data: digest,
    occurredAt,
  }
}
