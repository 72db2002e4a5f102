import type { Id, ShipmentId } from '../shared/ids.ts'
import {
  moveShipment,
  type Shipment,
  type ShipmentDecision,
  type ShipmentItem,
  shipmentEvent,
} from './shipment.ts'
import type { TrackingStatus } from './tracking-status.ts'

/** One scan as the courier reported it, translated. `occurredAt` is null where no instant can be computed. */
export interface CourierScan {
  code: string
  description: string
  canonical: TrackingStatus
  detail: string | null
  /** Scans that say nothing about where the parcel is (a signature image, a changed forecast). */
  isInformational: boolean
  occurredAt: Date | null
  localTime: string | null
  place: string | null
  raw: object
  /** What mapped it, such as `usps.code.01`, `usps.phrase.acceptance` or `usps.unknown`. */
  rule: string
  /** Of the courier's rules at the time. */
  mappingVersion: number
}

/** A scan as stored: in the order in which the courier listed it. */
export interface CourierEvent extends CourierScan {
  id: Id<'courierEvent'>
  shipmentId: ShipmentId
  courierCode: string
  trackingNumber: string
  eventKey: string
  sequence: number
  source: 'push' | 'poll' | 'manual'
  receivedAt: Date
}

/**
 * The current status out of all scans, whatever order they arrived in: the newest known scan decides,
 * a delivery after a return is the return's end, and what was delivered stays delivered.
 */
export function currentTracking(
  scans: readonly CourierScan[],
  previous: TrackingStatus,
): { status: TrackingStatus; detail: string | null; at: Date | null } {
  const deciding = [...scans]
    .map((scan, index) => ({ scan, index }))
    .filter(({ scan }) => !scan.isInformational && scan.canonical !== 'unknown')
    .sort(
      (a, b) =>
        (a.scan.occurredAt?.getTime() ?? 0) - (b.scan.occurredAt?.getTime() ?? 0) || a.index - b.index,
    )
    .map(({ scan }) => scan)
  const newest = deciding.at(-1)
  if (newest === undefined) return { status: previous, detail: null, at: null }
  const delivery = deciding.find((scan) => scan.canonical === 'delivered')
  if (delivery !== undefined) {
    const cameBack = deciding
      .slice(0, deciding.indexOf(delivery))
      .some((scan) => scan.canonical === 'returned')
    return cameBack
      ? { status: 'returned', detail: 'carrier_code:' + delivery.code, at: delivery.occurredAt }
      : { status: 'delivered', detail: delivery.detail, at: delivery.occurredAt }
  }
  return { status: newest.canonical, detail: newest.detail, at: newest.occurredAt }
}

/**
 * Lets a courier's word move the parcel, forwards only (law S4). A return never delivers; a parcel that is
 * cancelled or delivered keeps its status and only its tracking status follows.
 */
export function applyTracking(
  shipment: Shipment,
  items: readonly ShipmentItem[],
  tracking: { status: TrackingStatus; detail: string | null; at: Date | null },
  at: Date,
): ShipmentDecision {
  if (tracking.status === shipment.trackingStatus && tracking.detail === shipment.trackingDetail) {
    return { shipment, events: [] }
  }
  const followed: Shipment = {
    ...shipment,
    trackingStatus: tracking.status,
    trackingDetail: tracking.detail,
    version: shipment.version + 1,
    updatedAt: at,
  }
  const news = shipmentEvent(followed, 'shipment.tracking_updated', at, {
    tracking_status: tracking.status,
    detail: tracking.detail,
  })
  const scannedAt = tracking.at ?? at
  if (isUnderWay(tracking.status) && shipment.status === 'ready') {
    const moved = moveShipment(followed, items, { type: 'hand_over' }, scannedAt)
    return { shipment: moved.shipment, events: [news, ...moved.events] }
  }
  if (tracking.status === 'delivered' && (shipment.status === 'ready' || shipment.status === 'in_transit')) {
    const handedOver = moveShipment(followed, items, { type: 'hand_over' }, scannedAt)
    const moved = moveShipment(handedOver.shipment, items, { type: 'deliver' }, scannedAt)
    return { shipment: moved.shipment, events: [news, ...handedOver.events, ...moved.events] }
  }
  return { shipment: followed, events: [news] }
}

function isUnderWay(status: TrackingStatus): boolean {
  return (
    status === 'accepted' ||
    status === 'in_transit' ||
    status === 'out_for_delivery' ||
    status === 'failed_attempt' ||
    status === 'exception'
  )
}
