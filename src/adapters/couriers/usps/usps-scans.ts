import type { CourierScan } from '../../../domain/shipments/tracking.ts'
import { type Meaning, unknownCode } from '../meaning.ts'
import { categories, meanings, phrases, uspsMappingVersion } from './usps-codes.ts'
import { textOf } from './usps-texts.ts'
import { instantOf } from './usps-times.ts'

export type JsonObject = Readonly<Record<string, unknown>>

// The carrier keeps 99; more is no timeline.
const mostScans = 200

const toSender = /\boriginal sender\b/i

/**
 * The scans of a tracking detail, newest first as USPS lists them; its summary where it lists none. What a scan means
 * depends on nothing beside it, so that a history in pieces maps as it does whole; but where the summary alone says
 * that the newest one handed the parcel to its sender, the scan keeps those words.
 */
export function scansOf(detail: JsonObject): CourierScan[] {
  const listed = Array.isArray(detail['trackingEvents'])
    ? detail['trackingEvents']
    : [detail['trackingEvent']]
  const events = listed.filter(isJsonObject).slice(0, mostScans)
  if (events.length === 0) return summaryOf(detail)
  const isToldBySummary = toSender.test(statusText(detail) ?? '')
  return events.map((event, index) =>
    scanOf(index === 0 && isToldBySummary ? { ...event, status: statusText(detail) } : event),
  )
}

/** A stored original again: of a scan, or of a summary. */
export function readUspsScan(raw: JsonObject): CourierScan {
  return 'statusCategory' in raw ? (summaryOf(raw)[0] ?? scanOf(raw)) : scanOf(raw)
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function scanOf(event: JsonObject): CourierScan {
  const code = (textOf(event, 'eventCode') ?? '').toUpperCase()
  const description = textOf(event, 'eventType', 'name') ?? ''
  const scan: CourierScan = {
    code,
    description,
    ...meaningOf(code, description),
    mappingVersion: uspsMappingVersion,
    occurredAt: instantOf(event),
    localTime: textOf(event, 'eventTimestamp'),
    place: placeOf(event),
    raw: event,
  }
  const isToSender = toSender.test(description) || toSender.test(textOf(event, 'status') ?? '')
  return scan.canonical === 'delivered' && isToSender ? handedToSender(scan) : scan
}

function meaningOf(code: string, description: string): Meaning & { rule: string } {
  const coded = meanings.get(code)
  if (coded !== undefined) return { ...coded, rule: `usps.code.${code}` }
  const phrase = description.toLowerCase()
  const said = phrases.get(phrase)
  if (said !== undefined) return { ...said, rule: `usps.phrase.${slug(phrase)}` }
  return { ...unknownCode(code), rule: 'usps.unknown' }
}

function slug(phrase: string): string {
  return phrase.replaceAll(/[^a-z]+/g, '_')
}

/** USPS says "delivered" of the handover to the sender too. */
function handedToSender(scan: CourierScan): CourierScan {
  return { ...scan, canonical: 'returned', detail: `carrier_code:${scan.code}`, rule: 'usps.to_sender' }
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
    rule: categories.has(category.toLowerCase())
      ? `usps.category.${slug(category.toLowerCase())}`
      : 'usps.unknown',
    mappingVersion: uspsMappingVersion,
    occurredAt: null,
    localTime: null,
    place: null,
    raw: { status: detail['status'] ?? null, statusCategory: category },
  }
  return [scan.canonical === 'delivered' && toSender.test(description) ? handedToSender(scan) : scan]
}

/** The courier's own words for where the parcel is. */
export function statusText(detail: JsonObject): string | null {
  return textOf(detail, 'status', 'statusSummary')
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
