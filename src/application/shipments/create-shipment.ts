import type { FulfillmentOrderId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ShipmentView } from '../ports/shipment-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { draftParcel, followDrafts, openForPacking, type ParcelInput } from './draft-parcel.ts'

export interface CreateShipmentInput extends ParcelInput {
  fulfillmentOrderId: FulfillmentOrderId
}

/** A parcel in draft that takes units of a fulfilment order; a constraint stands behind its locks. */
export function createShipment(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: CreateShipmentInput, context: ActionContext): Promise<ShipmentView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const opened = await openForPacking(store, input.fulfillmentOrderId)
      const { shipmentId, packing } = await draftParcel(deps, store, opened, input, {
        actor: context.actor,
        at,
      })
      await followDrafts(store, packing, at)
      return found(await store.views.shipments.detail(shipmentId), 'shipment', shipmentId)
    })
}
