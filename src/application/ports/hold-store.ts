import type { FulfillmentHold } from '../../domain/fulfillment/fulfillment-hold.ts'
import type { FulfillmentHoldId, FulfillmentOrderId } from '../../domain/shared/ids.ts'

/** Holds of fulfilment orders. The order's lock must be held. */
export interface HoldStore {
  /** Those that are not released yet, oldest first. */
  open(fulfillmentOrderIds: readonly FulfillmentOrderId[]): Promise<FulfillmentHold[]>
  find(fulfillmentOrderId: FulfillmentOrderId, holdId: FulfillmentHoldId): Promise<FulfillmentHold | null>
  insert(hold: FulfillmentHold): Promise<void>
  save(hold: FulfillmentHold): Promise<void>
}
