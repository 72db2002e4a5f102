import { restoreContact as restored } from '../../domain/contacts/contact.ts'
import type { ContactId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { ContactDetailView } from '../ports/contact-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** The person is back, with the roles and primary for none. Twice is once. */
export function restoreContact(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return ({ contactId }: { contactId: ContactId }, context: ActionContext): Promise<ContactDetailView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const before = found(await store.contacts.getForUpdate(contactId), 'contact', contactId)
      const { contact, events } = restored(before, deps.clock.now())
      if (events.length > 0) await store.contacts.save(contact)
      store.publish(events)
      return found(await store.views.contacts.detail(contactId), 'contact', contactId)
    })
}
