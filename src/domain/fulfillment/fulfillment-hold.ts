import type { CompanyId, FulfillmentHoldId, FulfillmentOrderId, OrderId } from '../shared/ids.ts'
import { Refusal } from '../shared/refusal.ts'
import { type FulfillmentEvent, fulfillmentEvent } from './fulfillment-events.ts'
import type { FulfillmentOrder } from './fulfillment-order.ts'

export type HoldReason = 'payment_review' | 'address_problem' | 'customer_request' | 'stock' | 'other'

export interface FulfillmentHold {
  id: FulfillmentHoldId
  fulfillmentOrderId: FulfillmentOrderId
  orderId: OrderId
  companyId: CompanyId
  reason: HoldReason
  note: string | null
  placedBy: string
  placedAt: Date
  releasedBy: string | null
  releasedAt: Date | null
  releaseNote: string | null
}

export interface HoldDecision {
  fulfillment: FulfillmentOrder
  hold: FulfillmentHold
  events: FulfillmentEvent[]
}

/** Keeps people from packing and handing over, beside whatever other holds there are. */
export function placeHold(
  fulfillment: FulfillmentOrder,
  input: Pick<FulfillmentHold, 'id' | 'reason' | 'note' | 'placedBy'>,
  at: Date,
): HoldDecision {
  const { status } = fulfillment
  if (status === 'completed' || status === 'cancelled') {
    throw new Refusal('move_not_allowed', `The fulfilment order is ${status}: there is nothing to hold.`, {
      current: status,
      move: 'place_hold',
      allowed_moves: [],
    })
  }
  const held = bumped(fulfillment, at)
  const hold: FulfillmentHold = {
    ...input,
    fulfillmentOrderId: fulfillment.id,
    orderId: fulfillment.orderId,
    companyId: fulfillment.companyId,
    placedAt: at,
    releasedBy: null,
    releasedAt: null,
    releaseNote: null,
  }
  const data = { hold_id: hold.id, reason: hold.reason, note: hold.note }
  return { fulfillment: held, hold, events: [fulfillmentEvent('fulfillment.hold_placed', held, at, data)] }
}

/** Ends one hold. Releasing it again changes nothing. */
export function releaseHold(
  fulfillment: FulfillmentOrder,
  hold: FulfillmentHold,
  input: { by: string; note: string | null },
  at: Date,
): HoldDecision {
  if (hold.releasedAt !== null) return { fulfillment, hold, events: [] }
  const freed = bumped(fulfillment, at)
  const released = { ...hold, releasedBy: input.by, releasedAt: at, releaseNote: input.note }
  const data = { hold_id: hold.id, reason: hold.reason, note: input.note }
  return {
    fulfillment: freed,
    hold: released,
    events: [fulfillmentEvent('fulfillment.hold_released', freed, at, data)],
  }
}

/** Refuses what people may not do while a hold is open; names each with what it waits for. */
export function refuseWhileHeld(holds: readonly FulfillmentHold[]): void {
  if (holds.length === 0) return
  throw new Refusal('fulfillment_on_hold', 'The fulfilment order is on hold. Release its holds first.', {
    holds: holds.map(({ id, fulfillmentOrderId, reason, note, placedAt }) => ({
      hold_id: id,
      fulfillment_order_id: fulfillmentOrderId,
      reason,
      note,
      placed_at: placedAt.toISOString(),
    })),
  })
}

function bumped(fulfillment: FulfillmentOrder, at: Date): FulfillmentOrder {
  return { ...fulfillment, version: fulfillment.version + 1, updatedAt: at }
}
