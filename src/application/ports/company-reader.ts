import type { MergeBlocker } from '../../domain/companies/merge-blockers.ts'
import type { Page, PageRequest } from './page.ts'

export type CompanyStatus = 'active' | 'archived' | 'merged'

/** A customer company around its legacy mirror, with what it has and owes at this moment. */
export interface CompanyView {
  id: string
  status: CompanyStatus
  company_mirror_id: string
  name: string
  domain: string | null
  region: string | null
  currency: string
  time_zone: string
  payment_terms_days: number
  language: 'en' | 'fr'
  default_shipping_address_id: string | null
  default_billing_address_id: string | null
  legal_entity_code: string | null
  archived_at: string | null
  archive_reason: string | null
  merged_at: string | null
  merged_into_id: string | null
  counts: { contacts: number; addresses: number; open_orders: number; shipments_in_transit: number }
  open_balances: { currency: string; balance_minor: number }[]
  version: number
  created_at: string
  updated_at: string
}

/** What a merge would do; nothing is kept from it. */
export interface CompanyMergePreviewView {
  company_id: string
  merge_company_id: string
  moves: { table: string; count: number }[]
  duplicate_contacts: { email: string; contact_id: string; merged_contact_id: string }[]
  blockers: MergeBlocker[]
}

export interface CompanyFilter {
  /** Part of the name or domain, start of the legacy reference, or an id of company or mirror. */
  q?: string | undefined
  /** Active ones when absent. */
  status?: CompanyStatus | undefined
}

/** Companies as the contract shows them. */
export interface CompanyReader {
  /** Newest first; one statement however long the page. */
  list(filter: CompanyFilter, page: PageRequest): Promise<Page<CompanyView>>
  /** Null when there is no such company. */
  detail(companyId: string): Promise<CompanyView | null>
  /** Null when one of the two is not there. Refuses `company_merged` when one was merged already. */
  mergePreview(companyId: string, mergeCompanyId: string): Promise<CompanyMergePreviewView | null>
}
