import { chooseUnits, openFulfillment } from '../../domain/fulfillment/fulfillment-order.ts'
import { type Order, startFulfillment } from '../../domain/orders/order.ts'
import type { FulfillmentOrderId, OrderId, OrderItemId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { FulfillmentView } from '../ports/fulfillment-reader.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'

interface Dependencies {
  unitOfWork: UnitOfWork
  clock: Clock
  ids: IdGenerator
}

export interface CreateFulfillmentInput {
  orderId: OrderId
  /** Null takes everything that no live fulfilment order holds. */
  items: readonly { orderItemId: OrderItemId; quantity: number }[] | null
}

/** Opens a fulfilment order by hand: for units that a cancelled one gave back. */
export function createFulfillment(deps: Dependencies) {
  return (input: CreateFulfillmentInput, context: ActionContext): Promise<FulfillmentView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { order } = found(await store.orders.getForUpdate(input.orderId), 'order', input.orderId)
      const fulfillmentOrderId = await openFulfillmentOf(deps, store, order, input.items)
      return found(
        await store.views.fulfillment.detail(fulfillmentOrderId),
        'fulfilment order',
        fulfillmentOrderId,
      )
    })
}

/** Takes the units and moves a paid order into fulfilment. The order's lock must be held. */
export async function openFulfillmentOf(
  deps: Dependencies,
  store: Store,
  order: Order,
  items: CreateFulfillmentInput['items'],
): Promise<FulfillmentOrderId> {
  const at = deps.clock.now()
  if (order.status !== 'paid' && order.status !== 'in_fulfillment') {
    throw new Refusal('move_not_allowed', `An order in ${order.status} cannot be fulfilled.`, {
      current: order.status,
      move: 'start_fulfillment',
      allowed_moves: (await store.views.orders.detail(order.id))?.allowed_moves ?? [],
    })
  }
  const units = chooseUnits(await store.fulfillment.openItems(order.id), items)
  const total = units.reduce((sum, unit) => sum + unit.quantity, 0)
  const { fulfillment, events } = openFulfillment(
    { id: deps.ids.make('fulfillmentOrder'), orderId: order.id, companyId: order.companyId },
    total,
    at,
  )
  await store.fulfillment.insert(
    fulfillment,
    units.map((unit) => ({ ...unit, id: deps.ids.make('fulfillmentItem'), companyId: order.companyId })),
  )
  if (order.status === 'paid') await store.orders.save(startFulfillment(order, at).order)
  store.publish(events)
  return fulfillment.id
}
