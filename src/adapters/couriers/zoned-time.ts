import { storableInstant } from '../../domain/shared/storable-instant.ts'

const zoned = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)$/i

/** The instant of a time that names its zone; null for one that does not, since a guess would order scans wrongly. */
export function instantOf(text: string | null): Date | null {
  const parts = text === null ? null : zoned.exec(text.trim())
  if (parts === null) return null
  const [, date, clock, seconds = '00', fraction = '0', zone] = parts
  const milliseconds = fraction.padEnd(3, '0').slice(0, 3)
  const offset = zone?.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2') ?? 'Z'
  return storableInstant(
    Date.parse(`${date ?? ''}T${clock ?? ''}:${seconds}.${milliseconds}${offset.toUpperCase()}`),
  )
}
