import type { CreditableInvoice, CreditNote, CreditNoteLine } from '../../domain/billing/credit-note.ts'
import type { Invoice, PaymentAllocation } from '../../domain/billing/invoice.ts'
import type { Id, InvoiceId, InvoiceLineId } from '../../domain/shared/ids.ts'

export interface CreditNoteStore {
  /** Locks the invoice and reads it afterwards; `today` is the date at its company. */
  lockInvoice(invoiceId: InvoiceId, at: Date): Promise<(CreditableInvoice & { today: string }) | null>
  /** The invoice of these lines; null when they are of several, one is unknown, or one is named twice. */
  invoiceOfLines(lineIds: readonly InvoiceLineId[]): Promise<InvoiceId | null>
  insert(note: CreditNote, lines: readonly CreditNoteLine[]): Promise<void>
  /** Writes the invoice's status, which follows its balance. */
  saveInvoice(invoice: Invoice): Promise<void>
  /** Takes allocations back, with the reason, and writes what is left of them as new ones. */
  shrinkAllocations(
    reversed: readonly Id<'paymentAllocation'>[],
    reason: string,
    at: Date,
    rest: readonly PaymentAllocation[],
  ): Promise<void>
}
