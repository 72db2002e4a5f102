import type { Page, PageRequest } from './page.ts'

/** A customer company around its legacy mirror. */
export interface CompanyView {
  id: string
  company_mirror_id: string
  name: string
  domain: string | null
  region: string | null
  currency: string
  time_zone: string
  payment_terms_days: number
  default_shipping_address_id: string | null
  default_billing_address_id: string | null
  version: number
  created_at: string
  updated_at: string
}

export interface CompanyFilter {
  /** Start of the name, whatever its case. */
  q?: string | undefined
}

/** Companies as the contract shows them. */
export interface CompanyReader {
  /** Newest first. */
  list(filter: CompanyFilter, page: PageRequest): Promise<Page<CompanyView>>
  /** Null when there is no such company. */
  detail(companyId: string): Promise<CompanyView | null>
}
