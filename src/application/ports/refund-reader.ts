import type { Page, PageRequest } from './page.ts'

/** Only a succeeded refund has given money back. */
export type RefundStatus = 'requested' | 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled'

/** Money sent back from a payment, of which it takes the company and the order. */
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
  origin: 'waybill' | 'provider'
  created_at: string
  updated_at: string
}

export interface RefundFilter {
  company_id?: string | undefined
  payment_id?: string | undefined
  status?: RefundStatus | undefined
  currency?: string | undefined
  /** Instants: from the first, up to and without the second. */
  created_from?: string | undefined
  created_to?: string | undefined
}

/** Refunds as the contract shows them. */
export interface RefundReader {
  /** Newest first. */
  list(filter: RefundFilter, page: PageRequest): Promise<Page<RefundView>>
}
