import type { PackingSlip, Sender } from '../../application/ports/packing-slip-renderer.ts'
import { drawSlip } from './packing-slip-pages.ts'
import { slipWordingOf } from './packing-slip-words.ts'
import { pdfFile } from './pdf-file.ts'

/** The file of a packing slip. */
export async function packingSlipFile(
  slip: PackingSlip,
  sender: Sender,
): Promise<{ bytes: Uint8Array; sha256: string }> {
  const wording = slipWordingOf(slip)
  const place = wording.slip.package(slip.packageNumber, slip.packageCount)
  const title = `${wording.slip.title} ${slip.orderNumber}, ${place}`
  return pdfFile({ title, author: sender.name, locale: wording.locale, madeOn: slip.packedOn }, (pdf) => {
    drawSlip(pdf, slip, sender, wording)
  })
}
