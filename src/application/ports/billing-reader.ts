import type { Page, PageRequest } from './page.ts'
import type { CreditNoteBriefView, DisputeBriefView, RefundBriefView } from './refund-reader.ts'

/** Where the invoice stands; overdue is a flag beside it. */
export type InvoiceStatus = 'draft' | 'issued' | 'partially_paid' | 'paid' | 'void'

/** Whether somebody has placed the money. */
export type UnappliedPaymentStatus = 'open' | 'resolved'

/** An invoice as lists show it. */
export interface InvoiceSummaryView {
  id: string
  series: string
  number: string | null
  sequence_number: number | null
  company_id: string
  company_name: string
  order_id: string | null
  order_number: string | null
  kind: 'prepaid' | 'terms' | 'manual'
  status: InvoiceStatus
  currency: string
  subtotal_minor: number
  discount_minor: number
  tax_minor: number
  total_minor: number
  tax_rounding: 'line' | 'document'
  bill_to: Record<string, unknown>
  seller: Record<string, unknown> | null
  issued_on: string | null
  due_on: string | null
  issued_at: string | null
  paid_at: string | null
  voided_at: string | null
  void_reason: string | null
  amount_allocated_minor: number
  amount_credited_minor: number
  balance_minor: number
  is_overdue: boolean
  version: number
  created_at: string
  updated_at: string
}

/** A line of an invoice. */
export interface InvoiceLineView {
  id: string
  position: number
  kind: 'item' | 'adjustment' | 'discount' | 'shipping' | 'tax'
  order_item_id: string | null
  description: string
  quantity: number
  unit_amount_minor: number
  amount_minor: number
  tax_name: string | null
  tax_rate_ppm: number | null
}

/** A part of a payment that settles the invoice. */
export interface InvoiceAllocationView {
  id: string
  payment_id: string
  amount_minor: number
  created_at: string
  reversed_at: string | null
}

/** An invoice with its lines and what settles it. */
export interface InvoiceView extends InvoiceSummaryView {
  lines: InvoiceLineView[]
  allocations: InvoiceAllocationView[]
  credit_notes: CreditNoteBriefView[]
  refunds: RefundBriefView[]
  disputes: DisputeBriefView[]
  allowed_moves: string[]
}

/** A run of numbers of one kind of document of one legal entity. */
export interface InvoiceSeriesView {
  series: string
  legal_entity: string
  legal_entity_name: string
  document: 'invoice' | 'credit_note'
  prefix: string
  last_number: number
  document_count: number
  /** Numbers that were given and that no document has; there must be none. */
  gaps: { first: number; last: number }[]
}

/** Money received, as the provider reports it. */
export interface PaymentView {
  id: string
  company_id: string | null
  order_id: string | null
  provider: 'stripe' | 'manual'
  provider_payment_id: string
  provider_session_id: string | null
  method: 'bank_transfer' | 'cheque' | null
  reference: string | null
  amount_minor: number
  currency: string
  allocated_minor: number
  refunded_minor: number
  unapplied_minor: number
  received_at: string
  created_at: string
}

/** An invoice that money may settle, and how much of it. */
export interface SuggestedAllocationView {
  invoice_id: string
  invoice_number: string
  balance_minor: number
  amount_minor: number
}

/** Verified money that could not be applied. */
export interface UnappliedPaymentView {
  id: string
  payment_id: string
  provider: 'stripe' | 'manual'
  provider_payment_id: string
  amount_minor: number
  currency: string
  company_id: string | null
  order_id: string | null
  reason:
    | 'order_unknown'
    | 'order_not_payable'
    | 'session_unknown'
    | 'amount_mismatch'
    | 'currency_mismatch'
    | 'already_paid'
  suggestions: string[]
  suggested_allocations: SuggestedAllocationView[]
  left_minor: number
  details: Record<string, unknown>
  status: UnappliedPaymentStatus
  resolution: 'applied' | 'held_as_credit' | 'refunded' | null
  resolution_note: string | null
  refund_id: string | null
  created_at: string
  resolved_at: string | null
}

export interface InvoiceFilter {
  company_id?: string | undefined
  order_id?: string | undefined
  status?: InvoiceStatus | undefined
  kind?: 'prepaid' | 'terms' | 'manual' | undefined
  /** By the calendar of the company that owes. */
  overdue?: boolean | undefined
  /** A number, or its digits whatever the series. */
  q?: string | undefined
  currency?: string | undefined
  /** Dates, each included. */
  issued_from?: string | undefined
  issued_to?: string | undefined
  due_from?: string | undefined
  due_to?: string | undefined
}

export interface UnappliedPaymentFilter {
  /** Open when absent. */
  status?: UnappliedPaymentStatus | undefined
}

export interface PaymentFilter {
  company_id?: string | undefined
  order_id?: string | undefined
  provider?: 'stripe' | 'manual' | undefined
  /** Whether something is neither allocated nor refunded. */
  unapplied?: boolean | undefined
  currency?: string | undefined
  /** Instants: from the first, up to and without the second. */
  received_from?: string | undefined
  received_to?: string | undefined
}

/** Invoices and money as the contract shows them. */
export interface BillingReader {
  /** Newest first. */
  invoices(filter: InvoiceFilter, page: PageRequest): Promise<Page<InvoiceSummaryView>>
  /** Null when there is no such invoice. */
  invoice(invoiceId: string): Promise<InvoiceView | null>
  /** By name, each with its gaps. */
  series(): Promise<InvoiceSeriesView[]>
  /** Newest first. */
  unappliedPayments(filter: UnappliedPaymentFilter, page: PageRequest): Promise<Page<UnappliedPaymentView>>
  /** By the time of receipt, newest first. */
  payments(filter: PaymentFilter, page: PageRequest): Promise<Page<PaymentView>>
}
