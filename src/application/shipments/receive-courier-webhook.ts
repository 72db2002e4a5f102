import { systemActor } from '../../domain/shared/actor.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { grouped } from '../grouping.ts'
import { job } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { CourierGateways } from '../ports/courier-gateway.ts'
import type { UnitOfWork } from '../ports/unit-of-work.ts'
import type { WebhookEvent } from '../ports/webhook-store.ts'

/** Verifies a courier's push, stores it once and answers; the scans are applied by a job. */
export function receiveCourierWebhook(deps: {
  unitOfWork: UnitOfWork
  couriers: CourierGateways
  clock: Clock
}) {
  const context = {
    actor: systemActor('couriers'),
    correlationId: 'couriers',
    causationId: null,
    alongside: null,
  }
  const store = grouped(async (events: WebhookEvent[]): Promise<boolean[]> => {
    const fresh = await deps.unitOfWork.run(context, async (transaction) => {
      const stored = await transaction.webhooks.insert(events.map((event) => ({ event, isWanted: true })))
      const known = new Set(stored)
      transaction.enqueue(
        ...events
          .filter((event) => known.has(event.eventId))
          .map(({ provider, eventId }) =>
            job(
              'handle-courier-event',
              { courierCode: provider, eventId },
              { key: `${provider}:${eventId}` },
            ),
          ),
      )
      return known
    })
    return events.map((event) => !fresh.delete(event.eventId))
  }, 100)

  return async (input: {
    courierCode: string
    body: Buffer
    headers: Readonly<Record<string, string>>
  }): Promise<{ received: true; duplicate: boolean }> => {
    const gateway = deps.couriers.get(input.courierCode)
    if (gateway === undefined) throw new Refusal('not_found', `No courier ${input.courierCode} pushes to us.`)
    const receivedAt = deps.clock.now()
    const push = gateway.readPush(input.body, input.headers, receivedAt)
    if (push === null)
      throw new Refusal('webhook_signature_invalid', 'The push is not signed with our secret, or too old.')
    const duplicate = await store({
      provider: input.courierCode,
      eventId: push.eventId,
      eventType: 'tracking',
      apiVersion: null,
      body: input.body,
      headers: { ...input.headers },
      receivedAt,
    })
    return { received: true, duplicate }
  }
}
