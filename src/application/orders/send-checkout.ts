import type { CheckoutSession } from '../../domain/orders/checkout-session.ts'
import { recordCheckoutSent } from '../../domain/orders/order.ts'
import { orderLifecycle } from '../../domain/orders/order-lifecycle.ts'
import type { OrderId } from '../../domain/shared/ids.ts'
import { nextStatus } from '../../domain/shared/lifecycle.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { expireCheckoutJob } from '../expire-checkout-job.ts'
import { found } from '../found.ts'
import { job } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { InvoiceStore } from '../ports/invoice-store.ts'
import type { CheckoutSessionView, OrderView } from '../ports/order-reader.ts'
import type { LoadedOrder, OrderStore, StoredResolution } from '../ports/order-store.ts'
import type { CheckoutRequest, CreatedCheckout, PaymentGateway } from '../ports/payment-gateway.ts'
import type { PriceBook } from '../ports/price-book.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { refuseUnsynced } from '../price-lines.ts'
import { evidenceOf, priceAgain, refuseChanged } from '../price-snapshots.ts'

const SLOT_MS = 600_000
const EARLIER_SLOTS = 6

export interface SendCheckoutInput {
  orderId: OrderId
  successUrl: string | null
  cancelUrl: string | null
  expiresInMinutes: number | null
}

export interface SentCheckout {
  order: OrderView
  checkout_session: CheckoutSessionView
}

interface Dependencies {
  unitOfWork: UnitOfWork
  orders: Pick<OrderStore, 'find'>
  invoices: Pick<InvoiceStore, 'settledOf'>
  prices: PriceBook
  gateway: PaymentGateway
  clock: Clock
  ids: IdGenerator
  publicUrl: string
  /** A short digest of any text, for idempotency keys. */
  digest: (text: string) => string
}

/**
 * Gives the customer a link to pay with. Every line is resolved again, strictly. A live link is closed before the new
 * one is handed out, and only when Stripe has made it: what Stripe refuses leaves the customer the link that is out.
 * An order on terms gets none once its invoice is settled, wholly or in part: the link would charge all of it again.
 * Two calls at once end with one live session: the later one finds the earlier one's, or closes its own.
 */
export function sendCheckout(deps: Dependencies) {
  return async (input: SendCheckoutInput, context: ActionContext): Promise<SentCheckout> => {
    const loaded = found(await deps.orders.find(input.orderId), 'order', input.orderId)
    await context.refuseRepeat?.()
    nextStatus(orderLifecycle, loaded.order.status, loaded.facts, { type: 'send_checkout' })
    await refuseSettled(deps.invoices, input.orderId)
    const resolutions = await resolveStrictly(deps, loaded)
    const request = checkoutRequest(deps, loaded, resolutions, input)
    const created = await deps.gateway.createCheckout(request)
    try {
      refuseOtherAmount(created, loaded)
      await closeLiveSession(deps, loaded, context)
      return await record(deps, { loaded, resolutions, request, created }, context)
    } catch (error) {
      // The order is no longer what the link was made for: nobody may pay with it.
      if (error instanceof Refusal) await closeLater(deps, input.orderId, created.sessionId, context)
      throw error
    }
  }
}

/** Makes the created session the order's live one, unless somebody else was faster. */
function record(
  deps: Dependencies,
  made: {
    loaded: LoadedOrder
    resolutions: readonly StoredResolution[]
    request: CheckoutRequest
    created: CreatedCheckout
  },
  context: ActionContext,
): Promise<SentCheckout> {
  const { loaded, resolutions, request, created } = made
  const orderId = loaded.order.id
  return deps.unitOfWork.conclude(context, async (store) => {
    const at = deps.clock.now()
    const current = found(await store.orders.getForUpdate(orderId), 'order', orderId)
    const live = current.sessions.find((session) => session.status === 'open')
    if (live?.providerSessionId !== created.sessionId) {
      if (current.order.checkoutAttempts >= request.attempt || !isSendable(current)) {
        // Somebody else was faster: their session stands, ours is closed.
        store.enqueue(expireCheckoutJob(created.sessionId))
      } else {
        refuseOtherPrices(current, loaded)
        await refuseSettled(store.invoices, orderId)
        const session: CheckoutSession = {
          id: deps.ids.make('checkoutSession'),
          orderId: current.order.id,
          companyId: current.order.companyId,
          attempt: request.attempt,
          providerSessionId: created.sessionId,
          status: 'open',
          url: created.url,
          amountMinor: created.amountMinor,
          currency: created.currency,
          paymentIntentId: null,
          expiresAt: created.expiresAt,
          createdAt: at,
          closedAt: null,
        }
        const { order, events } = recordCheckoutSent(current.order, session, at)
        if (live !== undefined) await store.orders.saveSession({ ...live, status: 'expired', closedAt: at })
        await store.orders.insertSession(session)
        await store.orders.save(order)
        await store.orders.insertResolutions(resolutions)
        store.publish(events)
      }
    }
    const view = found(await store.views.orders.detail(orderId), 'order', orderId)
    return {
      order: view,
      checkout_session: found(view.checkout_session, 'checkout session of', orderId),
    }
  })
}

function refuseOtherAmount(created: CreatedCheckout, { order }: LoadedOrder): void {
  if (created.amountMinor === order.totalMinor && created.currency === order.currency) return
  throw new Refusal('price_changed', 'Stripe would charge another amount than the order says.', {
    order_total_minor: Number(order.totalMinor),
    stripe_total_minor: Number(created.amountMinor),
    currency: created.currency,
  })
}

/** New prices were accepted while Stripe made a link for the old ones. */
function refuseOtherPrices(current: LoadedOrder, loaded: LoadedOrder): void {
  const offer = ({ items }: LoadedOrder) => items.map((item) => `${item.id} ${item.unitAmountMinor}`).join()
  if (offer(current) === offer(loaded)) return
  throw new Refusal('version_stale', 'The prices of the order were changed meanwhile. Send it again.')
}

async function refuseSettled(invoices: Dependencies['invoices'], orderId: OrderId): Promise<void> {
  const settled = await invoices.settledOf(orderId)
  if (settled === null) return
  const { id, number, balanceMinor } = settled
  throw new Refusal(
    'order_not_payable',
    `The order is billed by ${number ?? 'an invoice'}, of which something is settled already. What is open is paid to the invoice.`,
    { invoice_id: id, number, balance_minor: Number(balanceMinor) },
  )
}

/** A twin of this call may have been faster with the very same link: that one is the order's, and stays. */
async function closeLater(
  deps: Dependencies,
  orderId: OrderId,
  sessionId: string,
  context: ActionContext,
): Promise<void> {
  await deps.unitOfWork.run(context, async (store) => {
    const current = await store.orders.getForUpdate(orderId)
    const isLive = current?.sessions.some(
      ({ providerSessionId, status }) => providerSessionId === sessionId && status === 'open',
    )
    if (isLive !== true) store.enqueue(expireCheckoutJob(sessionId))
  })
}

function isSendable({ order, facts }: LoadedOrder): boolean {
  nextStatus(orderLifecycle, order.status, facts, { type: 'send_checkout' })
  return true
}

async function resolveStrictly(deps: Dependencies, loaded: LoadedOrder): Promise<StoredResolution[]> {
  const { order, items } = loaded
  const at = deps.clock.now()
  const priced = await priceAgain(deps.prices, loaded, at)
  refuseUnsynced(priced.map((line, index) => ({ ...line, orderItemId: items[index]?.id ?? '' })))
  refuseChanged(items, priced, order.currency)
  return evidenceOf(priced, items, 'checkout', { companyId: order.companyId, at, ids: deps.ids })
}

async function closeLiveSession(
  deps: Dependencies,
  { order, sessions }: LoadedOrder,
  context: ActionContext,
): Promise<void> {
  const live = sessions.find((session) => session.status === 'open')
  if (live === undefined) return
  const closed = await deps.gateway.expireCheckout(live.providerSessionId)
  if (closed.status !== 'complete') return
  // The customer paid, or is paying, with the link we were about to replace.
  await deps.unitOfWork.run(context, (store) => {
    store.enqueue(
      job(
        'converge-checkout-session',
        { providerSessionId: live.providerSessionId },
        { related: { type: 'order', id: order.id } },
      ),
    )
    return Promise.resolve()
  })
  throw new Refusal(
    'order_not_payable',
    'The customer has just completed the checkout that is already out.',
    {
      provider_session_id: live.providerSessionId,
    },
  )
}

function checkoutRequest(
  deps: Dependencies,
  { order, items }: LoadedOrder,
  resolutions: readonly StoredResolution[],
  input: SendCheckoutInput,
): CheckoutRequest {
  const attempt = order.checkoutAttempts + 1
  const minutes = input.expiresInMinutes ?? 24 * 60 - 10
  const terms = {
    orderId: order.id,
    attempt,
    currency: order.currency,
    // The twin of today's price: the one known when the order was drafted may be off sale by now.
    lines: items.map((item, index) => {
      const priceId = resolutions[index]?.resolution.stripePriceId ?? null
      return priceId === null
        ? {
            amountMinor: item.unitAmountMinor,
            name: item.description,
            orderItemId: item.id,
            quantity: item.quantity,
          }
        : { priceId, quantity: item.quantity }
    }),
    customerEmail: null,
    successUrl: input.successUrl ?? `${deps.publicUrl}/orders/${order.id}?session_id={CHECKOUT_SESSION_ID}`,
    cancelUrl: input.cancelUrl ?? `${deps.publicUrl}/orders/${order.id}`,
  }
  const text = JSON.stringify({ ...terms, minutes }, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  )
  return {
    ...terms,
    ...expiries(deps.clock.now().getTime(), minutes * 60_000),
    idempotencyKey: `checkout:${order.id}:${attempt}:${deps.digest(text)}`,
  }
}

/** Rounded to ten minutes: a repeat within the hour is the same request, or one of few that it may have been. */
function expiries(now: number, lifeMs: number): Pick<CheckoutRequest, 'expiresAt' | 'earlierExpiries'> {
  const latest = Math.ceil(now / SLOT_MS) * SLOT_MS + lifeMs
  const earlier = Array.from({ length: EARLIER_SLOTS }, (_, index) => latest - (index + 1) * SLOT_MS)
  return {
    expiresAt: new Date(latest),
    earlierExpiries: earlier.filter((end) => end > now + SLOT_MS).map((end) => new Date(end)),
  }
}
