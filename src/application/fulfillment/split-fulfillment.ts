import { refuseWhileHeld } from '../../domain/fulfillment/fulfillment-hold.ts'
import { splitFulfillment as decideSplit } from '../../domain/fulfillment/unit-moves.ts'
import type { FulfillmentItemId, FulfillmentOrderId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import { followParcels } from '../fulfillment-standing.ts'
import type { Clock } from '../ports/clock.ts'
import type { FulfillmentView } from '../ports/fulfillment-reader.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export interface SplitFulfillment {
  fulfillmentOrderId: FulfillmentOrderId
  items: readonly { fulfillmentItemId: FulfillmentItemId; quantity: number }[]
}

/** Moves units that are in no parcel into a new fulfilment order of the same order, and answers that one. */
export function splitFulfillment(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: SplitFulfillment, context: ActionContext): Promise<FulfillmentView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { fulfillmentOrderId } = input
      const orderId = found(
        await store.fulfillment.lockOrderOf(fulfillmentOrderId),
        'fulfilment order',
        fulfillmentOrderId,
      )
      const { fulfillment, items } = found(
        await store.fulfillment.get(fulfillmentOrderId),
        'fulfilment order',
        fulfillmentOrderId,
      )
      const split = decideSplit(fulfillment, items, input.items, deps.ids.make('fulfillmentOrder'), at)
      refuseWhileHeld(await store.holds.open([fulfillmentOrderId]))
      // First less on one side, then more on the other: the sum never exceeds what was ordered.
      await store.fulfillment.setQuantities(split.shrunk)
      await store.fulfillment.insert(
        split.made,
        split.begun.map((row) => ({
          ...row,
          id: deps.ids.make('fulfillmentItem'),
          companyId: fulfillment.companyId,
        })),
      )
      await store.fulfillment.moveItems(split.moved, split.made.id)
      await store.fulfillment.save(split.source)
      store.publish(split.events)
      await followParcels(store, { orderId, fulfillmentOrderId }, at)
      return found(await store.views.fulfillment.detail(split.made.id), 'fulfilment order', split.made.id)
    })
}
