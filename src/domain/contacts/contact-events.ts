import type { DomainEvent } from '../shared/events.ts'
import type { CompanyId, ContactId } from '../shared/ids.ts'
import type { ContactRole } from './contact-roles.ts'

/** Names of fields and roles only: who the person is stays in the contact. */
interface ContactEventData {
  'contact.created': { roles: ContactRole[] }
  'contact.changed': { fields: string[] }
  'contact.roles_changed': { roles: ContactRole[]; primary_roles: ContactRole[] }
  'contact.archived': Record<string, never>
  'contact.restored': Record<string, never>
  'contact.merged': { merged_contact_id: ContactId; orders_moved: number }
  'contact.told_apart': { contact_ids: ContactId[] }
}

type ContactEventType = keyof ContactEventData
export type ContactEvent = { [T in ContactEventType]: DomainEvent<T, ContactEventData[T]> }[ContactEventType]

/** Builds an event of a contact. */
export function contactEvent<T extends ContactEventType>(
  type: T,
  contact: { id: ContactId; companyId: CompanyId; version: number },
  occurredAt: Date,
  data: ContactEventData[T],
): ContactEvent {
  return {
    type,
    aggregateType: 'contact',
    aggregateId: contact.id,
    aggregateVersion: contact.version,
    companyId: contact.companyId,
    orderId: null,
    shipmentId: null,
    data,
    occurredAt,
  } as ContactEvent
}
