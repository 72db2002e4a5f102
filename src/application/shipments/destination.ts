import type { AddressId, CompanyId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import type { AddressSnapshot, Shipment } from '../../domain/shipments/shipment.ts'
import type { Store } from '../ports/unit-of-work.ts'

/** From the company's book, or written by hand for this parcel. */
export type Destination = { addressId: AddressId } | { address: AddressSnapshot }

/** The address as it is now, kept with the parcel for good. */
export async function snapshotOf(
  store: Store,
  companyId: CompanyId,
  destination: Destination,
  at: Date,
): Promise<Pick<Shipment, 'addressId' | 'addressSnapshot'>> {
  if ('address' in destination) return { addressId: null, addressSnapshot: destination.address }
  const addressSnapshot = await store.addresses.use(companyId, destination.addressId, at)
  if (addressSnapshot === null) {
    throw new Refusal('not_found', 'The company has no such address.', {}, [
      { pointer: '/address_id', detail: 'no such address of this company' },
    ])
  }
  return { addressId: destination.addressId, addressSnapshot }
}

/** The courier's public page for a number. Refuses a courier that is not configured. */
export async function trackingOf(
  store: Store,
  courierCode: string | null,
  trackingNumber: string | null,
): Promise<Pick<Shipment, 'courierCode' | 'trackingNumber' | 'trackingUrl'>> {
  if (courierCode === null) return { courierCode, trackingNumber, trackingUrl: null }
  const courier = await store.shipments.findCourier(courierCode)
  if (courier?.enabled !== true) {
    throw new Refusal(
      'courier_unknown',
      `There is no courier ${courierCode}.`,
      { courier_code: courierCode },
      [{ pointer: '/courier_code', detail: 'must be an enabled courier, see GET /v1/couriers' }],
    )
  }
  const trackingUrl =
    trackingNumber === null
      ? null
      : courier.trackingUrlTemplate.replace('{number}', encodeURIComponent(trackingNumber))
  return { courierCode, trackingNumber, trackingUrl }
}
