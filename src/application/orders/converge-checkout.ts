import { type PaymentRecord, paymentReceived } from '../../domain/billing/payment.ts'
import type { CheckoutSession } from '../../domain/orders/checkout-session.ts'
import {
  type Order,
  type OrderDecision,
  recordCheckoutExpired,
  recordPayment,
  recordPaymentFailure,
  recordProcessing,
} from '../../domain/orders/order.ts'
import { judgePayment, newsOf, type ProviderCheckout, suggestionsFor } from '../../domain/orders/payment.ts'
import type { OrderId } from '../../domain/shared/ids.ts'
import { expireCheckoutJob } from '../expire-checkout-job.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { LoadedOrder } from '../ports/order-store.ts'
import type { Store } from '../ports/unit-of-work.ts'

interface Dependencies {
  clock: Clock
  ids: IdGenerator
}

/** What made us look; kept in the audit. */
export interface Signal {
  eventId: string | null
  type: string
}

/**
 * Brings an order in line with what the provider says now. The signals were only hints: this may run on any
 * signal, any number of times and in any order, and ends in the same state (laws W2 to W5).
 */
export async function convergeCheckout(
  deps: Dependencies,
  store: Store,
  checkout: ProviderCheckout,
  signals: readonly Signal[],
): Promise<void> {
  const at = deps.clock.now()
  const known = await store.orders.findSession(checkout.sessionId)
  const orderId = known?.orderId ?? (checkout.orderId as OrderId | null)
  const loaded = orderId === null ? null : await store.orders.getForUpdate(orderId)
  const session = loaded?.sessions.find((one) => one.providerSessionId === checkout.sessionId) ?? null

  const outcome = await settle(deps, store, checkout, loaded, session, at)
  const [first] = signals
  for (const signal of signals) {
    await store.orders.audit({
      id: deps.ids.make('paymentAuditEntry'),
      orderId: loaded?.order.id ?? null,
      companyId: loaded?.order.companyId ?? null,
      provider: 'stripe',
      providerEventId: signal.eventId,
      kind: signal.type,
      outcome: signal === first ? outcome : `came with ${String(first?.eventId)}`,
      amountMinor: checkout.amountMinor,
      currency: checkout.currency,
      details: {
        session_id: checkout.sessionId,
        session_status: checkout.status,
        payment_status: checkout.paymentStatus,
        payment_intent_id: checkout.paymentIntentId,
        payment_intent_status: checkout.paymentIntentStatus,
        failure_id: checkout.failureId,
      },
      occurredAt: at,
    })
  }
}

async function settle(
  deps: Dependencies,
  store: Store,
  checkout: ProviderCheckout,
  loaded: LoadedOrder | null,
  session: CheckoutSession | null,
  at: Date,
): Promise<string> {
  if (checkout.paymentStatus === 'paid' || checkout.paymentStatus === 'no_payment_required') {
    return settlePaid(deps, store, checkout, loaded, session, at)
  }
  if (loaded === null || session === null) return 'ignored: not a session of ours'
  if (checkout.status === 'complete')
    await store.orders.saveSession(closed(session, 'complete', checkout, at))
  else if (checkout.status === 'expired' && session.status === 'open')
    await store.orders.saveSession({ ...session, status: 'expired', closedAt: at })
  const { order } = loaded
  switch (newsOf(order, session, checkout)) {
    case 'expired':
      return decide(
        store,
        loaded,
        ['awaiting_payment', 'payment_failed'],
        () => recordCheckoutExpired(order, session, at),
        'expired',
      )
    case 'processing':
      return decide(
        store,
        loaded,
        ['awaiting_payment', 'payment_failed'],
        () => recordProcessing(order, checkout.paymentIntentId, at),
        'processing',
      )
    case 'failed':
      if (order.status === 'payment_failed' && (await isFailureKnown(store, order, checkout)))
        return 'ignored: the failure is known'
      return decide(
        store,
        loaded,
        ['awaiting_payment', 'payment_processing', 'payment_failed'],
        () => recordPaymentFailure(order, checkout.failureReason ?? 'the payment failed', at),
        checkout.status === 'open' ? 'failed, the link stays open' : 'failed',
      )
    case 'earlier_link':
      return 'ignored: an earlier link'
    case 'known':
      return 'ignored: the link has come further'
    case 'nothing':
      return 'nothing to do'
  }
}

/** A failure that has no name of its own is not told of twice. */
async function isFailureKnown(store: Store, order: Order, { failureId }: ProviderCheckout): Promise<boolean> {
  return failureId === null || store.orders.isFailureKnown(order.id, failureId)
}

async function settlePaid(
  deps: Dependencies,
  store: Store,
  checkout: ProviderCheckout,
  loaded: LoadedOrder | null,
  session: CheckoutSession | null,
  at: Date,
): Promise<string> {
  const providerPaymentId = checkout.paymentIntentId ?? checkout.sessionId
  if ((await store.billing.findPayment('stripe', providerPaymentId)) !== null) return 'recorded already'
  const order = loaded?.order ?? null
  const verdict = judgePayment(order, session, checkout)
  const payment: PaymentRecord = {
    id: deps.ids.make('paymentRecord'),
    companyId: order?.companyId ?? null,
    orderId: order?.id ?? null,
    provider: 'stripe',
    providerPaymentId,
    providerSessionId: checkout.sessionId,
    amountMinor: checkout.amountMinor,
    currency: checkout.currency,
    receivedAt: at,
    createdAt: at,
  }
  if (!(await store.billing.insertPayment(payment))) return 'recorded already'
  if (session !== null) await store.orders.saveSession(closed(session, 'complete', checkout, at))
  store.publish([paymentReceived(payment, verdict === 'apply' ? null : verdict)])

  if (verdict !== 'apply' || order === null || loaded === null) {
    const reason = verdict === 'apply' ? 'order_unknown' : verdict
    await store.billing.insertUnapplied({
      id: deps.ids.make('unappliedPayment'),
      paymentId: payment.id,
      companyId: payment.companyId,
      orderId: payment.orderId,
      reason,
      suggestions: suggestionsFor(reason),
      details: {
        provider_session_id: checkout.sessionId,
        order_ref: checkout.orderId,
        order_status: order?.status ?? null,
      },
      createdAt: at,
    })
    return `unapplied: ${reason}`
  }
  const decision = recordPayment(order, payment, at)
  await store.orders.save(decision.order)
  store.publish(decision.events)
  for (const other of loaded.sessions) {
    if (other.status !== 'open' || other.id === session?.id) continue
    store.enqueue(expireCheckoutJob(other.providerSessionId))
  }
  return 'paid'
}

/** Applies a decision where the order's state still allows it; what comes too late is only audited. */
async function decide(
  store: Store,
  { order }: LoadedOrder,
  from: readonly (typeof order.status)[],
  decision: () => OrderDecision,
  outcome: string,
): Promise<string> {
  if (!from.includes(order.status)) return `ignored: the order is ${order.status}`
  const decided = decision()
  await store.orders.save(decided.order)
  store.publish(decided.events)
  return outcome
}

function closed(
  session: CheckoutSession,
  status: 'complete',
  checkout: ProviderCheckout,
  at: Date,
): CheckoutSession {
  return { ...session, status, paymentIntentId: checkout.paymentIntentId, closedAt: session.closedAt ?? at }
}
