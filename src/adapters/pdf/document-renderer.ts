import type { DocumentRenderer } from '../../application/ports/document-renderer.ts'
import type { Seller } from './document-pages.ts'

/** Renders with pdfkit, which takes 30 MB and is therefore loaded with the first document. */
export function createDocumentRenderer({ seller }: { seller: Seller }): DocumentRenderer {
  return {
    async render(document) {
      const { documentFile } = await import('./document-file.ts')
      return documentFile(document, seller)
    },
  }
}
