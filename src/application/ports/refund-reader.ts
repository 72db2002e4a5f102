import type { Page, PageRequest } from './page.ts'

/** Where a refund stands; `requested` is reserved here and not answered by the provider yet. */
export type RefundStatus = 'requested' | 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled'

/** A part of a refund that was put down to a line of an invoice. */
export interface RefundLineView {
  invoice_line_id: string
  amount_minor: number
}

/** A credit note, in short. */
export interface CreditNoteBriefView {
  id: string
  number: string
  total_minor: number
  /** Where its file is. */
  pdf_url: string
}

/** A refund, in short. */
export interface RefundBriefView {
  id: string
  payment_id: string
  amount_minor: number
  currency: string
  status: RefundStatus
}

/** A dispute, in short. */
export interface DisputeBriefView {
  id: string
  payment_id: string
  amount_minor: number
  currency: string
  reason: string
  status: DisputeStatus
  respond_by: string | null
  created_at: string
}

/** Money sent back, or on its way. */
export interface RefundView {
  id: string
  payment_id: string
  company_id: string | null
  order_id: string | null
  provider_refund_id: string | null
  amount_minor: number
  currency: string
  status: RefundStatus
  reason: string | null
  origin: 'waybill' | 'provider' | 'dispute'
  reference: string | null
  failure_reason: string | null
  retry_of: string | null
  credited_minor: number
  lines: RefundLineView[]
  credit_notes: CreditNoteBriefView[]
  created_at: string
  updated_at: string
}

/** A line of a credit note, with its share of tax and discount. */
export interface CreditNoteLineView {
  id: string
  position: number
  invoice_line_id: string
  description: string
  amount_minor: number
}

/** What an issued invoice is no longer for. */
export interface CreditNoteView {
  id: string
  series: string
  number: string
  sequence_number: number
  invoice_id: string
  invoice_number: string
  company_id: string
  company_name: string
  order_id: string | null
  refund_id: string | null
  currency: string
  tax_minor: number
  total_minor: number
  reason: string
  bill_to: Record<string, unknown>
  issued_on: string
  issued_at: string
  lines: CreditNoteLineView[]
}

/** In Stripe's words; a warning is an inquiry, which takes no money yet. */
export type DisputeStatus =
  | 'warning_needs_response'
  | 'warning_under_review'
  | 'warning_closed'
  | 'needs_response'
  | 'under_review'
  | 'won'
  | 'lost'
  | 'prevented'

/** What a customer's bank asks back. */
export interface DisputeView {
  id: string
  payment_id: string
  company_id: string | null
  order_id: string | null
  provider_dispute_id: string
  amount_minor: number
  currency: string
  reason: string
  status: DisputeStatus
  respond_by: string | null
  created_at: string
  updated_at: string
  closed_at: string | null
}

export interface DisputeFilter {
  payment_id?: string | undefined
  order_id?: string | undefined
  company_id?: string | undefined
  status?: DisputeStatus | undefined
}

export interface RefundFilter {
  payment_id?: string | undefined
  order_id?: string | undefined
  company_id?: string | undefined
  status?: RefundStatus | undefined
  currency?: string | undefined
  /** Instants: from the first, up to and without the second. */
  created_from?: string | undefined
  created_to?: string | undefined
}

export interface CreditNoteFilter {
  invoice_id?: string | undefined
  order_id?: string | undefined
  company_id?: string | undefined
  currency?: string | undefined
  /** Days, each included. */
  issued_from?: string | undefined
  issued_to?: string | undefined
}

/** Refunds, credit notes and disputes as the contract shows them. */
export interface RefundReader {
  /** Newest first. */
  list(filter: RefundFilter, page: PageRequest): Promise<Page<RefundView>>
  /** Null when there is no such refund. */
  refund(refundId: string): Promise<RefundView | null>
  /** By the time of issue, newest first. */
  creditNotes(filter: CreditNoteFilter, page: PageRequest): Promise<Page<CreditNoteView>>
  /** Null when there is no such credit note. */
  creditNote(creditNoteId: string): Promise<CreditNoteView | null>
  /** Newest first. */
  disputes(filter: DisputeFilter, page: PageRequest): Promise<Page<DisputeView>>
  /** Null when there is no such dispute. */
  dispute(disputeId: string): Promise<DisputeView | null>
}
