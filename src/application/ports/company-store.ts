import type { AddressId, CompanyId, CompanyMirrorId, ContactId } from '../../domain/shared/ids.ts'
import type { AddressSnapshot } from '../../domain/shipments/shipment.ts'

export interface CompanyMirror {
  id: CompanyMirrorId
  legacyRef: string
  name: string
  snapshot: object
  revision: bigint
  refreshedAt: Date
}

export interface Company {
  id: CompanyId
  companyMirrorId: CompanyMirrorId
  name: string
  domain: string | null
  region: string | null
  currency: string
  timeZone: string
  paymentTermsDays: number
  defaultShippingAddressId: AddressId | null
  defaultBillingAddressId: AddressId | null
  version: number
  createdAt: Date
  updatedAt: Date
}

export type ContactRole = 'billing' | 'shipping' | 'operations' | 'technical' | 'executive'

export interface Contact {
  id: ContactId
  companyId: CompanyId
  firstName: string
  lastName: string
  email: string
  phone: string | null
  notes: string | null
  active: boolean
  roles: ContactRole[]
  version: number
  createdAt: Date
  updatedAt: Date
}

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

/** Companies with their people and places. */
export interface CompanyStore {
  findMirror(ref: { id: CompanyMirrorId } | { legacyRef: string }): Promise<CompanyMirror | null>
  /** Inserts or refreshes the mirror of a legacy reference; an older revision never replaces a newer one. */
  saveMirror(mirror: CompanyMirror): Promise<CompanyMirror>
  find(companyId: CompanyId): Promise<Company | null>
  getForUpdate(companyId: CompanyId): Promise<Company | null>
  /** Refuses `company_mirror_taken` when another company wraps the mirror. */
  insert(company: Company): Promise<void>
  save(company: Company): Promise<void>
  getContactForUpdate(contactId: ContactId): Promise<Contact | null>
  /** Refuses `contact_email_taken` when the company already has this e-mail. */
  insertContact(contact: Contact): Promise<void>
  saveContact(contact: Contact): Promise<void>
  getAddressForUpdate(addressId: AddressId): Promise<Address | null>
  insertAddress(address: Address): Promise<void>
  saveAddress(address: Address): Promise<void>
  /** Null when the address is not in this company's book. Stamps its last use. */
  useAddress(companyId: CompanyId, addressId: AddressId, at: Date): Promise<AddressSnapshot | null>
  /** Which of the contact and address do belong to the company; null stands for not asked. */
  billingParty(
    companyId: CompanyId,
    contactId: ContactId | null,
    addressId: AddressId | null,
  ): Promise<{ company: Company | null; hasContact: boolean; hasAddress: boolean }>
}
