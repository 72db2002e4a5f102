import { storableInstant } from '../../../domain/shared/storable-instant.ts'

const localShape = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d{1,2}:?\d\d)?$/i
const utcShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?$/i
const minute = 60_000
const furthestZone = 14 * 60

/**
 * When a scan happened. `eventTimestamp` is the wall clock of its place; USPS's own UTC field joins the local date
 * to the UTC clock, so that an evening scan lies a day too early there: it may add seconds, and speaks alone only
 * where nothing else gives a time of day.
 */
export function instantOf(event: {
  eventTimestamp?: unknown
  GMTOffset?: unknown
  GMTTimestamp?: unknown
}): Date | null {
  const claimed = utcInstant(event.GMTTimestamp)
  const computed = localInstant(event.eventTimestamp, offsetMinutes(event.GMTOffset))
  if (computed === null) return claimed
  return claimed !== null && Math.abs(claimed.getTime() - computed.getTime()) < minute ? claimed : computed
}

function localInstant(timestamp: unknown, offset: number | null): Date | null {
  const parts = typeof timestamp === 'string' ? localShape.exec(timestamp.trim()) : null
  if (parts === null) return null
  const [, date, clock, seconds = '00', zone] = parts
  const written = zone === undefined ? null : offsetMinutes(zone)
  // A zero zone is what USPS writes when it does not know the zone, unless the offset says the same.
  const minutes = written === null || written === 0 ? offset : written
  if (minutes === null) return null
  return storableInstant(Date.parse(`${date ?? ''}T${clock ?? ''}:${seconds}Z`) - minutes * minute)
}

/** "-05:00", "-7:00", "-0500", and minutes as a number or a text. */
function offsetMinutes(offset: unknown): number | null {
  if (typeof offset === 'number') return validOffset(offset)
  if (typeof offset !== 'string') return null
  const text = offset.trim()
  if (/^z$/i.test(text)) return 0
  const clock = /^([+-]?)(?:(\d{1,2}):(\d\d)|(\d\d)(\d\d))$/.exec(text)
  if (clock !== null) {
    const size = Number(clock[2] ?? clock[4]) * 60 + Number(clock[3] ?? clock[5])
    return validOffset(clock[1] === '-' ? -size : size)
  }
  return /^[+-]?\d{1,3}$/.test(text) ? validOffset(Number(text)) : null
}

function validOffset(minutes: number): number | null {
  return Number.isInteger(minutes) && Math.abs(minutes) <= furthestZone ? minutes : null
}

function utcInstant(timestamp: unknown): Date | null {
  if (typeof timestamp !== 'string' || !utcShape.test(timestamp)) return null
  return storableInstant(Date.parse(/z$/i.test(timestamp) ? timestamp : `${timestamp}Z`))
}
