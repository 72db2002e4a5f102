import type { DomainEvent } from '../shared/events.ts'
import type { CompanyId, OrderId } from '../shared/ids.ts'

interface OrderEventData {
  'order.created': { total_minor: number; currency: string; line_count: number }
  'order.prices_accepted': {
    total_minor: number
    currency: string
    prices_expire_at: string
    lines: readonly { order_item_id: string; old_unit_amount_minor: number; new_unit_amount_minor: number }[]
  }
  'order.checkout_sent': {
    checkout_session_id: string
    provider_session_id: string
    attempt: number
    amount_minor: number
    currency: string
  }
  'order.payment_processing': { provider_payment_id: string | null }
  'order.paid': { payment_id: string; provider_payment_id: string; amount_minor: number; currency: string }
  'order.payment_failed': { reason: string }
  'order.checkout_expired': { checkout_session_id: string }
  'order.completed': Record<string, never>
  'order.reopened': Record<string, never>
  'order.fulfillment_missing': { paid_at: string }
  'order.cancelled': { reason: string; was: string }
}

export type OrderEventType = keyof OrderEventData
export type OrderEvent = { [T in OrderEventType]: DomainEvent<T, OrderEventData[T]> }[OrderEventType]

/** Builds an event of an order's own timeline. */
export function orderEvent<T extends OrderEventType>(
  type: T,
  order: { id: OrderId; companyId: CompanyId; version: number },
  occurredAt: Date,
  data: OrderEventData[T],
): OrderEvent {
  return {
    type,
    aggregateType: 'order',
    aggregateId: order.id,
    aggregateVersion: order.version,
    companyId: order.companyId,
    orderId: order.id,
    shipmentId: null,
    data,
    occurredAt,
  } as OrderEvent
}
