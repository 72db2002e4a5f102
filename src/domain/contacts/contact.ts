import type { CompanyId, ContactId } from '../shared/ids.ts'
import { Refusal } from '../shared/refusal.ts'
import { type ContactEvent, contactEvent } from './contact-events.ts'
import { type HeldRoles, type RoleChanges, rolesAfter, rolesReplaced, rolesUnited } from './contact-roles.ts'

/** A person at one company. */
export interface Contact extends HeldRoles {
  id: ContactId
  companyId: CompanyId
  firstName: string
  lastName: string
  email: string
  /** E.164. */
  phone: string | null
  /** The number as it was written. */
  phoneRaw: string | null
  notes: string | null
  /** False once the person has left, or was merged into another. */
  active: boolean
  /** The contact that this one was merged into; never one that was merged itself. */
  mergedIntoId: ContactId | null
  version: number
  createdAt: Date
  updatedAt: Date
}

export interface Changed {
  contact: Contact
  events: ContactEvent[]
}

/** What a merge patch may name. */
export type ContactChanges = Partial<
  Pick<Contact, 'firstName' | 'lastName' | 'email' | 'phone' | 'phoneRaw' | 'notes' | 'roles'>
>

export function draftContact(
  input: Omit<Contact, 'primaryRoles' | 'active' | 'mergedIntoId' | 'version' | 'updatedAt'>,
): Changed {
  const held = rolesReplaced({ roles: [], primaryRoles: [] }, input.roles)
  const contact: Contact = {
    ...input,
    ...held,
    active: true,
    mergedIntoId: null,
    version: 1,
    updatedAt: input.createdAt,
  }
  return {
    contact,
    events: [contactEvent('contact.created', contact, contact.createdAt, { roles: contact.roles })],
  }
}

/** Changes what is named and leaves the rest. */
export function changeContact(contact: Contact, { roles, ...changes }: ContactChanges, at: Date): Changed {
  refuseMerged(contact)
  const held = roles === undefined ? contact : rolesReplaced(contact, roles)
  if (!contact.active) refuseArchivedGrant(contact, held)
  const fields = Object.keys(changes)
    .filter((name) => name !== 'phoneRaw')
    .map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
  const next = { ...renewed(contact, at), ...changes, ...rolesOf(held) }
  return {
    contact: next,
    events: [
      ...(fields.length > 0 ? [contactEvent('contact.changed', next, at, { fields })] : []),
      ...(isSame(contact, held) ? [] : [rolesChanged(next, at)]),
    ],
  }
}

/** Grants and takes roles; what changes nothing leaves the contact as it is. Who is archived is granted nothing. */
export function changeContactRoles(contact: Contact, changes: RoleChanges, at: Date): Changed {
  refuseMerged(contact)
  const held = rolesAfter(contact, changes)
  if (isSame(contact, held)) return { contact, events: [] }
  if (!contact.active) refuseArchivedGrant(contact, held)
  const next = { ...renewed(contact, at), ...held }
  return { contact: next, events: [rolesChanged(next, at)] }
}

/** The contact without being primary for these roles: another is, from now on. */
export function stepDown(contact: Contact, roles: readonly string[], at: Date): Changed {
  const next = {
    ...renewed(contact, at),
    primaryRoles: contact.primaryRoles.filter((role) => !roles.includes(role)),
  }
  return { contact: next, events: [rolesChanged(next, at)] }
}

/** Who has left keeps the roles but is primary for none. An archived contact stays as it is. */
export function archiveContact(contact: Contact, at: Date): Changed {
  refuseMerged(contact)
  if (!contact.active) return { contact, events: [] }
  const next = { ...renewed(contact, at), active: false, primaryRoles: [] }
  return { contact: next, events: [contactEvent('contact.archived', next, at, {})] }
}

/** Brings an archived contact back; an active one stays as it is. */
export function restoreContact(contact: Contact, at: Date): Changed {
  refuseMerged(contact)
  if (contact.active) return { contact, events: [] }
  const next = { ...renewed(contact, at), active: true }
  return { contact: next, events: [contactEvent('contact.restored', next, at, {})] }
}

/** What a merge makes of two contacts of one company that are one person. */
export interface Merge {
  /** Holds the roles of both and is active when either was; what was empty is filled from the other. */
  survivor: Contact
  /** Keeps its name and address as a trace, holds nothing. */
  trace: Contact
  /** Fields of the survivor that the other filled. */
  filledFields: ('phone' | 'notes')[]
}

/** Refuses two of different companies, a contact with itself, and one that was merged before. */
export function mergeContacts(survivor: Contact, other: Contact, at: Date): Merge {
  if (survivor.id === other.id) {
    throw new Refusal('body_field_invalid', 'A contact cannot be merged with itself.', {}, [
      { pointer: '/merged_contact_id', detail: 'is the contact itself' },
    ])
  }
  if (survivor.companyId !== other.companyId) {
    throw new Refusal('not_found', `The company has no contact ${other.id}.`, {}, [
      { pointer: '/merged_contact_id', detail: 'no such contact of this company' },
    ])
  }
  refuseMerged(survivor)
  refuseMerged(other)
  const takesPhone = survivor.phone === null && other.phone !== null
  const takesNotes = survivor.notes === null && other.notes !== null
  return {
    survivor: {
      ...renewed(survivor, at),
      ...rolesUnited(survivor, other),
      active: survivor.active || other.active,
      ...(takesPhone ? { phone: other.phone, phoneRaw: other.phoneRaw } : {}),
      ...(takesNotes ? { notes: other.notes } : {}),
    },
    trace: {
      ...renewed(other, at),
      active: false,
      mergedIntoId: survivor.id,
      roles: [],
      primaryRoles: [],
    },
    filledFields: [...(takesPhone ? (['phone'] as const) : []), ...(takesNotes ? (['notes'] as const) : [])],
  }
}

/** Somebody looked at the pairs and says that they are different people. */
export function tellApart(contact: Contact, others: readonly ContactId[], at: Date): Changed {
  refuseMerged(contact)
  const next = renewed(contact, at)
  return {
    contact: next,
    events: [contactEvent('contact.told_apart', next, at, { contact_ids: [...others] })],
  }
}

function renewed(contact: Contact, at: Date): Contact {
  return { ...contact, version: contact.version + 1, updatedAt: at }
}

function rolesOf({ roles, primaryRoles }: HeldRoles): HeldRoles {
  return { roles, primaryRoles }
}

function isSame(one: HeldRoles, other: HeldRoles): boolean {
  return one.roles.join() === other.roles.join() && one.primaryRoles.join() === other.primaryRoles.join()
}

function rolesChanged(contact: Contact, at: Date): ContactEvent {
  const data = { roles: contact.roles, primary_roles: contact.primaryRoles }
  return contactEvent('contact.roles_changed', contact, at, data)
}

function refuseMerged({ id, mergedIntoId }: Contact): void {
  if (mergedIntoId === null) return
  throw new Refusal('contact_merged', `The contact ${id} was merged into ${mergedIntoId}.`, {
    contact_id: id,
    merged_into_id: mergedIntoId,
  })
}

function refuseArchivedGrant(contact: Contact, held: HeldRoles): void {
  const isGranted =
    held.roles.some((role) => !contact.roles.includes(role)) ||
    held.primaryRoles.some((role) => !contact.primaryRoles.includes(role))
  if (!isGranted) return
  throw new Refusal('contact_archived', 'Who is archived is granted no role. Restore the contact first.', {
    contact_id: contact.id,
  })
}
