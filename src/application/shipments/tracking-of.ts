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
  /** Why the number is right although its check digit says otherwise. */
  trackingNumberReason: string | null
}

export type KnownTracking = Pick<
  Shipment,
  | 'courierCode'
  | 'trackingNumber'
  | 'trackingUrl'
  | 'trackingNumberReason'
  | 'courierService'
  | 'carrierCode'
  | 'carrierTrackingNumber'
>

/**
 * The number as it is stored and the courier's public page for it. Refuses a courier that is not configured, a number
 * that the courier cannot have given, and a wrong check digit without a reason; answers the digit that it took instead.
 */
export async function trackingOf(
  store: Store,
  { courierCode, trackingNumber, trackingNumberReason }: GivenTracking,
): Promise<{ tracking: KnownTracking; expectedCheckDigit: string | null }> {
  // Another number is another parcel to the courier: what was told of the last one is not its.
  const untold = { courierService: null, carrierCode: null, carrierTrackingNumber: null }
  const nothing = { ...untold, trackingUrl: null, trackingNumberReason: null }
  const normalised = trackingNumber === null ? null : normaliseTrackingNumber(trackingNumber)
  if (courierCode === null) {
    return { tracking: { courierCode, trackingNumber: normalised, ...nothing }, expectedCheckDigit: null }
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
    return { tracking: { courierCode, trackingNumber: null, ...nothing }, expectedCheckDigit: null }
  }
  const reading = acceptTrackingNumber(courier, normalised, trackingNumberReason)
  return {
    tracking: {
      courierCode,
      trackingNumber: reading.number,
      trackingUrl: trackingPageOf(courier, reading.number),
      ...untold,
      trackingNumberReason: reading.check === 'failed' ? trackingNumberReason : null,
    },
    expectedCheckDigit: reading.expectedCheckDigit,
  }
}
