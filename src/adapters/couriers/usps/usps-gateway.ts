import { createHmac, hash, timingSafeEqual } from 'node:crypto'
import type {
  CourierGateway,
  CourierPush,
  PushSubscriptions,
} from '../../../application/ports/courier-gateway.ts'
import { CourierMisconfigured } from '../../../domain/shipments/courier-failures.ts'
import type { UspsApi } from './usps-api.ts'
import { isJsonObject, type JsonObject, readUspsScan, scansOf } from './usps-scans.ts'
import { factsOfDetail, mostNumbers } from './usps-tracking.ts'

// Retries of pushes are undocumented; an hour lets a queue on the carrier's side drain.
const usualToleranceSeconds = 3600

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$/

/** USPS Tracking and Subscriptions-Tracking v3r2. Without an account for its API it takes pushes and cannot be asked. */
export function createUspsGateway(options: {
  subscriptionSecret: string
  toleranceSeconds?: number
  api?: UspsApi | null
  /** Null: pushes are set up at USPS by hand. */
  subscriptions?: PushSubscriptions | null
}): CourierGateway {
  const {
    subscriptionSecret,
    toleranceSeconds = usualToleranceSeconds,
    api = null,
    subscriptions = null,
  } = options
  if (subscriptionSecret === '') throw new Error('USPS pushes need a subscription secret.')
  return {
    batchSize: api === null ? 0 : mostNumbers,
    subscriptions,

    async track(queries, about) {
      if (api === null)
        throw new CourierMisconfigured('USPS', 'USPS cannot be asked without a client id and secret.')
      return api.track(queries, about)
    },

    readScan: (raw) => readUspsScan(isJsonObject(raw) ? raw : {}),

    readPush(body, headers, receivedAt) {
      const push = envelopeOf(body)
      if (push === null || !isSigned(push, headers['x-hmac'] ?? headers['hmac-header'], subscriptionSecret)) {
        return null
      }
      const ageSeconds = (receivedAt.getTime() - timeOf(push.timestamp)) / 1000
      // As far ahead as behind: a push from the future could be replayed for longer.
      if (!(Math.abs(ageSeconds) <= toleranceSeconds)) return null
      const detail = parsedObject(storable(push.payload))
      return {
        eventId: hash('sha256', JSON.stringify(push), 'base64url').slice(0, 32),
        trackingNumber: trackingNumberOf(detail),
        scans: detail === null ? [] : scansOf(detail),
        ...(detail !== null && { facts: factsOfDetail(detail) }),
        isHint: false,
        ...handshakeOf(detail),
      }
    },
  }
}

/** A verification call that some integrators describe: the challenge is sent back. */
function handshakeOf(detail: JsonObject | null): Pick<CourierPush, 'handshake'> {
  const challenge = detail?.['challenge']
  return typeof challenge === 'string' && challenge !== ''
    ? { handshake: { reply: { challenge: challenge.slice(0, 500) }, confirmation: null } }
    : {}
}

interface Envelope {
  subscriptionId: string
  timestamp: string
  /** JSON within JSON: the signature covers this text, not what it says. */
  payload: string
}

function envelopeOf(body: Buffer): Envelope | null {
  const parsed = parsedObject(body.toString('utf8'))
  if (parsed === null) return null
  const { subscriptionId, timestamp, payload } = parsed
  if (typeof timestamp !== 'string' || typeof payload !== 'string') return null
  const isNamed = typeof subscriptionId === 'string' || typeof subscriptionId === 'number'
  return { subscriptionId: isNamed ? String(subscriptionId) : '', timestamp, payload }
}

/** Base64 of HMAC-SHA256 over timestamp and payload with nothing between them. */
function isSigned({ timestamp, payload }: Envelope, signature: string | undefined, secret: string): boolean {
  if (signature === undefined) return false
  const expected = createHmac('sha256', secret).update(timestamp).update(payload).digest()
  const given = Buffer.from(signature, 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/**
 * Strict, since no separator guards the border between timestamp and payload: characters moved across it
 * must not make another message with the same signature. Without a zone it is UTC.
 */
function timeOf(timestamp: string): number {
  if (!isoTime.test(timestamp)) return Number.NaN
  return Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(timestamp) ? timestamp : `${timestamp}Z`)
}

/** No database keeps a NUL or half a character, and one of them must not hold up a parcel's whole history. */
function storable(payload: string): string {
  return payload
    .toWellFormed()
    .replaceAll(/\\(?:\\|u(?:0000|d[89a-f][\da-f]{2}))/gi, (escape) => (escape === '\\\\' ? escape : ''))
}

function trackingNumberOf(detail: JsonObject | null): string {
  const number = detail?.['trackingNumber']
  return typeof number === 'string' ? number.replaceAll(/\s/g, '').toUpperCase() : ''
}

function parsedObject(text: string): JsonObject | null {
  try {
    const parsed: unknown = JSON.parse(text)
    return isJsonObject(parsed) ? parsed : null
  } catch {
    return null
  }
}
