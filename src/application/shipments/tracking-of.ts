import type { ShipmentId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import type { Shipment } from '../../domain/shipments/shipment.ts'
import {
  acceptTrackingNumber,
  normaliseTrackingNumber,
  trackingPageOf,
} from '../../domain/shipments/tracking-number.ts'
import type { Store } from '../ports/unit-of-work.ts'

export interface GivenTracking {
  courierCode: string | null
  trackingNumber: string | null
  /** Why the number is right although its check digit, or another parcel's having it, says otherwise. */
  trackingNumberReason: string | null
}

export type KnownTracking = Pick<
  Shipment,
  | 'trackingStatus'
  | 'trackingDetail'
  | 'courierCode'
  | 'trackingNumber'
  | 'trackingUrl'
  | 'trackingNumberReason'
  | 'courierService'
  | 'carrierCode'
  | 'carrierTrackingNumber'
>

/** What spoke against a number that was taken for the reason given. */
export interface Doubts {
  expectedCheckDigit: string | null
  /** A draft or an open parcel with the same number. */
  alsoOf: ShipmentId | null
}

export const noDoubts: Doubts = { expectedCheckDigit: null, alsoOf: null }

/**
 * The number as it is stored and the courier's public page for it. Refuses a courier that is not configured, a number
 * that the courier cannot have given, and without a reason a wrong check digit and the number of another open parcel;
 * answers what it took all the same.
 */
export async function trackingOf(
  store: Store,
  { courierCode, trackingNumber, trackingNumberReason }: GivenTracking,
  shipmentId: ShipmentId | null = null,
): Promise<{ tracking: KnownTracking; doubts: Doubts }> {
  // Another number is another parcel to the courier: what was told of the last one is not its.
  const untold = {
    trackingStatus: 'unknown',
    trackingDetail: null,
    courierService: null,
    carrierCode: null,
    carrierTrackingNumber: null,
  } as const
  const nothing = { ...untold, trackingUrl: null, trackingNumberReason: null }
  const normalised = trackingNumber === null ? null : normaliseTrackingNumber(trackingNumber)
  if (courierCode === null) {
    return { tracking: { courierCode, trackingNumber: normalised, ...nothing }, doubts: noDoubts }
  }
  const courier = await store.shipments.findCourier(courierCode)
  if (courier?.enabled !== true) {
    throw new Refusal(
      'courier_unknown',
      `There is no courier ${courierCode}.`,
      { courier_code: courierCode },
      [{ pointer: '/courier_code', detail: 'must be an enabled courier, see GET /v1/couriers' }],
    )
  }
  if (normalised === null) {
    return { tracking: { courierCode, trackingNumber: null, ...nothing }, doubts: noDoubts }
  }
  const reading = acceptTrackingNumber(courier, normalised, trackingNumberReason)
  const alsoOf = await store.shipments.openWithNumber(courierCode, reading.number, shipmentId)
  if (alsoOf !== null && trackingNumberReason === null) refuseTaken(reading.number, alsoOf)
  return {
    tracking: {
      courierCode,
      trackingNumber: reading.number,
      trackingUrl: trackingPageOf(courier, reading.number),
      ...untold,
      trackingNumberReason: reading.check === 'failed' || alsoOf !== null ? trackingNumberReason : null,
    },
    doubts: { expectedCheckDigit: reading.expectedCheckDigit, alsoOf },
  }
}

/** Of two parcels with one number, what the courier tells of it reaches the newer one alone. */
function refuseTaken(number: string, shipmentId: ShipmentId): never {
  throw new Refusal(
    'tracking_number_taken',
    `The shipment ${shipmentId} has the tracking number ${number} already.`,
    { tracking_number: number, shipment_id: shipmentId },
    [
      {
        pointer: '/tracking_number',
        detail: 'is of another open shipment, or needs a tracking_number_reason',
      },
    ],
  )
}
