import { CourierMisconfigured, CourierThrottled } from '../../domain/shipments/courier-failures.ts'
import { nextPoll, type StopReason } from '../../domain/shipments/poll-cadence.ts'
import { type Shipment, shipmentEvent } from '../../domain/shipments/shipment.ts'
import { found } from '../found.ts'
import type { JobPayloads } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { CourierBudget } from '../ports/courier-accounts.ts'
import type { CourierGateways, TrackingAnswer } from '../ports/courier-gateway.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { LoadedShipment } from '../ports/shipment-store.ts'
import type { CourierPolling, PolledParcel } from '../ports/tracking-poll-store.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'
import { applyScans } from './apply-scans.ts'
import { refuseCourier } from './refuse-courier.ts'

interface Dependencies {
  unitOfWork: UnitOfWork
  couriers: CourierGateways
  courierBudget: CourierBudget
  clock: Clock
  ids: IdGenerator
  digest: (text: string) => string
}

const DAY_MS = 86_400_000

/**
 * Asks a courier about one batch of parcels and lets the answers in by the same door as pushes. A budget that is spent
 * and a courier that wants to be left alone put the batch off. An outage is a failure of the job, and so is an answer
 * that cannot be written down; that one holds up no other parcel.
 */
export function pollTracking(deps: Dependencies) {
  return async (input: JobPayloads['poll-tracking'], context: ActionContext): Promise<JobOutcome> => {
    const { courierCode, shipmentIds } = input
    const gateway = deps.couriers.get(courierCode)
    const { polling, parcels } = await deps.unitOfWork.run(context, async (store) => ({
      polling: await store.polls.polling(courierCode),
      parcels: await store.polls.parcels(shipmentIds),
    }))
    if (polling === null || gateway === undefined || gateway.batchSize === 0) return { outcome: 'done' }
    const ended = parcels.filter((parcel) => stopOf(polling, parcel, deps.clock.now()) !== null)
    const failures: unknown[] = []
    const settleOne = async (parcel: PolledParcel, answer: TrackingAnswer | null): Promise<void> => {
      await settle(deps, context, polling, parcel, answer).catch((error: unknown) => {
        failures.push(error)
      })
    }
    const outcome = (): JobOutcome => {
      if (failures.length > 0) throw failures[0]
      return { outcome: 'done' }
    }
    for (const parcel of ended) await settleOne(parcel, null)
    const asked = parcels.filter((parcel) => !ended.includes(parcel))
    if (asked.length === 0) return outcome()
    const askedIds = asked.map(({ shipmentId }) => shipmentId)
    const putOff = async (seconds: number): Promise<JobOutcome> => {
      const until = new Date(deps.clock.now().getTime() + seconds * 1000)
      await deps.unitOfWork.conclude(context, (store) => store.polls.postpone(askedIds, until))
      return { outcome: 'done' }
    }

    const budget = await deps.courierBudget.take(courierCode, 1, deps.clock.now())
    if (budget.granted === 0) return putOff(budget.waitSeconds)
    let answers: TrackingAnswer[]
    try {
      answers = await gateway.track(
        asked.map((parcel) => ({ ...parcel, service: null })),
        { correlationId: context.correlationId },
      )
    } catch (error) {
      if (error instanceof CourierThrottled) {
        const until = new Date(deps.clock.now().getTime() + error.retryAfterSeconds * 1000)
        await deps.courierBudget.pause(courierCode, until, error.message, 'throttled')
        return putOff(error.retryAfterSeconds)
      }
      if (error instanceof CourierMisconfigured)
        return refuseCourier(deps, context, { error, shipmentIds: askedIds })
      throw error
    }
    const byNumber = new Map(answers.map((answer) => [answer.trackingNumber, answer]))
    for (const parcel of asked) await settleOne(parcel, byNumber.get(parcel.trackingNumber) ?? null)
    return outcome()
  }
}

/** Why a parcel is not asked about any more, whatever the courier would say. */
function stopOf({ policy }: CourierPolling, parcel: PolledParcel, at: Date): StopReason | null {
  const next = nextPoll(policy, parcel, at)
  if (!('stop' in next)) return null
  // The last look at a delivery is the poll at hand.
  return next.stop === 'delivered' && parcel.deliveredAt !== null && isLastLook(parcel.deliveredAt, at)
    ? null
    : next.stop
}

function isLastLook(deliveredAt: Date, at: Date): boolean {
  return at.getTime() - deliveredAt.getTime() < 3 * DAY_MS
}

async function settle(
  deps: Dependencies,
  context: ActionContext,
  polling: CourierPolling,
  parcel: PolledParcel,
  answer: TrackingAnswer | null,
): Promise<void> {
  await deps.unitOfWork.run(context, async (store) => {
    await store.shipments.lockOrderOf(parcel.shipmentId)
    const loaded = found(await store.shipments.get(parcel.shipmentId), 'shipment', parcel.shipmentId)
    const { courierCode, trackingNumber } = parcel
    // The number may be another one since it was asked about.
    const facts = answer?.outcome === 'found' && isOf(loaded, parcel) ? answer.facts : undefined
    const shipment =
      answer?.outcome === 'found'
        ? await applyScans(deps, store, {
            loaded,
            facts,
            courierCode,
            trackingNumber,
            scans: answer.scans,
            source: 'poll',
          })
        : loaded.shipment
    const at = deps.clock.now()
    const next = nextPoll(polling.policy, { ...shipment, readyAt: parcel.readyAt }, at)
    const lost = lossOf(polling, parcel, answer, at)
    const stop = lost ?? ('stop' in next ? next.stop : null)
    await store.polls.record(shipment.id, at, stop === null && 'at' in next ? next.at : null)
    if (stop === null) return
    if (lost !== null) await handToPerson(deps, store, parcel, answer)
    if (parcel.isFollowed) await tellStop(store, shipment, stop, at)
  })
}

function isOf({ shipment }: LoadedShipment, { courierCode, trackingNumber }: PolledParcel): boolean {
  return shipment.courierCode === courierCode && shipment.trackingNumber === trackingNumber
}

/** A number the courier will never tell of, or has not known for too long. */
function lossOf(
  { notFoundDays }: CourierPolling,
  { hasScans, readyAt }: PolledParcel,
  answer: TrackingAnswer | null,
  at: Date,
): 'refused' | 'not_found' | null {
  if (answer?.outcome === 'refused') return 'refused'
  const isOverdue = at.getTime() - readyAt.getTime() > notFoundDays * DAY_MS
  return answer?.outcome === 'not_found' && !hasScans && isOverdue ? 'not_found' : null
}

async function handToPerson(
  deps: Dependencies,
  store: Store,
  { shipmentId, orderId, companyId, courierCode, trackingNumber }: PolledParcel,
  answer: TrackingAnswer | null,
): Promise<void> {
  await store.tasks.open({
    id: deps.ids.make('manualTask'),
    kind: 'tracking_not_found',
    title: `${courierCode} does not tell of parcel ${trackingNumber}`,
    relatedType: 'shipment',
    relatedId: shipmentId,
    orderId,
    companyId,
    details: {
      courier_code: courierCode,
      tracking_number: trackingNumber,
      reason: answer !== null && 'reason' in answer ? answer.reason : null,
    },
    createdAt: deps.clock.now(),
  })
}

/** Law T6: the timeline says that nobody asks any more, and why. */
async function tellStop(store: Store, shipment: Shipment, reason: StopReason, at: Date): Promise<void> {
  const stopped = { ...shipment, version: shipment.version + 1, updatedAt: at }
  await store.shipments.save(stopped)
  store.publish([shipmentEvent(stopped, 'shipment.tracking_stopped', at, { reason })])
}
