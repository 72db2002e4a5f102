import type { Company } from '../../domain/companies/company.ts'
import type { AgreementOverlap } from '../../domain/companies/merge-blockers.ts'
import type { AddressId, CompanyId, CompanyMirrorId, ContactId } from '../../domain/shared/ids.ts'

export interface CompanyMirror {
  id: CompanyMirrorId
  legacyRef: string
  name: string
  snapshot: object
  revision: bigint
  refreshedAt: Date
}

/** The survivor of a merge and the company that it takes over. */
export interface MergePair {
  survivorId: CompanyId
  mergedId: CompanyId
}

/** Companies and their legacy mirrors. */
export interface CompanyStore {
  findMirror(ref: { id: CompanyMirrorId } | { legacyRef: string }): Promise<CompanyMirror | null>
  /** Inserts or refreshes the mirror of a legacy reference; an older revision never replaces a newer one. */
  saveMirror(mirror: CompanyMirror): Promise<CompanyMirror>
  find(companyId: CompanyId): Promise<Company | null>
  getForUpdate(companyId: CompanyId): Promise<Company | null>
  /** Locks both in id order, whoever survives, so that two merges of one pair wait for each other. */
  getPairForUpdate(pair: MergePair): Promise<{ survivor: Company | null; merged: Company | null }>
  /** Refuses `company_mirror_taken` when another company wraps the mirror. */
  insert(company: Company): Promise<void>
  save(company: Company): Promise<void>
  /** Active agreements of the two that price the same product in the same currency and time. */
  agreementOverlaps(pair: MergePair): Promise<readonly AgreementOverlap[]>
  /** Addresses of the merged company that the survivor's book has already, each with the survivor's. */
  addressTwins(pair: MergePair): Promise<ReadonlyMap<AddressId, AddressId>>
  /**
   * Everything that names the merged company names the survivor afterwards; answers the rows moved, by table.
   * A contact whose e-mail the survivor has already is united with that one, an address that it has already is
   * archived, and its primary contacts stay primary. Snapshots and past events stay.
   */
  moveBelongings(pair: MergePair, at: Date): Promise<Record<string, number>>
  /** Which of the contact and address do belong to the company; null stands for not asked. */
  billingParty(
    companyId: CompanyId,
    contactId: ContactId | null,
    addressId: AddressId | null,
  ): Promise<{ company: Company | null; hasContact: boolean; hasAddress: boolean }>
}
