import {
  type Declaration,
  isCrossBorder,
  type Parcel,
  refuseUndeclared,
} from '../../domain/shipments/parcel.ts'
import type { Shipment } from '../../domain/shipments/shipment.ts'
import type { Sender } from '../ports/packing-slip-renderer.ts'
import type { Store } from '../ports/unit-of-work.ts'

/**
 * Makes sure that a parcel for another country is declared, and writes down what was only a default: a product or a
 * price that changes later changes no declaration. A parcel within the country asks the database nothing.
 */
export async function settleDeclaration(
  store: Store,
  sender: Sender,
  shipment: Pick<Shipment, 'id' | 'addressSnapshot'>,
): Promise<void> {
  const to = shipment.addressSnapshot.country
  if (!isCrossBorder(sender.country, to)) return
  const declaration = await store.packing.declaration(shipment.id)
  refuseUndeclared({ from: sender.country, to }, declaration)
  if (differs(declaration)) await store.packing.saveParcel(shipment.id, declaration.parcel)
  for (const { shipmentItemId, hsCode, originCountry } of declaration.items) {
    await store.packing.saveItemCustoms(shipmentItemId, { hsCode, originCountry })
  }
}

function differs({ said, parcel }: Declaration): boolean {
  return (Object.keys(parcel) as (keyof Parcel)[]).some((field) => said[field] !== parcel[field])
}
