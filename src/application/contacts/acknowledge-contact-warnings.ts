import { tellApart } from '../../domain/contacts/contact.ts'
import type { ContactId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { ContactDetailView } from '../ports/contact-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export interface AcknowledgeContactWarningsInput {
  contactId: ContactId
  otherIds: readonly ContactId[]
}

/** Says that the contact and the others are different people: neither is warned of the other again. Twice is once. */
export function acknowledgeContactWarnings(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: AcknowledgeContactWarningsInput, context: ActionContext): Promise<ContactDetailView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const before = found(await store.contacts.getForUpdate(input.contactId), 'contact', input.contactId)
      const known = await store.contacts.ofCompany(before.companyId, input.otherIds)
      const unknown = input.otherIds.findIndex((id) => id === before.id || !known.includes(id))
      if (unknown !== -1) {
        throw new Refusal('not_found', `The company has no other contact ${input.otherIds[unknown]}.`, {}, [
          { pointer: `/contact_ids/${unknown}`, detail: 'no other contact of this company' },
        ])
      }
      const told = await store.contacts.tellApart(before.id, known, context.actor, at)
      if (told.length > 0) {
        const { contact, events } = tellApart(before, told, at)
        await store.contacts.save(contact)
        store.publish(events)
      }
      return found(await store.views.contacts.detail(before.id), 'contact', before.id)
    })
}
