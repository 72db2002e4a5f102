import { Refusal } from '../../../domain/shared/refusal.ts'

/** A leap second is a time by RFC 3339 and none to JavaScript. */
export function writtenInstant(text: string, pointer: string): Date {
  const instant = new Date(text)
  if (!Number.isNaN(instant.getTime())) return instant
  throw new Refusal('request_invalid', 'The request does not follow the contract.', {}, [
    { pointer, detail: 'is no point in time' },
  ])
}
