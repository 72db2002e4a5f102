import type { Contact } from '../../domain/contacts/contact.ts'
import type { ContactRole } from '../../domain/contacts/contact-roles.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { CompanyId, ContactId } from '../../domain/shared/ids.ts'

/** The people of companies. Contacts of one company change one after the other: whoever locks waits for the rest. */
export interface ContactStore {
  find(contactId: ContactId): Promise<Contact | null>
  /**
   * Holds back every other change to contacts of the company until the end of the transaction. Answers the country
   * in which its numbers are dialled (its region, else its default address), null when unknown; null without company.
   */
  lockCompany(companyId: CompanyId): Promise<{ country: string | null } | null>
  /** Locks the contact's company, then answers the contact as it is from then on. */
  getForUpdate(contactId: ContactId): Promise<Contact | null>
  /** Other contacts of the company that are primary for one of the roles, locked. */
  primariesForUpdate(companyId: CompanyId, roles: readonly ContactRole[], but: ContactId): Promise<Contact[]>
  /** Who has the e-mail, whatever its case; for one that was merged, the contact that it was merged into. */
  holderOfEmail(companyId: CompanyId, email: string): Promise<{ id: ContactId; active: boolean } | null>
  /** Those of the ids that are contacts of the company. */
  ofCompany(companyId: CompanyId, contactIds: readonly ContactId[]): Promise<ContactId[]>
  /** Refuses `contact_email_taken` when the company already has this e-mail. */
  insert(contact: Contact): Promise<void>
  /** Refuses `contact_email_taken` when the company already has this e-mail. */
  save(contact: Contact): Promise<void>
  /** How many orders name the contact for their bill. */
  countOrders(contactId: ContactId): Promise<number>
  /**
   * Makes everything that names one contact name the other: orders and earlier merges. Answers how many orders.
   * What was written as a snapshot stays as it was.
   */
  moveReferences(from: ContactId, to: ContactId, at: Date): Promise<number>
  /** Remembers that the pairs are different people. Answers those that were not remembered yet. */
  tellApart(contactId: ContactId, others: readonly ContactId[], actor: Actor, at: Date): Promise<ContactId[]>
}
