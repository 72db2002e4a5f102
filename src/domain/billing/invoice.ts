import type { CompanyId, Id, InvoiceId, OrderId, PaymentRecordId } from '../shared/ids.ts'
import { nextStatus } from '../shared/lifecycle.ts'
import { Refusal } from '../shared/refusal.ts'
import { type Amount, type BillingEvent, invoiceEvent } from './billing-events.ts'
import { type InvoiceMove, type InvoiceStatus, invoiceLifecycle } from './invoice-lifecycle.ts'
import { type InvoiceLine, type InvoiceTotals, type TaxRounding, totalsOf } from './invoice-lines.ts'

export interface Invoice extends InvoiceTotals {
  id: InvoiceId
  series: string
  number: string | null
  sequenceNumber: bigint | null
  companyId: CompanyId
  orderId: OrderId | null
  kind: 'prepaid' | 'terms' | 'manual'
  status: InvoiceStatus
  currency: string
  taxRounding: TaxRounding
  billTo: object
  /** Who of us issued it; null while it is a draft. */
  seller: object | null
  issuedOn: string | null
  dueOn: string | null
  issuedAt: Date | null
  paidAt: Date | null
  voidedAt: Date | null
  voidReason: string | null
  version: number
  createdAt: Date
  updatedAt: Date
}

export interface PaymentAllocation {
  id: Id<'paymentAllocation'>
  paymentId: PaymentRecordId
  invoiceId: InvoiceId
  companyId: CompanyId
  amountMinor: bigint
  createdAt: Date
}

/** What a decision changed and what it makes known. */
export interface InvoiceDecision {
  invoice: Invoice
  events: BillingEvent[]
}

/** `INV-000123`: the series' prefix and its next number, six digits or more. */
export function invoiceNumber(prefix: string, sequenceNumber: bigint): string {
  return `${prefix}${sequenceNumber.toString().padStart(6, '0')}`
}

/** A draft whose amounts are those of its lines. */
export function draftInvoice(
  input: Pick<
    Invoice,
    'id' | 'series' | 'companyId' | 'orderId' | 'kind' | 'currency' | 'taxRounding' | 'billTo'
  >,
  lines: readonly InvoiceLine[],
  at: Date,
): Invoice {
  return {
    ...input,
    ...totalsOf(lines),
    seller: null,
    number: null,
    sequenceNumber: null,
    status: 'draft',
    issuedOn: null,
    dueOn: null,
    issuedAt: null,
    paidAt: null,
    voidedAt: null,
    voidReason: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
}

/** Somebody has begun to write an invoice. */
export function invoiceDrafted(invoice: Invoice): BillingEvent {
  return invoiceEvent(invoice, 'invoice.drafted', invoice.createdAt, amountOf(invoice))
}

/** Other lines for a draft, rounded as asked. */
export function changeDraft(
  invoice: Invoice,
  taxRounding: TaxRounding,
  lines: readonly InvoiceLine[],
  at: Date,
): InvoiceDecision {
  const changed = { ...moved(invoice, 'change', 0n, at), taxRounding, ...totalsOf(lines) }
  return { invoice: changed, events: [invoiceEvent(changed, 'invoice.changed', at, amountOf(changed))] }
}

/** A draft that nobody wants any more. It never had a number; its row stays as a trace. */
export function discardDraft(invoice: Invoice, at: Date): InvoiceDecision {
  const gone = { ...moved(invoice, 'discard', 0n, at), voidedAt: at }
  return { invoice: gone, events: [invoiceEvent(gone, 'invoice.discarded', at, amountOf(gone))] }
}

/** Number, dates and snapshots freeze. */
export function issueInvoice(
  invoice: Invoice,
  numbered: {
    prefix: string
    sequenceNumber: bigint
    issuedOn: string
    dueOn: string
    billTo: object
    seller: object
  },
  at: Date,
): InvoiceDecision {
  const { prefix, sequenceNumber, ...frozen } = numbered
  const number = invoiceNumber(prefix, sequenceNumber)
  const issued: Invoice = {
    ...moved(invoice, 'issue', 0n, at),
    ...frozen,
    number,
    sequenceNumber,
    issuedAt: at,
  }
  return {
    invoice: issued,
    events: [invoiceEvent(issued, 'invoice.issued', at, { ...amountOf(issued), number })],
  }
}

/**
 * Takes back an issued invoice that nothing has settled. Its number stays used (law I4). What is paid or credited,
 * wholly or in part, is refused with the way out: a credit note.
 */
export function voidInvoice(
  invoice: Invoice,
  settledMinor: bigint,
  reason: string,
  at: Date,
): InvoiceDecision {
  if (settledMinor > 0n || invoice.status === 'paid') {
    throw new Refusal(
      'invoice_settled',
      `The invoice ${invoice.number ?? ''} is settled${invoice.status === 'paid' ? '' : ' in part'}. Correct it with a credit note.`,
      {
        current: invoice.status,
        settled_minor: Number(settledMinor),
        balance_minor: Number(invoice.totalMinor - settledMinor),
        currency: invoice.currency,
        correct_with: 'credit_note',
      },
    )
  }
  const gone = { ...moved(invoice, 'void', settledMinor, at), voidedAt: at, voidReason: reason }
  const data = { ...amountOf(gone), number: gone.number ?? '', reason }
  return { invoice: gone, events: [invoiceEvent(gone, 'invoice.voided', at, data)] }
}

/** What of an invoice changes when money settles it. */
export type Payable = Pick<
  Invoice,
  | 'id'
  | 'companyId'
  | 'orderId'
  | 'number'
  | 'status'
  | 'currency'
  | 'totalMinor'
  | 'paidAt'
  | 'version'
  | 'updatedAt'
>

/** The status follows the balance; what has been allocated so far includes the new allocation. */
export function recordAllocation<I extends Payable>(
  invoice: I,
  allocatedMinor: bigint,
  at: Date,
): { invoice: I; events: BillingEvent[] } {
  const balanceMinor = invoice.totalMinor - allocatedMinor
  if (balanceMinor < 0n) {
    throw new Refusal('amount_exceeds_remaining', 'More was allocated than the invoice is for.', {
      balance_minor: Number(balanceMinor),
    })
  }
  const status = nextStatus(
    invoiceLifecycle,
    invoice.status,
    { allocatedMinor, balanceMinor },
    { type: 'record_allocation' },
  )
  const paid = status === 'paid'
  const settled = { ...invoice, status, paidAt: paid ? at : null, updatedAt: at }
  return {
    invoice: settled,
    events: [
      paid
        ? invoiceEvent(settled, 'invoice.paid', at, { number: settled.number ?? '' })
        : invoiceEvent(settled, 'invoice.partially_paid', at, {
            number: settled.number ?? '',
            balance_minor: Number(balanceMinor),
          }),
    ],
  }
}

/** The status follows what settles the invoice: allocations and credit notes together, the new one included. */
export function recordCredit(
  invoice: Invoice,
  settledMinor: bigint,
  at: Date,
): { invoice: Invoice; events: BillingEvent[] } {
  const facts = { allocatedMinor: settledMinor, balanceMinor: invoice.totalMinor - settledMinor }
  const status = nextStatus(invoiceLifecycle, invoice.status, facts, { type: 'record_credit' })
  const becamePaid = status === 'paid' && invoice.status !== 'paid'
  const paidAt = becamePaid ? at : status === 'paid' ? invoice.paidAt : null
  const credited = { ...invoice, status, paidAt, version: invoice.version + 1, updatedAt: at }
  return {
    invoice: credited,
    events: becamePaid ? [invoiceEvent(credited, 'invoice.paid', at, { number: credited.number ?? '' })] : [],
  }
}

/** The way back; what is allocated no longer includes the allocation taken back. */
export function reverseAllocation<I extends Payable>(
  invoice: I,
  allocatedMinor: bigint,
  at: Date,
): { invoice: I; events: BillingEvent[] } {
  const balanceMinor = invoice.totalMinor - allocatedMinor
  const status = nextStatus(
    invoiceLifecycle,
    invoice.status,
    { allocatedMinor, balanceMinor },
    { type: 'reverse_allocation' },
  )
  const reopened = { ...invoice, status, paidAt: null, updatedAt: at }
  return {
    invoice: reopened,
    events: [
      invoiceEvent(reopened, 'invoice.reopened', at, {
        number: reopened.number ?? '',
        status,
        balance_minor: Number(balanceMinor),
      }),
    ],
  }
}

function moved(invoice: Invoice, type: InvoiceMove['type'], allocatedMinor: bigint, at: Date): Invoice {
  const facts = { allocatedMinor, balanceMinor: invoice.totalMinor - allocatedMinor }
  const status = nextStatus(invoiceLifecycle, invoice.status, facts, { type })
  return { ...invoice, status, version: invoice.version + 1, updatedAt: at }
}

function amountOf(invoice: Invoice): Amount {
  return { total_minor: Number(invoice.totalMinor), currency: invoice.currency }
}
