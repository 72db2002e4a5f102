import type { DomainEvent } from '../shared/events.ts'
import type {
  AddressId,
  CompanyId,
  DeviceId,
  FulfillmentItemId,
  FulfillmentOrderId,
  OrderId,
  OrderItemId,
  ShipmentId,
  ShipmentItemId,
} from '../shared/ids.ts'
import { nextStatus } from '../shared/lifecycle.ts'
import { Refusal } from '../shared/refusal.ts'
import { type ShipmentMove, type ShipmentStatus, shipmentLifecycle } from './shipment-lifecycle.ts'
import type { TrackingStatus } from './tracking-status.ts'

/** Where a parcel goes, as it was when the parcel was made. */
export interface AddressSnapshot {
  label: string | null
  recipient: string
  line1: string
  line2: string | null
  city: string
  region: string | null
  postal_code: string | null
  country: string
  phone: string | null
}

export interface BoundDevice {
  deviceId: DeviceId
  serial: string
  unitNumber: number
}

/** A step that was planned for one unit. A skipped one says why in its note. */
export interface PlannedStep {
  unitNumber: number
  scenario: string
  payload: object
  isSkipped: boolean
  note: string | null
}

export interface ShipmentItem {
  id: ShipmentItemId
  fulfillmentItemId: FulfillmentItemId
  orderItemId: OrderItemId
  sku: string
  isProvisionable: boolean
  quantity: number
  devices: BoundDevice[]
  /** Of units for which delivery is to do something else than usual. */
  plannedSteps: PlannedStep[]
}

export interface Shipment {
  id: ShipmentId
  fulfillmentOrderId: FulfillmentOrderId
  orderId: OrderId
  companyId: CompanyId
  status: ShipmentStatus
  trackingStatus: TrackingStatus
  trackingDetail: string | null
  addressId: AddressId | null
  addressSnapshot: AddressSnapshot
  courierCode: string | null
  trackingNumber: string | null
  trackingUrl: string | null
  readyAt: Date | null
  inTransitAt: Date | null
  deliveredAt: Date | null
  cancelledAt: Date | null
  version: number
  createdAt: Date
  updatedAt: Date
}

export type ShipmentEvent =
  | DomainEvent<'shipment.drafted', { units: number }>
  | DomainEvent<'shipment.changed', { fields: string[] }>
  | DomainEvent<'shipment.automation_planned', { units: number; steps: number; skipped: number }>
  | DomainEvent<'shipment.ready', { courier_code: string | null; tracking_number: string | null }>
  | DomainEvent<'shipment.in_transit', Record<string, never>>
  | DomainEvent<'shipment.delivered', { delivered_at: string }>
  | DomainEvent<'shipment.cancelled', { reason: string | null }>
  | DomainEvent<'shipment.tracking_updated', { tracking_status: string; detail: string | null }>

export interface ShipmentDecision {
  shipment: Shipment
  events: ShipmentEvent[]
}

/** A new parcel in draft, with its units counted. */
export function draftShipment(
  input: Pick<
    Shipment,
    | 'id'
    | 'fulfillmentOrderId'
    | 'orderId'
    | 'companyId'
    | 'addressId'
    | 'addressSnapshot'
    | 'courierCode'
    | 'trackingNumber'
    | 'trackingUrl'
  >,
  units: number,
  at: Date,
): ShipmentDecision {
  const shipment: Shipment = {
    ...input,
    status: 'draft',
    trackingStatus: 'unknown',
    trackingDetail: null,
    readyAt: null,
    inTransitAt: null,
    deliveredAt: null,
    cancelledAt: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
  return { shipment, events: [shipmentEvent(shipment, 'shipment.drafted', at, { units })] }
}

/** One of the four moves a person may make. A move to where the parcel already is changes nothing. */
export function moveShipment(
  shipment: Shipment,
  items: readonly ShipmentItem[],
  move: ShipmentMove,
  at: Date,
  reason: string | null = null,
): ShipmentDecision {
  if (resultOf[move.type] === shipment.status) return { shipment, events: [] }
  if (shipment.status === 'draft' && move.type === 'mark_ready') refuseUnpacked(shipment, items)
  const status = nextStatus(shipmentLifecycle, shipment.status, packing(shipment, items), move)
  const next: Shipment = { ...shipment, status, version: shipment.version + 1, updatedAt: at }
  switch (move.type) {
    case 'mark_ready': {
      const ready = { ...next, readyAt: at }
      const data = { courier_code: ready.courierCode, tracking_number: ready.trackingNumber }
      return { shipment: ready, events: [shipmentEvent(ready, 'shipment.ready', at, data)] }
    }
    case 'hand_over': {
      const moving = { ...next, inTransitAt: at }
      return { shipment: moving, events: [shipmentEvent(moving, 'shipment.in_transit', at, {})] }
    }
    case 'deliver': {
      const delivered = { ...next, inTransitAt: shipment.inTransitAt ?? at, deliveredAt: at }
      return {
        shipment: delivered,
        events: [shipmentEvent(delivered, 'shipment.delivered', at, { delivered_at: at.toISOString() })],
      }
    }
    case 'cancel': {
      const cancelled = { ...next, cancelledAt: at }
      return { shipment: cancelled, events: [shipmentEvent(cancelled, 'shipment.cancelled', at, { reason })] }
    }
  }
}

const resultOf: Readonly<Record<ShipmentMove['type'], ShipmentStatus>> = {
  mark_ready: 'ready',
  hand_over: 'in_transit',
  deliver: 'delivered',
  cancel: 'cancelled',
}

/** What the lifecycle's guard reads: law Q6 for serials, and a tracking number to follow. */
export function packing(
  shipment: Pick<Shipment, 'courierCode' | 'trackingNumber'>,
  items: readonly Pick<ShipmentItem, 'isProvisionable' | 'quantity' | 'devices'>[],
): { hasTracking: boolean; hasEverySerial: boolean } {
  return {
    hasTracking: shipment.courierCode !== null && shipment.trackingNumber !== null,
    hasEverySerial: items.every((item) => !item.isProvisionable || item.devices.length === item.quantity),
  }
}

function refuseUnpacked(shipment: Shipment, items: readonly ShipmentItem[]): void {
  const facts = packing(shipment, items)
  if (!facts.hasTracking) {
    throw new Refusal('tracking_missing', 'The shipment needs a courier and a tracking number first.', {
      courier_code: shipment.courierCode,
      tracking_number: shipment.trackingNumber,
    })
  }
  if (!facts.hasEverySerial) {
    throw new Refusal('serials_missing', 'Bind a device to every provisionable unit first.', {
      items: items
        .filter((item) => item.isProvisionable && item.devices.length < item.quantity)
        .map((item) => ({
          shipment_item_id: item.id,
          sku: item.sku,
          bound: item.devices.length,
          needed: item.quantity,
        })),
    })
  }
}

/** Events of a shipment's own timeline. */
export function shipmentEvent<T extends ShipmentEvent['type']>(
  shipment: Shipment,
  type: T,
  occurredAt: Date,
  data: Extract<ShipmentEvent, { type: T }>['data'],
): ShipmentEvent {
  return {
    type,
    aggregateType: 'shipment',
    aggregateId: shipment.id,
    aggregateVersion: shipment.version,
    companyId: shipment.companyId,
    orderId: shipment.orderId,
    shipmentId: shipment.id,
    data,
    occurredAt,
  } as ShipmentEvent
}
