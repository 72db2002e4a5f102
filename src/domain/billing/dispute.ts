import type { CompanyId, DisputeId, OrderId, PaymentRecordId } from '../shared/ids.ts'
import type { BillingEvent } from './billing-events.ts'

/** In Stripe's words. A warning is an inquiry, which takes no money yet. */
export type DisputeStatus =
  | 'warning_needs_response'
  | 'warning_under_review'
  | 'warning_closed'
  | 'needs_response'
  | 'under_review'
  | 'won'
  | 'lost'
  | 'prevented'

/** A customer's bank asks the money of a payment back. */
export interface Dispute {
  id: DisputeId
  paymentId: PaymentRecordId
  companyId: CompanyId | null
  orderId: OrderId | null
  providerDisputeId: string
  amountMinor: bigint
  currency: string
  reason: string
  status: DisputeStatus
  respondBy: Date | null
  createdAt: Date
  updatedAt: Date
  closedAt: Date | null
}

const closing: ReadonlySet<DisputeStatus> = new Set(['warning_closed', 'won', 'lost', 'prevented'])

/** Whether the bank has decided. */
export function isDecided(status: DisputeStatus): boolean {
  return closing.has(status)
}

/** The next state of a dispute, or null when the news is old: what is decided stays decided. */
export function followDispute(
  stored: Dispute | null,
  reported: Omit<Dispute, 'createdAt' | 'updatedAt' | 'closedAt'>,
  at: Date,
): { dispute: Dispute; events: BillingEvent[] } | null {
  if (stored !== null && (stored.closedAt !== null || stored.status === reported.status)) return null
  const isOver = isDecided(reported.status)
  const dispute: Dispute = {
    ...reported,
    id: stored?.id ?? reported.id,
    createdAt: stored?.createdAt ?? at,
    updatedAt: at,
    closedAt: isOver ? at : null,
  }
  const opened = stored === null ? [disputeEvent('payment.disputed', dispute, at)] : []
  return {
    dispute,
    events: isOver ? [...opened, disputeEvent('payment.dispute_closed', dispute, at)] : opened,
  }
}

function disputeEvent(
  type: 'payment.disputed' | 'payment.dispute_closed',
  dispute: Dispute,
  at: Date,
): BillingEvent {
  return {
    type,
    aggregateType: 'payment',
    aggregateId: dispute.paymentId,
    aggregateVersion: 1,
    companyId: dispute.companyId,
    orderId: dispute.orderId,
    shipmentId: null,
    data: {
      dispute_id: dispute.id,
      provider_dispute_id: dispute.providerDisputeId,
      amount_minor: Number(dispute.amountMinor),
      currency: dispute.currency,
      status: dispute.status,
    },
    occurredAt: at,
  }
}
