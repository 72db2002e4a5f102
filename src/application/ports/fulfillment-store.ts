import type { FulfillmentFacts } from '../../domain/fulfillment/fulfillment-lifecycle.ts'
import type {
  FulfillmentItem,
  FulfillmentOrder,
  OpenOrderItem,
} from '../../domain/fulfillment/fulfillment-order.ts'
import type {
  CompanyId,
  FulfillmentItemId,
  FulfillmentOrderId,
  OrderId,
  OrderItemId,
} from '../../domain/shared/ids.ts'

export interface LoadedFulfillment {
  fulfillment: FulfillmentOrder
  items: FulfillmentItem[]
  facts: FulfillmentFacts
}

export interface NewFulfillmentItem {
  id: FulfillmentItemId
  orderItemId: OrderItemId
  companyId: CompanyId
  quantity: number
}

export interface FulfillmentStore {
  /** Takes the lock of the order above a fulfilment order, the first of the lock order, and answers which it is. */
  lockOrderOf(fulfillmentOrderId: FulfillmentOrderId): Promise<OrderId | null>
  /** Reads with the items locked in id order; the order's lock must be held. */
  get(fulfillmentOrderId: FulfillmentOrderId): Promise<LoadedFulfillment | null>
  /** The same for several at once; unknown ids are left out. */
  getAll(fulfillmentOrderIds: readonly FulfillmentOrderId[]): Promise<LoadedFulfillment[]>
  ofOrder(orderId: OrderId): Promise<LoadedFulfillment[]>
  /** Of what was ordered: lines at no charge have a fulfilment order of their own. */
  openItems(orderId: OrderId): Promise<OpenOrderItem[]>
  insert(fulfillment: FulfillmentOrder, items: readonly NewFulfillmentItem[]): Promise<void>
  insertItems(fulfillmentOrderId: FulfillmentOrderId, items: readonly NewFulfillmentItem[]): Promise<void>
  /** Refuses `quantity_exceeds_remaining` below what parcels hold, or above what was ordered. */
  setQuantities(items: readonly { id: FulfillmentItemId; quantity: number }[]): Promise<void>
  /** Hands whole items to another fulfilment order. */
  moveItems(itemIds: readonly FulfillmentItemId[], to: FulfillmentOrderId): Promise<void>
  save(fulfillment: FulfillmentOrder): Promise<void>
}
