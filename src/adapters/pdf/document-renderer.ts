import type { DocumentRenderer } from '../../application/ports/document-renderer.ts'

/** Renders with pdfkit, which takes 30 MB and is therefore loaded with the first document. */
export function createDocumentRenderer(): DocumentRenderer {
  return {
    async render(document) {
      const { documentFile } = await import('./document-file.ts')
      return documentFile(document)
    },
  }
}
