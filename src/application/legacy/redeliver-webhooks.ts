import { Refusal } from '../../domain/shared/refusal.ts'
import { forwardingJobs } from '../forwarding-jobs.ts'
import { queues } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { Span } from '../ports/payment-gateway.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

const MOST_AT_ONCE = 10_000

/** Sends the events that were received in a span again: those that did not arrive, or all. Refused for over ten thousand. */
export function redeliverWebhooks(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (
    { span, includesDelivered }: { span: Span; includesDelivered: boolean },
    context: ActionContext,
  ): Promise<{ queued: number }> => {
    if (span.to <= span.from) {
      const detail = 'The span ends before it begins.'
      throw new Refusal('body_field_invalid', detail, {}, [{ pointer: '/to', detail }])
    }
    return deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const ids = await store.webhookDeliveries.ofEventsReceived(span, {
        includesDelivered,
        limit: MOST_AT_ONCE + 1,
      })
      if (ids.length > MOST_AT_ONCE) {
        const detail = `More than ${MOST_AT_ONCE} deliveries: choose a shorter span.`
        throw new Refusal('body_field_invalid', detail, {}, [{ pointer: '/to', detail }])
      }
      const reopened = await store.webhookDeliveries.reopen(ids, queues.retarget.attempts, at)
      store.enqueue(...forwardingJobs(reopened, at.toISOString()))
      return { queued: reopened.length }
    })
  }
}
