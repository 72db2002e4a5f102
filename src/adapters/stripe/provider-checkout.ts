import type Stripe from 'stripe'
import type { ProviderCheckout } from '../../domain/orders/payment.ts'
import { nonsense } from './stripe-failures.ts'

/** What a session whose payment intent is expanded says. Null for one that moves no money (mode `setup`). */
export function providerCheckout(session: Stripe.Checkout.Session): ProviderCheckout | null {
  const { amount_total, currency, payment_intent: intent } = session
  if (amount_total === null || currency === null) return null
  if (typeof intent === 'string') throw nonsense(`Stripe left the payment out of the session ${session.id}.`)
  const paymentStatus = paymentStatusOf(session)
  const failure = intent?.last_payment_error ?? null
  return {
    sessionId: session.id,
    orderId: session.metadata?.['orderId'] ?? session.client_reference_id,
    status: statusOf(session),
    paymentStatus,
    paymentIntentId: intent?.id ?? null,
    paymentIntentStatus: intent?.status ?? null,
    // Law M6: the amount is what came in, not what was asked for.
    amountMinor: BigInt(paymentStatus === 'paid' && intent !== null ? intent.amount_received : amount_total),
    currency: currency.toUpperCase(),
    failureReason: failure?.message ?? null,
    // A failure before any charge, of 3-D Secure say, has the payment method that was tried.
    failureId: failure?.charge ?? failure?.payment_method?.id ?? null,
  }
}

const statuses = ['open', 'complete', 'expired'] as const

function statusOf({ id, status }: Stripe.Checkout.Session): ProviderCheckout['status'] {
  const known = statuses.find((each) => each === status)
  if (known === undefined) throw nonsense(`Stripe gave the session ${id} the status ${String(status)}.`)
  return known
}

/** A status that is new to us is not money. */
function paymentStatusOf({ payment_status }: Stripe.Checkout.Session): ProviderCheckout['paymentStatus'] {
  if (payment_status === 'paid') return 'paid'
  return payment_status === 'no_payment_required' ? 'no_payment_required' : 'unpaid'
}
