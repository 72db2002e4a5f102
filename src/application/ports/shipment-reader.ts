import type { AddressSnapshotView } from './address-reader.ts'
import type { AutomationStepStatus } from './automation-reader.ts'
import type { Page, PageRequest } from './page.ts'

/** Where the shipment stands. */
export type ShipmentStatus = 'draft' | 'ready' | 'in_transit' | 'delivered' | 'written_off' | 'cancelled'

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
  courier_service: string | null
  carrier_code: string | null
  carrier_tracking_number: string | null
  ready_at: string | null
  in_transit_at: string | null
  delivered_at: string | null
  cancelled_at: string | null
  delivery_corrected_at: string | null
  written_off_at: string | null
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
  written_off: number
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

/** Units of the parcel that were lost or damaged; reversed when they turned up. */
export interface WriteOffView {
  id: string
  case_id: string
  shipment_item_id: string
  sku: string
  quantity: number
  serial_numbers: string[]
  cause: 'lost' | 'damaged'
  note: string | null
  written_off_by: string
  written_off_at: string
  reversed_by: string | null
  reversed_at: string | null
  reverse_reason: string | null
}

/** A shipment with its contents and what the courier said. */
export interface ShipmentView extends ShipmentSummaryView {
  parcel: ParcelView
  /** What customs would ask and nobody has said; of weight only for another country. */
  customs_missing: string[]
  items: ShipmentItemView[]
  automation_steps: ShipmentAutomationStepView[]
  courier_events: CourierEventView[]
  write_offs: WriteOffView[]
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
  delivery_sla_days_by_service: Record<string, number>
  tracking_mode: 'none' | 'push' | 'poll' | 'push_and_poll'
  polling: CourierPollingView
  calls: CourierCallsView
  secret_reference: string | null
  paused_until: string | null
  pause_reason: string | null
  pause_kind: 'throttled' | 'misconfigured' | 'failing' | null
  rejected_pushes_today: number
  version: number
  updated_at: string
}

/** How often the courier is asked about a parcel. */
export interface CourierPollingView {
  seconds_by_status: Record<string, number>
  ageing: { after_days: number; times: number }[]
  net_seconds: number
  age_limit_days: number
  not_found_days: number
}

/** How often the courier may be called. */
export interface CourierCallsView {
  burst: number
  refill: number
  refill_seconds: number
  per_day: number | null
}

/** A courier that a number may be of. */
export interface TrackingCandidateView {
  courier_code: string
  name: string
  format: string
  tracking_number: string
  check: 'passed' | 'failed' | 'none'
  expected_check_digit: string | null
  tracking_url: string
}

/** What a tracking number tells of itself. */
export interface TrackingNumberView {
  tracking_number: string
  candidates: TrackingCandidateView[]
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
  /** Null when there is none. */
  courier(courierCode: string): Promise<CourierView | null>
  /** Enabled couriers that a number may be of, those whose check it passes first. */
  trackingNumber(text: string): Promise<TrackingNumberView>
  /** Newest first. */
  devices(filter: DeviceFilter, page: PageRequest): Promise<Page<DeviceView>>
  /** In the order of the ids; unknown ids are left out. */
  devicesById(deviceIds: readonly string[]): Promise<DeviceView[]>
}
