import Stripe from 'stripe'
import type { Clock } from '../../application/ports/clock.ts'
import type { PaymentGateway } from '../../application/ports/payment-gateway.ts'
import { stripeCheckouts } from './stripe-checkouts.ts'
import { stripeDisputes } from './stripe-disputes.ts'
import { stripeLists } from './stripe-lists.ts'
import { stripePrices } from './stripe-prices.ts'
import { stripeRefunds } from './stripe-refunds.ts'
import { stripeWebhooks } from './stripe-webhooks.ts'
import { createUndiciHttpClient } from './undici-http-client.ts'

export interface StripeGatewayOptions {
  apiKey: string
  /** One secret, or several with commas between them while a secret is rolled. */
  webhookSecret: string
  /** Where Stripe is, for a simulator: `http://127.0.0.1:4010`. */
  apiBase?: string
  clock: Clock
  timeoutMs?: number
  maxRetries?: number
}

const stripeApi = 'https://api.stripe.com'

/** Stripe in the version that the SDK pins. Stripe speaks of currencies in lower case, we in upper case. */
export function createStripeGateway(options: StripeGatewayOptions): PaymentGateway {
  const { protocol, hostname, port, origin } = new URL(options.apiBase ?? stripeApi)
  const stripe = new Stripe(options.apiKey, {
    protocol: protocol === 'http:' ? 'http' : 'https',
    host: hostname,
    port: port === '' ? (protocol === 'http:' ? 80 : 443) : Number(port),
    telemetry: false,
    // Lost answers and failures of Stripe's; a 429 it leaves to us, and we leave it to the job's retry.
    maxNetworkRetries: options.maxRetries ?? 2,
    timeout: options.timeoutMs ?? 20_000,
    httpClient: createUndiciHttpClient(origin),
  })
  return {
    ...stripeCheckouts(stripe),
    ...stripeRefunds(stripe),
    ...stripeDisputes(stripe),
    ...stripeLists(stripe),
    ...stripePrices(stripe),
    ...stripeWebhooks(stripe, options),
  }
}
