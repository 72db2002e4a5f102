import { placeHold as decideHold, type HoldReason } from '../../domain/fulfillment/fulfillment-hold.ts'
import type { FulfillmentOrderId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { FulfillmentView } from '../ports/fulfillment-reader.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** Stops people from packing and handing over what a fulfilment order holds. */
export function placeHold(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (
    input: { fulfillmentOrderId: FulfillmentOrderId; reason: HoldReason; note: string | null },
    context: ActionContext,
  ): Promise<FulfillmentView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { fulfillmentOrderId: id, reason, note } = input
      found(await store.fulfillment.lockOrderOf(id), 'fulfilment order', id)
      const { fulfillment } = found(await store.fulfillment.get(id), 'fulfilment order', id)
      const wish = { id: deps.ids.make('fulfillmentHold'), reason, note, placedBy: context.actor.id }
      const decision = decideHold(fulfillment, wish, deps.clock.now())
      await store.fulfillment.save(decision.fulfillment)
      await store.holds.insert(decision.hold)
      store.publish(decision.events)
      return found(await store.views.fulfillment.detail(id), 'fulfilment order', id)
    })
}
