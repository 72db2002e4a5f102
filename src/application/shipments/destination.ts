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
