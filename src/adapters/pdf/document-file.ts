import { hash } from 'node:crypto'
import PDFDocument from 'pdfkit'
import type { BillingDocument, RenderedDocument } from '../../application/ports/document-renderer.ts'
import { drawPages, titleOf } from './document-pages.ts'
import { wordingOf } from './document-words.ts'
import { fonts } from './fonts.ts'

/** Raised with every change that shows on a page. */
const TEMPLATE_VERSION = 3

/** The file of a document: tagged for screen readers (PDF/UA), fonts embedded, nothing in it that depends on the hour. */
export async function documentFile(document: BillingDocument): Promise<RenderedDocument> {
  const wording = wordingOf(document)
  const pdf = new PDFDocument({
    size: 'LETTER',
    // The places of pages are ours; with margins pdfkit would turn pages by itself.
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: wording.locale,
    displayTitle: true,
    subset: 'PDF/UA',
    bufferPages: true,
    autoFirstPage: false,
    font: null,
    info: {
      Title: titleOf(document, wording),
      Author: document.seller.name,
      Creator: 'Waybill',
      // The file's own id is made of these, so it is the same again as well.
      CreationDate: dateOf(document),
    },
  })
  for (const [name, font] of Object.entries(fonts())) pdf.registerFont(name, font)
  drawPages(pdf, document, wording)
  pdf.end()
  const bytes = Buffer.concat((await pdf.toArray()) as Uint8Array[])
  return { bytes, sha256: hash('sha256', bytes, 'hex'), templateVersion: TEMPLATE_VERSION }
}

function dateOf({ issuedOn }: BillingDocument): Date {
  return new Date(`${issuedOn}T00:00:00Z`)
}
