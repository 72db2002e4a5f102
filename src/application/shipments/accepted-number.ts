import { type Shipment, type ShipmentEvent, shipmentEvent } from '../../domain/shipments/shipment.ts'

/** The timeline says that a wrong check digit was taken, and why. */
export function acceptedNumber(
  shipment: Shipment,
  expectedCheckDigit: string | null,
  at: Date,
): ShipmentEvent[] {
  const { trackingNumber, trackingNumberReason } = shipment
  if (trackingNumber === null || trackingNumberReason === null || expectedCheckDigit === null) return []
  return [
    shipmentEvent(shipment, 'shipment.tracking_number_accepted', at, {
      tracking_number: trackingNumber,
      reason: trackingNumberReason,
      expected_check_digit: expectedCheckDigit,
    }),
  ]
}
