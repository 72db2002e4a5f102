import type { CompanyId, ContactId } from '../../domain/shared/ids.ts'

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

/** The people of companies. */
export interface ContactStore {
  getForUpdate(contactId: ContactId): Promise<Contact | null>
  /** Refuses `contact_email_taken` when the company already has this e-mail. */
  insert(contact: Contact): Promise<void>
  save(contact: Contact): Promise<void>
}
