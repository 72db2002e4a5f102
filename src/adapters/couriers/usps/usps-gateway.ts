import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { CourierGateway } from '../../../application/ports/courier-gateway.ts'
import type { CourierScan } from '../../../domain/shipments/tracking.ts'
import { type CodeMeaning, uspsCategories, uspsCodes } from './usps-codes.ts'
import { scanInstant } from './usps-time.ts'

export interface UspsGatewayOptions {
  subscriptionSecret: string
  /** How old a push may be; retries of USPS are undocumented, so an hour. */
  toleranceSeconds?: number
}

type Fields = Readonly<Record<string, unknown>>

const unknownCode: CodeMeaning = { canonical: 'unknown', detail: null, isInformational: false }

/** USPS tracking subscriptions, version 3r2: the push carries its payload as a string of JSON. */
export function createUspsGateway(options: UspsGatewayOptions): CourierGateway {
  const toleranceMs = (options.toleranceSeconds ?? 3600) * 1000
  return {
    readPush(body, headers, receivedAt) {
      const envelope = objectIn(body.toString('utf8'))
      if (envelope === null) return null
      const timestamp = textOf(envelope, 'timestamp')
      const payload = typeof envelope['payload'] === 'string' ? envelope['payload'] : null
      const signature = headers['x-hmac'] ?? headers['hmac-header']
      if (timestamp === null || payload === null || signature === undefined) return null
      if (!isSigned(options.subscriptionSecret, timestamp + payload, signature)) return null
      const sentAt = Date.parse(timestamp)
      if (Number.isNaN(sentAt) || receivedAt.getTime() - sentAt > toleranceMs) return null

      const subscription = textOf(envelope, 'subscriptionId') ?? ''
      const eventId = createHash('sha256').update(`${subscription}|${timestamp}|${payload}`).digest('hex')
      const detail = objectIn(payload)
      const trackingNumber = detail === null ? null : textOf(detail, 'trackingNumber')
      return detail === null || trackingNumber === null
        ? { eventId, trackingNumber: '', scans: [] }
        : { eventId, trackingNumber, scans: scansOf(detail) }
    },
  }
}

function isSigned(secret: string, signed: string, signature: string): boolean {
  const expected = createHmac('sha256', secret).update(signed).digest()
  const given = Buffer.from(signature, 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function scansOf(detail: Fields): CourierScan[] {
  const listed = Array.isArray(detail['trackingEvents'])
    ? (detail['trackingEvents'] as unknown[])
    : [detail['trackingEvent']]
  const scans = listed.flatMap((entry) => (isFields(entry) ? [scanOf(entry)] : []))
  if (scans.length > 0) return scans
  const category = textOf(detail, 'statusCategory')
  const fallback = uspsCategories.get(category ?? '')
  return fallback === undefined || category === null
    ? []
    : [
        {
          ...fallback,
          code: `category:${category}`,
          description: textOf(detail, 'status') ?? category,
          occurredAt: null,
          localTime: null,
          place: null,
          raw: detail,
        },
      ]
}

function scanOf(event: Fields): CourierScan {
  const code = textOf(event, 'eventCode') ?? ''
  const description = plainText(textOf(event, 'eventType') ?? textOf(event, 'name') ?? code)
  const known = uspsCodes.get(code) ?? unknownCode
  // "Delivered, To Original Sender" is the end of a return.
  const isToSender = known.canonical === 'delivered' && /\boriginal sender\b/i.test(description)
  const eventTimestamp = textOf(event, 'eventTimestamp')
  const offset = event['GMTOffset']
  return {
    ...known,
    canonical: isToSender ? 'returned' : known.canonical,
    code,
    description,
    occurredAt: scanInstant({
      eventTimestamp,
      GMTTimestamp: textOf(event, 'GMTTimestamp'),
      GMTOffset: typeof offset === 'number' ? offset : textOf(event, 'GMTOffset'),
    }),
    localTime: eventTimestamp,
    place: placeOf(event),
    raw: event,
  }
}

/** "NEW YORK, NY 10001", as far as the parts are there. */
function placeOf(event: Fields): string | null {
  const region = [textOf(event, 'eventState'), textOf(event, 'eventZIPCode') ?? textOf(event, 'eventZIP')]
    .filter((part) => part !== null)
    .join(' ')
  const parts = [textOf(event, 'eventCity'), region, textOf(event, 'eventCountry')].filter(
    (part) => part !== null && part !== '',
  )
  return parts.length === 0 ? null : parts.join(', ')
}

/** USPS puts markup and entities into texts. */
function plainText(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&#?\w+;/g, '')
    .trim()
}

/** Empty strings stand for null. */
function textOf(fields: Fields, name: string): string | null {
  const value = fields[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

function objectIn(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text)
    return isFields(value) ? value : null
  } catch {
    return null
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
