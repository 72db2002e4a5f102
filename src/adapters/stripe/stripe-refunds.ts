import type Stripe from 'stripe'
import type { PaymentGateway, ProviderRefund } from '../../application/ports/payment-gateway.ts'
import { minorNumber } from './stripe-amounts.ts'
import { askStripe, findAtStripe, isInvalidRequest } from './stripe-failures.ts'

export function stripeRefunds({
  refunds,
}: Stripe): Pick<PaymentGateway, 'createRefund' | 'findRefund' | 'listRefunds'> {
  return {
    createRefund: ({ paymentIntentId, refundId, orderId, amountMinor, idempotencyKey }) =>
      askStripe(async () => {
        const wanted = {
          payment_intent: paymentIntentId,
          amount: minorNumber(amountMinor),
          metadata: { refundId, ...(orderId !== null && { orderId }) },
        }
        try {
          return providerRefund(await refunds.create(wanted, { idempotencyKey }))
        } catch (error) {
          // Disputed, refunded in the dashboard meanwhile, or too old: asking again changes nothing.
          if (isInvalidRequest(error) && [400, 404].includes(error.statusCode ?? 0))
            return { refusal: error.message }
          throw error
        }
      }),

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
    failureReason: refund.failure_reason ?? null,
    refundId: refund.metadata?.['refundId'] ?? null,
  }
}
