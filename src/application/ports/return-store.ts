import type { Condition, Receipt } from '../../domain/returns/receipt.ts'
import type { Return, ReturnItem } from '../../domain/returns/return.ts'
import type { ReturnableUnits } from '../../domain/returns/returnable-units.ts'
import type {
  DeviceId,
  Id,
  OrderId,
  OrderItemId,
  ReturnId,
  ReturnItemId,
  ReturnShipmentId,
  ShipmentId,
  ShipmentItemId,
} from '../../domain/shared/ids.ts'
import type { UnitsInReturns } from '../../domain/shipments/write-off.ts'

export interface LoadedReturn {
  return: Return
  items: ReturnItem[]
}

/** A received device with what its un-assignment, and its way back into stock, need. */
export interface ReceivedDevice {
  deviceId: DeviceId
  serial: string
  unitNumber: number
  shipmentItemId: ShipmentItemId
  shipmentId: ShipmentId
  sku: string
  condition: Condition
  /** The return's company has it still. */
  isAssigned: boolean
  /** Its un-assignment was asked for before, and not called off. */
  hasStep: boolean
  isRestocked: boolean
}

export interface ReturnShipment {
  id: ReturnShipmentId
  returnId: ReturnId
  courierCode: string
  trackingNumber: string
  status: 'in_transit' | 'received'
  receivedAt: Date | null
  createdAt: Date
}

/** Returns change under the lock of their order. */
export interface ReturnStore {
  /** Takes the lock of the order that the return is of, and answers which it is. */
  lockOrderOf(returnId: ReturnId): Promise<OrderId | null>
  /** The order's lock must be held. */
  get(returnId: ReturnId): Promise<LoadedReturn | null>
  /** Every unit of the order in a parcel that was not cancelled. The order's lock must be held. */
  returnableUnits(orderId: OrderId): Promise<ReturnableUnits[]>
  /** What returns have of a parcel, by its items. The order's lock must be held. */
  unitsInReturns(shipmentId: ShipmentId): Promise<UnitsInReturns[]>
  /** Refuses `quantity_exceeds_remaining` and `device_not_available` for what another return has. */
  insert(
    requested: Return,
    items: readonly {
      id: ReturnItemId
      shipmentItemId: ShipmentItemId
      orderItemId: OrderItemId
      quantity: number
      devices: readonly { deviceId: DeviceId; unitNumber: number }[]
    }[],
  ): Promise<void>
  save(changed: Return): Promise<void>
  /** Writes what became of the units. */
  saveItems(items: readonly ReturnItem[]): Promise<void>
  /** Lets every device of the return go. */
  releaseDevices(returnId: ReturnId, at: Date): Promise<void>
  insertReceipts(
    receipts: readonly (Receipt & {
      id: Id<'returnReceipt'>
      returnShipmentId: ReturnShipmentId | null
      receivedAt: Date
      receivedBy: string
    })[],
  ): Promise<void>
  /** Refuses `already_exists` for a number that the return has. */
  insertShipment(shipment: ReturnShipment, about: Return): Promise<void>
  /** False when the return has no such parcel. */
  receiveShipment(returnId: ReturnId, shipmentId: ReturnShipmentId, at: Date): Promise<boolean>
  receivedDevices(returnId: ReturnId): Promise<ReceivedDevice[]>
  /** The devices are free for another parcel. */
  restockDevices(
    returnId: ReturnId,
    deviceIds: readonly DeviceId[],
    restocked: { at: Date; by: string },
  ): Promise<void>
}
