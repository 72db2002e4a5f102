import type { StoredDocument } from '../ports/document-store.ts'
import { creditNoteDocument, type DocumentParts } from './invoice-document.ts'

/** The file of a credit note. Reading it twice gives it twice. */
export function getCreditNotePdf(deps: DocumentParts) {
  return ({ creditNoteId }: { creditNoteId: string }): Promise<StoredDocument> =>
    creditNoteDocument(deps, creditNoteId)
}
