import type { Page, PageRequest } from './page.ts'
import type { ShipmentBriefView } from './shipment-reader.ts'

/** Where the fulfilment order stands; a function of its shipments. */
export type FulfillmentStatus =
  | 'ready_to_prepare'
  | 'awaiting_shipment'
  | 'in_transit'
  | 'completed'
  | 'cancelled'

/** Why nothing of it may be packed or handed over by a person. */
export type HoldReason = 'payment_review' | 'address_problem' | 'customer_request' | 'stock' | 'other'

/** Where units are; each is in exactly one of these (law Q2). */
export interface UnitsView {
  ordered: number
  open: number
  allocated: number
  shipped: number
  delivered: number
  cancelled: number
  written_off: number
}

/** A hold, open or released. */
export interface FulfillmentHoldView {
  id: string
  reason: HoldReason
  note: string | null
  placed_by: string
  placed_at: string
  released_by: string | null
  released_at: string | null
  release_note: string | null
}

/** A fulfilment order as lists show it. */
export interface FulfillmentSummaryView {
  id: string
  order_id: string
  order_number: string
  company_id: string
  company_name: string
  status: FulfillmentStatus
  completed_at: string | null
  cancelled_at: string | null
  on_hold: boolean
  merged_into_id: string | null
  version: number
  created_at: string
  updated_at: string
}

/** Units of an order line to prepare. */
export interface FulfillmentItemView {
  id: string
  order_item_id: string
  sku: string
  description: string
  is_provisionable: boolean
  quantity: number
  allocated: number
  remaining: number
  units: UnitsView
}

/** A fulfilment order with what is to be prepared. */
export interface FulfillmentView extends FulfillmentSummaryView {
  items: FulfillmentItemView[]
  shipments: ShipmentBriefView[]
  holds: FulfillmentHoldView[]
  allowed_moves: string[]
}

export interface FulfillmentFilter {
  order_id?: string | undefined
  status?: FulfillmentStatus | undefined
  on_hold?: boolean | undefined
}

/** Fulfilment orders as the contract shows them. */
export interface FulfillmentReader {
  /** Newest first. */
  list(filter: FulfillmentFilter, page: PageRequest): Promise<Page<FulfillmentSummaryView>>
  /** Null when there is no such fulfilment order. */
  detail(fulfillmentOrderId: string): Promise<FulfillmentView | null>
}
