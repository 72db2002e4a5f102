import type Stripe from 'stripe'
import type { Clock } from '../../application/ports/clock.ts'
import type { PaymentGateway } from '../../application/ports/payment-gateway.ts'

const toleranceSeconds = 300

/**
 * Verifies with Stripe's own scheme; while a secret is rolled there are several, and any may fit. The body is
 * parsed once, after that. A thin event carries no object and is refused like a forgery.
 */
export function stripeWebhooks(
  { webhooks }: Stripe,
  options: { webhookSecret: string; clock: Clock },
): Pick<PaymentGateway, 'verifyWebhook'> {
  const { signature: scheme } = webhooks
  const secrets = options.webhookSecret
    .split(',')
    .map((secret) => secret.trim())
    .filter((secret) => secret !== '')
  if (scheme === null || secrets.length === 0) throw new Error('Stripe webhooks need a signing secret.')

  const isSigned = (body: Buffer, header: string, receivedAt: number) =>
    secrets.some((secret) => {
      try {
        // Milliseconds: seconds would switch the age check off.
        return scheme.verifyHeader(body, header, secret, toleranceSeconds, undefined, receivedAt)
      } catch {
        return false
      }
    })

  return {
    verifyWebhook(body, signature) {
      return isSigned(body, signature, options.clock.now().getTime()) ? readEvent(body) : null
    },
  }
}

function readEvent(body: Buffer): ReturnType<PaymentGateway['verifyWebhook']> {
  const event = fieldsOf(parsed(body))
  if (event?.['object'] !== 'event' || !isWord(event['id']) || !isWord(event['type'])) return null
  const apiVersion = event['api_version']
  return {
    eventId: event['id'],
    type: event['type'],
    apiVersion: isWord(apiVersion) ? apiVersion : null,
    object: readObject(fieldsOf(fieldsOf(event['data'])?.['object'])),
  }
}

/** Some objects have no id, and a payment may stand in its own place, whole. */
function readObject(
  object: Partial<Record<string, unknown>> | null,
): { id: string | null; paymentIntentId: string | null } | null {
  if (object === null) return null
  const { id = null, payment_intent: intent } = object
  const paymentIntentId = typeof intent === 'string' ? intent : null
  const isReadable = [id, paymentIntentId].every((one) => one === null || isWord(one))
  return isReadable ? { id: id as string | null, paymentIntentId } : null
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
}

function fieldsOf(value: unknown): Partial<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
}

/** What Stripe names things by. Anything else is not worth a row, and a NUL would not go into one. */
function isWord(value: unknown): value is string {
  return typeof value === 'string' && /^[!-~]{1,255}$/.test(value)
}
