import { hash } from 'node:crypto'
import PDFDocument from 'pdfkit'
import type { PackingSlip, Sender } from '../../application/ports/packing-slip-renderer.ts'
import { fonts } from './fonts.ts'
import { drawSlip } from './packing-slip-pages.ts'
import { slipWordingOf } from './packing-slip-words.ts'

/** The file of a packing slip: tagged, fonts embedded, nothing in it that depends on the hour. */
export async function packingSlipFile(
  slip: PackingSlip,
  sender: Sender,
): Promise<{ bytes: Uint8Array; sha256: string }> {
  const wording = slipWordingOf(slip)
  const pdf = new PDFDocument({
    size: 'LETTER',
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
      Title: `${wording.slip.title} ${slip.orderNumber}, ${wording.slip.package(slip.packageNumber, slip.packageCount)}`,
      Author: sender.name,
      Creator: 'Waybill',
      CreationDate: new Date(`${slip.packedOn}T00:00:00Z`),
    },
  })
  for (const [name, font] of Object.entries(fonts())) pdf.registerFont(name, font)
  drawSlip(pdf, slip, sender, wording)
  pdf.end()
  const bytes = Buffer.concat((await pdf.toArray()) as Uint8Array[])
  return { bytes, sha256: hash('sha256', bytes, 'hex') }
}
