import type { CourierScan } from '../../domain/shipments/tracking.ts'

/** What came over the wire, before anybody has read it. */
export interface HttpAnswer {
  status: number
  /** Without its parameters, in lower case. */
  contentType: string
  retryAfterSeconds: number | null
  body: string
}

/** What an answer about one parcel means for whoever asked. */
export type CourierAnswer =
  | { outcome: 'found'; scans: CourierScan[]; carrierTrackingNumber: string | null }
  /** Not known so far; a good number that was not scanned yet looks like this. */
  | { outcome: 'not_found'; reason: string }
  /** This number will never be answered. */
  | { outcome: 'refused'; reason: string }
  /** Everybody stops for so long; null where the courier does not say. */
  | { outcome: 'throttled'; seconds: number | null }
  /** The key or the account is wrong: asking again helps nobody. */
  | { outcome: 'misconfigured'; reason: string }
  | { outcome: 'unavailable'; reason: string }

/** What an HTTP status means where the body adds nothing. */
export function answerByStatus(courier: string, { status, retryAfterSeconds }: HttpAnswer): CourierAnswer {
  if (status === 429) return { outcome: 'throttled', seconds: retryAfterSeconds }
  if (status === 401 || status === 403) {
    return { outcome: 'misconfigured', reason: `${courier} refuses our credentials (${status}).` }
  }
  if (status === 404) return { outcome: 'not_found', reason: `${courier} does not know the number yet.` }
  if (status >= 400 && status < 500 && status !== 408) {
    return { outcome: 'refused', reason: `${courier} refused the request (${status}).` }
  }
  return { outcome: 'unavailable', reason: `${courier} answered ${status}.` }
}

/** No database keeps a NUL or half a character, and one of them must not hold up a parcel's whole history. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '')
}

/** Parsed JSON in which every text can be stored; undefined for what is none. Numbers called `id` stay text. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text, reviver)
  } catch {
    return undefined
  }
}

// Parcel numbers exceed what a JavaScript number holds: what was written is what counts.
const reviver = ((key: string, value: unknown, context?: { source?: string }) => {
  if (typeof value === 'string') return storableText(value)
  return key === 'id' && typeof value === 'number' ? (context?.source ?? String(value)) : value
}) as (this: unknown, key: string, value: unknown) => unknown
