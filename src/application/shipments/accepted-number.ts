import { type Shipment, type ShipmentEvent, shipmentEvent } from '../../domain/shipments/shipment.ts'
import type { Doubts } from './tracking-of.ts'

/** The timeline says that a number was taken although something spoke against it, and why. */
export function acceptedNumber(
  shipment: Shipment,
  { expectedCheckDigit, alsoOf }: Doubts,
  at: Date,
): ShipmentEvent[] {
  const { trackingNumber, trackingNumberReason } = shipment
  if (trackingNumber === null || trackingNumberReason === null) return []
  if (expectedCheckDigit === null && alsoOf === null) return []
  return [
    shipmentEvent(shipment, 'shipment.tracking_number_accepted', at, {
      tracking_number: trackingNumber,
      reason: trackingNumberReason,
      expected_check_digit: expectedCheckDigit,
      also_of: alsoOf,
    }),
  ]
}
