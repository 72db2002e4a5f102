import { setImmediate } from 'node:timers/promises'
import type {
  CheckoutRequest,
  PaymentGateway,
  ProviderDispute,
  ProviderRefund,
  RefundRequest,
} from '../../../../src/application/ports/payment-gateway.ts'
import type { ProviderCheckout } from '../../../../src/domain/orders/payment.ts'

/** The process died: whoever called never hears the answer. */
export class Crash extends Error {}

export interface News {
  eventId: string
  type: string
  objectId: string
  paymentIntentId: string | null
}

interface Session {
  id: string
  orderId: string | null
  status: 'open' | 'complete' | 'expired'
  amountMinor: bigint
  currency: string
  intent: string | null
  expiresAt: Date
}

type Intent = { id: string; amountMinor: bigint; currency: string; isDisputed: boolean }

/** Stripe as the port sees it, in memory, with its idempotency keys and its refusals. */
export class StripeDouble {
  readonly sessions = new Map<string, Session>()
  readonly intents = new Map<string, Intent>()
  readonly refunds = new Map<string, ProviderRefund>()
  readonly disputes = new Map<string, ProviderDispute>()
  /** Every event there ever was, the oldest first. */
  readonly news: News[] = []
  /** The next write is done, and its answer lost. */
  crashesNext = false
  /** Refunds come to rest later. */
  isSlow = false
  readonly #tag: string
  readonly #answers = new Map<string, { body: string; answer: unknown }>()
  #made = 0

  constructor(tag: string) {
    this.#tag = tag
  }

  gateway(): PaymentGateway {
    const asked = <T>(read: () => T) => setImmediate().then(read)
    const parts: Partial<PaymentGateway> = {
      createCheckout: (request) => asked(() => this.#once(request, () => this.#openSession(request))),
      expireCheckout: (id) => asked(() => this.#expire(id)),
      findCheckout: (id) => asked(() => this.#checkoutOf(this.sessions.get(id))),
      findCheckoutByPayment: (intent) =>
        asked(() => this.#checkoutOf([...this.sessions.values()].find((one) => one.intent === intent))),
      createRefund: (request) => asked(() => this.#once(request, () => this.#makeRefund(request))),
      findRefund: (id) => asked(() => this.refunds.get(id) ?? null),
      findDispute: (id) => asked(() => this.disputes.get(id) ?? null),
      listRefunds: (intent) =>
        asked(() => [...this.refunds.values()].filter((one) => one.paymentIntentId === intent).reverse()),
    }
    return parts as PaymentGateway
  }

  /** What a call under this key is answered, now and again: news since then are not in it. */
  answerTo(key: string): unknown {
    return this.#answers.get(key)?.answer
  }

  /** The customer pays a session; without one it is money that nobody asked for. */
  pay(sessionId: string | null, stray: { amountMinor: bigint; currency: string } | null): Intent {
    const session =
      sessionId === null ? this.#addSession({ orderId: null, ...stray }) : this.#session(sessionId)
    const { amountMinor, currency } = session
    const intent = { id: this.#id('pi'), amountMinor, currency, isDisputed: false }
    this.intents.set(intent.id, intent)
    Object.assign(session, { status: 'complete', intent: intent.id })
    this.#tell('checkout.session.completed', session.id, intent.id)
    this.#tell('payment_intent.succeeded', intent.id, null)
    return intent
  }

  refundable(intentId: string): bigint {
    const gone = [...this.refunds.values()]
      .filter((one) => one.paymentIntentId === intentId && one.status !== 'failed')
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0n)
    return (this.intents.get(intentId)?.amountMinor ?? 0n) - gone
  }

  /** Somebody refunds in the dashboard; null when Stripe refuses. */
  refundByHand(intentId: string, amountMinor: bigint): ProviderRefund | null {
    const made = this.#makeRefund({ paymentIntentId: intentId, amountMinor, refundId: null })
    return 'refusal' in made ? null : made
  }

  settle(refundId: string, status: 'succeeded' | 'failed'): void {
    const refund = this.refunds.get(refundId)
    if (refund === undefined) return
    const mayMove = refund.status === 'pending' || (refund.status === 'succeeded' && status === 'failed')
    if (!mayMove) return
    const failureReason = status === 'failed' ? 'lost_or_stolen_card' : null
    this.refunds.set(refundId, { ...refund, status, failureReason })
    this.#tell(status === 'failed' ? 'refund.failed' : 'refund.updated', refundId, refund.paymentIntentId)
  }

  /** Null when the charge is disputed already. */
  dispute(intentId: string, amountMinor: bigint): ProviderDispute | null {
    const intent = this.intents.get(intentId)
    if (intent === undefined || intent.isDisputed) return null
    intent.isDisputed = true
    const dispute: ProviderDispute = {
      id: this.#id('dp'),
      paymentIntentId: intentId,
      amountMinor,
      currency: intent.currency,
      reason: 'fraudulent',
      status: 'needs_response',
      respondBy: null,
    }
    this.disputes.set(dispute.id, dispute)
    this.#tell('charge.dispute.created', dispute.id, intentId)
    return dispute
  }

  decide(disputeId: string, status: 'won' | 'lost'): void {
    const dispute = this.disputes.get(disputeId)
    if (dispute === undefined || dispute.status !== 'needs_response') return
    this.disputes.set(disputeId, { ...dispute, status })
    this.#tell('charge.dispute.closed', disputeId, dispute.paymentIntentId)
  }

  #openSession({ orderId, lines, currency, expiresAt }: CheckoutRequest) {
    const amounts = lines.map((line) =>
      'amountMinor' in line ? line.amountMinor * BigInt(line.quantity) : 0n,
    )
    const amountMinor = amounts.reduce((sum, amount) => sum + amount, 0n)
    const session = this.#addSession({ orderId, amountMinor, currency, expiresAt })
    return {
      sessionId: session.id,
      url: `https://pay.example/${session.id}`,
      amountMinor,
      currency,
      expiresAt,
    }
  }

  #addSession(about: Partial<Session>): Session {
    const session: Session = {
      id: this.#id('cs'),
      orderId: null,
      status: 'open',
      amountMinor: 0n,
      currency: 'USD',
      intent: null,
      expiresAt: new Date(0),
      ...about,
    }
    this.sessions.set(session.id, session)
    return session
  }

  #expire(id: string): ProviderCheckout {
    const session = this.#session(id)
    if (session.status === 'open') session.status = 'expired'
    return this.#checkoutOf(session) as ProviderCheckout
  }

  #makeRefund(
    request: Pick<RefundRequest, 'paymentIntentId' | 'amountMinor'> & { refundId: string | null },
  ): ProviderRefund | { refusal: string } {
    const { paymentIntentId, amountMinor, refundId } = request
    const intent = this.intents.get(paymentIntentId)
    if (intent === undefined) return { refusal: 'No such payment_intent' }
    if (intent.isDisputed) return { refusal: 'The charge has been charged back' }
    if (amountMinor > this.refundable(paymentIntentId)) return { refusal: 'More than is left of the charge' }
    const refund: ProviderRefund = {
      id: this.#id('re'),
      paymentIntentId,
      amountMinor,
      currency: intent.currency,
      status: this.isSlow ? 'pending' : 'succeeded',
      reason: null,
      failureReason: null,
      refundId,
    }
    this.refunds.set(refund.id, refund)
    this.#tell('refund.created', refund.id, paymentIntentId)
    this.#tell('charge.refunded', `ch_${paymentIntentId}`, paymentIntentId)
    return refund
  }

  #checkoutOf(session: Session | undefined): ProviderCheckout | null {
    if (session === undefined) return null
    const isPaid = session.status === 'complete'
    return {
      sessionId: session.id,
      orderId: session.orderId,
      status: session.status,
      paymentStatus: isPaid ? 'paid' : 'unpaid',
      paymentIntentId: session.intent,
      paymentIntentStatus: isPaid ? 'succeeded' : null,
      amountMinor: session.amountMinor,
      currency: session.currency,
      failureReason: null,
      failureId: null,
    }
  }

  /** One effect a key; a refusal is not kept. */
  #once<T>(request: { idempotencyKey: string }, make: () => T): T {
    const body = JSON.stringify(request, (_name, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    const known = this.#answers.get(request.idempotencyKey)
    if (known !== undefined && known.body !== body) throw new Error('a key came back with another request')
    const answer = known === undefined ? make() : (known.answer as T)
    const isRefusal = typeof answer === 'object' && answer !== null && 'refusal' in answer
    if (!isRefusal) this.#answers.set(request.idempotencyKey, { body, answer })
    if (this.crashesNext) {
      this.crashesNext = false
      throw new Crash()
    }
    return answer
  }

  #session(id: string): Session {
    const session = this.sessions.get(id)
    if (session === undefined) throw new Error(`no session ${id}`)
    return session
  }

  #tell(type: string, objectId: string, paymentIntentId: string | null): void {
    this.news.push({ eventId: this.#id('evt'), type, objectId, paymentIntentId })
  }

  #id(kind: string): string {
    this.#made += 1
    return `${kind}_${this.#tag}_${String(this.#made)}`
  }
}
