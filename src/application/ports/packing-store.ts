import type {
  CompanyId,
  FulfillmentItemId,
  OrderItemId,
  ShipmentId,
  ShipmentItemId,
} from '../../domain/shared/ids.ts'
import type { Declaration, Parcel } from '../../domain/shipments/parcel.ts'
import type { Shipment } from '../../domain/shipments/shipment.ts'
import type { PlanChange } from '../../domain/shipments/step-plan.ts'

/** What goes into a parcel and onto its papers before hand-over. The order's lock must be held for every change. */
export interface PackingStore {
  /** Where a parcel of this company went or goes; null when the company has no such parcel. */
  pastDestination(
    companyId: CompanyId,
    shipmentId: ShipmentId,
  ): Promise<Pick<Shipment, 'addressId' | 'addressSnapshot'> | null>
  /** What was said of a parcel, and what holds. */
  declaration(shipmentId: ShipmentId): Promise<Declaration>
  saveParcel(shipmentId: ShipmentId, parcel: Parcel): Promise<void>
  /** Absent fields stay; null is what the product says. */
  saveItemCustoms(
    shipmentItemId: ShipmentItemId,
    customs: { hsCode?: string | null; originCountry?: string | null },
  ): Promise<void>
  addItems(
    shipmentId: ShipmentId,
    items: readonly {
      id: ShipmentItemId
      fulfillmentItemId: FulfillmentItemId
      orderItemId: OrderItemId
      companyId: CompanyId
      quantity: number
    }[],
  ): Promise<void>
  /** Units above the quantity lose their devices and their plan. */
  setQuantity(shipmentItemId: ShipmentItemId, quantity: number, at: Date): Promise<void>
  /** Takes an item out of a draft, with the record of what was bound to it and planned for it. */
  removeItem(shipmentItemId: ShipmentItemId): Promise<void>
  replacePlan(change: PlanChange, at: Date): Promise<void>
}
