import type { PackingSlipRenderer, Sender } from '../../application/ports/packing-slip-renderer.ts'

/** Renders with pdfkit, which takes 30 MB and is therefore loaded with the first slip. */
export function createPackingSlipRenderer({ sender }: { sender: Sender }): PackingSlipRenderer {
  return {
    async render(slip) {
      const { packingSlipFile } = await import('./packing-slip-file.ts')
      return packingSlipFile(slip, sender)
    },
  }
}
