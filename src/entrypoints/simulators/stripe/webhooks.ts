import type { Journal } from '../machinery/journal.ts'
import type { PushRequest } from '../machinery/push-post.ts'
import { createPushQueue, type PushQueue } from '../machinery/push-queue.ts'
import { randomId } from '../machinery/random-id.ts'
import type { StripeFaults } from './faults.ts'
import type { StripeEvent, StripeObject } from './objects.ts'
import type { StripeState } from './state.ts'
import { signatureHeader } from './webhook-signature.ts'

export const API_VERSION = '2026-10-28.endive'

export interface WebhookEndpoint {
  url: string
  secret: string
}

export interface EventSource {
  requestId: string | null
  idempotencyKey: string | null
}

export interface Webhooks {
  queue: PushQueue
  isUndelivered: (eventId: string) => boolean
  emit: (
    type: string,
    object: StripeObject,
    about?: { source?: EventSource; previous?: Record<string, unknown> },
  ) => StripeEvent
  send: (event: StripeEvent) => void
}

// Beyond the 300 seconds that the SDK tolerates, in both directions.
const STALE_SECONDS = 600

export function createWebhooks(options: {
  journal: Journal
  faults: StripeFaults
  endpoint: WebhookEndpoint
  state: () => StripeState
}): Webhooks {
  const { faults, endpoint } = options
  const undelivered = new Map<string, number>()

  const queue = createPushQueue({
    journal: options.journal,
    name: 'webhooks',
    render: (_pushId, row) => {
      const event = options.state().events.get(row.subjectId)
      return event === undefined ? null : renderWebhook(event, endpoint, faults)
    },
    onOwed: (eventId, change) => {
      const left = (undelivered.get(eventId) ?? 0) + change
      if (left <= 0) undelivered.delete(eventId)
      else undelivered.set(eventId, left)
    },
  })

  function send(event: StripeEvent): void {
    if (faults.strikes('webhookDropRate', 'webhookDropNext')) {
      queue.drop(`${event.id}:dropped`, event.id)
      return
    }
    const copies = 1 + Math.min(faults.number('webhookDuplicates'), 100)
    const shuffleMs = faults.number('webhookShuffleMs')
    const earliest = Date.now() + faults.number('webhookDelayMs')
    for (let copy = 1; copy <= copies; copy += 1) {
      // Held for a random part of the span, so what was emitted together arrives in any order.
      queue.add(`${event.id}:${randomId('', 6)}`, event.id, earliest + Math.floor(Math.random() * shuffleMs))
    }
  }

  return {
    queue,
    isUndelivered: (eventId) => undelivered.has(eventId),
    send,
    emit: (type, object, about = {}) => {
      const source = about.source
      const event: StripeEvent = {
        id: randomId('evt_1', 23),
        object: 'event',
        api_version: API_VERSION,
        created: Math.floor(Date.now() / 1000),
        data: about.previous === undefined ? { object } : { object, previous_attributes: about.previous },
        livemode: false,
        pending_webhooks: 1,
        request: { id: source?.requestId ?? null, idempotency_key: source?.idempotencyKey ?? null },
        type,
      }
      options.state().events.put(event.id, event)
      options.state().count('events')
      send(event)
      return event
    },
  }
}

function renderWebhook(event: StripeEvent, endpoint: WebhookEndpoint, faults: StripeFaults): PushRequest {
  const isThin = faults.strikes('webhookThinRate', 'webhookThinNext')
  const otherVersion = faults.text('webhookApiVersion')
  const shown = otherVersion === '' ? event : { ...event, api_version: otherVersion }
  const body = Buffer.from(JSON.stringify(isThin ? thinEvent(event) : shown, null, 2))
  let timestamp = Math.floor(Date.now() / 1000)
  if (faults.strikes('webhookOldTimestampRate', 'webhookOldTimestampNext')) timestamp -= STALE_SECONDS
  if (faults.strikes('webhookFutureTimestampRate', 'webhookFutureTimestampNext')) timestamp += STALE_SECONDS
  const isForged = faults.strikes('webhookWrongSecretRate', 'webhookWrongSecretNext')
  const secrets = [isForged ? `${endpoint.secret}_wrong` : endpoint.secret]
  const second = faults.text('webhookSecondSecret')
  // First, as a receiver that looks at one signature only would then fail.
  if (second !== '') secrets.unshift(second)
  const signature = signatureHeader(body, timestamp, secrets)
  if (faults.strikes('webhookChangedByteRate', 'webhookChangedByteNext')) changeOneDigit(body)
  return {
    url: endpoint.url,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'stripe-signature': signature,
      'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      accept: '*/*; q=0.5, application/xml',
      'cache-control': 'no-cache',
    },
    body,
  }
}

/** The body stays valid JSON, so only the signature can tell. */
function changeOneDigit(body: Buffer): void {
  const at = body.indexOf('"created": ') + '"created": '.length
  const digit = body[at]
  if (digit !== undefined) body[at] = digit === 0x31 ? 0x32 : 0x31
}

function thinEvent(event: StripeEvent): Record<string, unknown> {
  const { object } = event.data
  return {
    id: event.id,
    object: 'v2.core.event',
    type: `v1.${event.type}`,
    created: new Date(event.created * 1000).toISOString(),
    livemode: false,
    context: null,
    reason: null,
    related_object: {
      id: object.id,
      type: object.object,
      url: `/v1/${object.object.replace('.', '/')}s/${object.id}`,
    },
  }
}
