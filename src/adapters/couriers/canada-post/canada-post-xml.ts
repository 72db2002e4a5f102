import { XMLParser } from 'fast-xml-parser'
import { isJsonObject, type JsonObject } from '../usps/usps-scans.ts'

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

/** Reads an answer; null for what is no document of Canada Post. Document types are refused unread. */
export function readDocument(text: string): CanadaPostDocument | null {
  if (/<!DOCTYPE/i.test(text)) return null
  let parsed: unknown
  try {
    parsed = parser.parse(text, true)
  } catch {
    return null
  }
  if (!isJsonObject(parsed)) return null
  const { 'tracking-detail': detail, messages } = parsed
  if (isJsonObject(detail)) return { root: 'tracking-detail', detail }
  if (!isJsonObject(messages)) return null
  const listed = Array.isArray(messages['message']) ? messages['message'] : []
  return {
    root: 'messages',
    messages: listed.filter(isJsonObject).map(({ code, description }) => ({
      code: String(code ?? ''),
      description: String(description ?? ''),
    })),
  }
}
