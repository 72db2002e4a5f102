import type { CheckoutSession } from './checkout-session.ts'
import type { Order } from './order.ts'

/** What the provider says about a session and its money, fetched, never taken from a webhook. */
export interface ProviderCheckout {
  sessionId: string
  orderId: string | null
  status: 'open' | 'complete' | 'expired'
  paymentStatus: 'paid' | 'unpaid' | 'no_payment_required'
  paymentIntentId: string | null
  paymentIntentStatus: string | null
  amountMinor: bigint
  currency: string
  failureReason: string | null
  /** Which attempt failed: of two declines of one link each has its own. */
  failureId: string | null
}

export type UnappliedReason =
  | 'order_unknown'
  | 'order_not_payable'
  | 'session_unknown'
  | 'amount_mismatch'
  | 'currency_mismatch'
  | 'already_paid'

const payable: ReadonlySet<Order['status']> = new Set([
  'awaiting_payment',
  'payment_processing',
  'payment_failed',
])

/**
 * Whether verified money settles the order, or why it has to wait for a person.
 * Amount, currency and order must match the session we recorded (law W4).
 */
export function judgePayment(
  order: Order | null,
  session: CheckoutSession | null,
  checkout: ProviderCheckout,
): 'apply' | UnappliedReason {
  if (order === null) return 'order_unknown'
  if (session === null || session.orderId !== order.id) return 'session_unknown'
  if (checkout.orderId !== null && checkout.orderId !== order.id) return 'session_unknown'
  if (checkout.currency !== session.currency) return 'currency_mismatch'
  if (order.paidAt !== null) return 'already_paid'
  if (checkout.amountMinor !== session.amountMinor) return 'amount_mismatch'
  return payable.has(order.status) ? 'apply' : 'order_not_payable'
}

/** What a person in finance would do about money that waits. */
export function suggestionsFor(reason: UnappliedReason): string[] {
  switch (reason) {
    case 'order_unknown':
    case 'session_unknown':
      return ['link_to_order', 'hold_as_credit', 'refund']
    case 'already_paid':
    case 'order_not_payable':
      return ['refund', 'hold_as_credit']
    case 'amount_mismatch':
      return ['apply_partially', 'hold_as_credit', 'refund']
    case 'currency_mismatch':
      return ['refund']
  }
}

/** What a look at an unpaid session tells about its order; `earlier_link`, `known` and `nothing` change nothing. */
export type CheckoutNews = 'expired' | 'processing' | 'failed' | 'earlier_link' | 'known' | 'nothing'

/**
 * A look may be written after one that was taken later. What it shows is news only of the order's current link, and
 * only as far as that link has not come further: it is open, then complete and on its way, then failed.
 */
export function newsOf(
  { checkoutAttempts }: Order,
  session: CheckoutSession,
  { status, paymentIntentStatus, failureReason }: ProviderCheckout,
): CheckoutNews {
  if (session.attempt !== checkoutAttempts) return 'earlier_link'
  if (status === 'expired') return 'expired'
  if (status === 'complete' && paymentIntentStatus !== 'processing') return 'failed'
  if (session.status !== 'open') return 'known'
  if (status === 'complete') return 'processing'
  return failureReason === null ? 'nothing' : 'failed'
}
