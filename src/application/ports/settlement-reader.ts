import type { PaymentView, UnappliedPaymentView } from './billing-reader.ts'

/** A part of a payment that settles an invoice, or did. */
export interface PaymentAllocationView {
  id: string
  invoice_id: string
  invoice_number: string
  amount_minor: number
  created_at: string
  reversed_at: string | null
  reversal_reason: string | null
}

/** A payment with what it settles. */
export interface PaymentDetailView extends PaymentView {
  allocations: PaymentAllocationView[]
}

/** Money of one currency that a company may still use, and what of its money waits in the inbox. */
export interface CreditBalanceView {
  currency: string
  available_minor: number
  in_inbox_minor: number
}

/** A payment of which something is left. */
export interface CreditPaymentView {
  payment_id: string
  provider: 'stripe' | 'manual'
  method: 'bank_transfer' | 'cheque' | null
  reference: string | null
  received_at: string
  currency: string
  amount_minor: number
  left_minor: number
  unapplied_payment_id: string | null
}

/** What a company has paid and nothing has used yet. */
export interface CompanyCreditView {
  company_id: string
  balances: CreditBalanceView[]
  payments: CreditPaymentView[]
}

/** How payments settle invoices, as the contract shows it. */
export interface SettlementReader {
  /** Null when there is no such payment. */
  payment(paymentId: string): Promise<PaymentDetailView | null>
  /** Null when there is no such entry. */
  unappliedPayment(entryId: string): Promise<UnappliedPaymentView | null>
  /** The balances count all payments; the payments are the 100 oldest. Null when there is no such company. */
  credit(companyId: string): Promise<CompanyCreditView | null>
}
