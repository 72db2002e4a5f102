import { hash } from 'node:crypto'
import PDFDocument from 'pdfkit'
import { fonts } from './fonts.ts'

/**
 * A file of what is drawn: tagged for screen readers (PDF/UA), fonts embedded, nothing in it that depends on the hour.
 * `madeOn` is a day, `YYYY-MM-DD`; the same content of the same day has the same bytes.
 */
export async function pdfFile(
  { title, author, locale, madeOn }: { title: string; author: string; locale: string; madeOn: string },
  draw: (pdf: PDFDocument) => void,
): Promise<{ bytes: Uint8Array; sha256: string }> {
  const pdf = new PDFDocument({
    size: 'LETTER',
    // The places of pages are ours; with margins pdfkit would turn pages by itself.
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: locale,
    displayTitle: true,
    subset: 'PDF/UA',
    bufferPages: true,
    autoFirstPage: false,
    font: null,
    info: {
      Title: title,
      Author: author,
      Creator: 'Waybill',
      // The file's own id is made of these, so it is the same again as well.
      CreationDate: new Date(`${madeOn}T00:00:00Z`),
    },
  })
  for (const [name, font] of Object.entries(fonts())) pdf.registerFont(name, font)
  draw(pdf)
  pdf.end()
  const bytes = Buffer.concat((await pdf.toArray()) as Uint8Array[])
  return { bytes, sha256: hash('sha256', bytes, 'hex') }
}
