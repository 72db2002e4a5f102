import { XMLParser } from 'fast-xml-parser'
import { isJsonObject, type JsonObject } from '../usps/usps-scans.ts'
import { textOf } from '../usps/usps-texts.ts'

/** What Canada Post answered, by its root element: the HTTP status does not tell. */
export type CanadaPostDocument =
  | { root: 'tracking-detail'; detail: JsonObject }
  | { root: 'messages'; messages: { code: string; description: string }[] }

// Numbers stay text (a PIN has leading zeros); prefixes go, since the namespace differs by version.
const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: true,
  parseTagValue: false,
  processEntities: false,
  isArray: (name) => name === 'occurrence' || name === 'message',
})

// The parser forgives an end that is missing.
const wholeEnd = /<\/(?:[\w-]+:)?(?:tracking-detail|messages)\s*>\s*$/

/** Reads an answer; null for what is no document of Canada Post. Document types are refused unread. */
export function readDocument(text: string): CanadaPostDocument | null {
  if (/<!DOCTYPE/i.test(text) || !wholeEnd.test(text)) return null
  let parsed: unknown
  try {
    parsed = parser.parse(text)
  } catch {
    return null
  }
  if (!isJsonObject(parsed)) return null
  const { 'tracking-detail': detail, messages } = parsed
  if (isJsonObject(detail)) return isWhole(detail) ? { root: 'tracking-detail', detail } : null
  if (!isJsonObject(messages)) return null
  const listed = Array.isArray(messages['message']) ? messages['message'] : []
  return {
    root: 'messages',
    messages: listed.filter(isJsonObject).map((message) => ({
      code: textOf(message, 'code') ?? '',
      description: textOf(message, 'description') ?? '',
    })),
  }
}

/** A broken end tag makes one element swallow the next: then what is read is not what was written. */
function isWhole(detail: JsonObject): boolean {
  const events = detail['significant-events']
  const occurrences = isJsonObject(events) && Array.isArray(events['occurrence']) ? events['occurrence'] : []
  return occurrences.every(
    (one) =>
      isJsonObject(one) &&
      'event-description' in one &&
      Object.values(one).every((value) => typeof value === 'string' && !value.includes('<')),
  )
}
