import { expect } from 'chai'
import fc from 'fast-check'
import {
  archiveContact,
  type Contact,
  changeContact,
  changeContactRoles,
  draftContact,
  mergeContacts,
  restoreContact,
  stepDown,
} from '../../../src/domain/contacts/contact.ts'
import {
  type ContactRole,
  contactRoleFrom,
  contactRoles,
  type HeldRoles,
  rolesAfter,
  rolesReplaced,
  rolesUnited,
} from '../../../src/domain/contacts/contact-roles.ts'
import { minutesAfterNoon, noon, refusalFrom } from './builders.ts'

const later = minutesAfterNoon(1)

function aContact(given: Partial<Contact> = {}): Contact {
  return {
    id: 'con_1',
    companyId: 'com_1',
    firstName: 'Ada',
    lastName: 'Moreau',
    email: 'ada@example.test',
    phone: null,
    phoneRaw: null,
    notes: null,
    active: true,
    mergedIntoId: null,
    roles: [],
    primaryRoles: [],
    version: 1,
    createdAt: noon,
    updatedAt: noon,
    ...given,
  }
}

const typesOf = ({ events }: { events: readonly { type: string }[] }) => events.map(({ type }) => type)

const someRoles = fc.subarray([...contactRoles])
const someHeld: fc.Arbitrary<HeldRoles> = someRoles.chain((roles) =>
  fc.subarray(roles).map((primaryRoles) => ({ roles, primaryRoles })),
)
/** Each role at most once, granted or taken. */
const someChanges = fc
  .tuple(someRoles, fc.array(fc.constantFrom(true, false, undefined), { minLength: 5, maxLength: 5 }))
  .chain(([named, primary]) =>
    fc.subarray(named).map((take) => ({
      take,
      grant: named
        .filter((role) => !take.includes(role))
        .map((role, index) => ({ role, primary: primary[index] })),
    })),
  )

function isSound({ roles, primaryRoles }: HeldRoles): boolean {
  const isSorted = (list: ContactRole[]) => list.join() === [...new Set(list)].sort().join()
  return isSorted(roles) && isSorted(primaryRoles) && primaryRoles.every((role) => roles.includes(role))
}

describe('roles of a contact', () => {
  it('are five, and another is refused with a list of them', () => {
    for (const role of contactRoles) expect(contactRoleFrom(role, '/role')).to.equal(role)
    const refusal = refusalFrom(() => contactRoleFrom('Billing', '/roles/3'))
    expect(refusal.code).to.equal('body_field_invalid')
    expect(refusal.details).to.deep.equal({ roles: contactRoles })
    expect(refusal.faults[0]?.pointer).to.equal('/roles/3')
  })

  it('never make somebody primary for a role that is not held, whatever is granted, taken, replaced or united', () => {
    fc.assert(
      fc.property(someHeld, someHeld, someChanges, someRoles, (one, other, changes, roles) => {
        expect(isSound(rolesAfter(one, changes))).to.equal(true)
        expect(isSound(rolesReplaced(one, roles))).to.equal(true)
        expect(isSound(rolesUnited(one, other))).to.equal(true)
      }),
    )
  })

  it('are granted and taken once: the same again changes nothing', () => {
    fc.assert(
      fc.property(someHeld, someChanges, (held, changes) => {
        const once = rolesAfter(held, changes)
        expect(rolesAfter(once, changes)).to.deep.equal(once)
        for (const role of changes.take) expect(once.roles).not.to.include(role)
        for (const { role } of changes.grant) expect(once.roles).to.include(role)
      }),
    )
  })

  it('are not named twice', () => {
    const refusal = refusalFrom(() =>
      rolesAfter({ roles: [], primaryRoles: [] }, { grant: [{ role: 'billing' }], take: ['billing'] }),
    )
    expect(refusal.faults[0]?.pointer).to.equal('/take/0')
  })
})

describe('a contact', () => {
  it('begins active, primary for nothing', () => {
    const { active: _active, primaryRoles: _none, ...input } = aContact({ roles: ['technical', 'billing'] })
    const made = draftContact(input)
    expect(made.contact).to.deep.include({ active: true, roles: ['billing', 'technical'], primaryRoles: [] })
    expect(typesOf(made)).to.deep.equal(['contact.created'])
  })

  it('says which fields changed, in the words of the contract, and never what they hold', () => {
    const { contact, events } = changeContact(
      aContact(),
      { firstName: 'Adele', phone: null, phoneRaw: null },
      later,
    )
    expect(contact).to.include({ firstName: 'Adele', version: 2, updatedAt: later })
    expect(events.map(({ data }) => data)).to.deep.equal([{ fields: ['first_name', 'phone'] }])
  })

  it('is as it was when the roles asked for are held already', () => {
    const before = aContact({ roles: ['billing'], primaryRoles: ['billing'] })
    const change = { grant: [{ role: 'billing', primary: true }], take: ['shipping'] } as const
    expect(changeContactRoles(before, change, later)).to.deep.equal({ contact: before, events: [] })
    expect(typesOf(changeContact(before, { notes: 'x', roles: ['billing'] }, later))).to.deep.equal([
      'contact.changed',
    ])
  })

  it('steps down for the roles that another is primary for', () => {
    const before = aContact({ roles: ['billing', 'shipping'], primaryRoles: ['billing', 'shipping'] })
    expect(stepDown(before, ['billing'], later).contact).to.deep.include({
      roles: ['billing', 'shipping'],
      primaryRoles: ['shipping'],
      version: 2,
    })
  })

  it('is primary for nothing once archived, and is granted nothing until restored', () => {
    const before = aContact({ roles: ['billing'], primaryRoles: ['billing'] })
    const archived = archiveContact(before, later)
    expect(archived.contact).to.deep.include({ active: false, roles: ['billing'], primaryRoles: [] })
    expect(archiveContact(archived.contact, later).events).to.deep.equal([])
    const grant = [{ role: 'billing', primary: true }] as const
    for (const act of [
      () => changeContactRoles(archived.contact, { grant, take: [] }, later),
      () => changeContact(archived.contact, { roles: ['billing', 'shipping'] }, later),
    ]) {
      expect(refusalFrom(act).code).to.equal('contact_archived')
    }
    expect(changeContact(archived.contact, { notes: 'left in May' }, later).contact.notes).to.equal(
      'left in May',
    )
    expect(restoreContact(archived.contact, later).contact.active).to.equal(true)
    expect(restoreContact(before, later).events).to.deep.equal([])
  })
})

describe('a merge', () => {
  it('unites roles and fills what is empty, keeping what is there', () => {
    const survivor = aContact({ roles: ['billing'], primaryRoles: ['billing'], notes: 'mine' })
    const other = aContact({
      id: 'con_2',
      roles: ['shipping'],
      primaryRoles: ['shipping'],
      phone: '+14165550123',
      phoneRaw: '416 555 0123',
      notes: 'theirs',
    })
    const merge = mergeContacts(survivor, other, later)
    expect(merge.survivor).to.deep.include({
      roles: ['billing', 'shipping'],
      primaryRoles: ['billing', 'shipping'],
      phone: '+14165550123',
      phoneRaw: '416 555 0123',
      notes: 'mine',
    })
    expect(merge.filledFields).to.deep.equal(['phone'])
    expect(merge.trace).to.deep.include({
      email: other.email,
      active: false,
      mergedIntoId: 'con_1',
      roles: [],
      primaryRoles: [],
    })
  })

  it('leaves the person active when either was, and primary as before', () => {
    const other = aContact({ id: 'con_2', roles: ['billing'], primaryRoles: ['billing'] })
    expect(mergeContacts(aContact({ active: false }), other, later).survivor).to.deep.include({
      active: true,
      roles: ['billing'],
      primaryRoles: ['billing'],
    })
    const gone = { ...other, active: false, primaryRoles: [] }
    expect(mergeContacts(aContact(), gone, later).survivor.active).to.equal(true)
    expect(mergeContacts(aContact({ active: false }), gone, later).survivor.active).to.equal(false)
  })

  it('is of two contacts of one company, none of them merged before', () => {
    const codeOf = (other: Partial<Contact>) =>
      refusalFrom(() => mergeContacts(aContact(), aContact({ id: 'con_2', ...other }), later)).code
    expect(codeOf({ id: 'con_1' })).to.equal('body_field_invalid')
    expect(codeOf({ companyId: 'com_2' })).to.equal('not_found')
    expect(codeOf({ active: false, mergedIntoId: 'con_3' })).to.equal('contact_merged')
  })
})
