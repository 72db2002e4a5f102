import { type Shipment, type ShipmentDecision, shipmentEvent } from './shipment.ts'

/** What a courier tells of a parcel beside its scans; null where it does not say. */
export interface ParcelFacts {
  /** Its own word for the service. */
  service: string | null
  /** Who carries the parcel for a consolidator, and under which number. */
  carrierCode: string | null
  carrierTrackingNumber: string | null
}

/** What is new of it is written down and told; what the courier no longer says stays. */
export function learnFacts(shipment: Shipment, facts: ParcelFacts | undefined, at: Date): ShipmentDecision {
  if (facts === undefined) return { shipment, events: [] }
  const learnt = {
    courierService: facts.service ?? shipment.courierService,
    carrierCode: facts.carrierCode ?? shipment.carrierCode,
    carrierTrackingNumber: facts.carrierTrackingNumber ?? shipment.carrierTrackingNumber,
  }
  if (
    learnt.courierService === shipment.courierService &&
    learnt.carrierCode === shipment.carrierCode &&
    learnt.carrierTrackingNumber === shipment.carrierTrackingNumber
  ) {
    return { shipment, events: [] }
  }
  const next: Shipment = { ...shipment, ...learnt, version: shipment.version + 1, updatedAt: at }
  return {
    shipment: next,
    events: [
      shipmentEvent(next, 'shipment.courier_told', at, {
        courier_service: next.courierService,
        carrier_code: next.carrierCode,
        carrier_tracking_number: next.carrierTrackingNumber,
      }),
    ],
  }
}
