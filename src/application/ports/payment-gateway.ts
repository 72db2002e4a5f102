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
  /** Made from immutable ids: the same request twice is one session. */
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
  findRefund(refundId: string): Promise<ProviderRefund | null>
  /** Refunds of a payment, newest first. */
  listRefunds(paymentIntentId: string): Promise<ProviderRefund[]>
  /** Makes the product and price of an entry, or finds the ones made before. */
  ensurePrice(entry: {
    entryId: string
    sku: string
    productName: string
    stripeProductId: string | null
    currency: string
    amountMinor: bigint
    version: number
  }): Promise<{ stripeProductId: string; stripePriceId: string }>
  /** Verifies the signature over the raw bytes; null when it does not hold. */
  verifyWebhook(
    body: Buffer,
    signature: string,
  ): { eventId: string; type: string; apiVersion: string | null } | null
}
