import type { AddressSnapshotView } from './address-reader.ts'
import type { AutomationStepStatus } from './automation-reader.ts'
import type { PackingSlip } from './packing-slip-renderer.ts'
import type { Page, PageRequest } from './page.ts'
import type { ShipmentStatus } from './shipment-reader.ts'

/** A place to which parcels of a company went, however often. */
export interface PastDestinationView {
  /** The newest of those parcels: what `from_shipment_id` wants. */
  shipment_id: string
  address_id: string | null
  address_snapshot: AddressSnapshotView
  last_used_at: string
  shipments: number
}

/** A place of the company's book. */
export interface BookDestinationView {
  address_id: string
  address_snapshot: AddressSnapshotView
  is_default: boolean
  last_used_at: string | null
}

/** An item of a fulfilment order as the builder of parcels needs it. */
export interface PackableItemView {
  fulfillment_item_id: string
  order_item_id: string
  sku: string
  description: string
  is_provisionable: boolean
  quantity: number
  allocated: number
  remaining: number
  /** Units still to be given a device: the remaining ones of a provisionable item. */
  provisionable: number
  /** Devices of the product in no shipment and with no company. */
  available_devices: number
  hs_code: string | null
  origin_country: string | null
  weight_grams: number | null
  unit_value_minor: number
}

/** What parcels can be made of a fulfilment order. */
export interface ShipmentOptionsView {
  fulfillment_order_id: string
  order_id: string
  company_id: string
  status: string
  currency: string
  items: PackableItemView[]
  book: BookDestinationView[]
  past_destinations: PastDestinationView[]
  couriers: { courier_code: string; name: string }[]
}

/** A step of a unit: planned, or what delivery does without a plan, or what it queued. */
export interface UnitStepView {
  scenario: string
  payload: Record<string, unknown>
  skip: boolean
  note: string | null
  automation_step_id: string | null
  status: AutomationStepStatus | null
}

/** A unit that is set up after delivery, with what is to be done for it. */
export interface PlannedUnitView {
  shipment_item_id: string
  sku: string
  unit_number: number
  device_id: string | null
  serial: string | null
  /** True while nobody planned anything: the usual step. */
  is_default: boolean
  steps: UnitStepView[]
}

export interface AutomationPlanView {
  shipment_id: string
  status: ShipmentStatus
  /** False from hand-over on. */
  is_editable: boolean
  version: number
  units: PlannedUnitView[]
}

/** What the builder of parcels looks at. */
export interface PackingReader {
  /** Null when there is no such fulfilment order. */
  options(fulfillmentOrderId: string): Promise<ShipmentOptionsView | null>
  /** By last use; the key's `id` is the shipment's. */
  pastDestinations(companyId: string, page: PageRequest): Promise<Page<PastDestinationView>>
  /** Null when there is no such shipment. */
  plan(shipmentId: string): Promise<AutomationPlanView | null>
  /** Null when there is no such shipment. */
  slip(shipmentId: string): Promise<{ slip: PackingSlip; status: ShipmentStatus } | null>
}
