import type { DomainEvent } from '../shared/events.ts'
import type {
  AddressId,
  CompanyId,
  DeviceId,
  FulfillmentItemId,
  FulfillmentOrderId,
  OrderId,
  OrderItemId,
  ReplacementId,
  ShipmentId,
  ShipmentItemId,
} from '../shared/ids.ts'
import { nextStatus, openMoves } from '../shared/lifecycle.ts'
import { Refusal } from '../shared/refusal.ts'
import {
  type ShipmentFacts,
  type ShipmentStatus,
  type StatusMove,
  shipmentLifecycle,
} from './shipment-lifecycle.ts'
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
  /** It was lost or damaged. It stays bound, so that nobody ships it again. */
  isWrittenOff: boolean
  /** It came back and is in stock, or in another parcel by now. */
  isRestocked: boolean
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
  /** Units that were lost or damaged. */
  writtenOff: number
  devices: BoundDevice[]
  /** Of a unit sent at no charge in the place of another. */
  replaces: { replacementId: ReplacementId; oldSerial: string | null } | null
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
  /** Why a number with a wrong check digit was taken. */
  trackingNumberReason: string | null
  /** The courier's own word for the service, as its answers have it. */
  courierService: string | null
  /** Who carries the parcel for a consolidator, and under which number. */
  carrierCode: string | null
  carrierTrackingNumber: string | null
  readyAt: Date | null
  inTransitAt: Date | null
  deliveredAt: Date | null
  cancelledAt: Date | null
  /** When a wrong delivery was last taken back. */
  deliveryCorrectedAt: Date | null
  /** When the last unit of it was written off under way. */
  writtenOffAt: Date | null
  version: number
  createdAt: Date
  updatedAt: Date
}

/** Longer than the courier's service takes: without a word, or on the way. */
export interface Overdue {
  since: string
  courier_code: string | null
  courier_service: string | null
  sla_days: number
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
  | DomainEvent<
      'shipment.delivery_corrected',
      { reason: string; tracking_status: string; automation: string; was_delivered_at: string | null }
    >
  | DomainEvent<
      'shipment.units_written_off',
      { case_id: string; write_off_ids: readonly string[]; units: number; causes: readonly string[] }
    >
  | DomainEvent<'shipment.written_off', { case_id: string }>
  | DomainEvent<
      'shipment.write_off_reversed',
      { case_id: string; write_off_id: string; units: number; reason: string }
    >
  | DomainEvent<'shipment.silent', Overdue>
  | DomainEvent<'shipment.late', Overdue>
  | DomainEvent<
      'shipment.courier_told',
      { courier_service: string | null; carrier_code: string | null; carrier_tracking_number: string | null }
    >
  | DomainEvent<'shipment.tracking_stopped', { reason: string }>
  | DomainEvent<
      'shipment.tracking_number_accepted',
      {
        tracking_number: string
        reason: string
        expected_check_digit: string | null
        also_of: ShipmentId | null
      }
    >

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
    | 'trackingNumberReason'
    | 'courierService'
    | 'carrierCode'
    | 'carrierTrackingNumber'
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
    deliveryCorrectedAt: null,
    writtenOffAt: null,
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
  move: StatusMove,
  at: Date,
  reason: string | null = null,
): ShipmentDecision {
  if (resultOf[move.type] === shipment.status) return { shipment, events: [] }
  if (shipment.status === 'draft' && move.type === 'mark_ready') refuseUnpacked(shipment, items)
  if (move.type === 'cancel') refuseHandedOver(shipment, items)
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

const resultOf: Readonly<Record<StatusMove['type'], ShipmentStatus>> = {
  mark_ready: 'ready',
  hand_over: 'in_transit',
  deliver: 'delivered',
  cancel: 'cancelled',
}

/** What the lifecycle's guard reads: law Q6 for serials, and a tracking number to follow. */
export function packing(
  shipment: Pick<Shipment, 'courierCode' | 'trackingNumber'>,
  items: readonly Pick<ShipmentItem, 'isProvisionable' | 'quantity' | 'writtenOff' | 'devices'>[],
): ShipmentFacts {
  return {
    hasTracking: shipment.courierCode !== null && shipment.trackingNumber !== null,
    hasEverySerial: items.every((item) => !item.isProvisionable || item.devices.length === item.quantity),
    isWrittenOff: items.length > 0 && items.every((item) => item.writtenOff === item.quantity),
  }
}

/** Law Q4: units of a parcel that has left come back by what became of them, not by cancelling it. */
function refuseHandedOver(shipment: Shipment, items: readonly ShipmentItem[]): void {
  const { status } = shipment
  if (status !== 'in_transit' && status !== 'delivered' && status !== 'written_off') return
  throw new Refusal(
    'move_not_allowed',
    'The parcel has been handed over. Write lost or damaged units off, or wait for its return.',
    {
      current: status,
      move: 'cancel',
      allowed_moves: openMoves(shipmentLifecycle, status, packing(shipment, items)),
      instead: [
        {
          operation_id: 'writeOffUnits',
          path: `/v1/shipments/${shipment.id}/write-offs`,
          when: 'units were lost or damaged',
        },
        {
          operation_id: 'listTasks',
          path: `/v1/tasks?kind=parcel_returned&order_id=${shipment.orderId}`,
          when: 'the courier brings the parcel back',
        },
      ],
    },
  )
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
