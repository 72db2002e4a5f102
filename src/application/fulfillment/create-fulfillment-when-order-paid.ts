import type { OrderId } from '../../domain/shared/ids.ts'
import type { Clock } from '../ports/clock.ts'
import type { TimelineEvent } from '../ports/event-relay.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { openFulfillmentOf } from './create-fulfillment.ts'

/** A paid order goes to the warehouse, all of it, unless somebody was faster by hand or it was cancelled meanwhile. */
export function createFulfillmentWhenOrderPaid(deps: {
  unitOfWork: UnitOfWork
  clock: Clock
  ids: IdGenerator
}) {
  return async (event: TimelineEvent, context: ActionContext): Promise<JobOutcome> => {
    const orderId = event.order_id as OrderId
    await deps.unitOfWork.conclude(context, async (store) => {
      if (!(await store.claimReaction('create-fulfillment-when-order-paid', event.event_id))) return
      const loaded = await store.orders.getForUpdate(orderId)
      if (loaded?.order.status !== 'paid') return
      await openFulfillmentOf(deps, store, loaded.order, null)
    })
    return { outcome: 'done' }
  }
}
