import type Stripe from 'stripe'
import type { PaymentGateway, ProviderRefund } from '../../application/ports/payment-gateway.ts'
import { findAtStripe } from './stripe-failures.ts'

export function stripeRefunds({ refunds }: Stripe): Pick<PaymentGateway, 'findRefund' | 'listRefunds'> {
  return {
    async findRefund(refundId) {
      const refund = await findAtStripe(refundId, () => refunds.retrieve(refundId))
      return refund === null ? null : providerRefund(refund)
    },

    async listRefunds(paymentIntentId) {
      const wanted = { payment_intent: paymentIntentId, limit: 100 }
      const found = await findAtStripe(paymentIntentId, () =>
        Array.fromAsync(refunds.list(wanted), providerRefund),
      )
      return found ?? []
    },
  }
}

export function providerRefund(refund: Stripe.Refund): ProviderRefund {
  const { payment_intent: intent } = refund
  return {
    id: refund.id,
    paymentIntentId: typeof intent === 'string' ? intent : (intent?.id ?? null),
    amountMinor: BigInt(refund.amount),
    currency: refund.currency.toUpperCase(),
    status: refund.status ?? 'pending',
    reason: refund.reason,
  }
}
