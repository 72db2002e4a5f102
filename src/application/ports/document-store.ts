import type { BillingDocument, DocumentKind, RenderedDocument } from './document-renderer.ts'

/** A document on its way into the store. */
export interface NewDocument extends RenderedDocument {
  invoiceId: string
  kind: DocumentKind
  number: string
  renderedAt: Date
}

/** A document as it was first kept. */
export interface StoredDocument {
  number: string
  bytes: Uint8Array
  sha256: string
}

/** What invoices say on paper, and the papers. */
export interface DocumentStore {
  /** The invoice as it stood when it was issued: later payments are not on it. Null when there is no such invoice. */
  invoiceContent(invoiceId: string): Promise<BillingDocument | 'not_issued' | null>
  /** The invoice with what settles it now, dated by the newest payment. Null when there is no such invoice. */
  receiptContent(invoiceId: string): Promise<BillingDocument | 'not_issued' | 'nothing_received' | null>
  /** A credit note with the seller of its invoice. Null when there is no such credit note. */
  creditNoteContent(creditNoteId: string): Promise<{ invoiceId: string; document: BillingDocument } | null>
  /** Null until the credit note has been rendered. */
  storedCreditNote(creditNoteId: string): Promise<StoredDocument | null>
  /** Null until the invoice has been rendered. */
  storedInvoice(invoiceId: string): Promise<StoredDocument | null>
  /**
   * Keeps a document for good and answers the one that is kept: of an invoice or a credit note the first, whoever renders it again
   * or at the same time; of a receipt one for each state of its payments.
   */
  keep(document: NewDocument): Promise<StoredDocument>
  /** Keeps a document as `keep` does, for somebody who does not need to know which one is kept. */
  put(document: NewDocument): Promise<void>
}
