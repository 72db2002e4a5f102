import { releaseHold as decideRelease } from '../../domain/fulfillment/fulfillment-hold.ts'
import type { FulfillmentHoldId, FulfillmentOrderId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { FulfillmentView } from '../ports/fulfillment-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** Ends one hold; others of the same fulfilment order stay. */
export function releaseHold(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (
    input: { fulfillmentOrderId: FulfillmentOrderId; holdId: FulfillmentHoldId; note: string | null },
    context: ActionContext,
  ): Promise<FulfillmentView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { fulfillmentOrderId: id, holdId, note } = input
      found(await store.fulfillment.lockOrderOf(id), 'fulfilment order', id)
      const { fulfillment } = found(await store.fulfillment.get(id), 'fulfilment order', id)
      const hold = found(await store.holds.find(id, holdId), 'hold', holdId)
      const decision = decideRelease(fulfillment, hold, { by: context.actor.id, note }, deps.clock.now())
      if (decision.hold !== hold) {
        await store.fulfillment.save(decision.fulfillment)
        await store.holds.save(decision.hold)
        store.publish(decision.events)
      }
      return found(await store.views.fulfillment.detail(id), 'fulfilment order', id)
    })
}
