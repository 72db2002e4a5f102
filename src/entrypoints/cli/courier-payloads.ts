import { createHmac } from 'node:crypto'
import type { Captured } from './captured-file.ts'

/** Secrets with which pushes of the couriers are signed. */
export interface PushSecrets {
  usps: string
  dhl: string
  /** Of a courier with the generic adapter; null for one that has none. */
  generic: string | null
}

/** What a captured payload is to the platform. */
export type Replayable =
  | { kind: 'push'; headers: Record<string, string>; body: string; trackingNumbers: string[] }
  /** Answers of the tracking API, by the number they are about. */
  | { kind: 'answers'; answers: { trackingNumber: string; body: string }[] }

type JsonObject = Readonly<Record<string, unknown>>

/** Reads a payload as the courier's; null where it is neither a push nor an answer of its. `number` names what does not name itself. */
export function replayable(
  courierCode: string,
  captured: Captured,
  { secrets, number }: { secrets: PushSecrets; number: string | null },
): Replayable | null {
  switch (courierCode) {
    case 'USPS':
      return ofUsps(captured, secrets.usps, number)
    case 'DHL':
      return ofDhl(captured, secrets.dhl, number)
    case 'CanadaPost':
      return ofCanadaPost(captured, number)
    case 'ChitChat':
      return ofChitChats(captured, number)
    default:
      return ofGeneric(captured, secrets.generic)
  }
}

/** The signature holds the moment of sending, so that an old push is signed anew. */
function ofUsps({ json, text }: Captured, secret: string, number: string | null): Replayable | null {
  if (isObject(json) && typeof json['payload'] === 'string') {
    const { payload } = json
    const timestamp = new Date().toISOString()
    const signature = createHmac('sha256', secret).update(timestamp).update(payload).digest('base64')
    return {
      kind: 'push',
      headers: { 'x-hmac': signature },
      body: JSON.stringify({ ...json, timestamp }),
      trackingNumbers: textsOf(parsed(payload), 'trackingNumber'),
    }
  }
  const elements = (Array.isArray(json) ? json : [json]).filter(isObject)
  const isAlone = elements.length === 1
  const answers = elements.flatMap((element) => {
    const named = textsOf(element, 'trackingNumber')[0] ?? (isAlone ? number : null)
    const isAnswer = 'trackingEvents' in element || 'statusCategory' in element || 'error' in element
    if (named === null || !isAnswer) return []
    return [{ trackingNumber: named, body: isAlone ? text : JSON.stringify([element]) }]
  })
  return answersOf(answers, elements.length)
}

function ofDhl({ json, text }: Captured, token: string, number: string | null): Replayable | null {
  if (!isObject(json)) return null
  const shipments = Array.isArray(json['shipments']) ? json['shipments'].filter(isObject) : []
  const numbers = shipments.flatMap((shipment) => {
    const { id } = shipment
    return typeof id === 'string' || typeof id === 'number' ? [String(id)] : []
  })
  if (typeof json['scope'] === 'string')
    return { kind: 'push', headers: { 'x-hook-token': token }, body: text, trackingNumbers: numbers }
  const named = number ?? numbers[0]
  const isAnswer = Array.isArray(json['shipments']) || typeof json['title'] === 'string'
  return named === undefined || !isAnswer ? null : answersOf([{ trackingNumber: named, body: text }], 1)
}

function ofCanadaPost({ json, text }: Captured, number: string | null): Replayable | null {
  if (json !== null || !/<(?:[\w-]+:)?(?:tracking-detail|messages)[\s>]/.test(text)) return null
  const pin = /<(?:[\w-]+:)?pin>\s*([0-9A-Za-z]+)\s*</.exec(text)?.[1]
  const named = number ?? pin
  return named === undefined ? null : answersOf([{ trackingNumber: named, body: text }], 1)
}

function ofChitChats({ json, text }: Captured, number: string | null): Replayable | null {
  if (!isObject(json)) return null
  const shipment = isObject(json['shipment']) ? json['shipment'] : json
  const named = number ?? textsOf(shipment, 'id')[0]
  const isAnswer = 'status' in shipment || 'tracking_events' in shipment || 'error' in shipment
  return named === undefined || !isAnswer ? null : answersOf([{ trackingNumber: named, body: text }], 1)
}

function ofGeneric({ json, text }: Captured, secret: string | null): Replayable | null {
  if (!isObject(json) || secret === null) return null
  const time = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', secret).update(`${time}.${text}`).digest('hex')
  return {
    kind: 'push',
    headers: { 'x-waybill-signature': `t=${time},v1=${signature}` },
    body: text,
    trackingNumbers: textsOf(json, 'tracking_number'),
  }
}

function answersOf(answers: { trackingNumber: string; body: string }[], expected: number): Replayable | null {
  return answers.length === 0 || answers.length < expected ? null : { kind: 'answers', answers }
}

function textsOf(value: unknown, name: string): string[] {
  const text = isObject(value) ? value[name] : undefined
  return typeof text === 'string' && text !== '' ? [text] : []
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
