import type { Page, PageRequest } from './page.ts'
import type { ShipmentBriefView } from './shipment-reader.ts'

/** Where the fulfilment order stands; a function of its shipments. */
export type FulfillmentStatus =
  | 'ready_to_prepare'
  | 'awaiting_shipment'
  | 'in_transit'
  | 'completed'
  | 'cancelled'

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
}

/** A fulfilment order with what is to be prepared. */
export interface FulfillmentView extends FulfillmentSummaryView {
  items: FulfillmentItemView[]
  shipments: ShipmentBriefView[]
  allowed_moves: string[]
}

export interface FulfillmentFilter {
  order_id?: string | undefined
  status?: FulfillmentStatus | undefined
}

/** Fulfilment orders as the contract shows them. */
export interface FulfillmentReader {
  /** Newest first. */
  list(filter: FulfillmentFilter, page: PageRequest): Promise<Page<FulfillmentSummaryView>>
  /** Null when there is no such fulfilment order. */
  detail(fulfillmentOrderId: string): Promise<FulfillmentView | null>
}
