import { type Static, Type } from 'typebox'
import type { TrackingCandidateView, TrackingNumberView } from '../../../application/ports/shipment-reader.ts'
import {
  detectCouriers,
  normaliseTrackingNumber,
  readTrackingNumber,
  trackingPageOf,
} from '../../../domain/shipments/tracking-number.ts'
import { text } from '../columns.ts'
import { sql } from '../sql.ts'

const courierPage = Type.Object({ courierCode: text, name: text, adapter: text, trackingUrlTemplate: text })
export const courierPageRow = sql.rowsOf(courierPage)

/** The couriers a number may be of: those with formats first, the ones that take anything last. */
export function candidatesAmong(
  couriers: readonly Static<typeof courierPage>[],
  number: string,
): TrackingNumberView {
  const detected = detectCouriers(number)
  const generic = readTrackingNumber('generic', number)
  const readings = generic === null ? detected : [...detected, generic]
  const candidates = readings.flatMap((reading) =>
    couriers
      .filter(({ adapter }) => adapter === reading.owner)
      .map(
        (courier): TrackingCandidateView => ({
          courier_code: courier.courierCode,
          name: courier.name,
          format: reading.kind,
          tracking_number: reading.number,
          check: reading.check,
          expected_check_digit: reading.expectedCheckDigit,
          tracking_url: trackingPageOf(courier, reading.number),
        }),
      ),
  )
  return { tracking_number: normaliseTrackingNumber(number), candidates }
}
