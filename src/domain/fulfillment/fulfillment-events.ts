import type { DomainEvent } from '../shared/events.ts'
import type { CompanyId, FulfillmentOrderId, OrderId } from '../shared/ids.ts'

interface FulfillmentEventData {
  'fulfillment.created': { units: number }
  'fulfillment.completed': { units: number }
  'fulfillment.cancelled': { units: number }
  'fulfillment.reopened': { units: number }
  'fulfillment.split': { into_fulfillment_order_id: string; units: number }
  'fulfillment.merged': { into_fulfillment_order_id: string; units: number }
  'fulfillment.units_received': { from_fulfillment_order_ids: readonly string[]; units: number }
  'fulfillment.hold_placed': { hold_id: string; reason: string; note: string | null }
  'fulfillment.hold_released': { hold_id: string; reason: string; note: string | null }
  'fulfillment.completion_overdue': { status: string; was_healed: boolean }
}

export type FulfillmentEventType = keyof FulfillmentEventData
export type FulfillmentEvent = {
  [T in FulfillmentEventType]: DomainEvent<T, FulfillmentEventData[T]>
}[FulfillmentEventType]

/** Builds an event of a fulfilment order, on the timeline of its order. */
export function fulfillmentEvent<T extends FulfillmentEventType>(
  type: T,
  fulfillment: { id: FulfillmentOrderId; orderId: OrderId; companyId: CompanyId; version: number },
  occurredAt: Date,
  data: FulfillmentEventData[T],
): FulfillmentEvent {
  return {
    type,
    aggregateType: 'fulfillment_order',
    aggregateId: fulfillment.id,
    aggregateVersion: fulfillment.version,
    companyId: fulfillment.companyId,
    orderId: fulfillment.orderId,
    shipmentId: null,
    data,
    occurredAt,
  } as FulfillmentEvent
}
