import { recordPayment } from '../../domain/orders/order.ts'
import type { InvoiceId } from '../../domain/shared/ids.ts'
import { expireCheckoutJob } from '../expire-checkout-job.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { LoadedOrder } from '../ports/order-store.ts'
import type { Store } from '../ports/unit-of-work.ts'

/** An order under its lock, with the invoice that bills it on terms. */
interface BilledOrder {
  invoiceId: InvoiceId
  loaded: LoadedOrder
}

/** Locks the orders that these invoices bill on terms, by id. Law C1 has orders locked before invoices. */
export async function lockBilledOrders(
  store: Store,
  invoiceIds: readonly InvoiceId[],
): Promise<BilledOrder[]> {
  const billed: BilledOrder[] = []
  for (const { invoiceId, orderId } of await store.invoices.billingOnTerms(invoiceIds)) {
    billed.push({ invoiceId, loaded: found(await store.orders.getForUpdate(orderId), 'order', orderId) })
  }
  return billed
}

/**
 * What settling their invoices means for orders on terms: a link that is out is closed, since it would charge all of
 * it again, and an order whose invoice is settled is paid, once, with all that follows from it. An invoice that was
 * only credited brought no money, and pays for nothing.
 */
export async function payBilledOrders(
  deps: { clock: Clock },
  store: Store,
  billed: readonly BilledOrder[],
): Promise<void> {
  for (const { invoiceId, loaded } of billed) {
    const { order, sessions } = loaded
    if (order.paidAt !== null || order.cancelledAt !== null) continue
    for (const { status, providerSessionId } of sessions) {
      if (status === 'open') store.enqueue(expireCheckoutJob(providerSessionId))
    }
    const payment = await store.invoices.paidBy(invoiceId)
    if (payment === null) continue
    const decision = recordPayment(order, payment, deps.clock.now(), true)
    await store.orders.save(decision.order)
    store.publish(decision.events)
  }
}
