import type { FulfillmentOrderId, ShipmentId } from '../../domain/shared/ids.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ShipmentView } from '../ports/shipment-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { withPointers } from '../with-pointers.ts'
import { draftParcel, followDrafts, openForPacking, type ParcelInput } from './draft-parcel.ts'

export interface CreateShipmentsInput {
  fulfillmentOrderId: FulfillmentOrderId
  shipments: readonly ParcelInput[]
}

/** Several parcels of one fulfilment order, to as many places: all of them, or none and what was wrong with which. */
export function createShipments(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: CreateShipmentsInput, context: ActionContext): Promise<{ data: ShipmentView[] }> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      let packing = await openForPacking(store, input.fulfillmentOrderId)
      const shipmentIds: ShipmentId[] = []
      for (const [index, one] of input.shipments.entries()) {
        const drafted = await withPointers(
          `/shipments/${index}`,
          () => draftParcel(deps, store, packing, one, { actor: context.actor, at }),
          { shipment_index: index },
        )
        packing = drafted.packing
        shipmentIds.push(drafted.shipmentId)
      }
      await followDrafts(store, packing, at)
      return { data: await store.views.shipments.details(shipmentIds) }
    })
}
