import type { CourierScan } from '../../../domain/shipments/tracking.ts'
import { type Meaning, unknownCode } from '../meaning.ts'
import { isJsonObject, type JsonObject } from '../usps/usps-scans.ts'
import { textOf } from '../usps/usps-texts.ts'
import { instantOf } from '../zoned-time.ts'
import { checkpoints, phrases, statusCodes, statuses } from './dhl-codes.ts'

// Of the tables. A change of what a code means makes a new one.
const MAPPING_VERSION = 1
const mostScans = 200
const checkpoint = /^(?:[A-Z]{2}|\d{2,4})$/

/** The scans of one shipment of Unified Tracking, as DHL lists them; its status where it lists none. */
export function scansOf(shipment: JsonObject): CourierScan[] {
  const listed = Array.isArray(shipment['events']) ? shipment['events'] : []
  const scans = listed.filter(isJsonObject).slice(0, mostScans).map(scanOf)
  if (scans.length > 0) return scans
  const { status } = shipment
  return isJsonObject(status) && textOf(status, 'statusCode') !== null ? [summaryOf(status)] : []
}

/** One event, by its own status code; what the division adds refines it and never overrides it. */
export function scanOf(event: JsonObject): CourierScan {
  const { code, meaning, rule } = meaningOf(event)
  const localTime = textOf(event, 'timestamp')
  return {
    code,
    description: textOf(event, 'description', 'status') ?? '',
    ...meaning,
    mappingVersion: MAPPING_VERSION,
    rule,
    occurredAt: instantOf(localTime),
    localTime,
    place: placeOf(event),
    raw: event,
  }
}

/**
 * Of several shipments under one number, the one that has the number and the service; else the one with the newest
 * status. `id` is compared as text: parcel numbers do not fit into a JavaScript number.
 */
export function chooseShipment(
  shipments: readonly JsonObject[],
  asked: { trackingNumber: string; service: string | null },
): JsonObject | null {
  const named = shipments.filter(({ id }) => String(id).toUpperCase() === asked.trackingNumber)
  const served = named.find(
    (shipment) => asked.service !== null && textOf(shipment, 'service') === asked.service,
  )
  if (served !== undefined) return served
  const [first = null, ...others] = named.length > 0 ? named : shipments
  return others.reduce(
    (newest, other) => (newest !== null && statusTime(other) > statusTime(newest) ? other : newest),
    first,
  )
}

function summaryOf(status: JsonObject): CourierScan {
  const scan = scanOf(status)
  return { ...scan, code: `summary:${scan.code}`, occurredAt: null, localTime: null, place: null }
}

function meaningOf(event: JsonObject): { code: string; meaning: Meaning; rule: string } {
  const written = (textOf(event, 'statusCode') ?? '').toLowerCase()
  const statusCode = statusCodes.get(written)
  if (statusCode === undefined) {
    const code = written === '' ? 'none' : written
    return { code, meaning: unknownCode(code), rule: 'dhl.unknown' }
  }
  const given = (textOf(event, 'status') ?? '').toUpperCase()
  const code = checkpoint.test(given) ? given : null
  const refined = code === null ? undefined : checkpoints[statusCode].get(code)
  if (code !== null && refined !== undefined) {
    return { code, meaning: refined, rule: `dhl.checkpoint.${statusCode}.${code}` }
  }
  for (const text of [textOf(event, 'description'), textOf(event, 'status')]) {
    const phrase = (text ?? '').toLowerCase().replace(/[.\s]+$/, '')
    const told = phrases[statusCode].get(phrase)
    if (told !== undefined) {
      return { code: code ?? statusCode, meaning: told, rule: `dhl.phrase.${phrase.replaceAll(' ', '_')}` }
    }
  }
  const alone = statuses[statusCode]
  const detail = code === null ? alone.detail : `carrier_code:${code}`
  return { code: code ?? statusCode, meaning: { ...alone, detail }, rule: `dhl.status.${statusCode}` }
}

/** Its instant where it names a zone: as texts, times of several zones do not compare. */
function statusTime(shipment: JsonObject): string {
  const time = isJsonObject(shipment['status']) ? textOf(shipment['status'], 'timestamp') : null
  return instantOf(time)?.toISOString() ?? time ?? ''
}

/** `AUSTIN - USA`, or the country where that is all there is. */
function placeOf(event: JsonObject): string | null {
  const { location } = event
  const address = isJsonObject(location) ? location['address'] : null
  return isJsonObject(address) ? textOf(address, 'addressLocality', 'countryCode') : null
}
