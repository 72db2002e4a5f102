import { systemActor } from '../../domain/shared/actor.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { grouped } from '../grouping.ts'
import { type JobPayloads, job } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { PaymentGateway } from '../ports/payment-gateway.ts'
import type { UnitOfWork } from '../ports/unit-of-work.ts'
import type { WebhookEvent } from '../ports/webhook-store.ts'
import { wantedStripeEvents } from './handle-stripe-event.ts'

interface Received {
  event: WebhookEvent
  payload: JobPayloads['handle-stripe-event']
}

/**
 * Verifies the signature over the raw bytes, stores the event once, and answers. The work happens in a job that
 * is enqueued in the same transaction. Pushes that arrive together are stored together.
 */
export function receiveStripeWebhook(deps: {
  unitOfWork: UnitOfWork
  gateway: PaymentGateway
  clock: Clock
}) {
  const context = {
    actor: systemActor('stripe'),
    correlationId: 'stripe',
    causationId: null,
    alongside: null,
  }
  const store = grouped(async (received: Received[]): Promise<boolean[]> => {
    const fresh = await deps.unitOfWork.run(context, async (transaction) => {
      const rows = received.map(({ event }) => ({ event, isWanted: wantedStripeEvents.has(event.eventType) }))
      const stored = new Set(await transaction.webhooks.insert(rows))
      const wanted = received.filter(
        ({ event }) => stored.has(event.eventId) && wantedStripeEvents.has(event.eventType),
      )
      transaction.enqueue(
        ...wanted.map(({ payload }) =>
          job('handle-stripe-event', payload, { key: `stripe:${payload.eventId}` }),
        ),
      )
      return stored
    })
    return received.map(({ event }) => !fresh.delete(event.eventId))
  }, 100)

  return async (input: {
    body: Buffer
    signature: string
    userAgent: string
  }): Promise<{ received: true; duplicate: boolean }> => {
    const verified = deps.gateway.verifyWebhook(input.body, input.signature)
    if (verified === null)
      throw new Refusal('signature_invalid', 'The Stripe-Signature header does not sign this body.')
    const { object } = (
      JSON.parse(input.body.toString('utf8')) as {
        data: { object: { id?: string; payment_intent?: unknown } }
      }
    ).data
    const duplicate = await store({
      event: {
        provider: 'stripe',
        eventId: verified.eventId,
        eventType: verified.type,
        apiVersion: verified.apiVersion,
        body: input.body,
        headers: { 'stripe-signature': input.signature, 'user-agent': input.userAgent },
        receivedAt: deps.clock.now(),
      },
      payload: {
        eventId: verified.eventId,
        type: verified.type,
        objectId: object.id ?? '',
        paymentIntentId: typeof object.payment_intent === 'string' ? object.payment_intent : null,
      },
    })
    return { received: true, duplicate }
  }
}
