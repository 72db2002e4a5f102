import { mergeContacts } from '../../domain/contacts/contact.ts'
import type { ContactRole } from '../../domain/contacts/contact-roles.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { ContactStore } from '../ports/contact-store.ts'
import type { MergeContactsInput } from './merge-contacts.ts'

/** What a merge would do, in the contract's shape. */
export interface ContactMergePreview {
  contact_id: string
  merged_contact_id: string
  roles: ContactRole[]
  primary_roles: ContactRole[]
  active: boolean
  filled_fields: ('phone' | 'notes')[]
  orders_moved: number
}

/** Decides as the merge does and writes nothing; refuses what the merge would refuse. */
export function previewContactMerge(deps: { contacts: ContactStore; clock: Clock }) {
  return async ({ contactId, mergedContactId }: MergeContactsInput): Promise<ContactMergePreview> => {
    const contact = found(await deps.contacts.find(contactId), 'contact', contactId)
    const other = found(await deps.contacts.find(mergedContactId), 'contact', mergedContactId)
    const { survivor, filledFields } = mergeContacts(contact, other, deps.clock.now())
    return {
      contact_id: contactId,
      merged_contact_id: mergedContactId,
      roles: survivor.roles,
      primary_roles: survivor.primaryRoles,
      active: survivor.active,
      filled_fields: filledFields,
      orders_moved: await deps.contacts.countOrders(mergedContactId),
    }
  }
}
