import type { Invoice, PaymentAllocation } from '../../domain/billing/invoice.ts'
import type { InvoiceLine } from '../../domain/billing/invoice-lines.ts'
import type { PaymentRecord } from '../../domain/billing/payment.ts'
import type { UnappliedReason } from '../../domain/orders/payment.ts'
import type { CompanyId, Id, OrderId } from '../../domain/shared/ids.ts'

export interface UnappliedPayment {
  id: Id<'unappliedPayment'>
  paymentId: PaymentRecord['id']
  companyId: CompanyId | null
  orderId: OrderId | null
  reason: UnappliedReason
  suggestions: string[]
  details: object
  createdAt: Date
}

/** What an invoice to a company needs besides its lines. */
export interface BillTo {
  snapshot: object
  /** Of the company's legal entity, or else of the default one. */
  invoiceSeries: string
  paymentTermsDays: number
  timeZone: string
}

export interface BillingStore {
  /** Locked: reports of one refund that arrive together must see each other. */
  findPayment(provider: 'stripe', providerPaymentId: string): Promise<PaymentRecord | null>
  /** False when the provider's payment is recorded already. */
  insertPayment(payment: PaymentRecord): Promise<boolean>
  insertUnapplied(unapplied: UnappliedPayment): Promise<void>
  /**
   * Payments of an order with what is left of each, locked; without those that ever waited in the inbox, which a person
   * places. A refund on its way takes its part when it succeeds.
   */
  unallocatedPayments(orderId: OrderId): Promise<{ payment: PaymentRecord; leftMinor: bigint }[]>
  /**
   * The next number for such a document of the legal entity whose series is named: of that series, or of its other
   * one. Increments the counter row: the number comes back when the transaction is rolled back. With it comes a
   * snapshot of the legal entity.
   */
  nextNumber(
    series: string,
    document: 'invoice' | 'credit_note',
  ): Promise<{ series: string; prefix: string; sequenceNumber: bigint; seller: object }>
  /** The company with its contact and address; where none are named, its primary billing contact and default address. */
  billTo(
    companyId: CompanyId,
    billingContactId: string | null,
    billingAddressId: string | null,
  ): Promise<BillTo>
  insertInvoice(
    invoice: Invoice,
    lines: readonly InvoiceLine[],
    allocations: readonly PaymentAllocation[],
  ): Promise<void>
}
