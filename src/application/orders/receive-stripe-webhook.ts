import { systemActor } from '../../domain/shared/actor.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { forwardingJobs } from '../forwarding-jobs.ts'
import { grouped } from '../grouping.ts'
import { job, queues, type StripeSignal } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { EnqueuedJob } from '../ports/job-scheduler.ts'
import type { PaymentGateway } from '../ports/payment-gateway.ts'
import type { Store, UnitOfWork } from '../ports/unit-of-work.ts'
import type { WebhookForwarder } from '../ports/webhook-forwarder.ts'
import type { WebhookEvent } from '../ports/webhook-store.ts'
import { isAboutDisputes, isAboutRefunds, wantedStripeEvents } from './handle-stripe-event.ts'

/**
 * Verifies the signature over the raw bytes, stores the event once, and answers. The work happens in a job that
 * is enqueued in the same transaction. Pushes that arrive together are stored together, and those about one payment
 * make one job; what could not be stored is refused before it has neighbours.
 */
export function receiveStripeWebhook(deps: {
  unitOfWork: UnitOfWork
  gateway: PaymentGateway
  clock: Clock
  /** Waits for the rest of a payment's events, which Stripe sends within milliseconds of each other. */
  gather: () => Promise<void>
  forwarder: WebhookForwarder
  ids: IdGenerator
}) {
  const context = {
    actor: systemActor('stripe'),
    correlationId: 'stripe',
    causationId: null,
    alongside: null,
  }
  /** Deliveries to those who listen besides us: they and their jobs go with the transaction's other inserts. */
  const forward = async (store: Store, events: readonly WebhookEvent[]): Promise<void> => {
    for (const target of deps.forwarder.targets) {
      // A push may stand twice in its group.
      const deliveries = [...new Map(events.map((event) => [event.eventId, event])).values()].map(
        (event) => ({
          id: deps.ids.make('webhookDelivery'),
          provider: event.provider,
          eventId: event.eventId,
          target,
          status: 'waiting' as const,
          attemptsLeft: queues.retarget.attempts,
          createdAt: event.receivedAt,
          updatedAt: event.receivedAt,
        }),
      )
      await store.webhookDeliveries.insert(deliveries)
      store.enqueue(
        ...forwardingJobs(
          deliveries.map(({ id }) => id),
          'first',
        ),
      )
    }
  }
  const store = grouped(
    async (received: WebhookEvent[]): Promise<boolean[]> => {
      const fresh = await deps.unitOfWork.run(context, async (transaction) => {
        const rows = received.map((event) => ({ event, isWanted: wantedStripeEvents.has(event.eventType) }))
        const stored = new Set(await transaction.webhooks.insert(rows))
        const wanted = received.filter(
          ({ eventId, eventType }) => stored.has(eventId) && wantedStripeEvents.has(eventType),
        )
        transaction.enqueue(...jobsOf(wanted))
        await forward(
          transaction,
          received.filter(({ eventId }) => stored.has(eventId)),
        )
        return stored
      })
      return received.map(({ eventId }) => !fresh.delete(eventId))
    },
    { maxGroup: 100, gather: deps.gather },
  )

  return async (input: {
    body: Buffer
    signature: string
    userAgent: string
  }): Promise<{ received: true; duplicate: boolean }> => {
    const verified = deps.gateway.verifyWebhook(input.body, input.signature)
    if (verified === null)
      throw new Refusal(
        'signature_invalid',
        'The Stripe-Signature header does not sign this body, or it is no event.',
      )
    const { object } = verified
    if (object === null) {
      throw new Refusal('request_invalid', 'The event is about nothing that we can name.', {}, [
        { pointer: '/data/object', detail: 'must be an object of Stripe' },
      ])
    }
    const duplicate = await store({
      provider: 'stripe',
      eventId: verified.eventId,
      eventType: verified.type,
      apiVersion: verified.apiVersion,
      objectId: object.id,
      paymentIntentId: object.paymentIntentId,
      body: input.body,
      headers: { 'stripe-signature': input.signature, 'user-agent': input.userAgent },
      receivedAt: deps.clock.now(),
    })
    return { received: true, duplicate }
  }
}

/** One job for the events of one payment; a session is looked up rather than its payment, being the nearer. */
function jobsOf(received: readonly WebhookEvent[]): EnqueuedJob[] {
  const groups = Map.groupBy(received, ({ eventId, eventType, paymentIntentId, objectId }) =>
    isAboutRefunds(eventType) || isAboutDisputes(eventType) ? eventId : (paymentIntentId ?? objectId),
  )
  return [...groups.values()].flatMap((group) => {
    const [first, ...rest] = group.toSorted((a, b) => Number(isOfSession(b)) - Number(isOfSession(a)))
    if (first === undefined) return []
    const { objectId, paymentIntentId } = first
    const events = [signalOf(first), ...rest.map(signalOf)] as const
    return job(
      'handle-stripe-event',
      { events, objectId: objectId ?? '', paymentIntentId },
      { key: `stripe:${first.eventId}` },
    )
  })
}

function isOfSession({ eventType }: WebhookEvent): boolean {
  return eventType.startsWith('checkout.session.')
}

function signalOf({ eventId, eventType }: WebhookEvent): StripeSignal {
  return { eventId, type: eventType }
}
