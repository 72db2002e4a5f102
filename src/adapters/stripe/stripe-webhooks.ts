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
  let event: Partial<Record<'id' | 'object' | 'type' | 'api_version', unknown>> | null
  try {
    event = JSON.parse(body.toString('utf8')) as typeof event
  } catch {
    return null
  }
  if (event?.object !== 'event' || typeof event.id !== 'string' || typeof event.type !== 'string') return null
  const { api_version: apiVersion } = event
  return {
    eventId: event.id,
    type: event.type,
    apiVersion: typeof apiVersion === 'string' ? apiVersion : null,
  }
}
