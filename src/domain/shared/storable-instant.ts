// The years that ISO 8601 writes with four digits. PostgreSQL reads no others, and nobody means them.
const earliest = Date.parse('0001-01-01T00:00:00Z')
const latest = Date.parse('9999-12-31T23:59:59.999Z')

/** The instant so many milliseconds after 1970; null where that is no time, or one that cannot be kept. */
export function storableInstant(milliseconds: number): Date | null {
  return milliseconds >= earliest && milliseconds <= latest ? new Date(milliseconds) : null
}
