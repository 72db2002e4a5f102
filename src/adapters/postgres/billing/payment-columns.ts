import type { PaymentRecord } from '../../../domain/billing/payment.ts'
import type { CompanyId, OrderId, PaymentRecordId } from '../../../domain/shared/ids.ts'
import { big, instant, maybeOneOf, maybeText, oneOf, text } from '../columns.ts'
import { sql } from '../sql.ts'

/** What `paymentFields` reads of a payment. */
export const paymentColumns = {
  id: oneOf<PaymentRecordId>(),
  companyId: maybeOneOf<CompanyId>(),
  orderId: maybeOneOf<OrderId>(),
  provider: oneOf<PaymentRecord['provider']>(),
  providerPaymentId: text,
  providerSessionId: maybeText,
  amountMinor: big,
  currency: text,
  receivedAt: instant,
  createdAt: instant,
}

/** A payment `p`. */
export const paymentFields = sql.fragment`
  p.id,
  p.company_id as "companyId",
  p.order_id as "orderId",
  p.provider,
  p.provider_payment_id as "providerPaymentId",
  p.provider_session_id as "providerSessionId",
  p.amount_minor as "amountMinor",
  p.currency,
  p.received_at as "receivedAt",
  p.created_at as "createdAt"`
