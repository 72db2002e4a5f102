import type { DisputeStatus } from '../../domain/billing/dispute.ts'
import type { ProviderCheckout } from '../../domain/orders/payment.ts'

export interface CheckoutRequest {
  orderId: string
  attempt: number
  currency: string
  lines: readonly (
    | { priceId: string; quantity: number }
    | { amountMinor: bigint; name: string; orderItemId: string; quantity: number }
  )[]
  customerEmail: string | null
  successUrl: string
  cancelUrl: string
  expiresAt: Date
  /** Ends that the same request may have asked for a while ago, newest first. */
  earlierExpiries: readonly Date[]
  /** Made from immutable ids, whatever the time: the same request twice is one session. */
  idempotencyKey: string
}

export interface CreatedCheckout {
  sessionId: string
  url: string
  amountMinor: bigint
  currency: string
  expiresAt: Date
}

export interface ProviderRefund {
  id: string
  paymentIntentId: string | null
  amountMinor: bigint
  currency: string
  status: string
  reason: string | null
  /** Why the bank sent it back. */
  failureReason: string | null
  /** Our own id, on refunds that we asked for. */
  refundId: string | null
}

export interface ProviderDispute {
  id: string
  paymentIntentId: string | null
  amountMinor: bigint
  currency: string
  reason: string
  status: DisputeStatus
  /** Until when evidence is taken. */
  respondBy: Date | null
}

export interface RefundRequest {
  paymentIntentId: string
  refundId: string
  orderId: string | null
  amountMinor: bigint
  /** One per refund of ours: two equal partial refunds are two. */
  idempotencyKey: string
}

/** Everything that the provider made in a span of time; the end is not part of it. */
export interface Span {
  from: Date
  to: Date
}

export type ListedCheckout = ProviderCheckout & { createdAt: Date }

export interface ListedPayment {
  id: string
  status: string
  /** What came in so far. */
  receivedMinor: bigint
  currency: string
  createdAt: Date
}

export interface ListedCharge {
  id: string
  paymentIntentId: string | null
  refundedMinor: bigint
  currency: string
  createdAt: Date
}

export type ListedRefund = ProviderRefund & { createdAt: Date }

export type ListedDispute = ProviderDispute & { createdAt: Date }

/** A price as we want it to be sold. */
export interface WantedPrice {
  /** Our own name for it: `pbe_…` of the price book, `agl_…` or `agl_…:pbe_…` of an agreement. */
  reference: string
  sku: string
  productName: string
  /** Null when the product has not been made yet. */
  stripeProductId: string | null
  currency: string
  /** Per piece, in minor units. */
  amountMinor: bigint
  /** For people who look at the provider's own pages; never printed. */
  nickname: string
}

/** A price as the provider has it. */
export interface ProviderPrice {
  id: string
  /** Null for a price that is not of our making. */
  reference: string | null
  stripeProductId: string
  /** What customers read when they pay; null where the product is gone. */
  productName: string | null
  /** Null for a price that is no plain amount per piece. */
  amountMinor: bigint | null
  currency: string
  isLive: boolean
}

/**
 * The payment provider. Every method throws `Unavailable` when it cannot be reached or answers nonsense;
 * writes carry idempotency keys, so that a repeated call has one effect.
 */
export interface PaymentGateway {
  createCheckout(request: CheckoutRequest): Promise<CreatedCheckout>
  /** Closes an open session. When the customer was faster, the answer says so: follow the payment then. */
  expireCheckout(sessionId: string): Promise<ProviderCheckout>
  /** Null when the provider does not know the session. */
  findCheckout(sessionId: string): Promise<ProviderCheckout | null>
  findCheckoutByPayment(paymentIntentId: string): Promise<ProviderCheckout | null>
  /** The refund, new or made before under the key; or why the provider will never make it. */
  createRefund(request: RefundRequest): Promise<ProviderRefund | { refusal: string }>
  findRefund(refundId: string): Promise<ProviderRefund | null>
  /** Null when the provider does not know the dispute. */
  findDispute(disputeId: string): Promise<ProviderDispute | null>
  /** Refunds of a payment, newest first. */
  listRefunds(paymentIntentId: string): Promise<ProviderRefund[]>
  /** Null when the provider does not know the payment. */
  findPayment(paymentIntentId: string): Promise<ListedPayment | null>
  /**
   * Everything of a kind that was made in a span, newest first, page by page. Throws in the middle when the
   * provider goes away; sessions that move no money are left out.
   */
  checkoutsWithin(span: Span): AsyncIterable<readonly ListedCheckout[]>
  paymentsWithin(span: Span): AsyncIterable<readonly ListedPayment[]>
  chargesWithin(span: Span): AsyncIterable<readonly ListedCharge[]>
  refundsWithin(span: Span): AsyncIterable<readonly ListedRefund[]>
  disputesWithin(span: Span): AsyncIterable<readonly ListedDispute[]>
  /**
   * Makes the price that `reference` names, and its product, or finds the ones made before and puts them on sale.
   * A price of another amount, currency or product under the same reference is closed first: at most one is live.
   */
  ensurePrice(wanted: WantedPrice): Promise<{ stripeProductId: string; stripePriceId: string }>
  /** The price that was made last under this reference, live or not. */
  findPrice(reference: string): Promise<ProviderPrice | null>
  /** Takes a price off sale. Idempotent; a price that the provider does not know is off sale already. */
  archivePrice(stripePriceId: string): Promise<void>
  /** Calls a product by another name. Idempotent; a product that the provider does not know is left to `ensurePrice`. */
  renameProduct(stripeProductId: string, name: string): Promise<void>
  /** Every price of the account, newest first, page by page; throws in the middle when the provider goes away. */
  prices(): AsyncIterable<readonly ProviderPrice[]>
  /** Verifies the signature over the raw bytes; null when it does not hold, or the bytes are no event. */
  verifyWebhook(
    body: Buffer,
    signature: string,
  ): {
    eventId: string
    type: string
    apiVersion: string | null
    /** What the event is about, by the provider's ids; null when it carries nothing that can be named. */
    object: { id: string | null; paymentIntentId: string | null } | null
  } | null
}
