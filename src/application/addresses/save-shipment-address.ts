import type { CompanyId, ShipmentId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { AddressView } from '../ports/address-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { recordAddress } from '../record-address.ts'

export interface SaveShipmentAddressInput {
  shipmentId: ShipmentId
  /** What the book calls the place; the parcel's own label where absent. */
  label: string | null
  override: { reason: string } | null
}

/** Takes the address that a parcel was given by hand into the company's book. The parcel stays as it is. */
export function saveShipmentAddress(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (
    { shipmentId, label, override }: SaveShipmentAddressInput,
    context: ActionContext,
  ): Promise<AddressView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const shipment = found(await store.views.shipments.detail(shipmentId), 'shipment', shipmentId)
      const { postal_code: postalCode, ...snapshot } = shipment.address_snapshot
      const companyId = shipment.company_id as CompanyId
      const input = { ...snapshot, postalCode, label: label ?? snapshot.label }
      const { actor } = context
      return recordAddress(store, deps.ids, companyId, input, { override, actor, at })
    })
}
