import { draftInvoice } from '../../domain/billing/invoice.ts'
import type { Order } from '../../domain/orders/order.ts'
import type { OrderId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { type EmailParts, queueEmail } from '../emailing.ts'
import { found } from '../found.ts'
import type { InvoiceView } from '../ports/billing-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { issueDraft } from './issue-draft.ts'
import { linesOfOrder } from './lines-of-order.ts'

/**
 * Issues the invoice of an unpaid order, due by its company's terms. An order is billed once: a payment that comes
 * later settles this invoice and brings no second one, and two at once make one.
 */
export function invoiceOrder(deps: EmailParts & { unitOfWork: UnitOfWork; clock: Clock }) {
  return ({ orderId }: { orderId: OrderId }, context: ActionContext): Promise<InvoiceView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { order, items } = found(await store.orders.getForUpdate(orderId), 'order', orderId)
      const billed = await store.invoices.ofOrderForUpdate(orderId)
      if (billed !== null) refuseSecond(billed.invoice)
      refuseUnbillable(order, at)
      const party = await store.billing.billTo(
        order.companyId,
        order.billingContactId,
        order.billingAddressId,
      )
      const lines = linesOfOrder(items, deps.ids)
      const draft = draftInvoice(
        {
          id: deps.ids.make('invoice'),
          series: party.invoiceSeries,
          companyId: order.companyId,
          orderId,
          kind: 'terms',
          currency: order.currency,
          taxRounding: 'line',
          billTo: party.snapshot,
        },
        lines,
        at,
      )
      const { invoice, events } = await issueDraft(store, draft, party, party.paymentTermsDays, at)
      await store.billing.insertInvoice(invoice, lines, [])
      await queueEmail(deps, store, invoice, { kind: 'invoice_issued' }, at)
      store.publish(events)
      return found(await store.views.billing.invoice(invoice.id), 'invoice', invoice.id)
    })
}

function refuseSecond({ id, number }: { id: string; number: string | null }): never {
  throw new Refusal('already_exists', `The order is billed by ${number ?? 'an invoice'} already.`, {
    invoice_id: id,
    number,
  })
}

const unpaid: readonly Order['status'][] = ['draft', 'awaiting_payment', 'payment_failed', 'checkout_expired']

function refuseUnbillable(order: Order, at: Date): void {
  if (!unpaid.includes(order.status)) {
    throw new Refusal('move_not_allowed', `The order is ${order.status} and cannot be invoiced on terms.`, {
      current: order.status,
      allowed_from: unpaid,
    })
  }
  const mayHaveOldPrices = order.status === 'draft' || order.status === 'checkout_expired'
  if (mayHaveOldPrices && order.pricesExpireAt <= at) {
    throw new Refusal(
      'prices_expired',
      `The prices of the order were held until ${order.pricesExpireAt.toISOString()}. Accept the current ones first.`,
      { prices_expire_at: order.pricesExpireAt.toISOString() },
    )
  }
}
