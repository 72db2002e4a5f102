import type { DeviceId } from '../../../domain/shared/ids.ts'
import { Refusal } from '../../../domain/shared/refusal.ts'

/** A serial that somebody wants to bind, and what is known of it. */
interface Candidate {
  serial: string
  deviceId: DeviceId | null
  isRightProduct: boolean
  isTaken: boolean
}

/** Names every serial that cannot be bound, with the reason. */
export function refuseUnusable(rows: readonly Candidate[]): void {
  const unavailable = rows.filter((row) => row.deviceId === null || row.isTaken)
  if (unavailable.length > 0) {
    throw new Refusal('device_not_available', 'Some devices cannot be bound.', {
      devices: unavailable.map((row) => ({
        serial: row.serial,
        reason: row.deviceId === null ? 'not registered' : 'bound to another shipment',
      })),
    })
  }
  const wrong = rows.filter((row) => !row.isRightProduct)
  if (wrong.length > 0) {
    throw new Refusal('device_wrong_product', 'Some devices are of another product.', {
      serials: wrong.map((row) => row.serial),
    })
  }
}
