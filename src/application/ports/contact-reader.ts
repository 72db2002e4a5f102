import type { Page, PageRequest } from './page.ts'

/** A fixed role that a contact holds in its company. */
export type ContactRole = 'billing' | 'shipping' | 'operations' | 'technical' | 'executive'

/** A person at one company. */
export interface ContactView {
  id: string
  company_id: string
  first_name: string
  last_name: string
  email: string
  phone: string | null
  notes: string | null
  active: boolean
  roles: ContactRole[]
  version: number
  created_at: string
  updated_at: string
}

/** Contacts as the contract shows them. */
export interface ContactReader {
  /** Newest first. Null when there is no such company. */
  list(companyId: string, page: PageRequest): Promise<Page<ContactView> | null>
  /** Null when there is no such contact. */
  detail(contactId: string): Promise<ContactView | null>
}
