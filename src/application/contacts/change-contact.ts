import { type Contact, changeContact as changed } from '../../domain/contacts/contact.ts'
import { contactRoleFrom } from '../../domain/contacts/contact-roles.ts'
import type { ContactId } from '../../domain/shared/ids.ts'
import { refuseStale } from '../../domain/shared/stale.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { ContactDetailView } from '../ports/contact-reader.ts'
import type { PhoneNumbers } from '../ports/phone-numbers.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { phoneFrom, refuseTakenEmail } from './contact-details.ts'

export interface ChangeContactInput {
  contactId: ContactId
  expectedVersion: number
  changes: Partial<Pick<Contact, 'firstName' | 'lastName' | 'email' | 'phone' | 'notes'>> & {
    roles?: readonly string[]
  }
}

/** Changes what is named and leaves the rest; `roles` is the full set from now on. */
export function changeContact(deps: { unitOfWork: UnitOfWork; clock: Clock; phoneNumbers: PhoneNumbers }) {
  return (input: ChangeContactInput, context: ActionContext): Promise<ContactDetailView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { roles, phone, ...rest } = input.changes
      const asked = roles?.map((role, index) => contactRoleFrom(role, `/roles/${index}`))
      const before = found(await store.contacts.getForUpdate(input.contactId), 'contact', input.contactId)
      refuseStale(before.version, input.expectedVersion)
      const company = found(await store.contacts.lockCompany(before.companyId), 'company', before.companyId)
      const changes = {
        ...rest,
        ...(phone === undefined ? {} : phoneFrom(deps.phoneNumbers, phone, company.country)),
        ...(asked === undefined ? {} : { roles: asked }),
      }
      const { contact, events } = changed(before, changes, deps.clock.now())
      if (rest.email !== undefined) {
        await refuseTakenEmail(store.contacts, before.companyId, rest.email, before.id)
      }
      await store.contacts.save(contact)
      store.publish(events)
      return found(await store.views.contacts.detail(contact.id), 'contact', contact.id)
    })
}
