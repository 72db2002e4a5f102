import type { WebhookDeliveryId } from '../../domain/shared/ids.ts'
import { forwardingJobs } from '../forwarding-jobs.ts'
import { found } from '../found.ts'
import { queues } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import type { WebhookDeliveryView } from '../ports/webhook-delivery-reader.ts'

/** Sends an event to its target again, whatever became of it; the target tells repeats by the event's id. */
export function redeliverWebhook(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (
    { deliveryId }: { deliveryId: WebhookDeliveryId },
    context: ActionContext,
  ): Promise<WebhookDeliveryView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const reopened = await store.webhookDeliveries.reopen([deliveryId], queues.retarget.attempts, at)
      store.enqueue(...forwardingJobs(reopened, at.toISOString()))
      return found(await store.views.webhookDeliveries.delivery(deliveryId), 'webhook delivery', deliveryId)
    })
}
