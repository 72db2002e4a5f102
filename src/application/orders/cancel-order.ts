import { dueBack } from '../../domain/billing/refund.ts'
import { cancelFulfillment } from '../../domain/fulfillment/fulfillment-order.ts'
import { cancelOrder as decideCancel, type Order } from '../../domain/orders/order.ts'
import type { OrderId } from '../../domain/shared/ids.ts'
import { moveShipment } from '../../domain/shipments/shipment.ts'
import { expireCheckoutJob } from '../expire-checkout-job.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { OrderView } from '../ports/order-reader.ts'
import type { SettledPart } from '../ports/refund-store.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'
import { reserveRefund } from '../refunding.ts'

export interface CancelOrder {
  orderId: OrderId
  reason: string
  /** Answers the order as it would be, with the refunds that would be made, and keeps nothing. */
  isRehearsal: boolean
}

/** Carries the answer out of a transaction that is rolled back. */
class Rehearsed extends Error {
  readonly order: OrderView

  constructor(order: OrderView) {
    super('Nothing of this is kept.')
    this.order = order
  }
}

/**
 * Stops an order before any unit has left: its parcels and fulfilment orders are cancelled with it, a live checkout
 * link is closed, and money that came for it through Stripe goes back. Other money becomes a task for finance.
 */
export function cancelOrder(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return async (input: CancelOrder, context: ActionContext): Promise<OrderView> => {
    try {
      return await deps.unitOfWork.conclude(context, async (store) => {
        const at = deps.clock.now()
        const { order, sessions, facts } = found(
          await store.orders.getForUpdate(input.orderId),
          'order',
          input.orderId,
        )
        if (order.status !== 'cancelled') {
          const decision = decideCancel(order, facts, input.reason, at)
          await store.orders.save(decision.order)
          store.publish(decision.events)
          const live = sessions.find((session) => session.status === 'open')
          if (live !== undefined) store.enqueue(expireCheckoutJob(live.providerSessionId))
          await releaseUnits(store, order.id, input.reason, at)
          await giveBack(deps, store, order, input.reason, at)
        }
        const view = found(await store.views.orders.detail(order.id), 'order', order.id)
        if (input.isRehearsal) throw new Rehearsed(view)
        return view
      })
    } catch (error) {
      if (error instanceof Rehearsed) return error.order
      throw error
    }
  }
}

/**
 * Refunds what is left of the order's payments, and leaves to a person what did not come through Stripe for this order.
 * What of them settles other invoices stays there, and money that nobody has placed yet stays in the inbox.
 */
async function giveBack(
  deps: { clock: Clock; ids: IdGenerator },
  store: Store,
  order: Order,
  reason: string,
  at: Date,
): Promise<void> {
  let byHandMinor = 0n
  const elsewhere: SettledPart[] = []
  for (const paymentId of await store.refunds.placedPaymentsOf(order.id)) {
    const refundable = found(await store.refunds.lockPayment(paymentId), 'payment', paymentId)
    const { payment, isHeldByDispute } = refundable
    const isOwn = payment.orderId === order.id
    const others = await store.refunds.settledElsewhere(paymentId, order.id)
    if (isOwn) elsewhere.push(...others)
    const elsewhereMinor = others.reduce((sum, other) => sum + other.amountMinor, 0n)
    const amountMinor = dueBack(refundable, order.id, elsewhereMinor)
    if (amountMinor === 0n) continue
    if (isOwn && payment.provider === 'stripe' && !isHeldByDispute) {
      const wish = { paymentId, amountMinor, lines: null, reference: null, retryOf: null }
      await reserveRefund(deps, store, { ...wish, reason: `Order cancelled: ${reason}` })
    } else {
      byHandMinor += amountMinor
    }
  }
  if (byHandMinor === 0n && elsewhere.length === 0) return
  await store.tasks.open({
    id: deps.ids.make('manualTask'),
    kind: 'refund_cancelled_order',
    title:
      byHandMinor === 0n
        ? `${order.number} was cancelled: some of its money settles other invoices`
        : `Refund ${order.number}: it was cancelled after payment`,
    relatedType: 'order',
    relatedId: order.id,
    orderId: order.id,
    companyId: order.companyId,
    details: {
      total_minor: Number(byHandMinor),
      currency: order.currency,
      reason,
      settles_elsewhere: elsewhere.map((other) => ({
        invoice_id: other.invoiceId,
        number: other.number,
        amount_minor: Number(other.amountMinor),
      })),
    },
    createdAt: at,
  })
}

async function releaseUnits(store: Store, orderId: OrderId, reason: string, at: Date): Promise<void> {
  for (const { shipment, items } of await store.shipments.ofOrder(orderId)) {
    if (shipment.status === 'cancelled') continue
    const cancelled = moveShipment(shipment, items, { type: 'cancel' }, at, reason)
    await store.shipments.save(cancelled.shipment)
    await store.shipments.releaseDevices(shipment.id, at)
    store.publish(cancelled.events)
  }
  for (const { fulfillment, items, facts } of await store.fulfillment.ofOrder(orderId)) {
    if (fulfillment.status === 'cancelled') continue
    const units = items.reduce((sum, item) => sum + item.quantity, 0)
    const cancelled = cancelFulfillment(fulfillment, facts, units, at)
    await store.fulfillment.save(cancelled.fulfillment)
    store.publish(cancelled.events)
  }
}
