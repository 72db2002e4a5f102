import type { OrderItem } from '../../domain/orders/order.ts'
import type { DeadlineNotices, Replacement } from '../../domain/returns/replacement.ts'
import type { DeviceId, OrderId, ProductId, ReplacementId, ReturnId } from '../../domain/shared/ids.ts'
import type { StoredResolution } from './order-store.ts'

export interface LoadedReplacement {
  replacement: Replacement
  /** The new unit is in a parcel that was not cancelled. */
  hasParcel: boolean
  sku: string
  oldSku: string
  oldSerial: string | null
}

/** Replacements change under the lock of their order. */
export interface ReplacementStore {
  /** Takes the lock of the order that the replacement is for, and answers which it is. */
  lockOrderOf(replacementId: ReplacementId): Promise<OrderId | null>
  /** Without a lock: for what never changes. */
  find(replacementId: ReplacementId): Promise<LoadedReplacement | null>
  /** The one that is not closed and whose old unit comes back so. */
  ofReturn(returnId: ReturnId): Promise<LoadedReplacement | null>
  /** A device for the new unit. Refuses `device_not_available` and `device_wrong_product`; binding checks it again. */
  freeDevice(serial: string, productId: ProductId): Promise<DeviceId>
  insert(opened: Replacement): Promise<void>
  /** The line at no charge that carries the new unit, with the evidence of its price. */
  insertLine(
    replacement: Replacement,
    line: OrderItem,
    resolutions: readonly StoredResolution[],
  ): Promise<void>
  save(changed: Replacement): Promise<void>
  /** Shipped in advance, the old unit not back, by id: those of which something may be told that was not. */
  awaitingNotice(
    at: Date,
    firstReminderDay: number,
    after: ReplacementId | null,
    limit: number,
  ): Promise<(DeadlineNotices & { replacementId: ReplacementId })[]>
  /** True the first time this notice is given, false ever after. */
  giveNotice(notice: {
    replacementId: ReplacementId
    kind: 'reminder' | 'overdue'
    day: number
    givenAt: Date
  }): Promise<boolean>
}
