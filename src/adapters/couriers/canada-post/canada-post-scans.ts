import { storableInstant } from '../../../domain/shared/storable-instant.ts'
import type { CourierScan } from '../../../domain/shipments/tracking.ts'
import { type Meaning, means, unknownCode } from '../meaning.ts'
import { isJsonObject, type JsonObject } from '../usps/usps-scans.ts'
import { textOf } from '../usps/usps-texts.ts'
import { meanings, reused, statesReturn, zones } from './canada-post-codes.ts'

// Of the tables. A change of what a code means makes a new one.
const MAPPING_VERSION = 1
const mostScans = 200
const day = /^\d{4}-\d\d-\d\d$/
const clock = /^\d\d:\d\d(?::\d\d)?$/
const minute = 60_000

/** The occurrences of a tracking detail, newest first as Canada Post lists them. */
export function scansOf(detail: JsonObject): CourierScan[] {
  const { 'significant-events': events } = detail
  const occurrences = isJsonObject(events) && Array.isArray(events['occurrence']) ? events['occurrence'] : []
  return occurrences.filter(isJsonObject).slice(0, mostScans).map(scanOf)
}

/** One occurrence, by its identifier; its words count only for identifiers that are known to be used again. */
export function scanOf(occurrence: JsonObject): CourierScan {
  const code = (textOf(occurrence, 'event-identifier') ?? '').replace(/^0+(?=\d)/, '')
  const description = textOf(occurrence, 'event-description') ?? ''
  const { meaning, rule } = meaningOf(code, description)
  const [date, time, zone] = ['event-date', 'event-time', 'event-time-zone'].map((name) =>
    textOf(occurrence, name),
  )
  return {
    code,
    description,
    ...meaning,
    mappingVersion: MAPPING_VERSION,
    rule,
    occurredAt: instantOf(date ?? null, time ?? null, zone ?? null),
    localTime: [date, time, zone].filter((part) => part !== null && part !== undefined).join(' ') || null,
    place:
      [textOf(occurrence, 'event-site'), textOf(occurrence, 'event-province')].filter(isText).join(', ') ||
      null,
    raw: occurrence,
  }
}

function meaningOf(code: string, description: string): { meaning: Meaning; rule: string } {
  if (reused.has(code) && statesReturn(description)) {
    return { meaning: means('returned', `carrier_code:${code}`), rule: `canada_post.return_wording.${code}` }
  }
  const meaning = meanings.get(code)
  return meaning === undefined
    ? { meaning: unknownCode(code), rule: 'canada_post.unknown' }
    : { meaning, rule: `canada_post.event.${code}` }
}

/** Wall clock and zone abbreviation; a country's name or nothing in place of the zone leaves no instant. */
function instantOf(date: string | null, time: string | null, zone: string | null): Date | null {
  const offset = zones.get((zone ?? '').toUpperCase())
  if (date === null || time === null || offset === undefined || !day.test(date) || !clock.test(time))
    return null
  return storableInstant(Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`) - offset * minute)
}

function isText(text: string | null): text is string {
  return text !== null && text !== ''
}
