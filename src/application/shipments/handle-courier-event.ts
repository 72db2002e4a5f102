import type { CourierScan } from '../../domain/shipments/tracking.ts'
import { found } from '../found.ts'
import { type JobPayloads, job, type StoredPush } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'
import { applyScans } from './apply-scans.ts'

interface Dependencies {
  unitOfWork: UnitOfWork
  clock: Clock
  ids: IdGenerator
  digest: (text: string) => string
}

/**
 * Applies a stored push and those that came with it, each in a transaction of its own: one that fails holds up no other
 * and is tried again with the job, where the others change nothing. A hint moves nothing: the courier is asked about the
 * parcels it names, at once.
 */
export function handleCourierEvent(deps: Dependencies) {
  const handle = async (store: Store, push: StoredPush): Promise<void> => {
    const note = push.isHint === true ? await askAbout(store, push) : await applyPush(deps, store, push)
    const status = note === null ? 'processed' : 'ignored'
    await store.webhooks.finish(push.courierCode, [push.eventId], status, note, deps.clock.now())
  }
  return async (
    { more = [], ...first }: JobPayloads['handle-courier-event'],
    context: ActionContext,
  ): Promise<JobOutcome> => {
    const pushes = [first, ...more]
    const failures: unknown[] = []
    for (const push of pushes.slice(0, -1)) {
      await deps.unitOfWork
        .run(context, (store) => handle(store, push))
        .catch((error: unknown) => {
          failures.push(error)
        })
    }
    // The job ends together with its last push, unless another one failed.
    const last = pushes.at(-1) ?? first
    if (failures.length === 0) {
      await deps.unitOfWork.conclude(context, (store) => handle(store, last))
      return { outcome: 'done' }
    }
    await deps.unitOfWork.run(context, (store) => handle(store, last))
    throw failures[0]
  }
}

async function askAbout(store: Store, input: StoredPush): Promise<string | null> {
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

async function applyPush(deps: Dependencies, store: Store, input: StoredPush): Promise<string | null> {
  const { courierCode, trackingNumber } = input
  if (input.scans.length === 0) return 'nothing readable in it'
  const parcel = await store.shipments.findByTracking(courierCode, trackingNumber)
  if (parcel === null) return `no parcel of ours has the number ${trackingNumber}`
  if (!parcel.isCourierEnabled) return `the courier ${courierCode} is disabled`
  await store.shipments.lockOrderOf(parcel.shipmentId)
  const loaded = found(await store.shipments.get(parcel.shipmentId), 'shipment', parcel.shipmentId)
  // Read under the lock: whoever makes it ready meanwhile looks for what was not applied.
  if (loaded.shipment.status === 'draft') return 'its parcel is a draft: applied once it is ready'
  const scans = input.scans.map(
    (scan): CourierScan => ({
      ...scan,
      occurredAt: scan.occurredAt === null ? null : new Date(scan.occurredAt),
    }),
  )
  const { facts } = input
  await applyScans(deps, store, { loaded, facts, courierCode, trackingNumber, scans, source: 'push' })
  return null
}
