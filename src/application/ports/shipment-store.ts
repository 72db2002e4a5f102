import type {
  CompanyId,
  DeviceId,
  FulfillmentItemId,
  FulfillmentOrderId,
  OrderId,
  OrderItemId,
  ProductId,
  ShipmentId,
  ShipmentItemId,
} from '../../domain/shared/ids.ts'
import type { Shipment, ShipmentItem } from '../../domain/shipments/shipment.ts'
import type { CourierEvent } from '../../domain/shipments/tracking.ts'

export interface Courier {
  courierCode: string
  name: string
  trackingUrlTemplate: string
  adapter: string
  enabled: boolean
  /** Name of the signing secret of a courier with the generic adapter. */
  secretReference: string | null
}

export interface LoadedShipment {
  shipment: Shipment
  items: ShipmentItem[]
}

export interface Device {
  id: DeviceId
  serial: string
  productId: ProductId
  createdAt: Date
}

export interface ShipmentStore {
  /** Takes the lock of the order above a shipment, the first of the lock order, and answers which it is. */
  lockOrderOf(shipmentId: ShipmentId): Promise<OrderId | null>
  /** The order's lock must be held. */
  get(shipmentId: ShipmentId): Promise<LoadedShipment | null>
  /** Every parcel of an order, oldest first. The order's lock must be held. */
  ofOrder(orderId: OrderId): Promise<LoadedShipment[]>
  /**
   * The parcel a courier means by a number: the newest that is not cancelled, and a draft only where there is no other.
   * Couriers reuse numbers (law T1).
   */
  findByTracking(
    courierCode: string,
    trackingNumber: string,
  ): Promise<{ shipmentId: ShipmentId; isCourierEnabled: boolean } | null>
  /** Another parcel, draft or open, with this number; the newest where there are several. */
  openWithNumber(
    courierCode: string,
    trackingNumber: string,
    except: ShipmentId | null,
  ): Promise<ShipmentId | null>
  findCourier(courierCode: string): Promise<Courier | null>
  insert(
    shipment: Shipment,
    items: readonly {
      id: ShipmentItemId
      fulfillmentItemId: FulfillmentItemId
      orderItemId: OrderItemId
      companyId: CompanyId
      quantity: number
    }[],
  ): Promise<void>
  /** `pollsFrom`: its courier, where it is asked, is asked for the first time some while after this. */
  save(shipment: Shipment, options?: { pollsFrom?: Date }): Promise<void>
  /**
   * Hands the parcels in draft or ready of some fulfilment orders to another; `routes` says which item of it holds the
   * units of each of theirs.
   */
  moveParcels(
    from: readonly FulfillmentOrderId[],
    to: FulfillmentOrderId,
    routes: readonly { from: FulfillmentItemId; to: FulfillmentItemId }[],
    at: Date,
  ): Promise<void>
  /**
   * Binds devices by serial to the units of an item, replacing what was bound. Refuses `device_not_available`
   * for a serial that is unknown or in another parcel, `device_wrong_product` for one of another product.
   */
  bindDevices(shipmentItemId: ShipmentItemId, serialNumbers: readonly string[], at: Date): Promise<void>
  /** Frees every device of a cancelled parcel. */
  releaseDevices(shipmentId: ShipmentId, at: Date): Promise<void>
  courierEvents(shipmentId: ShipmentId): Promise<CourierEvent[]>
  /** Inserts those not stored yet and answers how many were new. */
  insertCourierEvents(companyId: CompanyId, events: readonly CourierEvent[]): Promise<number>
  /** Parcels with scans of a courier, by id, after the given one. */
  withCourierEvents(courierCode: string, after: ShipmentId | null, most: number): Promise<ShipmentId[]>
  /** Saves what scans mean by newer rules, and nothing else of them. */
  saveMappings(events: readonly CourierEvent[]): Promise<void>
  findProductBySku(sku: string): Promise<{ id: ProductId; sku: string; isProvisionable: boolean } | null>
  /** Refuses `already_exists` with the serials that are registered already. */
  insertDevices(devices: readonly Device[]): Promise<void>
}
