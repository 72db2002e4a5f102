import type { CompanyId, Id, InvoiceId, PaymentRecordId } from '../shared/ids.ts'
import { Refusal } from '../shared/refusal.ts'
import { type BillingEvent } from './billing-events.ts'
import { type Payable, type PaymentAllocation, recordAllocation, reverseAllocation } from './invoice.ts'
import { type PaymentRecord, paymentEvent } from './payment.ts'

/** An invoice with what settles it: live allocations and credit notes. */
export interface OpenInvoice {
  invoice: Payable
  settledMinor: bigint
}

/** A payment with what is neither allocated nor refunded, nor reserved for a refund. */
export interface SpendablePayment {
  payment: PaymentRecord
  leftMinor: bigint
}

/** So much of a payment for this invoice. */
export interface AskedAllocation {
  id: Id<'paymentAllocation'>
  invoiceId: InvoiceId
  amountMinor: bigint
}

/** An allocation as it is kept: reversed ones stay. */
export interface StoredAllocation extends PaymentAllocation {
  reversedAt: Date | null
  reversalReason: string | null
}

export interface Settlement {
  payment: PaymentRecord
  invoices: Payable[]
  allocations: PaymentAllocation[]
  events: BillingEvent[]
}

/**
 * Settles invoices from a payment, each named once. One company and one currency (law M7), never more than is left
 * on either side. A payment of nobody becomes that of the company whose invoices it settles.
 */
export function allocatePayment(
  { payment: before, leftMinor }: SpendablePayment,
  invoices: readonly OpenInvoice[],
  asked: readonly AskedAllocation[],
  at: Date,
): Settlement {
  const pairs = asked.map((allocation) => ({ allocation, open: openOf(invoices, allocation.invoiceId) }))
  const companyId = before.companyId ?? pairs[0]?.open.invoice.companyId ?? null
  const payment = { ...before, companyId }
  for (const { open } of pairs) refuseForeign(payment, open.invoice)
  refuseExcess(payment, leftMinor, pairs)
  const settled = pairs.map(({ allocation, open }) =>
    recordAllocation(renewed(open.invoice), open.settledMinor + allocation.amountMinor, at),
  )
  return {
    payment,
    invoices: settled.map(({ invoice }) => invoice),
    allocations: pairs.map(({ allocation, open }) => ({
      ...allocation,
      paymentId: payment.id,
      companyId: open.invoice.companyId,
      createdAt: at,
    })),
    events: [
      ...pairs.map(({ allocation, open: { invoice } }) =>
        paymentEvent('payment.allocated', { ...payment, orderId: invoice.orderId ?? payment.orderId }, at, {
          payment_id: payment.id,
          allocation_id: allocation.id,
          invoice_id: invoice.id,
          amount_minor: Number(allocation.amountMinor),
          currency: payment.currency,
        }),
      ),
      ...settled.flatMap(({ events }) => events),
    ],
  }
}

/** Takes an allocation back: the money is the company's credit again, the invoice waits for money again. */
export function reversePaymentAllocation(
  payment: PaymentRecord,
  { invoice: before, settledMinor }: OpenInvoice,
  allocation: StoredAllocation,
  reason: string,
  at: Date,
): { invoice: Payable; allocation: StoredAllocation; events: BillingEvent[] } {
  const { invoice, events } = reverseAllocation(renewed(before), settledMinor - allocation.amountMinor, at)
  const reversed = paymentEvent(
    'payment.allocation_reversed',
    { ...payment, orderId: invoice.orderId ?? payment.orderId },
    at,
    {
      payment_id: payment.id,
      allocation_id: allocation.id,
      invoice_id: invoice.id,
      amount_minor: Number(allocation.amountMinor),
      currency: payment.currency,
      reason,
    },
  )
  return {
    invoice,
    allocation: { ...allocation, reversedAt: at, reversalReason: reason },
    events: [reversed, ...events],
  }
}

/** Leaves what a payment brought as the company's credit. */
export function holdAsCredit(
  { payment: before, leftMinor }: SpendablePayment,
  companyId: CompanyId,
  at: Date,
): { payment: PaymentRecord; events: BillingEvent[] } {
  if (before.companyId !== null && before.companyId !== companyId) {
    throw ofOtherCompany(before.id, before.companyId, companyId)
  }
  const payment = { ...before, companyId }
  const held = paymentEvent('payment.held_as_credit', payment, at, {
    payment_id: payment.id,
    amount_minor: Number(leftMinor),
    currency: payment.currency,
  })
  return { payment, events: [held] }
}

function openOf(invoices: readonly OpenInvoice[], invoiceId: InvoiceId): OpenInvoice {
  const open = invoices.find(({ invoice }) => invoice.id === invoiceId)
  if (open === undefined) throw new Refusal('not_found', `There is no invoice ${invoiceId}.`)
  return open
}

function refuseForeign(payment: PaymentRecord, invoice: Payable): void {
  if (invoice.companyId !== payment.companyId) {
    throw ofOtherCompany(payment.id, payment.companyId, invoice.companyId)
  }
  if (invoice.currency !== payment.currency) {
    throw new Refusal(
      'currency_mismatch',
      `The payment is in ${payment.currency}, the invoice in ${invoice.currency}.`,
      { payment_currency: payment.currency, invoice_currency: invoice.currency, invoice_id: invoice.id },
    )
  }
}

function ofOtherCompany(paymentId: PaymentRecordId, own: CompanyId | null, other: CompanyId): Refusal {
  return new Refusal('payment_of_other_company', 'The payment belongs to another company.', {
    payment_id: paymentId,
    payment_company_id: own,
    company_id: other,
  })
}

/** What is wrong on every side is said at once, each with what is left of it. */
function refuseExcess(
  payment: PaymentRecord,
  leftMinor: bigint,
  pairs: readonly { allocation: AskedAllocation; open: OpenInvoice }[],
): void {
  const askedMinor = pairs.reduce((sum, { allocation }) => sum + allocation.amountMinor, 0n)
  const excessive = pairs.filter(({ allocation, open }) => allocation.amountMinor > balanceOf(open))
  if (askedMinor <= leftMinor && excessive.length === 0) return
  throw new Refusal(
    'amount_exceeds_remaining',
    askedMinor > leftMinor
      ? `The payment has ${leftMinor} left and ${askedMinor} was asked of it.`
      : 'More was asked for than some invoices still owe.',
    {
      currency: payment.currency,
      payment: {
        payment_id: payment.id,
        left_minor: Number(leftMinor),
        asked_minor: Number(askedMinor),
      },
      invoices: excessive.map(({ allocation, open }) => ({
        invoice_id: open.invoice.id,
        left_minor: Number(balanceOf(open)),
        asked_minor: Number(allocation.amountMinor),
      })),
    },
  )
}

/** What an invoice that was issued still owes; the lifecycle refuses the others, with what may be done instead. */
function balanceOf({ invoice, settledMinor }: OpenInvoice): bigint {
  return invoice.totalMinor - settledMinor
}

function renewed(invoice: Payable): Payable {
  return { ...invoice, version: invoice.version + 1 }
}
