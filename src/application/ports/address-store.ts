import type { AddressId, CompanyId } from '../../domain/shared/ids.ts'
import type { AddressSnapshot } from '../../domain/shipments/shipment.ts'

export interface Address {
  id: AddressId
  companyId: CompanyId
  label: string | null
  recipient: string
  line1: string
  line2: string | null
  city: string
  region: string | null
  postalCode: string | null
  country: string
  phone: string | null
  version: number
  createdAt: Date
  updatedAt: Date
}

/** The places in companies' books. */
export interface AddressStore {
  getForUpdate(addressId: AddressId): Promise<Address | null>
  insert(address: Address): Promise<void>
  save(address: Address): Promise<void>
  /** Null when the address is not in this company's book. Stamps its last use. */
  use(companyId: CompanyId, addressId: AddressId, at: Date): Promise<AddressSnapshot | null>
}
