import type { ShipmentId, WriteOffId } from '../../domain/shared/ids.ts'
import { moveShipment } from '../../domain/shipments/shipment.ts'
import { reverseWriteOff as decideReversal, type ReversalDecision } from '../../domain/shipments/write-off.ts'
import { automateDelivery } from '../delivery-automation.ts'
import { found } from '../found.ts'
import { followParcels } from '../fulfillment-standing.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ShipmentView } from '../ports/shipment-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export interface ReverseWriteOff {
  shipmentId: ShipmentId
  writeOffId: WriteOffId
  reason: string
}

/**
 * The units turned up: they are where their parcel is again. A parcel that the courier has delivered meanwhile is
 * delivered now, and units that turn up delivered get their automation.
 */
export function reverseWriteOff(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: ReverseWriteOff, context: ActionContext): Promise<ShipmentView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { shipmentId, writeOffId, reason } = input
      const orderId = found(await store.shipments.lockOrderOf(shipmentId), 'shipment', shipmentId)
      const { shipment, items } = found(await store.shipments.get(shipmentId), 'shipment', shipmentId)
      const loaded = found(await store.writeOffs.find(shipmentId, writeOffId), 'write-off', writeOffId)
      const reversal = decideReversal(shipment, items, loaded, { reason, by: context.actor.id }, at)
      if (reversal.writeOff !== loaded.writeOff) {
        const decision = deliveredMeanwhile(reversal, at)
        await store.writeOffs.save(decision.writeOff)
        await store.shipments.save(decision.shipment)
        store.publish(decision.events)
        if (decision.shipment.status === 'delivered') {
          const earlier = await store.automation.ofShipment(shipmentId)
          await automateDelivery(deps, store, { ...decision, earlier }, at)
        }
        await followParcels(store, { orderId, fulfillmentOrderId: shipment.fulfillmentOrderId }, at)
      }
      return found(await store.views.shipments.detail(shipmentId), 'shipment', shipmentId)
    })
}

function deliveredMeanwhile(reversal: ReversalDecision, at: Date): ReversalDecision {
  const { shipment, items, events } = reversal
  if (shipment.status !== 'in_transit' || shipment.trackingStatus !== 'delivered') return reversal
  const delivery = moveShipment(shipment, items, { type: 'deliver' }, at)
  return { ...reversal, shipment: delivery.shipment, events: [...events, ...delivery.events] }
}
