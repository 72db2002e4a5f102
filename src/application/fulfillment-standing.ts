import type { FulfillmentStatus } from '../domain/fulfillment/fulfillment-lifecycle.ts'
import { followShipments } from '../domain/fulfillment/fulfillment-order.ts'
import { completeOrder, reopenOrder } from '../domain/orders/order.ts'
import type { FulfillmentOrderId, OrderId } from '../domain/shared/ids.ts'
import { found } from './found.ts'
import type { Store } from './ports/unit-of-work.ts'

/**
 * Lets a fulfilment order, and the order above it, follow what became of the parcels below (law S3). Answers the
 * fulfilment order's status. The order's lock must be held, and what the parcels did must be saved.
 */
export async function followParcels(
  store: Store,
  { orderId, fulfillmentOrderId }: { orderId: OrderId; fulfillmentOrderId: FulfillmentOrderId },
  at: Date,
): Promise<FulfillmentStatus> {
  const { fulfillment, items, facts } = found(
    await store.fulfillment.get(fulfillmentOrderId),
    'fulfilment order',
    fulfillmentOrderId,
  )
  const units = items.reduce((sum, item) => sum + item.quantity, 0)
  const followed = followShipments(fulfillment, facts, units, at)
  if (followed.fulfillment === fulfillment) return fulfillment.status
  await store.fulfillment.save(followed.fulfillment)
  store.publish(followed.events)
  const { status } = followed.fulfillment
  if (status === 'completed' || fulfillment.status === 'completed')
    await followFulfillment(store, orderId, at)
  return status
}

/**
 * Completes an order of which every unit has arrived or was written off, and reopens one of which that is no longer so.
 * False when it stands right already.
 */
export async function followFulfillment(store: Store, orderId: OrderId, at: Date): Promise<boolean> {
  const { order, facts } = found(await store.orders.getForUpdate(orderId), 'order', orderId)
  const isOver = order.status === 'in_fulfillment' && facts.hasEveryUnitSettled
  const isOpenAgain = order.status === 'completed' && !facts.hasEveryUnitSettled
  if (!isOver && !isOpenAgain) return false
  const decision = isOver ? completeOrder(order, at) : reopenOrder(order, at)
  await store.orders.save(decision.order)
  store.publish(decision.events)
  return true
}
