import { systemActor } from '../../domain/shared/actor.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { grouped } from '../grouping.ts'
import { job, type StoredPush } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { CourierGateways, CourierHandshake, GenericCouriers } from '../ports/courier-gateway.ts'
import type { UnitOfWork } from '../ports/unit-of-work.ts'
import type { WebhookEvent } from '../ports/webhook-store.ts'
import { genericCourier, storedPush } from './stored-push.ts'

// So few that a worker is done with them in a second or two.
const MOST_IN_A_JOB = 10

interface Received {
  event: WebhookEvent
  payload: StoredPush
}

const context = {
  actor: systemActor('couriers'),
  correlationId: 'couriers',
  causationId: null,
  alongside: null,
}

/** What a courier wants to read back while it sets up its pushes. */
export interface CourierGreeting {
  challenge?: string
}

/** Verifies a courier's push, stores it once and answers; the scans are applied by a job. A forged one is only counted. */
export function receiveCourierWebhook(deps: {
  unitOfWork: UnitOfWork
  couriers: CourierGateways
  genericCouriers: GenericCouriers
  clock: Clock
}) {
  const store = grouped(
    async (received: Received[]): Promise<boolean[]> => {
      const fresh = await deps.unitOfWork.run(context, async (transaction) => {
        const stored = await transaction.webhooks.insert(
          received.map(({ event }) => ({ event, isWanted: true })),
        )
        const known = new Set(stored)
        transaction.enqueue(
          ...together(received.filter(({ event }) => known.has(event.eventId))).map(([first, ...more]) =>
            job('handle-courier-event', more.length === 0 ? first : { ...first, more }, {
              key: `${first.courierCode}:${first.eventId}`,
            }),
          ),
        )
        return known
      })
      return received.map(({ event }) => !fresh.delete(event.eventId))
    },
    { maxGroup: 100 },
  )

  // Whoever floods us with forgeries costs one statement for many of them.
  const count = grouped(
    async (rejected: { courierCode: string; at: Date }[]): Promise<null[]> => {
      await deps.unitOfWork.run(context, async (transaction) => {
        for (const [courierCode, pushes] of Map.groupBy(rejected, (one) => one.courierCode)) {
          const last = pushes.at(-1)?.at ?? deps.clock.now()
          await transaction.couriers.countRejectedPushes(courierCode, pushes.length, last)
        }
      })
      return rejected.map(() => null)
    },
    { maxGroup: 1000 },
  )

  return async (input: {
    courierCode: string
    body: Buffer
    headers: Readonly<Record<string, string>>
  }): Promise<{ received: true; duplicate: boolean } & CourierGreeting> => {
    const gateway =
      deps.couriers.get(input.courierCode) ??
      (await deps.unitOfWork.run(context, (transaction) =>
        genericCourier(deps, transaction, input.courierCode),
      ))
    if (gateway === undefined) throw new Refusal('not_found', `No courier ${input.courierCode} pushes to us.`)
    const receivedAt = deps.clock.now()
    const push = gateway.readPush(input.body, input.headers, receivedAt)
    if (push === null) {
      await count({ courierCode: input.courierCode, at: receivedAt })
      throw new Refusal('webhook_signature_invalid', 'The push is not signed with our secret, or too old.')
    }
    if (push.handshake !== undefined) return greet(deps.unitOfWork, input.courierCode, push.handshake)
    const duplicate = await store({
      event: {
        provider: input.courierCode,
        eventId: push.eventId,
        eventType: 'tracking',
        apiVersion: null,
        objectId: push.trackingNumber === '' ? null : push.trackingNumber,
        paymentIntentId: null,
        body: input.body,
        headers: { ...input.headers },
        receivedAt,
      },
      payload: storedPush(input.courierCode, push),
    })
    return { received: true, duplicate }
  }
}

/** A job costs more rows than a push: those that come together share one. The same event twice is one. */
function together(received: readonly Received[]): [StoredPush, ...StoredPush[]][] {
  const pushes = [
    ...new Map(
      received.map(({ payload }) => [`${payload.courierCode} ${payload.eventId}`, payload]),
    ).values(),
  ]
  return Array.from({ length: Math.ceil(pushes.length / MOST_IN_A_JOB) }, (_each, index) =>
    pushes.slice(index * MOST_IN_A_JOB, (index + 1) * MOST_IN_A_JOB),
  ).flatMap(([first, ...more]) => (first === undefined ? [] : [[first, ...more]]))
}

/** Nothing of a handshake is stored; what it asks us to confirm is confirmed by a job, after the answer. */
async function greet(
  unitOfWork: UnitOfWork,
  courierCode: string,
  { reply, confirmation }: CourierHandshake,
): Promise<{ received: true; duplicate: boolean } & CourierGreeting> {
  if (confirmation !== null) {
    const { subscriptionId } = confirmation
    await unitOfWork.run(context, (store) => {
      store.enqueue(
        job(
          'confirm-courier-subscription',
          { courierCode, ...confirmation },
          { key: `handshake:${courierCode}:${subscriptionId}` },
        ),
      )
      return Promise.resolve()
    })
  }
  return { received: true, duplicate: false, ...reply }
}
