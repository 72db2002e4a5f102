import type { Actor } from '../../domain/shared/actor.ts'
import type { AddressId, CompanyId, ShipmentId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import type { AddressSnapshot, Shipment } from '../../domain/shipments/shipment.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { Store } from '../ports/unit-of-work.ts'
import { recordAddress } from '../record-address.ts'
import { withPointers } from '../with-pointers.ts'

/** Where a destination stands in the request: the whole of it, or the shorthand of its two commonest forms. */
type Place = { pointer?: string }

/** From the company's book, as a former parcel of the company, or written by hand for this parcel. */
export type Destination = Place &
  (
    | { addressId: AddressId }
    | { fromShipmentId: ShipmentId }
    | { address: AddressSnapshot; isForBook?: boolean }
  )

/** The address as it is now, kept with the parcel for good; one that is for the book stands there from now on. */
export async function destinationOf(
  deps: { ids: IdGenerator },
  store: Store,
  companyId: CompanyId,
  destination: Destination,
  { actor, at }: { actor: Actor; at: Date },
): Promise<Pick<Shipment, 'addressId' | 'addressSnapshot'>> {
  const { pointer = '' } = destination
  if ('fromShipmentId' in destination) {
    const past = await store.packing.pastDestination(companyId, destination.fromShipmentId)
    return past ?? refuseUnknown(`${pointer}/from_shipment_id`, 'no parcel of this company')
  }
  if ('address' in destination && destination.isForBook === true) {
    const { postal_code: postalCode, ...rest } = destination.address
    const recorded = await withPointers(`${pointer}/address`, () =>
      recordAddress(store, deps.ids, companyId, { ...rest, postalCode }, { override: null, actor, at }),
    )
    return snapshotOf(store, companyId, { addressId: recorded.id as AddressId }, at)
  }
  return snapshotOf(store, companyId, destination, at)
}

async function snapshotOf(
  store: Store,
  companyId: CompanyId,
  destination: Place & ({ addressId: AddressId } | { address: AddressSnapshot }),
  at: Date,
): Promise<Pick<Shipment, 'addressId' | 'addressSnapshot'>> {
  if ('address' in destination) return { addressId: null, addressSnapshot: destination.address }
  const addressSnapshot = await store.addresses.use(companyId, destination.addressId, at)
  if (addressSnapshot === null) {
    return refuseUnknown(
      `${destination.pointer ?? ''}/address_id`,
      'no such address in the book of this company',
    )
  }
  return { addressId: destination.addressId, addressSnapshot }
}

function refuseUnknown(pointer: string, detail: string): never {
  throw new Refusal('destination_unknown', 'The company has no such destination.', {}, [{ pointer, detail }])
}
