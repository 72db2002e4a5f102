import type { Payable, PaymentAllocation } from '../../domain/billing/invoice.ts'
import type { ManualPayment } from '../../domain/billing/payment.ts'
import type { OpenInvoice, SpendablePayment, StoredAllocation } from '../../domain/billing/settlement.ts'
import type { CompanyId, Id, InvoiceId, PaymentRecordId, RefundId } from '../../domain/shared/ids.ts'

export type UnappliedResolution = 'applied' | 'held_as_credit' | 'refunded'

/** Money in the inbox, as far as placing it needs to know. */
export interface InboxEntry {
  id: Id<'unappliedPayment'>
  paymentId: PaymentRecordId
  resolution: UnappliedResolution | null
  status: 'open' | 'resolved'
  /** The refund that was asked for from the inbox last. */
  refundId: RefundId | null
}

/**
 * How payments settle invoices. Locks are taken in one order: company, invoices by id, payment, inbox entry; what a
 * lock answers was read while it was held.
 */
export interface SettlementStore {
  /** The first instant of a calendar day in a time zone. */
  startOfDay(day: string, timeZone: string): Promise<Date>
  /** The payment that says the same: same company, method, reference, day, amount and currency. */
  findManualPayment(payment: ManualPayment): Promise<PaymentRecordId | null>
  insertManualPayment(payment: ManualPayment): Promise<void>
  /** Locks those that exist. */
  lockInvoices(invoiceIds: readonly InvoiceId[]): Promise<OpenInvoice[]>
  lockPayment(paymentId: PaymentRecordId): Promise<SpendablePayment | null>
  /** The payment's own allocation, or null. Settled once its invoice and payment are locked. */
  findAllocation(
    paymentId: PaymentRecordId,
    allocationId: Id<'paymentAllocation'>,
  ): Promise<StoredAllocation | null>
  insertAllocations(allocations: readonly PaymentAllocation[]): Promise<void>
  saveAllocation(allocation: StoredAllocation): Promise<void>
  /** Status, time of payment and version; the rest of an issued invoice is frozen. */
  saveInvoices(invoices: readonly Payable[]): Promise<void>
  /** Whose money it is. */
  savePayer(paymentId: PaymentRecordId, companyId: CompanyId | null): Promise<void>
  findInboxEntry(entryId: Id<'unappliedPayment'>): Promise<InboxEntry | null>
  /** The payment's entry, locked, or null when it never came to the inbox. */
  lockInboxEntryOf(paymentId: PaymentRecordId): Promise<InboxEntry | null>
  resolveInboxEntry(
    entryId: Id<'unappliedPayment'>,
    resolved: {
      resolution: UnappliedResolution
      companyId: CompanyId | null
      note: string | null
      at: Date
      /** Where it was sent back. */
      refundId?: RefundId
    },
  ): Promise<void>
  /** The money waits again after its refund failed; it keeps which refund that was. */
  reopenInboxEntry(entryId: Id<'unappliedPayment'>): Promise<void>
}
