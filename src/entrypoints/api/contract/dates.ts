const INSTANT = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i
const FIRST = Date.parse('0001-01-01T00:00:00Z')
const LAST = Date.parse('9999-12-31T23:59:59.999Z')

/** A day of the calendar in the years 1 to 9999: those that PostgreSQL keeps and four digits write. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const day = Date.parse(`${text}T00:00:00Z`)
  // The 30th of February would be read as a day of March.
  return day >= FIRST && new Date(day).toISOString().startsWith(text)
}

/** A time of RFC 3339 in the years 1 to 9999 of UTC. A leap second is none: neither `Date` nor PostgreSQL keeps it. */
function isDateTime(text: string): boolean {
  const instant = Date.parse(text)
  return INSTANT.test(text) && isDate(text.slice(0, 10)) && instant >= FIRST && instant <= LAST
}

/** The contract's formats of days and times: what follows them can be read and kept. */
export const dateFormats = { date: isDate, 'date-time': isDateTime }
