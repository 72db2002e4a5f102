import { refuseWhileHeld } from '../../domain/fulfillment/fulfillment-hold.ts'
import type { ShipmentId } from '../../domain/shared/ids.ts'
import { moveShipment } from '../../domain/shipments/shipment.ts'
import type { ShipmentStatus, StatusMove } from '../../domain/shipments/shipment-lifecycle.ts'
import { refuseUntrueTime } from '../../domain/shipments/told-time.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { CourierGateways, GenericCouriers } from '../ports/courier-gateway.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { Sender } from '../ports/packing-slip-renderer.ts'
import type { ShipmentView } from '../ports/shipment-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { settleDeclaration } from './declared.ts'
import { recallPushes } from './recall-pushes.ts'
import { recordMovement } from './record-movement.ts'

export interface ChangeShipmentStatusInput {
  shipmentId: ShipmentId
  move: StatusMove['type']
  reason: string | null
  /** When it happened, if not now: not in the future, nor before the parcel's last move. */
  at: Date | null
}

/** One of the four moves of a parcel, made by a person. */
export function changeShipmentStatus(deps: {
  unitOfWork: UnitOfWork
  clock: Clock
  ids: IdGenerator
  sender: Sender
  couriers: CourierGateways
  genericCouriers: GenericCouriers
}) {
  return (input: ChangeShipmentStatusInput, context: ActionContext): Promise<ShipmentView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { shipmentId } = input
      const orderId = found(await store.shipments.lockOrderOf(shipmentId), 'shipment', shipmentId)
      const { shipment, items } = found(await store.shipments.get(shipmentId), 'shipment', shipmentId)
      const now = deps.clock.now()
      const at = input.at === null || input.at > now ? now : input.at
      const decision = moveShipment(shipment, items, { type: input.move }, at, input.reason)
      if (input.at !== null && decision.shipment !== shipment) refuseUntrueTime(shipment, input.at, now)
      if (isHandledHere(shipment.status, decision.shipment.status)) {
        refuseWhileHeld(await store.holds.open([shipment.fulfillmentOrderId]))
      }
      const isReadied = decision.shipment.status === 'ready' && shipment.status === 'draft'
      if (isReadied) {
        await settleDeclaration(store, deps.sender, shipment)
        await recallPushes(deps, store, shipment, deps.clock.now())
      }
      await recordMovement(deps, store, { orderId, before: shipment, items, decision })
      return found(await store.views.shipments.detail(shipmentId), 'shipment', shipmentId)
    })
}

/** A hold stops what people do with a parcel that is still here; what is under way goes on. */
function isHandledHere(before: ShipmentStatus, after: ShipmentStatus): boolean {
  return before !== after && after !== 'cancelled' && (before === 'draft' || before === 'ready')
}
