import { storableInstant } from '../../../domain/shared/storable-instant.ts'

const INSTANT = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i

/** A day of the calendar in the years 1 to 9999: those that PostgreSQL keeps and four digits write. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const day = storableInstant(Date.parse(`${text}T00:00:00Z`))
  // The 30th of February would be read as a day of March.
  return day?.toISOString().startsWith(text) === true
}

/** A time of RFC 3339 in the years 1 to 9999 of UTC. A leap second is none: neither `Date` nor PostgreSQL keeps it. */
function isDateTime(text: string): boolean {
  return INSTANT.test(text) && isDate(text.slice(0, 10)) && storableInstant(Date.parse(text)) !== null
}

/** The contract's formats of days and times: what follows them can be read and kept. */
export const dateFormats = { date: isDate, 'date-time': isDateTime }
