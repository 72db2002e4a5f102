import type { Shipment } from './shipment.ts'
import { type CourierEvent, wallClock } from './tracking.ts'

const DAY_MS = 86_400_000
/** How long before a parcel was made its number is surely its own: couriers give it to another after some months (law T1). */
export const MOST_BEFORE_MS = 90 * DAY_MS
// What zones, and clocks that are wrong, make of a time.
const MOST_AHEAD_MS = 2 * DAY_MS
const EARLIEST_MS = Date.UTC(1990, 0, 1)

/**
 * The scans that are of this parcel: told under its courier and its number, and not so long before it was made that the
 * number was another parcel's. One with a time that no clock showed when it was told has none, and is placed without.
 */
export function ownScans(
  scans: readonly CourierEvent[],
  { courierCode, trackingNumber, createdAt }: Pick<Shipment, 'courierCode' | 'trackingNumber' | 'createdAt'>,
): CourierEvent[] {
  return scans
    .filter((scan) => scan.courierCode === courierCode && scan.trackingNumber === trackingNumber)
    .map((scan) => (hasTrueTime(scan) ? scan : { ...scan, occurredAt: null, localTime: null }))
    .filter((scan) => !(timeOf(scan) < createdAt.getTime() - MOST_BEFORE_MS))
}

function hasTrueTime(scan: CourierEvent): boolean {
  const time = timeOf(scan)
  return Number.isNaN(time) || (time >= EARLIEST_MS && time <= scan.receivedAt.getTime() + MOST_AHEAD_MS)
}

/** In whatever zone where it names none; NaN where it has no time. */
function timeOf(scan: CourierEvent): number {
  return scan.occurredAt?.getTime() ?? Date.parse(wallClock(scan).replace(/T.*$/, '$&Z'))
}
