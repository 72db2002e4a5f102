import type { CompanyId, OrderId, ShipmentId } from '../../domain/shared/ids.ts'
import type { PollPolicy } from '../../domain/shipments/poll-cadence.ts'
import type { ShipmentStatus } from '../../domain/shipments/shipment-lifecycle.ts'
import type { TrackingStatus } from '../../domain/shipments/tracking-status.ts'

/** A parcel as a poll sees it. */
export interface PolledParcel {
  shipmentId: ShipmentId
  orderId: OrderId
  companyId: CompanyId
  courierCode: string
  trackingNumber: string
  postalCode: string | null
  countryCode: string | null
  mailedOn: string | null
  status: ShipmentStatus
  trackingStatus: TrackingStatus
  readyAt: Date
  deliveredAt: Date | null
  /** Whether it is to be asked about again; false before the first time, and once nobody asks any more. */
  isFollowed: boolean
  /** Whether the courier ever told of it. */
  hasScans: boolean
}

export interface CourierPolling {
  policy: PollPolicy
  notFoundDays: number
}

/** When parcels are asked about. Everything here may be repeated. */
export interface TrackingPollStore {
  /** Enabled couriers that are asked and not paused, with the calls that their budget has within the time. */
  callable(now: Date, withinSeconds: number): Promise<{ courierCode: string; calls: number }[]>
  /**
   * The most overdue parcels of each courier, up to so many. They are not due again before `until`, so that rounds that
   * overlap share nothing and what a dead worker took comes back.
   */
  takeDue(
    wanted: readonly { courierCode: string; most: number }[],
    now: Date,
    until: Date,
  ): Promise<{ courierCode: string; shipmentId: ShipmentId }[]>
  /** Of these couriers, those with a parcel to be asked about now. */
  withDue(courierCodes: readonly string[], now: Date): Promise<string[]>
  /** Numbers of open parcels of a courier that pushes, the newest first; null where it does not. */
  pushed(courierCode: string, most: number): Promise<string[] | null>
  /** How a courier's parcels are asked about; null when it is not asked. */
  polling(courierCode: string): Promise<CourierPolling | null>
  parcels(shipmentIds: readonly ShipmentId[]): Promise<PolledParcel[]>
  /** Parcels with any of these numbers that a courier may mean. */
  withNumbers(courierCode: string, trackingNumbers: readonly string[]): Promise<ShipmentId[]>
  /** Asked about at the first chance after `at`. */
  postpone(shipmentIds: readonly ShipmentId[], at: Date): Promise<void>
  /** Counts a poll and sets the next; null ends them. */
  record(shipmentId: ShipmentId, polledAt: Date, nextAt: Date | null): Promise<void>
}
