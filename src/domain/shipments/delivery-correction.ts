import { nextStatus } from '../shared/lifecycle.ts'
import {
  packing,
  type Shipment,
  type ShipmentDecision,
  type ShipmentItem,
  shipmentEvent,
} from './shipment.ts'
import { shipmentLifecycle } from './shipment-lifecycle.ts'
import type { CourierEvent } from './tracking.ts'

/** What becomes of automation that a wrong delivery began. */
export type AutomationChoice = 'keep' | 'cancel_pending' | 'revert'

export interface DeliveryCorrection {
  /** Where the parcel is after all. */
  to: 'in_transit' | 'returned'
  reason: string
  automation: AutomationChoice
}

/**
 * Takes a delivery back that was none: the only way out of delivered (law S5). Correcting it again changes nothing.
 */
export function correctDelivery(
  shipment: Shipment,
  items: readonly ShipmentItem[],
  { to, reason, automation }: DeliveryCorrection,
  at: Date,
): ShipmentDecision {
  if (shipment.status === 'in_transit' && shipment.deliveryCorrectedAt !== null)
    return { shipment, events: [] }
  const move = { type: 'correct_delivery' } as const
  const corrected: Shipment = {
    ...shipment,
    status: nextStatus(shipmentLifecycle, shipment.status, packing(shipment, items), move),
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
