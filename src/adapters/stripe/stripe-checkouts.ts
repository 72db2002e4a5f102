import type Stripe from 'stripe'
import type {
  CheckoutRequest,
  CreatedCheckout,
  PaymentGateway,
} from '../../application/ports/payment-gateway.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { providerCheckout } from './provider-checkout.ts'
import { minorNumber } from './stripe-amounts.ts'
import { askStripe, findAtStripe, isAnotherRequest, isInvalidRequest, nonsense } from './stripe-failures.ts'

type Checkouts = Pick<
  PaymentGateway,
  'createCheckout' | 'expireCheckout' | 'findCheckout' | 'findCheckoutByPayment'
>

export function stripeCheckouts({ checkout: { sessions } }: Stripe): Checkouts {
  const expand = { expand: ['payment_intent'] }

  return {
    async createCheckout(request) {
      const session = await askStripe(async () => {
        try {
          return await usableSession(sessions, request)
        } catch (error) {
          throw deadPrice(error, request) ?? refusedSession(error) ?? error
        }
      })
      return createdCheckout(session)
    },

    async expireCheckout(sessionId) {
      const session = await askStripe(async () => {
        try {
          // No key of ours: expiring twice does no harm, and a kept key would replay a failure for a day.
          return await sessions.expire(sessionId, expand)
        } catch (error) {
          if (!isInvalidRequest(error) || error.statusCode !== 400) throw error
          const found = await sessions.retrieve(sessionId, expand)
          if (found.status === 'open') throw error
          return found
        }
      })
      const known = providerCheckout(session)
      if (known === null) throw new Error(`The session ${sessionId} takes no money.`)
      return known
    },

    async findCheckout(sessionId) {
      const session = await findAtStripe(sessionId, () => sessions.retrieve(sessionId, expand))
      return session === null ? null : providerCheckout(session)
    },

    async findCheckoutByPayment(paymentIntentId) {
      const wanted = { payment_intent: paymentIntentId, limit: 1, expand: ['data.payment_intent'] }
      const found = await findAtStripe(paymentIntentId, () => sessions.list(wanted))
      const session = found?.data[0]
      return session === undefined ? null : providerCheckout(session)
    },
  }
}

/** A key answers for a day what it answered first, also when the session was expired since: then there is another. */
async function usableSession(
  sessions: Stripe['checkout']['sessions'],
  request: CheckoutRequest,
): Promise<Stripe.Checkout.Session> {
  const session = await sessionUnderKey(sessions, request)
  if (session.lastResponse.headers['idempotent-replayed'] !== 'true') return session
  const { status } = await sessions.retrieve(session.id)
  if (status !== 'expired') return session
  return usableSession(sessions, { ...request, idempotencyKey: `checkout-after:${session.id}` })
}

/**
 * A key belongs to the whole of a request, its end included. A repeat whose first try went out a while ago, and whose
 * answer was lost, asks for that end, and so finds the session that was made then.
 */
async function sessionUnderKey(
  sessions: Stripe['checkout']['sessions'],
  request: CheckoutRequest,
): Promise<Stripe.Response<Stripe.Checkout.Session>> {
  const { expiresAt, earlierExpiries, idempotencyKey } = request
  for (const end of [expiresAt, ...earlierExpiries]) {
    try {
      return await sessions.create(sessionParameters(request, end), { idempotencyKey })
    } catch (error) {
      if (!isAnotherRequest(error)) throw error
    }
  }
  // Older than every end that was tried: what was made then lapses unknown to anybody.
  const ownKey = { idempotencyKey: `${idempotencyKey}:${expiresAt.getTime()}` }
  return sessions.create(sessionParameters(request, expiresAt), ownKey)
}

function sessionParameters(request: CheckoutRequest, expiresAt: Date): Stripe.Checkout.SessionCreateParams {
  const { orderId, customerEmail } = request
  return {
    mode: 'payment',
    line_items: request.lines.map((line) => lineItem(line, request.currency.toLowerCase())),
    success_url: request.successUrl,
    cancel_url: request.cancelUrl,
    client_reference_id: orderId,
    ...(customerEmail !== null && { customer_email: customerEmail }),
    metadata: { orderId, checkoutAttempt: String(request.attempt) },
    // Stripe copies no metadata from the session: without this a refund or a dispute could not be matched.
    payment_intent_data: { metadata: { orderId } },
    expires_at: Math.floor(expiresAt.getTime() / 1000),
  }
}

function lineItem(
  line: CheckoutRequest['lines'][number],
  currency: string,
): Stripe.Checkout.SessionCreateParams.LineItem {
  if ('priceId' in line) return { price: line.priceId, quantity: line.quantity }
  return {
    quantity: line.quantity,
    price_data: {
      currency,
      unit_amount: minorNumber(line.amountMinor),
      product_data: { name: line.name, metadata: { orderItemId: line.orderItemId } },
    },
  }
}

function createdCheckout(session: Stripe.Checkout.Session): CreatedCheckout {
  const { id, url, amount_total, currency, expires_at } = session
  if (url === null || amount_total === null || currency === null) {
    throw nonsense(`Stripe made the session ${id} without a link or an amount.`)
  }
  return {
    sessionId: id,
    url,
    amountMinor: BigInt(amount_total),
    currency: currency.toUpperCase(),
    expiresAt: new Date(expires_at * 1000),
  }
}

/** The refusal when Stripe found a catalogue price that it does not sell (any more); null for any other failure. */
function deadPrice(error: unknown, request: CheckoutRequest): Refusal | null {
  if (!isInvalidRequest(error)) return null
  const index = /^line_items\[(\d+)\]\[price\]$/.exec(error.param ?? '')?.[1]
  const isDead = error.code === 'resource_missing' || /inactive|not active/i.test(error.message)
  const line = index === undefined ? undefined : request.lines[Number(index)]
  if (!isDead || line === undefined || !('priceId' in line)) return null
  return new Refusal('price_not_synced', `Stripe does not sell at the price ${line.priceId}.`, {
    lines: [{ line: Number(index), stripe_price_id: line.priceId, reason: error.message }],
  })
}

/** The refusal when Stripe does not take the order as it is; null when the request itself is at fault, which is ours. */
function refusedSession(error: unknown): Refusal | null {
  if (!isInvalidRequest(error) || error.statusCode !== 400) return null
  if (error.code === 'parameter_unknown' || error.code === 'parameter_missing') return null
  return new Refusal('checkout_refused', `Stripe does not make a checkout of this order: ${error.message}`, {
    stripe_code: error.code ?? null,
    stripe_parameter: error.param ?? null,
  })
}
