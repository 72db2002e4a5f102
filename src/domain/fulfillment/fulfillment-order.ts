import type { CompanyId, FulfillmentItemId, FulfillmentOrderId, OrderId, OrderItemId } from '../shared/ids.ts'
import { nextStatus } from '../shared/lifecycle.ts'
import { Refusal } from '../shared/refusal.ts'
import { type FulfillmentEvent, fulfillmentEvent } from './fulfillment-events.ts'
import {
  type FulfillmentFacts,
  type FulfillmentMove,
  type FulfillmentStatus,
  fulfillmentLifecycle,
} from './fulfillment-lifecycle.ts'

export interface FulfillmentItem {
  id: FulfillmentItemId
  orderItemId: OrderItemId
  sku: string
  isProvisionable: boolean
  /** Sent in the place of another unit, and prepared by itself. */
  isReplacement: boolean
  quantity: number
  /** Units in shipments that are not cancelled. */
  allocated: number
  /** Units in shipments that were delivered, less those written off. */
  delivered: number
  /** Units of shipments that were lost or damaged. */
  writtenOff: number
}

export interface FulfillmentOrder {
  id: FulfillmentOrderId
  orderId: OrderId
  companyId: CompanyId
  status: FulfillmentStatus
  completedAt: Date | null
  cancelledAt: Date | null
  /** The one that took its units over. */
  mergedIntoId: FulfillmentOrderId | null
  version: number
  createdAt: Date
  updatedAt: Date
}

/** Units of an order line that no live fulfilment order holds yet. */
export interface OpenOrderItem {
  orderItemId: OrderItemId
  sku: string
  isProvisionable: boolean
  ordered: number
  held: number
}

/**
 * Which units a new fulfilment order takes: the ones asked for, or everything left.
 * Rows for one line are added up first; more than what is left is refused.
 */
export function chooseUnits(
  open: readonly OpenOrderItem[],
  asked: readonly { orderItemId: OrderItemId; quantity: number }[] | null,
): { orderItemId: OrderItemId; quantity: number }[] {
  const wanted = new Map<OrderItemId, number>()
  if (asked === null) {
    for (const item of open)
      if (item.ordered > item.held) wanted.set(item.orderItemId, item.ordered - item.held)
  } else {
    for (const row of asked) wanted.set(row.orderItemId, (wanted.get(row.orderItemId) ?? 0) + row.quantity)
  }
  const short = [...wanted].flatMap(([orderItemId, quantity]) => {
    const item = open.find((one) => one.orderItemId === orderItemId)
    const remaining = item === undefined ? 0 : item.ordered - item.held
    return quantity > remaining ? [{ order_item_id: orderItemId, requested: quantity, remaining }] : []
  })
  if (short.length > 0) {
    throw new Refusal('quantity_exceeds_remaining', 'Some lines have fewer units left than were asked for.', {
      items: short,
    })
  }
  if (wanted.size === 0) {
    throw new Refusal('quantity_exceeds_remaining', 'Every unit of this order is in fulfilment already.', {
      items: [],
    })
  }
  return [...wanted].map(([orderItemId, quantity]) => ({ orderItemId, quantity }))
}

/** A new fulfilment order, ready to prepare. */
export function openFulfillment(
  input: Pick<FulfillmentOrder, 'id' | 'orderId' | 'companyId'>,
  units: number,
  at: Date,
): { fulfillment: FulfillmentOrder; events: FulfillmentEvent[] } {
  const fulfillment: FulfillmentOrder = {
    ...input,
    status: 'ready_to_prepare',
    completedAt: null,
    cancelledAt: null,
    mergedIntoId: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
  return { fulfillment, events: [fulfillmentEvent('fulfillment.created', fulfillment, at, { units })] }
}

/** The status that its shipments have already made true, reached move by move. */
export function followShipments(
  fulfillment: FulfillmentOrder,
  facts: FulfillmentFacts,
  units: number,
  at: Date,
): { fulfillment: FulfillmentOrder; events: FulfillmentEvent[] } {
  const target = targetStatus(facts)
  let status = fulfillment.status
  while (status !== target && status !== 'cancelled') {
    status = nextStatus(fulfillmentLifecycle, status, facts, moveTowards(status, target))
  }
  if (status === fulfillment.status) return { fulfillment, events: [] }
  const completed = status === 'completed'
  const followed = {
    ...fulfillment,
    status,
    completedAt: completed ? at : null,
    version: fulfillment.version + 1,
    updatedAt: at,
  }
  if (completed) {
    return {
      fulfillment: followed,
      events: [fulfillmentEvent('fulfillment.completed', followed, at, { units })],
    }
  }
  return {
    fulfillment: followed,
    events:
      fulfillment.status === 'completed'
        ? [fulfillmentEvent('fulfillment.reopened', followed, at, { units })]
        : [],
  }
}

/** Gives the units back to the order; refused once a parcel is under way. */
export function cancelFulfillment(
  fulfillment: FulfillmentOrder,
  facts: FulfillmentFacts,
  units: number,
  at: Date,
): { fulfillment: FulfillmentOrder; events: FulfillmentEvent[] } {
  const status = nextStatus(fulfillmentLifecycle, fulfillment.status, facts, { type: 'cancel' })
  const cancelled = {
    ...fulfillment,
    status,
    cancelledAt: at,
    version: fulfillment.version + 1,
    updatedAt: at,
  }
  return {
    fulfillment: cancelled,
    events: [fulfillmentEvent('fulfillment.cancelled', cancelled, at, { units })],
  }
}

function targetStatus(facts: FulfillmentFacts): FulfillmentStatus {
  if (facts.hasEveryUnitSettled) return 'completed'
  if (facts.hasHandedOver) return 'in_transit'
  return facts.hasLiveShipments ? 'awaiting_shipment' : 'ready_to_prepare'
}

function moveTowards(status: FulfillmentStatus, target: FulfillmentStatus): FulfillmentMove {
  if (status === 'ready_to_prepare') return { type: 'prepare' }
  if (status === 'awaiting_shipment') return { type: target === 'ready_to_prepare' ? 'release' : 'hand_over' }
  return { type: status === 'completed' ? 'reopen' : 'complete' }
}
