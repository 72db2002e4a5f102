import type {
  OrderFulfillmentStatus,
  OrderStatus,
  OrderSummaryView,
  PaymentStatus,
} from '../../../application/ports/order-reader.ts'
import { sql } from '../sql.ts'

/** The columns of an order, with its company's name; the rest of a summary is derived. */
export type OrderColumns = Omit<OrderSummaryView, 'payment_status' | 'fulfillment_status'>

export const orderColumns = sql.fragment`
      'id', o.id,
      'number', o.number,
      'company_id', o.company_id,
      'company_name', c.name,
      'status', o.status,
      'currency', o.currency,
      'total_minor', o.total_minor,
      'billing_contact_id', o.billing_contact_id,
      'billing_address_id', o.billing_address_id,
      'purchase_order_ref', o.purchase_order_ref,
      'notes', o.notes,
      'checkout_attempts', o.checkout_attempts,
      'prices_expire_at', utc(o.prices_expire_at),
      'paid_at', utc(o.paid_at),
      'completed_at', utc(o.completed_at),
      'cancelled_at', utc(o.cancelled_at),
      'cancel_reason', o.cancel_reason,
      'created_by', o.created_by,
      'version', o.version,
      'created_at', utc(o.created_at),
      'updated_at', utc(o.updated_at)`

/** What rows say about an order's money and units. Amounts in minor units of the order's currency. */
export interface OrderStanding {
  paid_minor: number
  refunded_minor: number
  is_disputed: boolean
  ordered: number
  shipped: number
  delivered: number
  written_off: number
}

// What people moved by hand: other payments that settle the order's invoices, less what of its own payments settles
// invoices of other orders.
export const reallocatedMinor = sql.fragment`
    (coalesce((
      select sum(a.amount_minor)
      from invoices v
      join payment_allocations a on a.invoice_id = v.id and a.reversed_at is null
      join payment_records p on p.id = a.payment_id
      where v.order_id = o.id and v.currency = o.currency and p.order_id is distinct from o.id), 0)
    - coalesce((
      select sum(a.amount_minor)
      from payment_records p
      join payment_allocations a on a.payment_id = p.id and a.reversed_at is null
      join invoices v on v.id = a.invoice_id
      where p.order_id = o.id and p.currency = o.currency and v.order_id is distinct from o.id), 0))::bigint`

// Money in another currency than the order's settles nothing; it waits in the unapplied-payments inbox.
export const paidMinor = sql.fragment`
    coalesce((
      select sum(p.amount_minor)
      from payment_records p
      where p.order_id = o.id and p.currency = o.currency), 0)::bigint + ${reallocatedMinor}`

export const refundedMinor = sql.fragment`
    coalesce((
      select sum(r.amount_minor)
      from payment_records p
      join refunds r on r.payment_id = p.id and r.status = 'succeeded'
      where p.order_id = o.id and p.currency = o.currency), 0)::bigint`

// A dispute that is decided no longer marks the order; a lost one has its row among the refunds.
export const isDisputed = sql.fragment`
    exists (
      select from disputes d
      where d.order_id = o.id and d.closed_at is null)`

/** The payment status of an order, from its payments, refunds and disputes. */
export function paymentStatusOf(
  order: { status: OrderStatus; total_minor: number; paid_at: string | null },
  standing: OrderStanding,
): PaymentStatus {
  const { paid_minor: paid, refunded_minor: refunded } = standing
  if (standing.is_disputed) return 'disputed'
  if (refunded > 0) return refunded >= paid ? 'refunded' : 'partially_refunded'
  if (paid > order.total_minor) return 'overpaid'
  if (order.paid_at !== null && paid === order.total_minor) return 'paid'
  if (paid > 0) return paid === order.total_minor ? 'paid' : 'partially_paid'
  if (order.status === 'payment_processing') return 'processing'
  return order.status === 'payment_failed' ? 'failed' : 'unpaid'
}

/** The fulfilment status of an order, from the units that left and arrived. */
export function fulfillmentStatusOf(
  order: { status: OrderStatus },
  { ordered, shipped, delivered, written_off }: OrderStanding,
): OrderFulfillmentStatus {
  if (order.status === 'cancelled') return 'cancelled'
  if (delivered + written_off === ordered) return delivered > 0 ? 'delivered' : 'written_off'
  if (delivered > 0) return 'partially_delivered'
  if (shipped > 0) return shipped === ordered ? 'shipped' : 'partially_shipped'
  return 'unfulfilled'
}
