import type {
  AddressId,
  CompanyId,
  ContactId,
  OrderId,
  OrderItemId,
  PriceAgreementId,
  PriceAgreementLineId,
  PriceBookEntryId,
  ProductId,
} from '../shared/ids.ts'
import { nextStatus } from '../shared/lifecycle.ts'
import { refuseTooMuch } from '../shared/money.ts'
import { Refusal } from '../shared/refusal.ts'
import type { CheckoutSession } from './checkout-session.ts'
import { type OrderEvent, orderEvent } from './order-events.ts'
import { type OrderFacts, type OrderMove, type OrderStatus, orderLifecycle } from './order-lifecycle.ts'

export interface OrderItem {
  id: OrderItemId
  position: number
  productId: ProductId
  sku: string
  description: string
  isProvisionable: boolean
  quantity: number
  unitAmountMinor: bigint
  amountMinor: bigint
  priceTypeSnap: 'PRICEBOOK_GLOBAL' | 'PRICEBOOK_REGIONAL' | 'PRICE_AGREEMENT' | 'BESPOKE'
  priceLabel: string
  priceBookEntryId: PriceBookEntryId | null
  priceAgreementId: PriceAgreementId | null
  priceAgreementLineId: PriceAgreementLineId | null
  stripePriceId: string | null
  bespokeNotes: string | null
}

export interface Order {
  id: OrderId
  number: string
  companyId: CompanyId
  status: OrderStatus
  currency: string
  totalMinor: bigint
  billingContactId: ContactId | null
  billingAddressId: AddressId | null
  purchaseOrderRef: string | null
  notes: string | null
  checkoutAttempts: number
  pricesExpireAt: Date
  paidAt: Date | null
  completedAt: Date | null
  cancelledAt: Date | null
  cancelReason: string | null
  createdBy: string
  version: number
  createdAt: Date
  updatedAt: Date
}

/** What a decision changed and what it makes known. */
export interface OrderDecision {
  order: Order
  events: OrderEvent[]
}

/** Nothing has shipped, nothing is delivered: the facts of every order that has not reached a parcel. */
const nothingMoved: OrderFacts = { hasShippedUnits: false, hasEveryUnitSettled: false }

/** A new draft: lines with their price snapshots, a total that is their sum. */
export function draftOrder(
  input: Omit<
    Order,
    | 'status'
    | 'totalMinor'
    | 'checkoutAttempts'
    | 'paidAt'
    | 'completedAt'
    | 'cancelledAt'
    | 'cancelReason'
    | 'version'
    | 'updatedAt'
    | 'number'
  >,
  items: readonly OrderItem[],
): { order: Omit<Order, 'number'>; events: OrderEvent[] } {
  if (items.length === 0) throw new Refusal('body_field_invalid', 'An order needs at least one line.')
  const totalMinor = totalOf(items, '/lines')
  const order = {
    ...input,
    status: 'draft' as const,
    totalMinor,
    checkoutAttempts: 0,
    paidAt: null,
    completedAt: null,
    cancelledAt: null,
    cancelReason: null,
    version: 1,
    updatedAt: input.createdAt,
  }
  return {
    order,
    events: [
      orderEvent('order.created', order, input.createdAt, {
        total_minor: Number(totalMinor),
        currency: order.currency,
        line_count: items.length,
      }),
    ],
  }
}

function totalOf(items: readonly OrderItem[], pointer: string): bigint {
  const totalMinor = items.reduce((sum, item) => sum + item.amountMinor, 0n)
  refuseTooMuch(totalMinor, pointer)
  return totalMinor
}

/** New prices of an order that waits for no payment. `items` are the lines as they were, `priced` as they are now. */
export function acceptPrices(
  order: Order,
  items: readonly OrderItem[],
  priced: readonly OrderItem[],
  pricesExpireAt: Date,
  at: Date,
): OrderDecision {
  const totalMinor = totalOf(priced, '/prices')
  const accepted = {
    ...moved(order, { type: 'accept_prices' }, nothingMoved, at),
    totalMinor,
    pricesExpireAt,
  }
  return {
    order: accepted,
    events: [
      orderEvent('order.prices_accepted', accepted, at, {
        total_minor: Number(totalMinor),
        currency: order.currency,
        prices_expire_at: pricesExpireAt.toISOString(),
        lines: changedPrices(items, priced).map(({ item, unitAmountMinor }) => ({
          order_item_id: item.id,
          old_unit_amount_minor: Number(item.unitAmountMinor),
          new_unit_amount_minor: Number(unitAmountMinor),
        })),
      }),
    ],
  }
}

/** The lines whose price is another now; `now` are the prices of the same lines in the same order. */
export function changedPrices(
  items: readonly OrderItem[],
  now: readonly { unitAmountMinor: bigint }[],
): { item: OrderItem; unitAmountMinor: bigint }[] {
  return items.flatMap((item, index) => {
    const unitAmountMinor = now[index]?.unitAmountMinor ?? item.unitAmountMinor
    return unitAmountMinor === item.unitAmountMinor ? [] : [{ item, unitAmountMinor }]
  })
}

/** The customer has a link to pay with. */
export function recordCheckoutSent(order: Order, session: CheckoutSession, at: Date): OrderDecision {
  const sent = moved(order, { type: 'send_checkout' }, nothingMoved, at)
  return {
    order: { ...sent, checkoutAttempts: session.attempt },
    events: [
      orderEvent('order.checkout_sent', sent, at, {
        checkout_session_id: session.id,
        provider_session_id: session.providerSessionId,
        attempt: session.attempt,
        amount_minor: Number(session.amountMinor),
        currency: session.currency,
      }),
    ],
  }
}

/** The customer finished, the money is still on its way (bank debit and the like). */
export function recordProcessing(order: Order, providerPaymentId: string | null, at: Date): OrderDecision {
  const processing = moved(order, { type: 'start_processing' }, nothingMoved, at)
  return {
    order: processing,
    events: [
      orderEvent('order.payment_processing', processing, at, { provider_payment_id: providerPaymentId }),
    ],
  }
}

/** A payment that covers the order, or settled its invoice on terms: then it is paid whether a link is out or not. */
export function recordPayment(
  order: Order,
  payment: { id: string; amountMinor: bigint; currency: string; providerPaymentId: string },
  at: Date,
  hasSettledInvoice = false,
): OrderDecision {
  const facts = { ...nothingMoved, hasSettledInvoice }
  const paid = { ...moved(order, { type: 'record_payment' }, facts, at), paidAt: at }
  return {
    order: paid,
    events: [
      orderEvent('order.paid', paid, at, {
        payment_id: payment.id,
        provider_payment_id: payment.providerPaymentId,
        amount_minor: Number(payment.amountMinor),
        currency: payment.currency,
      }),
    ],
  }
}

/** A payment attempt failed. The order stays open: the same link may be tried again, or a new one sent. */
export function recordPaymentFailure(order: Order, reason: string, at: Date): OrderDecision {
  const failed =
    order.status === 'payment_failed'
      ? touched(order, at)
      : moved(order, { type: 'fail_payment' }, nothingMoved, at)
  return { order: failed, events: [orderEvent('order.payment_failed', failed, at, { reason })] }
}

/** The current link ran out unpaid. */
export function recordCheckoutExpired(order: Order, session: CheckoutSession, at: Date): OrderDecision {
  const expired = moved(order, { type: 'expire_checkout' }, nothingMoved, at)
  return {
    order: expired,
    events: [orderEvent('order.checkout_expired', expired, at, { checkout_session_id: session.id })],
  }
}

/** Preparation begins. */
export function startFulfillment(order: Order, at: Date): OrderDecision {
  return { order: moved(order, { type: 'start_fulfillment' }, nothingMoved, at), events: [] }
}

/** Every unit arrived or was written off. */
export function completeOrder(order: Order, at: Date): OrderDecision {
  const facts = { hasShippedUnits: true, hasEveryUnitSettled: true }
  const completed = { ...moved(order, { type: 'complete' }, facts, at), completedAt: at }
  return { order: completed, events: [orderEvent('order.completed', completed, at, {})] }
}

/** What had arrived did not, or turned up where it had been written off. */
export function reopenOrder(order: Order, at: Date): OrderDecision {
  const facts = { hasShippedUnits: true, hasEveryUnitSettled: false }
  const reopened = { ...moved(order, { type: 'reopen' }, facts, at), completedAt: null }
  return { order: reopened, events: [orderEvent('order.reopened', reopened, at, {})] }
}

/** Stops an order before any unit has left. */
export function cancelOrder(order: Order, facts: OrderFacts, reason: string, at: Date): OrderDecision {
  const cancelled = { ...moved(order, { type: 'cancel' }, facts, at), cancelledAt: at, cancelReason: reason }
  return {
    order: cancelled,
    events: [orderEvent('order.cancelled', cancelled, at, { reason, was: order.status })],
  }
}

function moved(order: Order, move: OrderMove, facts: OrderFacts, at: Date): Order {
  return { ...touched(order, at), status: nextStatus(orderLifecycle, order.status, facts, move) }
}

function touched(order: Order, at: Date): Order {
  return { ...order, version: order.version + 1, updatedAt: at }
}
