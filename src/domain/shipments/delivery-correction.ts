import { nextStatus } from '../shared/lifecycle.ts'
import { Refusal } from '../shared/refusal.ts'
import {
  packing,
  type Shipment,
  type ShipmentDecision,
  type ShipmentItem,
  shipmentEvent,
} from './shipment.ts'
import { shipmentLifecycle } from './shipment-lifecycle.ts'
import type { CourierEvent } from './tracking.ts'
import type { UnitsInReturns } from './write-off.ts'

/** What becomes of automation that a wrong delivery began. */
export type AutomationChoice = 'keep' | 'cancel_pending' | 'revert'

export interface DeliveryCorrection {
  /** Where the parcel is after all. */
  to: 'in_transit' | 'returned'
  reason: string
  automation: AutomationChoice
}

/**
 * Takes a delivery back that was none: the only way out of delivered (law S5). Refused where returns have units of it:
 * they arrived, or nobody has to send them back. Correcting it again changes nothing.
 */
export function correctDelivery(
  shipment: Shipment,
  items: readonly ShipmentItem[],
  { to, reason, automation }: DeliveryCorrection,
  inReturns: readonly UnitsInReturns[],
  at: Date,
): ShipmentDecision {
  if (shipment.status === 'in_transit' && shipment.deliveryCorrectedAt !== null)
    return { shipment, events: [] }
  const move = { type: 'correct_delivery' } as const
  const status = nextStatus(shipmentLifecycle, shipment.status, packing(shipment, items), move)
  refuseReturned(shipment, inReturns)
  const corrected: Shipment = {
    ...shipment,
    status,
    trackingStatus: to,
    trackingDetail: null,
    deliveredAt: null,
    deliveryCorrectedAt: at,
    version: shipment.version + 1,
    updatedAt: at,
  }
  const data = {
    reason,
    tracking_status: to,
    automation,
    was_delivered_at: shipment.deliveredAt?.toISOString() ?? null,
  }
  return { shipment: corrected, events: [shipmentEvent(corrected, 'shipment.delivery_corrected', at, data)] }
}

function refuseReturned({ id, status }: Shipment, inReturns: readonly UnitsInReturns[]): void {
  const returned = inReturns.filter(({ quantity }) => quantity > 0)
  if (returned.length === 0) return
  throw new Refusal(
    'move_not_allowed',
    `Returns have units of the shipment ${id}: they have arrived, or their return is to be cancelled first.`,
    {
      current: status,
      move: 'correct_delivery',
      allowed_moves: [],
      items: returned.map(({ shipmentItemId, quantity }) => ({
        shipment_item_id: shipmentItemId,
        in_returns: quantity,
      })),
    },
  )
}

/** The scans that still count: a delivery that was reported before it was corrected does not. */
export function countingScans(
  scans: readonly CourierEvent[],
  { deliveryCorrectedAt }: Pick<Shipment, 'deliveryCorrectedAt'>,
): CourierEvent[] {
  return scans.filter(
    ({ canonical, receivedAt }) =>
      deliveryCorrectedAt === null || canonical !== 'delivered' || receivedAt > deliveryCorrectedAt,
  )
}
