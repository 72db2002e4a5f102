import { changeContactRoles as changed, stepDown } from '../../domain/contacts/contact.ts'
import { contactRoleFrom } from '../../domain/contacts/contact-roles.ts'
import type { ContactId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { ContactDetailView } from '../ports/contact-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export interface ChangeContactRolesInput {
  contactId: ContactId
  grant: readonly { role: string; primary?: boolean | undefined }[]
  take: readonly string[]
}

/** Grants and takes roles. Who becomes primary for a role takes that from whoever was, in the same transaction. */
export function changeContactRoles(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: ChangeContactRolesInput, context: ActionContext): Promise<ContactDetailView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const changes = {
        grant: input.grant.map(({ role, primary }, index) => ({
          role: contactRoleFrom(role, `/grant/${index}/role`),
          primary,
        })),
        take: input.take.map((role, index) => contactRoleFrom(role, `/take/${index}`)),
      }
      const before = found(await store.contacts.getForUpdate(input.contactId), 'contact', input.contactId)
      const { contact, events } = changed(before, changes, at)
      const former = await store.contacts.primariesForUpdate(
        contact.companyId,
        contact.primaryRoles,
        contact.id,
      )
      // The former step down first: the database holds at most one primary a role at any moment.
      for (const one of former) {
        const stepped = stepDown(one, contact.primaryRoles, at)
        await store.contacts.save(stepped.contact)
        store.publish(stepped.events)
      }
      if (events.length > 0) await store.contacts.save(contact)
      store.publish(events)
      return found(await store.views.contacts.detail(contact.id), 'contact', contact.id)
    })
}
