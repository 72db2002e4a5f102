import type { ContactId } from '../../domain/shared/ids.ts'
import { found, refuseStale } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { ContactView } from '../ports/contact-reader.ts'
import type { Contact } from '../ports/contact-store.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export interface ChangeContactInput {
  contactId: ContactId
  expectedVersion: number
  changes: Partial<Pick<Contact, 'firstName' | 'lastName' | 'email' | 'phone' | 'notes' | 'roles' | 'active'>>
}

/** Changes what is named and leaves the rest. */
export function changeContact(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: ChangeContactInput, context: ActionContext): Promise<ContactView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const contact = found(await store.contacts.getForUpdate(input.contactId), 'contact', input.contactId)
      refuseStale(contact.version, input.expectedVersion)
      await store.contacts.save({
        ...contact,
        ...input.changes,
        version: contact.version + 1,
        updatedAt: deps.clock.now(),
      })
      return found(await store.views.contacts.detail(contact.id), 'contact', contact.id)
    })
}
