import type { ContactRole } from '../../domain/contacts/contact-roles.ts'
import type { Page, PageRequest } from './page.ts'

/** A person at one company. */
export interface ContactView {
  id: string
  company_id: string
  first_name: string
  last_name: string
  email: string
  phone: string | null
  phone_raw: string | null
  notes: string | null
  active: boolean
  merged_into_id: string | null
  roles: ContactRole[]
  primary_roles: ContactRole[]
  version: number
  created_at: string
  updated_at: string
}

/** Another contact of the company that may be the same person. */
export interface ContactWarning {
  reasons: ('same_phone' | 'near_name')[]
  contact_id: string
  first_name: string
  last_name: string
  email: string
  active: boolean
}

/** A contact with who may be the same person, the likeliest first, at most ten. */
export interface ContactDetailView extends ContactView {
  warnings: ContactWarning[]
}

export interface ContactFilter {
  role?: ContactRole | undefined
  active?: boolean | undefined
  /** Words that all occur in name, e-mail or number, whatever their case; digits find a number however written. */
  q?: string | undefined
}

/** Contacts as the contract shows them. Lists leave out who was merged into another. */
export interface ContactReader {
  /** Newest first. Null when there is no such company. */
  list(companyId: string, filter: ContactFilter, page: PageRequest): Promise<Page<ContactView> | null>
  /** Newest first, over all companies. */
  search(filter: ContactFilter, page: PageRequest): Promise<Page<ContactView>>
  /** Null when there is no such contact. */
  detail(contactId: string): Promise<ContactDetailView | null>
}
