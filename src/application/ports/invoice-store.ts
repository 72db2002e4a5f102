import type { Invoice, PaymentAllocation } from '../../domain/billing/invoice.ts'
import type { InvoiceLine } from '../../domain/billing/invoice-lines.ts'
import type { InvoiceNotices } from '../../domain/billing/invoice-notices.ts'
import type { PaymentRecord } from '../../domain/billing/payment.ts'
import type { AddressId, CompanyId, ContactId, InvoiceId, OrderId } from '../../domain/shared/ids.ts'

/** An invoice with what its decisions read. */
export interface LoadedInvoice {
  invoice: Invoice
  lines: InvoiceLine[]
  /** Live allocations and credit notes together. */
  settledMinor: bigint
  /** Whom its order names for the bill; both null without an order. */
  billingContactId: ContactId | null
  billingAddressId: AddressId | null
}

/** An order's invoice and what it still owes. */
export interface SettledInvoice {
  id: InvoiceId
  number: string | null
  balanceMinor: bigint
}

/** A reminder or the word that an invoice is overdue, as it is kept. */
export interface InvoiceNotice {
  invoiceId: InvoiceId
  companyId: CompanyId
  kind: 'overdue' | 'reminder'
  /** Of a reminder: for which day after the due date; 0 for `overdue`. */
  day: number
  recipient: string | null
  emailOutcome: 'queued' | 'transport_missing' | 'recipient_missing' | null
  givenAt: Date
}

/** Invoices as they are written, issued and voided. Payments and the counter of numbers are in `BillingStore`. */
export interface InvoiceStore {
  /** Locks the invoice and reads it afterwards. */
  getForUpdate(invoiceId: InvoiceId): Promise<LoadedInvoice | null>
  /** The same for the one invoice, prepaid or on terms, that bills an order and is not void. */
  ofOrderForUpdate(orderId: OrderId): Promise<LoadedInvoice | null>
  /** Which of these invoices bill an order on terms, by order. */
  billingOnTerms(invoiceIds: readonly InvoiceId[]): Promise<{ invoiceId: InvoiceId; orderId: OrderId }[]>
  /** The payment that settled a paid invoice last; null while it is not paid, or when no money settles it. */
  paidBy(invoiceId: InvoiceId): Promise<PaymentRecord | null>
  /** The invoice of an order that is settled, wholly or in part; null while nothing settles it. */
  settledOf(orderId: OrderId): Promise<SettledInvoice | null>
  /** Refuses `version_stale` when the stored version is not older than the invoice's. */
  save(invoice: Invoice): Promise<void>
  /** All the lines of a draft anew; its amounts are saved first. */
  replaceLines(invoice: Invoice, lines: readonly InvoiceLine[]): Promise<void>
  insertAllocations(allocations: readonly PaymentAllocation[]): Promise<void>

  /**
   * Open invoices, by id, of which something may be told that was not: due at the latest on the first of the
   * reminder days, and not told yet of the last one. Days are those of each company's calendar.
   */
  awaitingNotice(
    at: Date,
    reminderDays: readonly number[],
    after: InvoiceId | null,
    limit: number,
  ): Promise<(InvoiceNotices & { invoiceId: InvoiceId })[]>
  /** True the first time this notice is given, false ever after, whoever asks at the same time. */
  giveNotice(notice: InvoiceNotice): Promise<boolean>
  /** Whom a company wants bills sent to: its primary billing contact, or another active one; null for nobody. */
  billingEmail(companyId: CompanyId): Promise<string | null>
}
