import { countingScans } from '../../domain/shipments/delivery-correction.ts'
import { ownScans } from '../../domain/shipments/own-scans.ts'
import { learnFacts, type ParcelFacts } from '../../domain/shipments/parcel-facts.ts'
import type { Shipment } from '../../domain/shipments/shipment.ts'
import {
  applyTracking,
  type CourierEvent,
  type CourierScan,
  contradictionsOf,
  currentTracking,
  wasInCustody,
} from '../../domain/shipments/tracking.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { LoadedShipment } from '../ports/shipment-store.ts'
import type { ManualTask } from '../ports/task-store.ts'
import type { Store } from '../ports/unit-of-work.ts'
import { recordMovement } from './record-movement.ts'

interface Heard {
  loaded: LoadedShipment
  /** What the courier told of the parcel beside its scans. */
  facts: ParcelFacts | undefined
  courierCode: string
  trackingNumber: string
  /** Newest first, as couriers list them. */
  scans: readonly CourierScan[]
  source: CourierEvent['source']
}

interface Dependencies {
  clock: Clock
  ids: IdGenerator
  digest: (text: string) => string
}

/**
 * What a courier told of a parcel is written down; new scans, pushed or polled, join its history, and what of that counts
 * decides its status. The order's lock must be held. Answers the parcel as it is afterwards.
 */
export async function applyScans(deps: Dependencies, store: Store, heard: Heard): Promise<Shipment> {
  const { shipment: before, items } = heard.loaded
  const at = deps.clock.now()
  const known = await store.shipments.courierEvents(before.id)
  const { shipment, events } = learnFacts(before, heard.facts, at)
  store.publish(events)
  const fresh = freshEvents(deps, heard, known, at)
  if (fresh.length === 0) {
    if (shipment !== before) await store.shipments.save(shipment)
    return shipment
  }
  await store.shipments.insertCourierEvents(shipment.companyId, fresh)

  const counting = (scans: readonly CourierEvent[]) => countingScans(ownScans(scans, shipment), shipment)
  const history = counting([...known, ...fresh])
  const tracking = currentTracking(history, shipment.trackingStatus)
  const contradictions = contradictionsOf(history).slice(contradictionsOf(counting(known)).length)
  for (const task of tasksOf(heard, fresh, contradictions, tracking.status)) {
    await store.tasks.open({ ...task, id: deps.ids.make('manualTask'), createdAt: at })
  }
  const custody = { wasInCustody: wasInCustody(history) }
  const decision = applyTracking(shipment, items, { ...tracking, ...custody }, at)
  await recordMovement(deps, store, { orderId: shipment.orderId, before, items, decision })
  return decision.shipment
}

function freshEvents(
  deps: Dependencies,
  { loaded, courierCode, trackingNumber, scans, source }: Heard,
  known: readonly CourierEvent[],
  at: Date,
): CourierEvent[] {
  const keys = new Set(known.map((event) => event.eventKey))
  return scans
    .map(
      (scan, index): CourierEvent => ({
        ...scan,
        id: deps.ids.make('courierEvent'),
        shipmentId: loaded.shipment.id,
        courierCode,
        trackingNumber,
        // Law T2: never the text, couriers reword and translate it.
        eventKey: deps.digest(
          [courierCode, trackingNumber, scan.code, scan.localTime ?? '', scan.place ?? ''].join('|'),
        ),
        // Couriers list newest first; older scans get the lower number.
        sequence: known.length + scans.length - index,
        source,
        receivedAt: at,
      }),
    )
    .filter(({ eventKey }) => !keys.has(eventKey) && keys.add(eventKey))
}

function tasksOf(
  { loaded: { shipment }, courierCode, trackingNumber }: Heard,
  fresh: readonly CourierEvent[],
  contradictions: readonly CourierScan[],
  status: Shipment['trackingStatus'],
): Omit<ManualTask, 'id' | 'createdAt'>[] {
  const about = { orderId: shipment.orderId, companyId: shipment.companyId }
  const parcel = { ...about, relatedType: 'shipment', relatedId: shipment.id }
  const number = { courier_code: courierCode, tracking_number: trackingNumber }
  const tasks: Omit<ManualTask, 'id' | 'createdAt'>[] = fresh
    .filter(({ canonical }) => canonical === 'unknown')
    .map(({ code, description }) => ({
      ...about,
      kind: 'unknown_courier_code',
      title: `Map the code ${code} of ${courierCode}: ${description}`,
      relatedType: 'courier_code',
      relatedId: `${courierCode}:${code}`,
      details: { courier_code: courierCode, code, description },
    }))
  if (status === 'returned' && shipment.trackingStatus !== 'returned') {
    tasks.push({
      ...parcel,
      kind: 'parcel_returned',
      title: `Parcel ${trackingNumber} is coming back`,
      details: number,
    })
  }
  const contradiction = contradictions.at(-1)
  if (contradiction !== undefined) {
    tasks.push({
      ...parcel,
      kind: 'tracking_contradiction',
      title: `Parcel ${trackingNumber} was delivered, and then: ${contradiction.description}`,
      details: { ...number, code: contradiction.code, canonical: contradiction.canonical },
    })
  }
  return tasks
}
