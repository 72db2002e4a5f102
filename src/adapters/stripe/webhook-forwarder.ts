import { createHmac } from 'node:crypto'
import { Agent, request } from 'undici'
import type { Clock } from '../../application/ports/clock.ts'
import type { ForwardedEvent, WebhookForwarder } from '../../application/ports/webhook-forwarder.ts'

export interface ForwardingTarget {
  url: string
  /** What the target verifies with. */
  secret: string
}

const timeoutMs = 10_000
const connections = 16
// Receivers tolerate 300 seconds; what would be that old on arrival or by the target's clock is signed anew.
const oldestSeconds = 270
const longestReason = 300

export function createWebhookForwarder(options: {
  targets: readonly ForwardingTarget[]
  clock: Clock
}): WebhookForwarder {
  const secrets = new Map(options.targets.map(({ url, secret }) => [url, secret]))
  const dispatcher = new Agent({ connections, pipelining: 1 })
  const nowSeconds = () => Math.floor(options.clock.now().getTime() / 1000)

  return {
    targets: [...secrets.keys()],

    async forward(target, event) {
      const secret = secrets.get(target)
      if (secret === undefined) return null
      const signed = signatureFor(event, secret, nowSeconds())
      const startedAt = performance.now()
      const answered = await post(dispatcher, target, event, signed.header)
      return {
        ...answered,
        signature: signed.signature,
        durationMs: Math.round(performance.now() - startedAt),
      }
    },
  }
}

function signatureFor(
  { body, headers }: ForwardedEvent,
  secret: string,
  now: number,
): { signature: 'original' | 'anew'; header: string } {
  const original = headers['stripe-signature'] ?? ''
  const signedAt = Number(/(?:^|,)t=(\d+)/.exec(original)?.[1] ?? 0)
  if (now - signedAt <= oldestSeconds) return { signature: 'original', header: original }
  const digest = createHmac('sha256', secret).update(`${now}.`).update(body).digest('hex')
  return { signature: 'anew', header: `t=${now},v1=${digest}` }
}

/** The bytes as they came. Redirects are not followed: Stripe does not, either. */
async function post(
  dispatcher: Agent,
  target: string,
  { eventId, body, headers }: ForwardedEvent,
  signature: string,
): Promise<{ statusCode: number | null; error: string | null }> {
  try {
    const answer = await request(target, {
      method: 'POST',
      dispatcher,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signature,
        'user-agent': headers['user-agent'] ?? '',
        'x-forwarded-event-id': eventId,
      },
      body,
      signal: AbortSignal.timeout(timeoutMs),
    })
    const text = (await answer.body.text()).slice(0, longestReason)
    const hasTaken = answer.statusCode >= 200 && answer.statusCode < 300
    return { statusCode: answer.statusCode, error: hasTaken ? null : text }
  } catch (error) {
    return { statusCode: null, error: reasonOf(error) }
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not sendable'
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs / 1000} s`
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? `not reachable (${code})` : error.message
}
