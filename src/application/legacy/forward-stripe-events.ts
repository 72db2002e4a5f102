import { type DeliveryAnswer, statusAfter } from '../../domain/legacy/webhook-delivery.ts'
import type { JobPayloads } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import type { ClaimedDelivery } from '../ports/webhook-delivery-store.ts'
import type { WebhookForwarder } from '../ports/webhook-forwarder.ts'

// Longer than every try of a job together may take; a sender that died gives up its claim by it.
const CLAIM_MS = 180_000
const AT_ONCE = 8

/**
 * Sends deliveries that came together. Each is claimed first, so two jobs about one send it once; what the target
 * did not take is tried again with this job, what it refused for good is not.
 */
export function forwardStripeEvents(deps: {
  unitOfWork: UnitOfWork
  forwarder: WebhookForwarder
  clock: Clock
}) {
  const send = async (delivery: ClaimedDelivery): Promise<DeliveryAnswer> =>
    (await deps.forwarder.forward(delivery.target, delivery)) ?? {
      signature: 'original',
      statusCode: null,
      error: 'the target is not configured any more',
      durationMs: 0,
    }

  return async (
    { deliveryIds }: JobPayloads['forward-stripe-events'],
    context: ActionContext,
  ): Promise<JobOutcome> => {
    const at = deps.clock.now()
    const claimed = await deps.unitOfWork.run(context, (store) =>
      store.webhookDeliveries.claim(deliveryIds, at, new Date(at.getTime() + CLAIM_MS)),
    )
    for (let first = 0; first < claimed.length; first += AT_ONCE) {
      const together = claimed.slice(first, first + AT_ONCE)
      const answers = await Promise.all(together.map(send))
      await deps.unitOfWork.run(context, async (store) => {
        for (const [index, delivery] of together.entries()) {
          const answer = answers[index] as DeliveryAnswer
          const status = statusAfter(answer, delivery.attemptsLeft - 1)
          await store.webhookDeliveries.record(delivery, answer, status, deps.clock.now())
        }
      })
    }
    const waiting = await deps.unitOfWork.run(context, (store) =>
      store.webhookDeliveries.waiting(deliveryIds),
    )
    return waiting === 0
      ? { outcome: 'done' }
      : { outcome: 'retry', reason: `${waiting} could not be delivered` }
  }
}
