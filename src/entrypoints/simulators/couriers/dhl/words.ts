import type { StepWords } from '../parcel-world.ts'

/** DHL's own status code, and the division's checkpoint after the slash. */
export const DHL_WORDS: StepWords = {
  label: { code: 'pre-transit', place: 'VANCOUVER - CANADA', text: 'Shipment information received' },
  accepted: { code: 'transit/PU', place: 'VANCOUVER - CANADA', text: 'Shipment picked up' },
  transit: { code: 'transit/DF', place: 'CINCINNATI HUB - USA', text: 'Departed from a DHL facility' },
  arrived: { code: 'transit/AR', place: 'AUSTIN - USA', text: 'Arrived at the delivery facility' },
  customs: { code: 'transit/CD', place: 'CINCINNATI HUB - USA', text: 'Clearance event' },
  delayed: { code: 'transit/MD', place: 'CINCINNATI HUB - USA', text: 'Missed the delivery cycle' },
  out: { code: 'transit/WC', place: 'AUSTIN - USA', text: 'Shipment is out with courier for delivery' },
  attempt: { code: 'failure/NH', place: 'AUSTIN - USA', text: 'Delivery attempted; recipient not home' },
  delivered: { code: 'delivered/OK', place: 'AUSTIN - USA', text: 'Delivered' },
  refused: { code: 'failure/RD', place: 'AUSTIN - USA', text: 'The recipient refused the delivery' },
  returned: { code: 'failure/RT', place: 'VANCOUVER - CANADA', text: 'Returned to shipper' },
  lost: { code: 'failure/OH', place: 'CINCINNATI HUB - USA', text: 'Shipment on hold' },
  unheard_of: { code: 'transported/Q9', place: 'CINCINNATI HUB - USA', text: 'Delivered by other means' },
}
