import type { Digest, FindingKind } from '../../domain/fulfillment/standstill.ts'
import type { CompanyId, FulfillmentOrderId, OrderId, ShipmentId } from '../../domain/shared/ids.ts'

/** Something that stands still. `since` is the fact that makes it this case and no other. */
export interface Finding {
  kind: FindingKind
  subjectId: string
  since: Date
  companyId: CompanyId
  orderId: OrderId
  shipmentId: ShipmentId | null
  details: object
}

export interface OverdueCompletion {
  fulfillmentOrderId: FulfillmentOrderId
  orderId: OrderId
  since: Date
}

export interface OverdueShipment {
  shipmentId: ShipmentId
  orderId: OrderId
  /** The last word of the courier where it is silent, the hand-over where it is late. */
  since: Date
  /** Days that its service takes, or else its courier. */
  slaDays: number
}

export interface MissingFulfillment {
  orderId: OrderId
  paidAt: Date
}

/** What stands still, and what has been told of it. */
export interface FindingStore {
  /** Of which the parcels say that it is over, and the status does not; the order above may be the one that lags. */
  overdueCompletions(limit: number): Promise<OverdueCompletion[]>
  /** Parcels under way of which the courier has said nothing for longer than it takes to deliver, those not yet told. */
  silentShipments(now: Date, limit: number): Promise<OverdueShipment[]>
  /** The same for one parcel, read again under the order's lock. */
  silentShipment(shipmentId: ShipmentId, now: Date): Promise<OverdueShipment | null>
  /** Those of which the courier speaks, under way for longer than it takes to deliver, and not yet told. */
  lateShipments(now: Date, limit: number): Promise<OverdueShipment[]>
  /** The same for one parcel, read again under the order's lock. */
  lateShipment(shipmentId: ShipmentId, now: Date): Promise<OverdueShipment | null>
  /** Orders that were paid before an instant and have no live fulfilment order, those not yet told. */
  missingFulfillments(paidBefore: Date, limit: number): Promise<MissingFulfillment[]>
  /** True the first time this case is recorded, whoever looks at the same time. */
  record(finding: Finding, at: Date): Promise<boolean>
  /** Closes the cases that are no longer so. */
  clearSettled(now: Date, paidBefore: Date): Promise<void>
  /** Open cases and those that were healed since an instant, in numbers and by example. */
  digest(day: string, healedSince: Date): Promise<Digest>
  /** True for the first who claims a day. */
  claimDigest(day: string, findings: number, at: Date): Promise<boolean>
}
