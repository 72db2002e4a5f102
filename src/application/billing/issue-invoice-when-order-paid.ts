import {
  draftInvoice,
  type Invoice,
  type PaymentAllocation,
  recordAllocation,
} from '../../domain/billing/invoice.ts'
import type { PaymentRecord } from '../../domain/billing/payment.ts'
import type { OrderId } from '../../domain/shared/ids.ts'
import { type EmailParts, queueEmail } from '../emailing.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { TimelineEvent } from '../ports/event-relay.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { LoadedInvoice } from '../ports/invoice-store.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { LoadedOrder } from '../ports/order-store.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'
import { issueDraft } from './issue-draft.ts'
import { linesOfOrder } from './lines-of-order.ts'

interface Dependencies extends EmailParts {
  unitOfWork: UnitOfWork
  clock: Clock
  /** Off by default: a message would be a job more for every paid order. */
  emailsPrepaidInvoices: boolean
}

/**
 * Issues the order's one prepaid invoice and settles it from the payment, in one transaction (law I6). An order that
 * was billed on terms before has its invoice: that one is settled.
 */
export function issueInvoiceWhenOrderPaid(deps: Dependencies) {
  return async (event: TimelineEvent, context: ActionContext): Promise<JobOutcome> => {
    const orderId = event.order_id as OrderId
    await deps.unitOfWork.conclude(context, async (store) => {
      if (!(await store.claimReaction('issue-invoice-when-order-paid', event.event_id))) return
      const loaded = found(await store.orders.getForUpdate(orderId), 'order', orderId)
      const billed = await store.invoices.ofOrderForUpdate(orderId)
      if (billed === null) await issuePrepaid(store, deps, loaded)
      else if (billed.invoice.kind === 'terms') await settle(store, deps, billed, orderId)
    })
    return { outcome: 'done' }
  }
}

async function issuePrepaid(store: Store, deps: Dependencies, { order, items }: LoadedOrder): Promise<void> {
  const at = deps.clock.now()
  const party = await store.billing.billTo(order.companyId, order.billingContactId, order.billingAddressId)
  const lines = linesOfOrder(items, deps.ids)
  const draft = draftInvoice(
    {
      id: deps.ids.make('invoice'),
      series: party.invoiceSeries,
      companyId: order.companyId,
      orderId: order.id,
      kind: 'prepaid',
      currency: order.currency,
      taxRounding: 'line',
      billTo: party.snapshot,
    },
    lines,
    at,
  )
  const payments = await store.billing.unallocatedPayments(order.id)
  // No payment of its own: its invoice on terms was settled, and has been taken back since by a person.
  if (payments.length === 0) return
  const { allocations, allocatedMinor } = allocate(payments, draft, 0n, deps.ids, at)
  const issued = await issueDraft(store, draft, party, 0, at)
  const settled =
    allocatedMinor > 0n
      ? recordAllocation(issued.invoice, allocatedMinor, at)
      : { invoice: issued.invoice, events: [] }
  await store.billing.insertInvoice(settled.invoice, lines, allocations)
  if (deps.emailsPrepaidInvoices) {
    const kind = settled.invoice.status === 'paid' ? 'invoice_receipt' : 'invoice_issued'
    await queueEmail(deps, store, settled.invoice, { kind }, at)
  }
  store.publish([...issued.events, ...settled.events])
}

async function settle(
  store: Store,
  deps: Dependencies,
  billed: LoadedInvoice,
  orderId: OrderId,
): Promise<void> {
  const at = deps.clock.now()
  const payments = await store.billing.unallocatedPayments(orderId)
  const { allocations, allocatedMinor } = allocate(
    payments,
    billed.invoice,
    billed.settledMinor,
    deps.ids,
    at,
  )
  if (allocations.length > 0) {
    const touched = { ...billed.invoice, version: billed.invoice.version + 1 }
    const { invoice, events } = recordAllocation(touched, billed.settledMinor + allocatedMinor, at)
    await store.invoices.save(invoice)
    await store.invoices.insertAllocations(allocations)
    store.publish(events)
  }
  // The invoice was paid in another way meanwhile: what came twice waits for a person.
  for (const { payment, leftMinor } of payments) {
    if (leftMinor === 0n || allocations.some(({ paymentId }) => paymentId === payment.id)) continue
    await store.billing.insertUnapplied({
      id: deps.ids.make('unappliedPayment'),
      paymentId: payment.id,
      companyId: payment.companyId,
      orderId,
      reason: 'already_paid',
      suggestions: ['refund', 'hold_as_credit'],
      details: { invoice_id: billed.invoice.id, received_minor: Number(payment.amountMinor) },
      createdAt: at,
    })
  }
}

/** What of the payments settles what is open of the invoice, the oldest first. */
function allocate(
  payments: readonly { payment: PaymentRecord; leftMinor: bigint }[],
  invoice: Invoice,
  settledMinor: bigint,
  ids: IdGenerator,
  at: Date,
): { allocations: PaymentAllocation[]; allocatedMinor: bigint } {
  const allocations: PaymentAllocation[] = []
  let allocatedMinor = 0n
  for (const { payment, leftMinor } of payments) {
    const openMinor = invoice.totalMinor - settledMinor - allocatedMinor
    const amountMinor = leftMinor < openMinor ? leftMinor : openMinor
    if (payment.currency !== invoice.currency || amountMinor <= 0n) continue
    allocatedMinor += amountMinor
    allocations.push({
      id: ids.make('paymentAllocation'),
      paymentId: payment.id,
      invoiceId: invoice.id,
      companyId: invoice.companyId,
      amountMinor,
      createdAt: at,
    })
  }
  return { allocations, allocatedMinor }
}
