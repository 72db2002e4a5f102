import type { DomainEvent } from '../shared/events.ts'
import type { CompanyId, Id, InvoiceId, OrderId, OrderItemId, PaymentRecordId } from '../shared/ids.ts'
import { nextStatus } from '../shared/lifecycle.ts'
import { Refusal } from '../shared/refusal.ts'
import { type InvoiceStatus, invoiceLifecycle } from './invoice-lifecycle.ts'

export interface InvoiceLine {
  id: Id<'invoiceLine'>
  position: number
  orderItemId: OrderItemId | null
  description: string
  quantity: number
  unitAmountMinor: bigint
  amountMinor: bigint
}

export interface Invoice {
  id: InvoiceId
  series: string
  number: string | null
  sequenceNumber: bigint | null
  companyId: CompanyId
  orderId: OrderId | null
  kind: 'prepaid' | 'terms' | 'manual'
  status: InvoiceStatus
  currency: string
  subtotalMinor: bigint
  discountMinor: bigint
  taxMinor: bigint
  totalMinor: bigint
  billTo: object
  issuedOn: string | null
  dueOn: string | null
  issuedAt: Date | null
  paidAt: Date | null
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

interface AllocationData {
  payment_id: string
  allocation_id: string
  invoice_id: string
  amount_minor: number
  currency: string
}

export type BillingEvent =
  | DomainEvent<'invoice.issued', { number: string; total_minor: number; currency: string }>
  | DomainEvent<'invoice.paid', { number: string }>
  | DomainEvent<'invoice.partially_paid', { number: string; balance_minor: number }>
  | DomainEvent<'invoice.reopened', { number: string; status: InvoiceStatus; balance_minor: number }>
  | DomainEvent<
      'payment.received',
      { payment_id: string; amount_minor: number; currency: string; unapplied: string | null }
    >
  | DomainEvent<'payment.allocated', AllocationData>
  | DomainEvent<'payment.allocation_reversed', AllocationData & { reason: string }>
  | DomainEvent<'payment.held_as_credit', { payment_id: string; amount_minor: number; currency: string }>
  | DomainEvent<
      'payment.refunded',
      { refund_id: string; payment_id: string; amount_minor: number; currency: string; status: string }
    >

/** `INV-000123`: the series' prefix and its next number, six digits or more. */
export function invoiceNumber(prefix: string, sequenceNumber: bigint): string {
  return `${prefix}${sequenceNumber.toString().padStart(6, '0')}`
}

/** A draft whose total is the sum of its lines. */
export function draftInvoice(
  input: Pick<Invoice, 'id' | 'series' | 'companyId' | 'orderId' | 'kind' | 'currency' | 'billTo'>,
  lines: readonly InvoiceLine[],
  at: Date,
): Invoice {
  const subtotalMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0n)
  return {
    ...input,
    number: null,
    sequenceNumber: null,
    status: 'draft',
    subtotalMinor,
    discountMinor: 0n,
    taxMinor: 0n,
    totalMinor: subtotalMinor,
    issuedOn: null,
    dueOn: null,
    issuedAt: null,
    paidAt: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
}

/** Number, dates and snapshots freeze. */
export function issueInvoice(
  invoice: Invoice,
  numbered: { prefix: string; sequenceNumber: bigint; issuedOn: string; dueOn: string },
  at: Date,
): { invoice: Invoice; events: BillingEvent[] } {
  const number = invoiceNumber(numbered.prefix, numbered.sequenceNumber)
  const issued: Invoice = {
    ...invoice,
    number,
    sequenceNumber: numbered.sequenceNumber,
    status: nextStatus(
      invoiceLifecycle,
      invoice.status,
      { allocatedMinor: 0n, balanceMinor: invoice.totalMinor },
      { type: 'issue' },
    ),
    issuedOn: numbered.issuedOn,
    dueOn: numbered.dueOn,
    issuedAt: at,
    updatedAt: at,
  }
  return {
    invoice: issued,
    events: [
      event(issued, 'invoice.issued', at, {
        number,
        total_minor: Number(issued.totalMinor),
        currency: issued.currency,
      }),
    ],
  }
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
        ? event(settled, 'invoice.paid', at, { number: settled.number ?? '' })
        : event(settled, 'invoice.partially_paid', at, {
            number: settled.number ?? '',
            balance_minor: Number(balanceMinor),
          }),
    ],
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
      event(reopened, 'invoice.reopened', at, {
        number: reopened.number ?? '',
        status,
        balance_minor: Number(balanceMinor),
      }),
    ],
  }
}

function event<T extends BillingEvent['type']>(
  invoice: Pick<Invoice, 'id' | 'version' | 'companyId' | 'orderId'>,
  type: T,
  occurredAt: Date,
  data: Extract<BillingEvent, { type: T }>['data'],
): BillingEvent {
  return {
    type,
    aggregateType: 'invoice',
    aggregateId: invoice.id,
    aggregateVersion: invoice.version,
    companyId: invoice.companyId,
    orderId: invoice.orderId,
    shipmentId: null,
    data,
    occurredAt,
  } as BillingEvent
}
