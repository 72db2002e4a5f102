import { mergeContacts as merged } from '../../domain/contacts/contact.ts'
import { contactEvent } from '../../domain/contacts/contact-events.ts'
import type { ContactId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { ContactDetailView } from '../ports/contact-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export interface MergeContactsInput {
  /** Stays. */
  contactId: ContactId
  /** Becomes a trace that names the one that stays. */
  mergedContactId: ContactId
}

/** Makes one of two contacts that are one person; what names the other names this one from now on. */
export function mergeContacts(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: MergeContactsInput, context: ActionContext): Promise<ContactDetailView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      // The lock of the company holds the other contact as well.
      const before = found(await store.contacts.getForUpdate(input.contactId), 'contact', input.contactId)
      const other = found(await store.contacts.find(input.mergedContactId), 'contact', input.mergedContactId)
      const { survivor, trace } = merged(before, other, at)
      const ordersMoved = await store.contacts.moveReferences(trace.id, survivor.id, at)
      await store.contacts.save(trace)
      await store.contacts.save(survivor)
      store.publish([
        contactEvent('contact.merged', survivor, at, {
          merged_contact_id: trace.id,
          orders_moved: ordersMoved,
        }),
      ])
      return found(await store.views.contacts.detail(survivor.id), 'contact', survivor.id)
    })
}
