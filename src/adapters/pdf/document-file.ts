import type { BillingDocument, RenderedDocument } from '../../application/ports/document-renderer.ts'
import { drawPages, titleOf } from './document-pages.ts'
import { wordingOf } from './document-words.ts'
import { pdfFile } from './pdf-file.ts'

/** Raised with every change that shows on a page. */
const TEMPLATE_VERSION = 3

/** The file of a document. */
export async function documentFile(document: BillingDocument): Promise<RenderedDocument> {
  const wording = wordingOf(document)
  const about = {
    title: titleOf(document, wording),
    author: document.seller.name,
    locale: wording.locale,
    madeOn: document.issuedOn,
  }
  const file = await pdfFile(about, (pdf) => {
    drawPages(pdf, document, wording)
  })
  return { ...file, templateVersion: TEMPLATE_VERSION }
}
