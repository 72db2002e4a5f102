import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import type { PackingReader } from '../ports/packing-reader.ts'
import type { PackingSlipRenderer } from '../ports/packing-slip-renderer.ts'

/** The paper that goes into a parcel, as the parcel is now. */
export function getPackingSlip(deps: { packing: PackingReader; packingSlips: PackingSlipRenderer }) {
  return async ({
    shipmentId,
  }: {
    shipmentId: string
  }): Promise<{ number: string; bytes: Uint8Array; sha256: string }> => {
    const { slip, status } = found(await deps.packing.slip(shipmentId), 'shipment', shipmentId)
    if (status === 'cancelled') {
      throw new Refusal('document_not_available', 'A cancelled parcel has no packing slip.', {
        current: status,
      })
    }
    const { packageNumber, orderNumber } = slip
    return { number: `${orderNumber}-${packageNumber}`, ...(await deps.packingSlips.render(slip)) }
  }
}
