import {
  draftInvoice,
  type InvoiceLine,
  issueInvoice,
  type PaymentAllocation,
  recordAllocation,
} from '../../domain/billing/invoice.ts'
import type { OrderId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { TimelineEvent } from '../ports/event-relay.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

const SERIES = 'INV'

/** Issues the order's one prepaid invoice and settles it from the payment, in one transaction (law I6). */
export function issueInvoiceWhenOrderPaid(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return async (event: TimelineEvent, context: ActionContext): Promise<JobOutcome> => {
    const orderId = event.order_id as OrderId
    await deps.unitOfWork.conclude(context, async (store) => {
      if (!(await store.claimReaction('issue-invoice-when-order-paid', event.event_id))) return
      const { order, items } = found(await store.orders.getForUpdate(orderId), 'order', orderId)
      if (await store.billing.hasPrepaidInvoice(orderId)) return
      const at = deps.clock.now()
      const party = await store.billing.billTo(
        order.companyId,
        order.billingContactId,
        order.billingAddressId,
      )
      const lines = items.map(
        (item): InvoiceLine => ({
          id: deps.ids.make('invoiceLine'),
          position: item.position,
          orderItemId: item.id,
          description: item.description,
          quantity: item.quantity,
          unitAmountMinor: item.unitAmountMinor,
          amountMinor: item.amountMinor,
        }),
      )
      const draft = draftInvoice(
        {
          id: deps.ids.make('invoice'),
          series: SERIES,
          companyId: order.companyId,
          orderId,
          kind: 'prepaid',
          currency: order.currency,
          billTo: party.snapshot,
        },
        lines,
        at,
      )
      const payments = await store.billing.unallocatedPayments(orderId)
      const allocations: PaymentAllocation[] = []
      let allocatedMinor = 0n
      for (const { payment, leftMinor } of payments) {
        const openMinor = draft.totalMinor - allocatedMinor
        const amountMinor = leftMinor < openMinor ? leftMinor : openMinor
        if (payment.currency !== draft.currency || amountMinor <= 0n) continue
        allocatedMinor += amountMinor
        allocations.push({
          id: deps.ids.make('paymentAllocation'),
          paymentId: payment.id,
          invoiceId: draft.id,
          companyId: order.companyId,
          amountMinor,
          createdAt: at,
        })
      }
      // The counter row is the hottest lock of billing, so it is taken last.
      const issuedOn = dateIn(party.timeZone, at)
      const numbered = { ...(await store.billing.nextNumber(SERIES)), issuedOn, dueOn: issuedOn }
      const issued = issueInvoice(draft, numbered, at)
      const settled =
        allocatedMinor > 0n || issued.invoice.totalMinor === 0n
          ? recordAllocation(issued.invoice, allocatedMinor, at)
          : { invoice: issued.invoice, events: [] }
      await store.billing.insertInvoice(settled.invoice, lines, allocations)
      store.publish([...issued.events, ...settled.events])
    })
    return { outcome: 'done' }
  }
}

/** The calendar date at an instant in a company's zone. */
function dateIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at)
}
