import { countingScans } from '../../domain/shipments/delivery-correction.ts'
import {
  applyTracking,
  type CourierEvent,
  type CourierScan,
  currentTracking,
} from '../../domain/shipments/tracking.ts'
import { found } from '../found.ts'
import type { JobPayloads } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { LoadedShipment } from '../ports/shipment-store.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'
import { recordMovement } from './record-movement.ts'

interface Dependencies {
  unitOfWork: UnitOfWork
  clock: Clock
  ids: IdGenerator
  digest: (text: string) => string
}

/** Applies a stored push: new scans join the parcel's history, and the history as a whole decides its status. */
export function handleCourierEvent(deps: Dependencies) {
  return async (input: JobPayloads['handle-courier-event'], context: ActionContext): Promise<JobOutcome> => {
    const { courierCode, eventId, trackingNumber } = input
    const scans = input.scans.map(
      (scan): CourierScan => ({
        ...scan,
        occurredAt: scan.occurredAt === null ? null : new Date(scan.occurredAt),
      }),
    )
    await deps.unitOfWork.conclude(context, async (store) => {
      const finish = (note: string | null) =>
        store.webhooks.finish(
          courierCode,
          [eventId],
          note === null ? 'processed' : 'ignored',
          note,
          deps.clock.now(),
        )
      if (scans.length === 0) return finish('nothing readable in it')
      const parcel = await store.shipments.findByTracking(courierCode, trackingNumber)
      if (parcel === null) return finish(`no parcel of ours has the number ${trackingNumber}`)
      await store.shipments.lockOrderOf(parcel.shipmentId)
      const loaded = found(await store.shipments.get(parcel.shipmentId), 'shipment', parcel.shipmentId)
      await applyScans(deps, store, { loaded, courierCode, trackingNumber, scans })
      return finish(null)
    })
    return { outcome: 'done' }
  }
}

async function applyScans(
  deps: Dependencies,
  store: Store,
  {
    loaded,
    courierCode,
    trackingNumber,
    scans,
  }: { loaded: LoadedShipment; courierCode: string; trackingNumber: string; scans: readonly CourierScan[] },
): Promise<void> {
  const { shipment, items } = loaded
  const at = deps.clock.now()
  const known = await store.shipments.courierEvents(shipment.id)
  const keys = new Set(known.map((event) => event.eventKey))
  const fresh = scans
    .map(
      (scan, index): CourierEvent => ({
        ...scan,
        id: deps.ids.make('courierEvent'),
        shipmentId: shipment.id,
        courierCode,
        trackingNumber,
        // Law T2: never the text, couriers reword and translate it.
        eventKey: deps.digest(
          [courierCode, trackingNumber, scan.code, scan.localTime ?? '', scan.place ?? ''].join('|'),
        ),
        // Couriers list newest first; older scans get the lower number.
        sequence: known.length + scans.length - index,
        source: 'push',
        receivedAt: at,
      }),
    )
    .filter((event) => !keys.has(event.eventKey))
  if (fresh.length === 0) return
  await store.shipments.insertCourierEvents(shipment.companyId, fresh)

  for (const event of fresh.filter(({ canonical }) => canonical === 'unknown')) {
    await store.tasks.open({
      id: deps.ids.make('manualTask'),
      kind: 'unknown_courier_code',
      title: `Map the code ${event.code} of ${courierCode}: ${event.description}`,
      relatedType: 'courier_code',
      relatedId: `${courierCode}:${event.code}`,
      orderId: shipment.orderId,
      companyId: shipment.companyId,
      details: { courier_code: courierCode, code: event.code, description: event.description },
      createdAt: at,
    })
  }
  const history = [...known, ...fresh].sort((a, b) => a.sequence - b.sequence)
  const tracking = currentTracking(countingScans(history, shipment), shipment.trackingStatus)
  const decision = applyTracking(shipment, items, tracking, at)
  if (tracking.status === 'returned' && shipment.trackingStatus !== 'returned') {
    await store.tasks.open({
      id: deps.ids.make('manualTask'),
      kind: 'parcel_returned',
      title: `Parcel ${trackingNumber} is coming back`,
      relatedType: 'shipment',
      relatedId: shipment.id,
      orderId: shipment.orderId,
      companyId: shipment.companyId,
      details: { courier_code: courierCode, tracking_number: trackingNumber },
      createdAt: at,
    })
  }
  await recordMovement(deps, store, { orderId: shipment.orderId, before: shipment, items, decision })
}
