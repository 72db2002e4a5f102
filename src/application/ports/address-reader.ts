import type { StoredVerdict } from '../../domain/addresses/address.ts'
import type { Page, PageRequest } from './page.ts'

/** A place in a company's book. */
export interface AddressView {
  id: string
  company_id: string | null
  label: string | null
  recipient: string
  line1: string
  line2: string | null
  city: string
  region: string | null
  postal_code: string | null
  country: string
  phone: string | null
  validation_status: 'unverified' | 'valid' | 'corrected' | 'invalid' | 'overridden'
  /** What the rules of its country found when it was written. */
  verdict: StoredVerdict
  last_used_at: string | null
  supersedes_id: string | null
  archived_at: string | null
  version: number
  created_at: string
  updated_at: string
  /** Only where somebody recorded what the book had already. */
  already_recorded?: true
}

/** Live addresses, or the archived ones; `q` is looked for in every part. */
export interface AddressFilter {
  archived?: boolean | undefined
  q?: string | undefined
}

/** An address as it was when it was used; it never changes afterwards. */
export interface AddressSnapshotView {
  label: string | null
  recipient: string
  line1: string
  line2: string | null
  city: string
  region: string | null
  postal_code: string | null
  country: string
  phone: string | null
}

/** Addresses as the contract shows them. */
export interface AddressReader {
  /** The company's book, newest first. Null when there is no such company. */
  list(companyId: string, filter: AddressFilter, page: PageRequest): Promise<Page<AddressView> | null>
  /** Null when there is no such address. */
  detail(addressId: string): Promise<AddressView | null>
}
