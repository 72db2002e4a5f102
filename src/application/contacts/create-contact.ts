import { type Contact, draftContact } from '../../domain/contacts/contact.ts'
import { contactRoleFrom } from '../../domain/contacts/contact-roles.ts'
import type { CompanyId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { ContactDetailView } from '../ports/contact-reader.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { PhoneNumbers } from '../ports/phone-numbers.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { phoneFrom, refuseTakenEmail } from './contact-details.ts'

export type CreateContactInput = { companyId: CompanyId; roles: readonly string[] } & Pick<
  Contact,
  'firstName' | 'lastName' | 'email' | 'phone' | 'notes'
>

/**
 * A person at a company. The same e-mail twice in one company is refused; the same number or a near name is a
 * warning in the answer.
 */
export function createContact(deps: {
  unitOfWork: UnitOfWork
  clock: Clock
  ids: IdGenerator
  phoneNumbers: PhoneNumbers
}) {
  return (input: CreateContactInput, context: ActionContext): Promise<ContactDetailView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const roles = input.roles.map((role, index) => contactRoleFrom(role, `/roles/${index}`))
      const company = found(await store.contacts.lockCompany(input.companyId), 'company', input.companyId)
      const phone = phoneFrom(deps.phoneNumbers, input.phone, company.country)
      await refuseTakenEmail(store.contacts, input.companyId, input.email, null)
      const { contact, events } = draftContact({
        ...input,
        ...phone,
        roles,
        id: deps.ids.make('contact'),
        createdAt: deps.clock.now(),
      })
      await store.contacts.insert(contact)
      store.publish(events)
      return found(await store.views.contacts.detail(contact.id), 'contact', contact.id)
    })
}
