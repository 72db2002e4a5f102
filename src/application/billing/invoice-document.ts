import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { BillingDocument, DocumentRenderer } from '../ports/document-renderer.ts'
import type { DocumentStore, NewDocument, StoredDocument } from '../ports/document-store.ts'

export interface DocumentParts {
  documents: DocumentStore
  documentRenderer: DocumentRenderer
  clock: Clock
}

/** The invoice on paper: rendered the first time somebody asks, the same file ever after. A draft is refused. */
export async function invoiceDocument(deps: DocumentParts, invoiceId: string): Promise<StoredDocument> {
  const { documents } = deps
  return (await documents.storedInvoice(invoiceId)) ?? documents.keep(await renderedInvoice(deps, invoiceId))
}

/** Rendered as it stood at issue, whether or not it is kept already. */
export async function renderedInvoice(deps: DocumentParts, invoiceId: string): Promise<NewDocument> {
  const content = found(await deps.documents.invoiceContent(invoiceId), 'invoice', invoiceId)
  return rendered(deps, invoiceId, issued(content))
}

/** What has been received for the invoice so far. Refused while that is nothing. */
export async function receiptDocument(deps: DocumentParts, invoiceId: string): Promise<StoredDocument> {
  const content = found(await deps.documents.receiptContent(invoiceId), 'invoice', invoiceId)
  if (content === 'nothing_received') {
    throw new Refusal('document_not_available', 'Nothing has been received for this invoice yet.')
  }
  return deps.documents.keep(await rendered(deps, invoiceId, issued(content)))
}

/** A credit note on paper: it was frozen when it was made, so there is always one. */
export async function creditNoteDocument(deps: DocumentParts, creditNoteId: string): Promise<StoredDocument> {
  const { documents } = deps
  return (
    (await documents.storedCreditNote(creditNoteId)) ??
    documents.keep(await renderedCreditNote(deps, creditNoteId))
  )
}

/** Rendered, whether or not it is kept already. */
export async function renderedCreditNote(deps: DocumentParts, creditNoteId: string): Promise<NewDocument> {
  const { invoiceId, document } = found(
    await deps.documents.creditNoteContent(creditNoteId),
    'credit note',
    creditNoteId,
  )
  return rendered(deps, invoiceId, document)
}

function issued(content: BillingDocument | 'not_issued'): BillingDocument {
  if (content === 'not_issued') {
    throw new Refusal('document_not_available', 'This invoice was not issued, so nothing is fixed to print.')
  }
  return content
}

async function rendered(
  { documentRenderer, clock }: DocumentParts,
  invoiceId: string,
  content: BillingDocument,
): Promise<NewDocument> {
  const file = await documentRenderer.render(content)
  const { kind, number } = content
  return { ...file, invoiceId, kind, number, renderedAt: clock.now() }
}
