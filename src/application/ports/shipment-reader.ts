import type { AddressSnapshotView } from './address-reader.ts'
import type { AutomationStepStatus } from './automation-reader.ts'
import type { Page, PageRequest } from './page.ts'

/** Where the shipment stands. */
export type ShipmentStatus = 'draft' | 'ready' | 'in_transit' | 'delivered' | 'cancelled'

/** The courier's word, in our canonical statuses. */
export type TrackingStatus =
  | 'pre_transit'
  | 'accepted'
  | 'in_transit'
  | 'out_for_delivery'
  | 'delivered'
  | 'failed_attempt'
  | 'exception'
  | 'returned'
  | 'cancelled'
  | 'unknown'

/** A shipment in short. */
export interface ShipmentBriefView {
  id: string
  status: ShipmentStatus
  tracking_status: TrackingStatus
  courier_code: string | null
  tracking_number: string | null
}

/** A shipment as lists show it. */
export interface ShipmentSummaryView {
  id: string
  fulfillment_order_id: string
  order_id: string
  order_number: string
  company_id: string
  company_name: string
  status: ShipmentStatus
  tracking_status: TrackingStatus
  tracking_detail: string | null
  address_id: string | null
  address_snapshot: AddressSnapshotView
  courier_code: string | null
  tracking_number: string | null
  tracking_url: string | null
  ready_at: string | null
  in_transit_at: string | null
  delivered_at: string | null
  cancelled_at: string | null
  version: number
  created_at: string
  updated_at: string
}

/** The device that is one unit of a parcel. */
export interface BoundDeviceView {
  unit_number: number
  device_id: string
  serial: string
}

/** Units of a fulfilment item in this parcel. */
export interface ShipmentItemView {
  id: string
  fulfillment_item_id: string
  order_item_id: string
  sku: string
  description: string
  is_provisionable: boolean
  quantity: number
  /** What customs ask: said for the parcel, or else what the product says. */
  hs_code: string | null
  origin_country: string | null
  devices: BoundDeviceView[]
}

/** A parcel as a package. Weight and value follow from the contents where nothing else was said. */
export interface ParcelView {
  weight_grams: number | null
  length_mm: number | null
  width_mm: number | null
  height_mm: number | null
  value: { amount_minor: number; currency: string } | null
  contents_description: string | null
  contents_type: string | null
  incoterm: string | null
}

/** An automation step of the parcel, in short. */
export interface ShipmentAutomationStepView {
  id: string
  scenario: string
  status: AutomationStepStatus
  device_serial: string
  attempts: number
  max_attempts: number
  last_error: string | null
}

/** A scan as the courier reported it. */
export interface CourierEventView {
  id: string
  code: string
  description: string
  canonical: string
  detail: string | null
  occurred_at: string | null
  place: string | null
  source: 'push' | 'poll' | 'manual'
  received_at: string
}

/** A shipment with its contents and what the courier said. */
export interface ShipmentView extends ShipmentSummaryView {
  parcel: ParcelView
  /** What customs would ask and nobody has said; of weight only for another country. */
  customs_missing: string[]
  items: ShipmentItemView[]
  automation_steps: ShipmentAutomationStepView[]
  courier_events: CourierEventView[]
  allowed_moves: string[]
}

/** A courier we can ship with. */
export interface CourierView {
  courier_code: string
  name: string
  tracking_url_template: string
  adapter: string
  enabled: boolean
  delivery_sla_days: number
}

/** The legacy system's view of a device. */
export interface DeviceMirrorView {
  legacy_status: string
  revision: number
  refreshed_at: string
}

/** A registered sensor. */
export interface DeviceView {
  id: string
  serial: string
  product_id: string
  sku: string
  shipment_id: string | null
  company_id: string | null
  mirror: DeviceMirrorView | null
  created_at: string
}

export interface ShipmentFilter {
  order_id?: string | undefined
  status?: ShipmentStatus | undefined
  courier_code?: string | undefined
  tracking_number?: string | undefined
}

export interface DeviceFilter {
  sku?: string | undefined
  /** True: only those in no shipment and with no company; false: only the others. */
  available?: boolean | undefined
  serial?: string | undefined
}

/** Shipments, couriers and devices as the contract shows them. */
export interface ShipmentReader {
  /** Newest first. */
  list(filter: ShipmentFilter, page: PageRequest): Promise<Page<ShipmentSummaryView>>
  /** Null when there is no such shipment. */
  detail(shipmentId: string): Promise<ShipmentView | null>
  /** In the order of the ids; unknown ids are left out. */
  details(shipmentIds: readonly string[]): Promise<ShipmentView[]>
  /** By code; a page key's `id` is a courier code. */
  couriers(page: PageRequest): Promise<Page<CourierView>>
  /** Newest first. */
  devices(filter: DeviceFilter, page: PageRequest): Promise<Page<DeviceView>>
  /** In the order of the ids; unknown ids are left out. */
  devicesById(deviceIds: readonly string[]): Promise<DeviceView[]>
}
