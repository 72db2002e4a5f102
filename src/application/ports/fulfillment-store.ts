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

export interface FulfillmentStore {
  /** Takes the lock of the order above a fulfilment order, the first of the lock order, and answers which it is. */
  lockOrderOf(fulfillmentOrderId: FulfillmentOrderId): Promise<OrderId | null>
  /** Reads with the items locked in id order; the order's lock must be held. */
  get(fulfillmentOrderId: FulfillmentOrderId): Promise<LoadedFulfillment | null>
  ofOrder(orderId: OrderId): Promise<LoadedFulfillment[]>
  /** Of what was ordered: lines at no charge have a fulfilment order of their own. */
  openItems(orderId: OrderId): Promise<OpenOrderItem[]>
  insert(
    fulfillment: FulfillmentOrder,
    items: readonly {
      id: FulfillmentItemId
      orderItemId: OrderItemId
      companyId: CompanyId
      quantity: number
    }[],
  ): Promise<void>
  save(fulfillment: FulfillmentOrder): Promise<void>
}
