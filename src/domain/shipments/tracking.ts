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

/** How far along a parcel is; where nothing tells two scans apart in time, the further one happened later. */
const progress: Readonly<Record<TrackingStatus, number>> = {
  unknown: 0,
  pre_transit: 1,
  cancelled: 2,
  accepted: 3,
  in_transit: 4,
  out_for_delivery: 5,
  failed_attempt: 6,
  exception: 7,
  returned: 8,
  delivered: 9,
}

export interface CurrentTracking {
  status: TrackingStatus
  detail: string | null
  at: Date | null
}

/**
 * The current status out of all scans, whatever order and however many messages they arrived in: the newest known scan
 * decides, a delivery after a return is the return's end, and what was delivered stays delivered. A courier's summary
 * speaks only where no known scan does.
 */
export function currentTracking(scans: readonly CourierScan[], previous: TrackingStatus): CurrentTracking {
  const deciding = decidingScans(scans)
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

/** Scans that cannot follow a delivery: a return, or another round to the door. A person has to look. */
export function contradictionsOf(scans: readonly CourierScan[]): CourierScan[] {
  const deciding = decidingScans(scans)
  const delivery = deciding.findIndex((scan) => scan.canonical === 'delivered')
  if (delivery === -1) return []
  return deciding.slice(delivery + 1).filter(({ canonical }) => contradicting.has(canonical))
}

const contradicting: ReadonlySet<TrackingStatus> = new Set(['returned', 'failed_attempt', 'out_for_delivery'])

/** Whether the courier ever had the parcel in hand. */
export function wasInCustody(scans: readonly CourierScan[]): boolean {
  return decidingScans(scans).some(({ canonical }) => progress[canonical] >= progress.accepted)
}

function decidingScans(scans: readonly CourierScan[]): CourierScan[] {
  const known = scans.filter((scan) => !scan.isInformational && scan.canonical !== 'unknown')
  const scanned = known.filter(({ code }) => !code.startsWith('summary:'))
  return inOrder(scanned.length > 0 ? scanned : known)
}

/**
 * Oldest first, by nothing but what the scans say. One without an instant goes by the wall clock of its place, one with
 * a bare date into that day, one with neither into the parcel's progress: midnight and 1970 are no guesses.
 */
function inOrder(scans: readonly CourierScan[]): CourierScan[] {
  const hasInstants = scans.some(({ occurredAt }) => occurredAt !== null)
  const isTimed = (scan: CourierScan) =>
    hasInstants ? scan.occurredAt !== null : wallClock(scan).length > 10
  const timed = scans.filter(isTimed).sort((a, b) => compare(timeOf(a), timeOf(b)) || byProgress(a, b))
  const placed = scans
    .filter((scan) => !isTimed(scan))
    .map((scan) => ({ scan, place: timed.findLastIndex((other) => isBefore(other, scan)) }))
    .sort(
      (a, b) =>
        a.place - b.place || compare(wallClock(a.scan), wallClock(b.scan)) || byProgress(a.scan, b.scan),
    )
  const behind = (place: number) => placed.filter((one) => one.place === place).map(({ scan }) => scan)
  return [...behind(-1), ...timed.flatMap((scan, index) => [scan, ...behind(index)])]
}

function timeOf(scan: CourierScan): string {
  return scan.occurredAt?.toISOString() ?? wallClock(scan)
}

/** Whether a scan with a time happened before one without. */
function isBefore(timed: CourierScan, scan: CourierScan): boolean {
  const wall = wallClock(scan)
  const other = (wallClock(timed) === '' ? timeOf(timed) : wallClock(timed)).slice(0, wall.length)
  return other < wall || (other === wall && progress[timed.canonical] <= progress[scan.canonical])
}

/** `2026-10-05T14:41:00` of a local time in whatever zone, a bare date, or nothing. */
export function wallClock({ localTime }: Pick<CourierScan, 'localTime'>): string {
  const parts = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?))?/.exec(localTime ?? '')
  return parts === null ? '' : [parts[1], parts[2]].filter((part) => part !== undefined).join('T')
}

function byProgress(a: CourierScan, b: CourierScan): number {
  return (
    progress[a.canonical] - progress[b.canonical] ||
    compare(a.code, b.code) ||
    compare(a.place ?? '', b.place ?? '') ||
    compare(a.detail ?? '', b.detail ?? '') ||
    compare(a.localTime ?? '', b.localTime ?? '')
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Lets a courier's word move the parcel, forwards only (law S4), also where the word is no news. A return never delivers;
 * a parcel that is cancelled or delivered keeps its status and only its tracking status follows. The courier's
 * cancellation cancels only a parcel that it never had.
 */
export function applyTracking(
  shipment: Shipment,
  items: readonly ShipmentItem[],
  tracking: CurrentTracking & { wasInCustody?: boolean },
  at: Date,
): ShipmentDecision {
  const { shipment: followed, events: news } = followTracking(shipment, tracking, at)
  const scannedAt = tracking.at ?? at
  if (wasHandedOver(tracking) && shipment.status === 'ready') {
    const moved = moveShipment(followed, items, { type: 'hand_over' }, scannedAt)
    return { shipment: moved.shipment, events: [...news, ...moved.events] }
  }
  if (tracking.status === 'delivered' && (shipment.status === 'ready' || shipment.status === 'in_transit')) {
    const handedOver = moveShipment(followed, items, { type: 'hand_over' }, scannedAt)
    const moved = moveShipment(handedOver.shipment, items, { type: 'deliver' }, scannedAt)
    return { shipment: moved.shipment, events: [...news, ...handedOver.events, ...moved.events] }
  }
  const isVoid = tracking.status === 'cancelled' && tracking.wasInCustody !== true
  if (isVoid && (shipment.status === 'ready' || shipment.status === 'draft')) {
    const moved = moveShipment(followed, items, { type: 'cancel' }, scannedAt, 'cancelled by the courier')
    return { shipment: moved.shipment, events: [...news, ...moved.events] }
  }
  return { shipment: followed, events: news }
}

function followTracking(shipment: Shipment, { status, detail }: CurrentTracking, at: Date): ShipmentDecision {
  if (status === shipment.trackingStatus && detail === shipment.trackingDetail)
    return { shipment, events: [] }
  const followed: Shipment = {
    ...shipment,
    trackingStatus: status,
    trackingDetail: detail,
    version: shipment.version + 1,
    updatedAt: at,
  }
  const data = { tracking_status: status, detail }
  return { shipment: followed, events: [shipmentEvent(followed, 'shipment.tracking_updated', at, data)] }
}

/** A parcel that went out and came back between two looks went out all the same. */
function wasHandedOver({
  status,
  wasInCustody = false,
}: CurrentTracking & { wasInCustody?: boolean }): boolean {
  if (status === 'returned' || status === 'cancelled') return wasInCustody
  return (
    status === 'accepted' ||
    status === 'in_transit' ||
    status === 'out_for_delivery' ||
    status === 'failed_attempt' ||
    status === 'exception'
  )
}
