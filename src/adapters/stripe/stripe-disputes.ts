import type Stripe from 'stripe'
import type { PaymentGateway, ProviderDispute } from '../../application/ports/payment-gateway.ts'
import type { DisputeStatus } from '../../domain/billing/dispute.ts'
import { findAtStripe, nonsense } from './stripe-failures.ts'

// While an appeal goes on the bank's decision stands, and the money is gone.
const statuses: ReadonlyMap<string, DisputeStatus> = new Map([
  ['warning_needs_response', 'warning_needs_response'],
  ['warning_under_review', 'warning_under_review'],
  ['warning_closed', 'warning_closed'],
  ['needs_response', 'needs_response'],
  ['under_review', 'under_review'],
  ['won', 'won'],
  ['lost', 'lost'],
  ['prevented', 'prevented'],
  ['appeal_needs_response', 'lost'],
  ['appeal_under_review', 'lost'],
])

function statusOf(reported: string): DisputeStatus {
  const status = statuses.get(reported)
  if (status === undefined) throw nonsense(`Stripe calls a dispute ${reported}, which we do not know.`)
  return status
}

export function stripeDisputes({ disputes }: Stripe): Pick<PaymentGateway, 'findDispute'> {
  return {
    async findDispute(disputeId) {
      const dispute = await findAtStripe(disputeId, () => disputes.retrieve(disputeId))
      return dispute === null ? null : providerDispute(dispute)
    },
  }
}

export function providerDispute(dispute: Stripe.Dispute): ProviderDispute {
  const { payment_intent: intent, evidence_details: evidence } = dispute
  return {
    id: dispute.id,
    paymentIntentId: typeof intent === 'string' ? intent : (intent?.id ?? null),
    amountMinor: BigInt(dispute.amount),
    currency: dispute.currency.toUpperCase(),
    reason: dispute.reason,
    status: statusOf(dispute.status),
    respondBy: evidence.due_by === null ? null : new Date(evidence.due_by * 1000),
  }
}
