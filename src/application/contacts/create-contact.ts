import type { CompanyId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { ContactView } from '../ports/contact-reader.ts'
import type { Contact } from '../ports/contact-store.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export type CreateContactInput = { companyId: CompanyId } & Pick<
  Contact,
  'firstName' | 'lastName' | 'email' | 'phone' | 'notes' | 'roles'
>

/** A person at a company. The same e-mail twice in one company is refused. */
export function createContact(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: CreateContactInput, context: ActionContext): Promise<ContactView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      found(await store.companies.find(input.companyId), 'company', input.companyId)
      const contact: Contact = {
        ...input,
        id: deps.ids.make('contact'),
        active: true,
        version: 1,
        createdAt: at,
        updatedAt: at,
      }
      await store.contacts.insert(contact)
      return found(await store.views.contacts.detail(contact.id), 'contact', contact.id)
    })
}
