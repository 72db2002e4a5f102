import type { AddressId, CompanyId, CompanyMirrorId, ContactId } from '../../domain/shared/ids.ts'

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

/** Companies and their legacy mirrors. */
export interface CompanyStore {
  findMirror(ref: { id: CompanyMirrorId } | { legacyRef: string }): Promise<CompanyMirror | null>
  /** Inserts or refreshes the mirror of a legacy reference; an older revision never replaces a newer one. */
  saveMirror(mirror: CompanyMirror): Promise<CompanyMirror>
  find(companyId: CompanyId): Promise<Company | null>
  getForUpdate(companyId: CompanyId): Promise<Company | null>
  /** Refuses `company_mirror_taken` when another company wraps the mirror. */
  insert(company: Company): Promise<void>
  save(company: Company): Promise<void>
  /** Which of the contact and address do belong to the company; null stands for not asked. */
  billingParty(
    companyId: CompanyId,
    contactId: ContactId | null,
    addressId: AddressId | null,
  ): Promise<{ company: Company | null; hasContact: boolean; hasAddress: boolean }>
}
