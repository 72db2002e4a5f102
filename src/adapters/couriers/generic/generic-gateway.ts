import { createHmac, hash, timingSafeEqual } from 'node:crypto'
import type { CourierGateway } from '../../../application/ports/courier-gateway.ts'
import { storableInstant } from '../../../domain/shared/storable-instant.ts'
import { CourierMisconfigured } from '../../../domain/shipments/courier-failures.ts'
import type { CourierScan } from '../../../domain/shipments/tracking.ts'
import type { TrackingStatus } from '../../../domain/shipments/tracking-status.ts'
import { factsOf } from '../courier-answer.ts'

const usualToleranceSeconds = 300
const mostEvents = 200
const longestText = 500
const mappingVersion = 1

const statuses: ReadonlySet<string> = new Set<TrackingStatus>([
  'pre_transit',
  'accepted',
  'in_transit',
  'out_for_delivery',
  'delivered',
  'failed_attempt',
  'exception',
  'returned',
  'cancelled',
])

type JsonObject = Readonly<Record<string, unknown>>

/** A courier that speaks our own format (docs/operations/couriers.md): it pushes, signed, and cannot be asked. */
export function createGenericGateway(options: { secret: string; toleranceSeconds?: number }): CourierGateway {
  const { secret, toleranceSeconds = usualToleranceSeconds } = options
  return {
    batchSize: 0,

    readPush(body, headers, receivedAt) {
      if (!isSigned(body, headers['x-waybill-signature'], secret, receivedAt, toleranceSeconds)) return null
      const push = parsed(body)
      const events = Array.isArray(push['events']) ? push['events'].filter(isJsonObject) : []
      return {
        eventId: hash('sha256', body, 'base64url').slice(0, 32),
        trackingNumber: textOf(push, 'tracking_number')?.replaceAll(/[\s-]/g, '').toUpperCase() ?? '',
        scans: events.slice(0, mostEvents).map(scanOf),
        facts: factsOf({ service: textOf(push, 'service') }),
        isHint: false,
      }
    },

    track: () =>
      Promise.reject(
        new CourierMisconfigured('generic', 'A courier of the generic adapter cannot be asked.'),
      ),

    readScan: (raw) => scanOf(isJsonObject(raw) ? raw : {}),
  }
}

/** `t=1790000000,v1=<hex>` over the time, a dot and the body's bytes, as Stripe does it; several `v1` while a secret is rolled. */
function isSigned(
  body: Buffer,
  header: string | undefined,
  secret: string,
  receivedAt: Date,
  toleranceSeconds: number,
): boolean {
  const parts = (header ?? '').split(',').map((part) => part.trim().split('='))
  const time = parts.find(([name]) => name === 't')?.[1] ?? ''
  if (!/^\d{1,12}$/.test(time)) return false
  if (Math.abs(receivedAt.getTime() / 1000 - Number(time)) > toleranceSeconds) return false
  const expected = createHmac('sha256', secret).update(`${time}.`).update(body).digest()
  return parts
    .filter(([name]) => name === 'v1')
    .some(([, hex = '']) => {
      const given = Buffer.from(hex, 'hex')
      return given.length === expected.length && timingSafeEqual(given, expected)
    })
}

function scanOf(event: JsonObject): CourierScan {
  const status = textOf(event, 'status') ?? ''
  const code = textOf(event, 'code') ?? status
  const isKnown = statuses.has(status)
  const occurredAt = textOf(event, 'occurred_at')
  return {
    code,
    description: textOf(event, 'description') ?? '',
    canonical: isKnown ? (status as TrackingStatus) : 'unknown',
    detail: textOf(event, 'detail') ?? (isKnown ? null : `carrier_code:${code}`),
    isInformational: event['informational'] === true,
    occurredAt: instantOf(occurredAt),
    localTime: occurredAt,
    place: textOf(event, 'place'),
    raw: event,
    rule: isKnown ? `generic.status.${status}` : 'generic.unknown',
    mappingVersion,
  }
}

/** Only with a zone: a guess would put scans in a wrong order. */
function instantOf(text: string | null): Date | null {
  if (text === null || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/.test(text))
    return null
  return storableInstant(Date.parse(text.replace(/(\.\d{3})\d+/, '$1')))
}

function textOf(source: JsonObject, name: string): string | null {
  const value = source[name]
  const text = typeof value === 'string' ? value.slice(0, longestText).toWellFormed().trim() : ''
  return text === '' ? null : text
}

function parsed(body: Buffer): JsonObject {
  try {
    // No database keeps a NUL or half a character.
    const text = body
      .toString('utf8')
      .replaceAll(/\\(?:\\|u(?:0000|d[89a-f][\da-f]{2}))/gi, (escape) => (escape === '\\\\' ? escape : ''))
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : {}
  } catch {
    return {}
  }
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
