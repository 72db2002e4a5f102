import type { CourierScan } from '../../../domain/shipments/tracking.ts'
import { categories, type Meaning, meanings, phrases } from './usps-codes.ts'
import { textOf } from './usps-texts.ts'
import { instantOf } from './usps-times.ts'

export type JsonObject = Readonly<Record<string, unknown>>

// The carrier keeps 99; more is no timeline.
const mostScans = 200

const toSender = /\boriginal sender\b/i

/** The scans of a tracking detail, newest first as USPS lists them; its summary where it lists none. */
export function scansOf(detail: JsonObject): CourierScan[] {
  const listed = Array.isArray(detail['trackingEvents'])
    ? detail['trackingEvents']
    : [detail['trackingEvent']]
  const scans = listed.filter(isJsonObject).slice(0, mostScans).map(scanOf)
  if (scans.length === 0) return summaryOf(detail)
  return scans.map((scan, index) => {
    const isToldBySummary = index === 0 && toSender.test(statusText(detail) ?? '')
    return scan.code === '01' && (isToldBySummary || cameBack(scan, index, scans))
      ? handedToSender(scan)
      : scan
  })
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function scanOf(event: JsonObject): CourierScan {
  const code = (textOf(event, 'eventCode') ?? '').toUpperCase()
  const description = textOf(event, 'eventType', 'name') ?? ''
  return {
    code,
    description,
    ...(meanings.get(code) ?? phrases.get(description.toLowerCase()) ?? unknownCode(code)),
    occurredAt: instantOf(event),
    localTime: textOf(event, 'eventTimestamp'),
    place: placeOf(event),
    raw: event,
  }
}

/** USPS says "delivered" of the handover to the sender too: in the text, or after a scan that turned the parcel round. */
function cameBack(scan: CourierScan, index: number, scans: readonly CourierScan[]): boolean {
  if (toSender.test(scan.description)) return true
  return scans.some((other, place) => {
    if (other.canonical !== 'returned') return false
    if (other.occurredAt === null || scan.occurredAt === null) return place > index
    return other.occurredAt < scan.occurredAt || (place > index && other.occurredAt <= scan.occurredAt)
  })
}

function handedToSender(scan: CourierScan): CourierScan {
  return { ...scan, canonical: 'returned', detail: `carrier_code:${scan.code}` }
}

/** The summary as one scan without a time, so that any scan with one outweighs it. */
function summaryOf(detail: JsonObject): CourierScan[] {
  const category = textOf(detail, 'statusCategory')
  if (category === null) return []
  const description = statusText(detail) ?? category
  const code = `summary:${category}`
  const scan: CourierScan = {
    code,
    description,
    ...(categories.get(category.toLowerCase()) ?? unknownCode(code)),
    occurredAt: null,
    localTime: null,
    place: null,
    raw: { status: detail['status'] ?? null, statusCategory: category },
  }
  return [scan.canonical === 'delivered' && toSender.test(description) ? handedToSender(scan) : scan]
}

function statusText(detail: JsonObject): string | null {
  return textOf(detail, 'status', 'statusSummary')
}

function unknownCode(code: string): Meaning {
  return { canonical: 'unknown', detail: `carrier_code:${code}`, isInformational: false }
}

/** `NEW YORK, NY 10001`, or the country where that is all there is. */
function placeOf(event: JsonObject): string | null {
  const region = [textOf(event, 'eventState'), textOf(event, 'eventZIPCode', 'eventZIP')]
    .filter(isText)
    .join(' ')
  const place = [textOf(event, 'eventCity') ?? '', region].filter(isText).join(', ')
  return place === '' ? textOf(event, 'eventCountry') : place
}

function isText(text: string | null): text is string {
  return text !== null && text !== ''
}
