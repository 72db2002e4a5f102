import type Stripe from 'stripe'
import type { PaymentGateway, ProviderDispute } from '../../application/ports/payment-gateway.ts'
import type { DisputeStatus } from '../../domain/billing/dispute.ts'
import { findAtStripe } from './stripe-failures.ts'

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
    status: dispute.status as DisputeStatus,
    respondBy: evidence.due_by === null ? null : new Date(evidence.due_by * 1000),
  }
}
