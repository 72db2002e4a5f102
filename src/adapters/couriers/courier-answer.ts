import type { TrackingAnswer } from '../../application/ports/courier-gateway.ts'
import { Unavailable } from '../../domain/shared/unavailable.ts'
import { CourierMisconfigured, CourierThrottled } from '../../domain/shipments/courier-failures.ts'
import type { ParcelFacts } from '../../domain/shipments/parcel-facts.ts'
import type { CourierScan } from '../../domain/shipments/tracking.ts'
import type { CourierReply } from './courier-http.ts'

/** What an adapter reads of a reply. */
export type HttpAnswer = Pick<CourierReply, 'status' | 'text' | 'retryAfterSeconds'>

/** What an answer about one parcel means for whoever asked. */
export type CourierAnswer =
  | { outcome: 'found'; scans: CourierScan[]; facts: ParcelFacts }
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

/** The answer as the port has it; what concerns the whole account is thrown. */
export function trackingAnswerOf(
  courierCode: string,
  trackingNumber: string,
  answer: CourierAnswer,
  usualPauseSeconds: number,
): TrackingAnswer {
  switch (answer.outcome) {
    case 'found':
      return { trackingNumber, outcome: 'found', scans: answer.scans, summary: null, facts: answer.facts }
    case 'not_found':
    case 'refused':
      return { trackingNumber, outcome: answer.outcome, reason: answer.reason }
    case 'throttled': {
      const seconds = answer.seconds ?? usualPauseSeconds
      throw new CourierThrottled(
        courierCode,
        `${courierCode} wants to be left alone for ${seconds} s.`,
        seconds,
      )
    }
    case 'misconfigured':
      throw new CourierMisconfigured(courierCode, answer.reason)
    case 'unavailable':
      throw new Unavailable(courierCode, answer.reason, { retryAfterSeconds: 300 })
  }
}

/** What an answer tells beside the scans, in a length that is kept. */
export function factsOf(told: { [K in keyof ParcelFacts]?: string | null }): ParcelFacts {
  return {
    service: told.service?.slice(0, longestFact) ?? null,
    carrierCode: told.carrierCode?.slice(0, longestFact) ?? null,
    carrierTrackingNumber: told.carrierTrackingNumber?.slice(0, longestFact) ?? null,
  }
}

const longestFact = 100

/** No database keeps a NUL or half a character, and one of them must not hold up a parcel's whole history. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '')
}

function isStorable(text: string): boolean {
  return storableText(text) === text
}

/** Parsed JSON in which every text and every name can be stored; undefined for what is none. Numbers called `id` stay text. */
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
  if (typeof value === 'object' && value !== null && !Object.keys(value).every(isStorable)) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [storableText(name), inner]))
  }
  return key === 'id' && typeof value === 'number' ? (context?.source ?? String(value)) : value
}) as (this: unknown, key: string, value: unknown) => unknown
