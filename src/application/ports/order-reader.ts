import type { InvoiceStatus } from './billing-reader.ts'
import type { FulfillmentStatus, UnitsView } from './fulfillment-reader.ts'
import type { Page, PageRequest } from './page.ts'
import type { PriceSource } from './pricing-reader.ts'
import type { CreditNoteBriefView, DisputeBriefView, RefundStatus } from './refund-reader.ts'
import type { ShipmentBriefView } from './shipment-reader.ts'

/** Where the order stands. */
export type OrderStatus =
  | 'draft'
  | 'awaiting_payment'
  | 'payment_processing'
  | 'paid'
  | 'in_fulfillment'
  | 'completed'
  | 'payment_failed'
  | 'checkout_expired'
  | 'cancelled'

/** What the payments say; derived from payment rows, never set. */
export type PaymentStatus =
  | 'unpaid'
  | 'processing'
  | 'partially_paid'
  | 'paid'
  | 'overpaid'
  | 'failed'
  | 'partially_refunded'
  | 'refunded'
  | 'disputed'

/** How much has left and arrived; derived from shipments, never set. */
export type OrderFulfillmentStatus =
  | 'unfulfilled'
  | 'partially_shipped'
  | 'shipped'
  | 'partially_delivered'
  | 'delivered'
  | 'written_off'
  | 'cancelled'

/** Why an order does not move on. */
export type BlockerCode =
  | 'price_unsynced'
  | 'checkout_expired'
  | 'payment_failed'
  | 'payment_unapplied'
  | 'payment_disputed'
  | 'units_unallocated'
  | 'serials_missing'
  | 'automation_failed'
  | 'automation_delayed'
  | 'manual_task_open'
  | 'prices_expired'
  | 'hold'
  | 'courier_silent'
  | 'courier_paused'
  | 'parcel_late'

/** State of the session at the payment provider. */
export type CheckoutSessionStatus = 'open' | 'complete' | 'expired'

/** An order as lists show it. */
export interface OrderSummaryView {
  id: string
  number: string
  company_id: string
  company_name: string
  status: OrderStatus
  payment_status: PaymentStatus
  fulfillment_status: OrderFulfillmentStatus
  currency: string
  total_minor: number
  billing_contact_id: string | null
  billing_address_id: string | null
  purchase_order_ref: string | null
  notes: string | null
  checkout_attempts: number
  prices_expire_at: string
  paid_at: string | null
  completed_at: string | null
  cancelled_at: string | null
  cancel_reason: string | null
  created_by: string
  version: number
  created_at: string
  updated_at: string
}

/** An order line with its immutable price snapshot. */
export interface OrderItemView {
  id: string
  position: number
  product_id: string
  sku: string
  description: string
  is_provisionable: boolean
  quantity: number
  unit_amount_minor: number
  amount_minor: number
  price_type_snap: PriceSource
  price_label: string
  price_book_entry_id: string | null
  price_agreement_id: string | null
  stripe_price_id: string | null
  bespoke_notes: string | null
  quantity_fulfilled: number
  quantity_allocated: number
  quantity_shipped: number
  quantity_delivered: number
  units: UnitsView
}

/** A checkout page at the payment provider. */
export interface CheckoutSessionView {
  id: string
  provider_session_id: string
  attempt: number
  status: CheckoutSessionStatus
  url: string
  amount_minor: number
  currency: string
  expires_at: string
  created_at: string
}

/** An invoice of the order, in short. */
export interface OrderInvoiceView {
  id: string
  number: string | null
  status: InvoiceStatus
  total_minor: number
}

/** A fulfilment order of the order, in short. */
export interface OrderFulfillmentView {
  id: string
  status: FulfillmentStatus
}

/** A payment of the order, in short. */
export interface OrderPaymentView {
  id: string
  provider: 'stripe' | 'manual'
  provider_payment_id: string
  amount_minor: number
  currency: string
  received_at: string
}

/** A refund of the order's payments, in short. */
export interface OrderRefundView {
  id: string
  payment_id: string
  amount_minor: number
  currency: string
  status: RefundStatus
}

/** One reason why an order does not move on. */
export interface BlockerView {
  code: BlockerCode
  message: string
  /** Since when; null where nobody noted it. */
  since: string | null
  move: string | null
  /** The operation that makes the move, and where. */
  operation_id: string | null
  path: string | null
  related_type: string | null
  related_id: string | null
}

/** An order with everything that hangs on it. */
export interface OrderView extends OrderSummaryView {
  amount_paid_minor: number
  amount_refunded_minor: number
  amount_credited_minor: number
  balance_minor: number
  items: OrderItemView[]
  checkout_session: CheckoutSessionView | null
  invoices: OrderInvoiceView[]
  fulfillment_orders: OrderFulfillmentView[]
  shipments: ShipmentBriefView[]
  payments: OrderPaymentView[]
  refunds: OrderRefundView[]
  credit_notes: CreditNoteBriefView[]
  disputes: DisputeBriefView[]
  allowed_moves: string[]
  blockers: BlockerView[]
}

export interface OrderFilter {
  company_id?: string | undefined
  status?: OrderStatus | undefined
  /** The order number, whole or its digits. */
  q?: string | undefined
}

/** Orders as the contract shows them; payment and fulfilment status, moves and blockers are derived here. */
export interface OrderReader {
  /** Newest first. */
  list(filter: OrderFilter, page: PageRequest): Promise<Page<OrderSummaryView>>
  /** Null when there is no such order. */
  detail(orderId: string): Promise<OrderView | null>
}
