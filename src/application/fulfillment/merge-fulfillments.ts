import { refuseWhileHeld } from '../../domain/fulfillment/fulfillment-hold.ts'
import { mergeFulfillments as decideMerge } from '../../domain/fulfillment/unit-moves.ts'
import type { FulfillmentOrderId, OrderId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import { followParcels } from '../fulfillment-standing.ts'
import type { Clock } from '../ports/clock.ts'
import type { FulfillmentView } from '../ports/fulfillment-reader.ts'
import type { LoadedFulfillment } from '../ports/fulfillment-store.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export interface MergeFulfillments {
  fulfillmentOrderId: FulfillmentOrderId
  /** Those that are taken over. */
  others: readonly FulfillmentOrderId[]
}

/**
 * Takes other fulfilment orders of the same order over, with their parcels in draft or ready. Those that were taken
 * over before are passed by.
 */
export function mergeFulfillments(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: MergeFulfillments, context: ActionContext): Promise<FulfillmentView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { fulfillmentOrderId: id } = input
      const orderId = found(await store.fulfillment.lockOrderOf(id), 'fulfilment order', id)
      const loaded = await store.fulfillment.getAll([id, ...input.others])
      const target = found(
        loaded.find(({ fulfillment }) => fulfillment.id === id) ?? null,
        'fulfilment order',
        id,
      )
      const others = chosen(loaded, input, orderId)
      if (others.length > 0) {
        const merge = decideMerge(target, others, () => deps.ids.make('fulfillmentItem'), at)
        const sources = merge.emptied.map((one) => one.id)
        refuseWhileHeld(await store.holds.open([id, ...sources]))
        for (const emptied of merge.emptied) await store.fulfillment.save(emptied)
        await store.fulfillment.setQuantities(merge.grown)
        const { companyId } = target.fulfillment
        await store.fulfillment.insertItems(
          id,
          merge.begun.map((row) => ({ ...row, companyId })),
        )
        await store.shipments.moveParcels(sources, id, merge.routes, at)
        await store.fulfillment.save(merge.target)
        store.publish(merge.events)
        await followParcels(store, { orderId, fulfillmentOrderId: id }, at)
      }
      return found(await store.views.fulfillment.detail(id), 'fulfilment order', id)
    })
}

function chosen(
  loaded: readonly LoadedFulfillment[],
  { fulfillmentOrderId, others }: MergeFulfillments,
  orderId: OrderId,
): LoadedFulfillment[] {
  return [...new Set(others)].flatMap((id, index) => {
    const one = found(loaded.find(({ fulfillment }) => fulfillment.id === id) ?? null, 'fulfilment order', id)
    const detail = id === fulfillmentOrderId ? 'is the one that takes over' : 'is of another order'
    if (id === fulfillmentOrderId || one.fulfillment.orderId !== orderId) {
      throw new Refusal(
        'body_field_invalid',
        'Only other fulfilment orders of the same order can be merged.',
        {},
        [{ pointer: `/fulfillment_order_ids/${index}`, detail }],
      )
    }
    return one.fulfillment.mergedIntoId === fulfillmentOrderId ? [] : [one]
  })
}
