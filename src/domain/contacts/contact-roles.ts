import { Refusal } from '../shared/refusal.ts'

export const contactRoles = ['billing', 'executive', 'operations', 'shipping', 'technical'] as const

/** A fixed role that a contact holds in its company. */
export type ContactRole = (typeof contactRoles)[number]

/** Roles that a contact holds, and those of them for which it is its company's primary; alphabetical. */
export interface HeldRoles {
  roles: ContactRole[]
  primaryRoles: ContactRole[]
}

/** What to grant and to take. `primary` absent leaves the standing as it is. */
export interface RoleChanges {
  grant: readonly { role: ContactRole; primary?: boolean | undefined }[]
  take: readonly ContactRole[]
}

/** One of the five, or a refusal that lists them and points to the place. */
export function contactRoleFrom(text: string, pointer: string): ContactRole {
  const role = contactRoles.find((one) => one === text)
  if (role !== undefined) return role
  throw new Refusal('body_field_invalid', `There is no role ${text}.`, { roles: contactRoles }, [
    { pointer, detail: `must be one of ${contactRoles.join(', ')}` },
  ])
}

/** What is held after the changes. Refuses a role that is named twice. */
export function rolesAfter(held: HeldRoles, { grant, take }: RoleChanges): HeldRoles {
  refuseTwice([
    ...grant.map(({ role }, index) => ({ role, pointer: `/grant/${index}/role` })),
    ...take.map((role, index) => ({ role, pointer: `/take/${index}` })),
  ])
  const roles = new Set(held.roles)
  const primaryRoles = new Set(held.primaryRoles)
  for (const { role, primary } of grant) {
    roles.add(role)
    if (primary === true) primaryRoles.add(role)
    if (primary === false) primaryRoles.delete(role)
  }
  for (const role of take) {
    roles.delete(role)
    primaryRoles.delete(role)
  }
  return { roles: inOrder(roles), primaryRoles: inOrder(primaryRoles) }
}

/** The full set replaced; who keeps a role stays primary for it. */
export function rolesReplaced(held: HeldRoles, roles: readonly ContactRole[]): HeldRoles {
  return {
    roles: inOrder(roles),
    primaryRoles: held.primaryRoles.filter((role) => roles.includes(role)),
  }
}

/** The roles of both, as far as one person can hold them. */
export function rolesUnited(one: HeldRoles, other: HeldRoles): HeldRoles {
  return {
    roles: inOrder([...one.roles, ...other.roles]),
    primaryRoles: inOrder([...one.primaryRoles, ...other.primaryRoles]),
  }
}

function inOrder(roles: Iterable<ContactRole>): ContactRole[] {
  return [...new Set(roles)].sort()
}

function refuseTwice(named: readonly { role: ContactRole; pointer: string }[]): void {
  const seen = new Set<ContactRole>()
  for (const { role, pointer } of named) {
    if (seen.has(role)) {
      throw new Refusal('body_field_invalid', `The role ${role} is named twice.`, {}, [
        { pointer, detail: 'is named twice' },
      ])
    }
    seen.add(role)
  }
}
