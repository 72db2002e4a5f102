import { learnFacts, type ParcelFacts } from '../../domain/shipments/parcel-facts.ts'
import type { LoadedShipment } from '../ports/shipment-store.ts'
import type { Store } from '../ports/unit-of-work.ts'

/** Writes down what a courier told of a parcel beside its scans. The order's lock must be held. */
export async function learnParcel(
  store: Store,
  loaded: LoadedShipment,
  facts: ParcelFacts | undefined,
  at: Date,
): Promise<LoadedShipment> {
  if (facts === undefined) return loaded
  const { shipment, events } = learnFacts(loaded.shipment, facts, at)
  if (events.length === 0) return loaded
  await store.shipments.save(shipment)
  store.publish(events)
  return { ...loaded, shipment }
}
