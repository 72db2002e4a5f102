/** Wire shapes. The named fields are those the simulator itself reads; the rest ride along. */
export interface StripeObject {
  id: string
  object: string
  [field: string]: unknown
}

export type Metadata = Record<string, string>

export interface Product extends StripeObject {
  active: boolean
  name: string
  created: number
  updated: number
  metadata: Metadata
}

export interface Price extends StripeObject {
  active: boolean
  created: number
  currency: string
  lookup_key: string | null
  metadata: Metadata
  product: string
  type: 'one_time' | 'recurring'
  unit_amount: number | null
  unit_amount_decimal: string
}

export interface LineItem extends StripeObject {
  amount_total: number
  currency: string
  description: string
  price: Price
  quantity: number
}

export interface Session extends StripeObject {
  amount_total: number
  cancel_url: string | null
  created: number
  currency: string
  customer_email: string | null
  expires_at: number
  invoice: string | null
  metadata: Metadata
  payment_intent: string | null
  payment_status: 'unpaid' | 'paid' | 'no_payment_required'
  status: 'open' | 'complete' | 'expired'
  success_url: string
  url: string | null
}

/** A session with what the API does not show in it. */
export interface SessionRow {
  session: Session
  lines: LineItem[]
  intentMetadata: Metadata
  intentDescription: string | null
  wantsInvoice: boolean
}

export interface PaymentIntent extends StripeObject {
  amount: number
  created: number
  currency: string
  latest_charge: string | null
  metadata: Metadata
  status: 'requires_payment_method' | 'processing' | 'succeeded' | 'canceled'
}

export interface Charge extends StripeObject {
  amount: number
  amount_refunded: number
  balance_transaction: string | null
  created: number
  currency: string
  disputed: boolean
  payment_intent: string
  refunded: boolean
  status: 'succeeded' | 'pending' | 'failed'
}

export interface Refund extends StripeObject {
  amount: number
  charge: string
  created: number
  currency: string
  metadata: Metadata
  payment_intent: string
  status: 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled'
}

export interface Dispute extends StripeObject {
  amount: number
  charge: string
  created: number
  currency: string
  payment_intent: string
  status: string
}

export interface InvoicePayment extends StripeObject {
  created: number
  invoice: string
  payment: { type: 'payment_intent'; payment_intent: string }
  status: 'paid'
}

export interface StripeEvent extends StripeObject {
  api_version: string
  created: number
  type: string
  data: { object: StripeObject; previous_attributes?: Record<string, unknown> }
}
