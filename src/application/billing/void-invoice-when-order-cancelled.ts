import { voidInvoice } from '../../domain/billing/invoice.ts'
import type { OrderId } from '../../domain/shared/ids.ts'
import type { Clock } from '../ports/clock.ts'
import type { TimelineEvent } from '../ports/event-relay.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/**
 * A cancelled order's invoice on terms is taken back, so that nobody is reminded to pay for nothing. One that is
 * settled, wholly or in part, stays: that is corrected by a credit note.
 */
export function voidInvoiceWhenOrderCancelled(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return async (event: TimelineEvent, context: ActionContext): Promise<JobOutcome> => {
    const orderId = event.order_id as OrderId
    await deps.unitOfWork.conclude(context, async (store) => {
      if (!(await store.claimReaction('void-invoice-when-order-cancelled', event.event_id))) return
      await store.orders.getForUpdate(orderId)
      const billed = await store.invoices.ofOrderForUpdate(orderId)
      if (billed?.invoice.status !== 'issued' || billed.settledMinor > 0n) return
      const { invoice, events } = voidInvoice(
        billed.invoice,
        0n,
        'The order was cancelled.',
        deps.clock.now(),
      )
      await store.invoices.save(invoice)
      store.publish(events)
    })
    return { outcome: 'done' }
  }
}
