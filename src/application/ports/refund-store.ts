import type { Refund, RefundablePayment, RefundLine } from '../../domain/billing/refund.ts'
import type { InvoiceId, OrderId, PaymentRecordId, RefundId } from '../../domain/shared/ids.ts'

/** What of a payment settles an invoice. */
export interface SettledPart {
  invoiceId: InvoiceId
  number: string | null
  amountMinor: bigint
}

/** A refund is only changed under the lock of its payment. */
export interface RefundStore {
  /** Locks the invoices that the payment settles in id order, then the payment (law C1), and reads afterwards. */
  lockPayment(paymentId: PaymentRecordId): Promise<RefundablePayment | null>
  /** The payment that Stripe calls so; null when it is not recorded (yet). */
  paymentBehind(providerPaymentId: string): Promise<PaymentRecordId | null>
  /** Payments of an order and those that settle its invoices, oldest first, without those that wait in the inbox. */
  placedPaymentsOf(orderId: OrderId): Promise<PaymentRecordId[]>
  /** What of a payment settles invoices that are not this order's, by invoice. Settled once the payment is locked. */
  settledElsewhere(paymentId: PaymentRecordId, orderId: OrderId): Promise<SettledPart[]>
  /** The invoices that a payment settles of orders that are cancelled. */
  cancelledInvoicesOf(paymentId: PaymentRecordId): Promise<InvoiceId[]>
  /** True while the payment's order was paid and its invoice is still to be issued, or on terms to be settled from it. */
  awaitsInvoice(paymentId: PaymentRecordId): Promise<boolean>
  find(refundId: RefundId): Promise<Refund | null>
  findByProviderId(providerRefundId: string): Promise<Refund | null>
  /** The refund that tries this one again. */
  findRetryOf(refundId: RefundId): Promise<Refund | null>
  /** The lines it is for, with their invoice; null when nobody named any. */
  linesOf(refundId: RefundId): Promise<{ invoiceId: InvoiceId; lines: RefundLine[] } | null>
  /** By line of an invoice, what refunds that are under way are to take off it. Read under the lock of the invoice. */
  heldOfLines(invoiceId: InvoiceId): Promise<readonly RefundLine[]>
  insert(refund: Refund, lines: readonly RefundLine[]): Promise<void>
  /** Writes what may change: provider's id, status, failure, credited amount. */
  save(refund: Refund): Promise<void>
  /** Requested before this time and without the provider's answer. */
  waiting(before: Date, limit: number): Promise<RefundId[]>
}
