import { found } from '../found.ts'
import type { PackingReader, ShipmentOptionsView } from '../ports/packing-reader.ts'
import type { Sender } from '../ports/packing-slip-renderer.ts'

/** What parcels can be made of a fulfilment order: what is left of it, where it may go, and by whom. */
export function getShipmentOptions(deps: { packing: PackingReader; sender: Sender }) {
  return async ({
    fulfillmentOrderId,
  }: {
    fulfillmentOrderId: string
  }): Promise<ShipmentOptionsView & { sender_country: string }> => {
    const options = found(
      await deps.packing.options(fulfillmentOrderId),
      'fulfilment order',
      fulfillmentOrderId,
    )
    return { ...options, sender_country: deps.sender.country }
  }
}
