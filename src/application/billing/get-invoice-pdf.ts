import type { StoredDocument } from '../ports/document-store.ts'
import { type DocumentParts, invoiceDocument, receiptDocument } from './invoice-document.ts'

/** The file of an invoice, or of the receipt for what has been paid of it. Reading it twice gives it twice. */
export function getInvoicePdf(deps: DocumentParts) {
  return ({
    invoiceId,
    kind,
  }: {
    invoiceId: string
    kind: 'invoice' | 'receipt'
  }): Promise<StoredDocument> =>
    kind === 'receipt' ? receiptDocument(deps, invoiceId) : invoiceDocument(deps, invoiceId)
}
