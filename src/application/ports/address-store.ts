import type { Address, StoredVerdict } from '../../domain/addresses/address.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { AddressId, AddressOverrideId, CompanyId } from '../../domain/shared/ids.ts'
import type { AddressSnapshot } from '../../domain/shipments/shipment.ts'

/** Who let an address stand against the rules, and why. */
export interface AddressOverride {
  id: AddressOverrideId
  addressId: AddressId
  companyId: CompanyId
  reason: string
  faults: StoredVerdict['faults']
  actor: Actor
  createdAt: Date
}

/** The places in companies' books. */
export interface AddressStore {
  /** The company in whose book it stands; null when there is no such address in any book. */
  companyOf(addressId: AddressId): Promise<CompanyId | null>
  /** The company's lock must be held where its defaults may change. */
  getForUpdate(addressId: AddressId): Promise<Address | null>
  /**
   * Inserts the address, or finds the live one of the company that says the same, and locks it: the answer is whose
   * id it is. Of two that come at once both are given the same one.
   */
  insertOnce(address: Address): Promise<AddressId>
  /** Refuses `address_taken` when a live address of the company says the same. */
  insert(address: Address): Promise<void>
  /** Refuses `address_taken` when another live address of the company says the same. */
  save(address: Address): Promise<void>
  insertOverride(override: AddressOverride): Promise<void>
  /** Whether a parcel or an order refers to it. */
  isReferenced(addressId: AddressId): Promise<boolean>
  /** Null when the address is not live in this company's book. Stamps its last use. */
  use(companyId: CompanyId, addressId: AddressId, at: Date): Promise<AddressSnapshot | null>
}
