import type { DomainEvent } from '../shared/events.ts'
import type { CompanyId, InvoiceId, OrderId } from '../shared/ids.ts'
import type { InvoiceStatus } from './invoice-lifecycle.ts'

export interface Amount {
  total_minor: number
  currency: string
}

interface AllocationData {
  payment_id: string
  allocation_id: string
  invoice_id: string
  amount_minor: number
  currency: string
}

interface EmailedData {
  delivery_id: string
  kind: string
  number: string
  recipient: string
}

/** What an open invoice still asks for. */
export interface InvoiceDue {
  number: string
  due_on: string
  balance_minor: number
  currency: string
}

export type BillingEvent =
  | DomainEvent<'invoice.drafted', Amount>
  | DomainEvent<'invoice.changed', Amount>
  | DomainEvent<'invoice.discarded', Amount>
  | DomainEvent<'invoice.issued', Amount & { number: string }>
  | DomainEvent<'invoice.voided', Amount & { number: string; reason: string }>
  | DomainEvent<'invoice.paid', { number: string }>
  | DomainEvent<'invoice.overdue', InvoiceDue>
  | DomainEvent<
      'invoice.reminder_due',
      InvoiceDue & { day: number; recipient: string | null; email_outcome: string }
    >
  | DomainEvent<'invoice.emailed', EmailedData>
  | DomainEvent<'invoice.email_failed', EmailedData & { answer: string }>
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
      'payment.disputed' | 'payment.dispute_closed',
      {
        dispute_id: string
        provider_dispute_id: string
        amount_minor: number
        currency: string
        status: string
      }
    >
  | DomainEvent<
      'credit_note.issued',
      { number: string; invoice_id: string; total_minor: number; currency: string; refund_id: string | null }
    >
  | DomainEvent<
      'payment.refund_requested' | 'payment.refunded',
      { refund_id: string; payment_id: string; amount_minor: number; currency: string; status: string }
    >

/** An event of an invoice; it appears on the timeline of its order, if it has one. */
export function invoiceEvent<T extends BillingEvent['type']>(
  invoice: { id: InvoiceId; version: number; companyId: CompanyId; orderId: OrderId | null },
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
