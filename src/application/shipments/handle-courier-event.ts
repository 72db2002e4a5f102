import type { CourierScan } from '../../domain/shipments/tracking.ts'
import { found } from '../found.ts'
import { type JobPayloads, job } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'
import { applyScans } from './apply-scans.ts'
import { learnParcel } from './learn-parcel.ts'

interface Dependencies {
  unitOfWork: UnitOfWork
  clock: Clock
  ids: IdGenerator
  digest: (text: string) => string
}

type Push = JobPayloads['handle-courier-event']

/** Applies a stored push. A hint moves nothing: the courier is asked about the parcels it names, at once. */
export function handleCourierEvent(deps: Dependencies) {
  return async (input: Push, context: ActionContext): Promise<JobOutcome> => {
    const { courierCode, eventId } = input
    await deps.unitOfWork.conclude(context, async (store) => {
      const note = input.isHint === true ? await askAbout(store, input) : await applyPush(deps, store, input)
      const status = note === null ? 'processed' : 'ignored'
      await store.webhooks.finish(courierCode, [eventId], status, note, deps.clock.now())
    })
    return { outcome: 'done' }
  }
}

async function askAbout(store: Store, input: Push): Promise<string | null> {
  const { courierCode, trackingNumber, furtherNumbers = [] } = input
  const shipmentIds = await store.polls.withNumbers(courierCode, [trackingNumber, ...furtherNumbers])
  if (shipmentIds.length === 0) return `no parcel of ours has the number ${trackingNumber}`
  store.enqueue(
    ...shipmentIds.map((shipmentId) =>
      job(
        'poll-tracking',
        { courierCode, shipmentIds: [shipmentId] },
        { key: `hint:${input.eventId}:${shipmentId}`, related: { type: 'shipment', id: shipmentId } },
      ),
    ),
  )
  return null
}

async function applyPush(deps: Dependencies, store: Store, input: Push): Promise<string | null> {
  const { courierCode, trackingNumber } = input
  if (input.scans.length === 0) return 'nothing readable in it'
  const parcel = await store.shipments.findByTracking(courierCode, trackingNumber)
  if (parcel === null) return `no parcel of ours has the number ${trackingNumber}`
  await store.shipments.lockOrderOf(parcel.shipmentId)
  const known = found(await store.shipments.get(parcel.shipmentId), 'shipment', parcel.shipmentId)
  const loaded = await learnParcel(store, known, input.facts, deps.clock.now())
  const scans = input.scans.map(
    (scan): CourierScan => ({
      ...scan,
      occurredAt: scan.occurredAt === null ? null : new Date(scan.occurredAt),
    }),
  )
  await applyScans(deps, store, { loaded, courierCode, trackingNumber, scans, source: 'push' })
  return null
}
