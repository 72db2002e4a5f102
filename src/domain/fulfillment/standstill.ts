import type { DomainEvent } from '../shared/events.ts'

export type FindingKind = 'completion_overdue' | 'shipment_silent' | 'shipment_late' | 'fulfillment_missing'

/** What the team is told once a day of everything that stands still. */
export interface Digest {
  day: string
  completions_overdue: number
  shipments_silent: number
  shipments_late: number
  fulfillments_missing: number
  /** The oldest of them. */
  examples: {
    kind: FindingKind
    order_number: string
    subject_id: string
    since: string
    /** Of a parcel: its courier, the service and the days that it takes. */
    courier_code: string | null
    courier_service: string | null
    sla_days: number | null
  }[]
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
