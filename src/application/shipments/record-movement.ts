import type { OrderId } from '../../domain/shared/ids.ts'
import type { Shipment, ShipmentDecision, ShipmentItem } from '../../domain/shipments/shipment.ts'
import { automateDelivery } from '../delivery-automation.ts'
import { followParcels } from '../fulfillment-standing.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { Store } from '../ports/unit-of-work.ts'
import { shipReplacements } from '../replacement-work.ts'

interface Movement {
  orderId: OrderId
  before: Shipment
  items: readonly ShipmentItem[]
  decision: ShipmentDecision
}

/**
 * Saves a parcel's movement with everything it makes true above and below: the fulfilment order's and the order's
 * status, freed devices, and the automation steps of delivered units with their jobs. The order's lock must be held.
 */
export async function recordMovement(
  deps: { clock: Clock; ids: IdGenerator },
  store: Store,
  { orderId, before, items, decision }: Movement,
): Promise<void> {
  const { shipment, events } = decision
  if (shipment === before) return
  const at = deps.clock.now()
  const hasMoved = shipment.status !== before.status
  // Nobody is asked any more about what was delivered, and then was not.
  const isCorrected = before.status === 'delivered' && shipment.trackingStatus !== 'returned'
  const isAwaited = hasMoved && (shipment.status === 'ready' || isCorrected)
  await store.shipments.save(shipment, isAwaited ? { pollsFrom: at } : {})
  store.publish(events)
  if (!hasMoved || shipment.status === 'ready') return

  if (shipment.status === 'cancelled') await store.shipments.releaseDevices(shipment.id, at)
  if (shipment.status === 'delivered') {
    const earlier =
      shipment.deliveryCorrectedAt === null ? [] : await store.automation.ofShipment(shipment.id)
    await automateDelivery(deps, store, { shipment, items, earlier }, at)
  }
  if (shipment.status === 'in_transit' || shipment.status === 'delivered') {
    const replacementIds = items.flatMap(({ replaces }) =>
      replaces === null ? [] : [replaces.replacementId],
    )
    await shipReplacements(store, replacementIds, at)
  }
  await followParcels(store, { orderId, fulfillmentOrderId: shipment.fulfillmentOrderId }, at)
}
