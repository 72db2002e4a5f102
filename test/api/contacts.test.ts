import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { call, done, pagesOf, refused } from './call.ts'
import { platform, usePlatform } from './platform-of-suite.ts'
import { anOrder, harbour, harbourContact, nobody, noSuch, sql } from './world.ts'

const params = { companyId: harbour }
const aContact = (more: object = {}) => ({
  first_name: 'Ada',
  last_name: 'Moreau',
  email: `${randomUUID()}@harbourcold.example`,
  roles: ['technical'],
  ...more,
})

const five = ['billing', 'executive', 'operations', 'shipping', 'technical']

const aCompany = (more: object = {}) =>
  done('createCompany', {
    body: { name: 'People Inc.', legacy_ref: `LEG-${randomUUID()}`, currency: 'USD', region: 'CA', ...more },
  })

/** A contact of a company of its own, or of the one that is named. */
async function aPerson(more: object = {}, companyId?: string) {
  const at = companyId ?? (await aCompany()).body.id
  const { body } = await done('createContact', { params: { companyId: at }, body: aContact(more) })
  return body
}

const primariesOf = (companyId: string, role: string) =>
  sql<{ contact_id: string }>(
    'select contact_id from company_contact_roles where company_id = $1 and role = $2 and is_primary',
    [companyId, role],
  )

/** Events of a contact as they were written, relayed or not. */
const eventsOf = async (contactId: string) => {
  const rows = await sql<{ event_type: string }>(
    `select event_type from (
       select event_type, aggregate_version, 0 as place, seq from domain_event where aggregate_id = $1
       union all
       select event_type, aggregate_version, 1, 0 from outbox where aggregate_id = $1
     ) e order by aggregate_version, seq`,
    [contactId],
  )
  return rows.map(({ event_type }) => event_type)
}

describe('API: contacts', () => {
  usePlatform()

  it('records a person, reads it, lists it', async () => {
    const { headers, body: contact } = await done('createContact', {
      params,
      body: aContact({ phone: '+12125550188' }),
    })
    expect(headers.get('location')).to.equal(`/v1/contacts/${contact.id}`)
    expect(contact).to.deep.include({ active: true, roles: ['technical'], company_id: harbour })
    const read = await done('getContact', { params: { contactId: contact.id } })
    expect(read.body).to.deep.equal(contact)
    const { body: list } = await done('listContacts', { params })
    const { warnings, ...listed } = contact
    expect(warnings).to.be.an('array')
    expect(list.data[0]).to.deep.equal(listed)
  })

  it('pages through the people of a company', async () => {
    const { body: company } = await done('createCompany', {
      body: { name: 'Pages Inc.', legacy_ref: `LEG-${randomUUID()}`, currency: 'USD' },
    })
    for (let count = 0; count < 3; count += 1) {
      await done('createContact', { params: { companyId: company.id }, body: aContact() })
    }
    expect(await pagesOf('listContacts', 1, { params: { companyId: company.id } })).to.have.length(3)
  })

  it('changes by version', async () => {
    const { body: contact } = await done('createContact', {
      params,
      body: aContact({ notes: 'Mornings only' }),
    })
    const mine = { contactId: contact.id }
    const body = { roles: ['billing', 'executive'], notes: null }
    const changed = await done('changeContact', { params: mine, version: 1, body })
    expect(changed.body).to.deep.include({
      roles: ['billing', 'executive'],
      notes: null,
      version: 2,
    })
    await refused('changeContact', 412, 'version_stale', { params: mine, version: 1, body })
    await refused('changeContact', 428, 'version_required', { params: mine, body })
    await refused('changeContact', 400, 'request_invalid', {
      params: mine,
      body,
      headers: { 'if-match': 'two' },
    })
    await refused('changeContact', 404, 'not_found', {
      params: { contactId: noSuch('con') },
      version: 1,
      body,
    })
  })

  it('takes an e-mail address for one person of a company, whatever its case', async () => {
    const body = aContact()
    const { body: first } = await done('createContact', { params, body })
    const taken = { ...aContact(), email: body.email.toUpperCase() }
    const refusal = await refused('createContact', 409, 'contact_email_taken', { params, body: taken })
    expect(refusal.details).to.deep.equal({ contact_id: first.id, active: true })
    expect(refusal.errors[0]).to.deep.include({ pointer: '/email' })
    const { body: other } = await done('createContact', { params, body: aContact() })
    await refused('changeContact', 409, 'contact_email_taken', {
      params: { contactId: other.id },
      version: 1,
      body: { email: taken.email },
    })
    // The same address in other letters stays the own one.
    const own = await done('changeContact', {
      params: { contactId: first.id },
      version: 1,
      body: { email: taken.email },
    })
    expect(own.body.email).to.equal(taken.email)
    const { body: elsewhere } = await aCompany()
    await done('createContact', { params: { companyId: elsewhere.id }, body })
  })

  it('answers 304 to who has the version already', async () => {
    const mine = { contactId: harbourContact }
    const { headers } = await done('getContact', { params: mine })
    const again = await call('getContact', {
      params: mine,
      headers: { 'if-none-match': headers.get('etag') ?? '' },
    })
    expect(again.status).to.equal(304)
  })

  it('points to what is wrong and knows no unknown company', async () => {
    const bad = await refused('createContact', 422, 'body_field_invalid', {
      params,
      body: aContact({ roles: ['billing', 'boss'] }),
    })
    expect(bad.errors[0]?.pointer).to.equal('/roles/1')
    expect(bad.details).to.deep.equal({ roles: five })
    for (const [wrong, pointer] of [
      [{ email: 'ada' }, '/email'],
      [{ first_name: ' ' }, '/first_name'],
      [{ last_name: '\u2003' }, '/last_name'],
    ] as const) {
      const body = aContact(wrong)
      const { errors } = await refused('createContact', 400, 'request_invalid', { params, body })
      expect(errors[0]?.pointer).to.equal(pointer)
    }
    await refused('createContact', 404, 'not_found', { params: { companyId: nobody }, body: aContact() })
    await refused('listContacts', 404, 'not_found', { params: { companyId: nobody } })
    await refused('getContact', 404, 'not_found', { params: { contactId: noSuch('con') } })
    await refused('getContact', 404, 'not_found', { params: { contactId: harbour } })
  })

  it('reads a number as the company dials it, keeps what was written, and refuses what is none', async () => {
    const { body: company } = await aCompany()
    const at = { companyId: company.id }
    const person = await aPerson({ phone: '(416) 555-0123' }, company.id)
    expect(person).to.include({ phone: '+14165550123', phone_raw: '(416) 555-0123' })
    const mine = { contactId: person.id }
    const abroad = await done('changeContact', {
      params: mine,
      version: 1,
      body: { phone: '+44 20 7946 0958' },
    })
    expect(abroad.body).to.include({ phone: '+442079460958', phone_raw: '+44 20 7946 0958' })
    const none = await done('changeContact', { params: mine, version: 2, body: { phone: null } })
    expect(none.body).to.include({ phone: null, phone_raw: null })
    for (const phone of ['call me', '12345', '+1999', 'ask 4165550123']) {
      const refusal = await refused('createContact', 422, 'body_field_invalid', {
        params: at,
        body: aContact({ phone }),
      })
      expect(refusal.errors[0]?.pointer).to.equal('/phone')
    }
    const { body: nowhere } = await aCompany({ region: null })
    const unplaced = await refused('createContact', 422, 'body_field_invalid', {
      params: { companyId: nowhere.id },
      body: aContact({ phone: '416 555 0123' }),
    })
    expect(unplaced.errors[0]?.detail).to.match(/country code/)
  })

  it('finds people by role, standing and words, in one company and in all', async () => {
    const { body: company } = await aCompany()
    const mark = randomUUID().slice(0, 8)
    const params = { companyId: company.id }
    const ines = await aPerson(
      { first_name: 'Ines', last_name: `Q${mark}`, phone: '416-555-0199', roles: ['billing'] },
      company.id,
    )
    const paul = await aPerson({ first_name: 'Paul', last_name: `Q${mark}`, roles: ['shipping'] }, company.id)
    await done('archiveContact', { params: { contactId: paul.id } })
    const ids = async (query: Record<string, string | boolean>) =>
      (await done('listContacts', { params, query })).body.data.map(({ id }) => id)
    expect(await ids({ role: 'billing' })).to.deep.equal([ines.id])
    expect(await ids({ active: false })).to.deep.equal([paul.id])
    expect(await ids({ active: true })).to.deep.equal([ines.id])
    expect(await ids({ q: `q${mark} INES` })).to.deep.equal([ines.id])
    expect(await ids({ q: '(416) 555-0199' })).to.deep.equal([ines.id])
    expect(await ids({ q: '100%' })).to.deep.equal([])
    const everywhere = await done('searchContacts', { query: { q: `q${mark}` } })
    expect(everywhere.body.data.map(({ id }) => id)).to.deep.equal([paul.id, ines.id])
    expect(await pagesOf('searchContacts', 1, { query: { q: `q${mark}` } })).to.have.length(2)
    await refused('listContacts', 400, 'request_invalid', { params, query: { role: 'boss' } })
  })

  it('finds and warns whatever the accents', async () => {
    const mark = randomUUID().slice(0, 8)
    const eloise = await aPerson({ first_name: 'Éloïse', last_name: `Lefèvre${mark}` })
    const twin = await aPerson({ first_name: 'Eloise', last_name: `Lefevre${mark}` }, eloise.company_id)
    expect(twin.warnings.map(({ contact_id }) => contact_id)).to.include(eloise.id)
    const { body } = await done('searchContacts', { query: { q: `ELOISE LEFÈVRE${mark}` } })
    expect(body.data.map(({ id }) => id)).to.deep.equal([twin.id, eloise.id])
  })

  it('finds and warns in every script', async () => {
    const mark = randomUUID().slice(0, 8)
    for (const [last, near] of [
      [`Петрова${mark}`, `Петровна${mark}`],
      ['山田', '山田'],
    ] as const) {
      const first = await aPerson({ first_name: 'Аня', last_name: last })
      const twin = await aPerson({ first_name: 'Аня', last_name: near }, first.company_id)
      expect(twin.warnings.map(({ contact_id, reasons }) => [contact_id, reasons])).to.deep.equal([
        [first.id, ['near_name']],
      ])
    }
    const { body } = await done('searchContacts', { query: { q: `петрова${mark}` } })
    expect(body.data.map(({ last_name }) => last_name)).to.deep.equal([`Петрова${mark}`])
  })

  it('archives and restores, twice as once, and by the version when one is named', async () => {
    const person = await aPerson({ roles: ['billing'] })
    const mine = { params: { contactId: person.id } }
    await done('changeContactRoles', { ...mine, body: { grant: [{ role: 'billing', primary: true }] } })
    await refused('archiveContact', 412, 'version_stale', { ...mine, version: 1 })
    const archived = await done('archiveContact', { ...mine, version: 2 })
    expect(archived.body).to.deep.include({
      active: false,
      roles: ['billing'],
      primary_roles: [],
      version: 3,
    })
    expect((await done('archiveContact', mine)).body.version).to.equal(3)
    await refused('changeContactRoles', 409, 'contact_archived', {
      ...mine,
      body: { grant: [{ role: 'billing', primary: true }] },
    })
    const restored = await done('restoreContact', mine)
    expect(restored.body).to.deep.include({ active: true, roles: ['billing'], version: 4 })
    expect((await done('restoreContact', mine)).body.version).to.equal(4)
    await refused('archiveContact', 404, 'not_found', { params: { contactId: noSuch('con') } })
    expect(await eventsOf(person.id)).to.deep.equal([
      'contact.created',
      'contact.roles_changed',
      'contact.archived',
      'contact.restored',
    ])
  })

  it('grants and takes roles, and knows no sixth', async () => {
    const person = await aPerson({ roles: ['technical'] })
    const mine = { params: { contactId: person.id } }
    const { body } = await done('changeContactRoles', {
      ...mine,
      body: { grant: [{ role: 'shipping', primary: true }, { role: 'billing' }], take: ['technical'] },
    })
    expect(body).to.deep.include({ roles: ['billing', 'shipping'], primary_roles: ['shipping'] })
    const again = await done('changeContactRoles', {
      ...mine,
      body: { grant: [{ role: 'shipping', primary: true }], take: ['technical'] },
    })
    expect(again.body.version).to.equal(2)
    const kept = await done('changeContact', { ...mine, version: 2, body: { roles: ['shipping'] } })
    expect(kept.body).to.deep.include({ roles: ['shipping'], primary_roles: ['shipping'] })
    const down = await done('changeContactRoles', {
      ...mine,
      body: { grant: [{ role: 'shipping', primary: false }] },
    })
    expect(down.body).to.deep.include({ roles: ['shipping'], primary_roles: [] })
    const sixth = await refused('changeContactRoles', 422, 'body_field_invalid', {
      ...mine,
      body: { grant: [{ role: 'billing' }, { role: 'boss' }] },
    })
    expect(sixth.errors[0]).to.deep.equal({
      pointer: '/grant/1/role',
      detail: `must be one of ${five.join(', ')}`,
    })
    expect(sixth.details).to.deep.equal({ roles: five })
    const twice = await refused('changeContactRoles', 422, 'body_field_invalid', {
      ...mine,
      body: { grant: [{ role: 'billing' }], take: ['billing'] },
    })
    expect(twice.errors[0]?.pointer).to.equal('/take/0')
    await refused('changeContactRoles', 400, 'request_invalid', { ...mine, body: {} })
  })

  it('takes the primary standing from who had it', async () => {
    const former = await aPerson({ roles: ['billing'] })
    const next = await aPerson({ roles: [] }, former.company_id)
    const body = { grant: [{ role: 'billing', primary: true }] }
    await done('changeContactRoles', { params: { contactId: former.id }, body })
    await done('changeContactRoles', { params: { contactId: next.id }, body })
    expect(await primariesOf(former.company_id, 'billing')).to.deep.equal([{ contact_id: next.id }])
    const { body: stepped } = await done('getContact', { params: { contactId: former.id } })
    expect(stepped).to.deep.include({ roles: ['billing'], primary_roles: [], version: 3 })
    expect(await eventsOf(former.id)).to.deep.equal([
      'contact.created',
      'contact.roles_changed',
      'contact.roles_changed',
    ])
  })

  it('has exactly one primary when several become it at once', async () => {
    const { body: company } = await aCompany()
    const people = []
    for (let count = 0; count < 4; count += 1) people.push(await aPerson({ roles: [] }, company.id))
    const body = { grant: five.map((role) => ({ role, primary: true })) }
    const answers = await Promise.all(
      [...people, ...people].map(({ id }) => call('changeContactRoles', { params: { contactId: id }, body })),
    )
    expect(answers.map(({ status }) => status)).to.deep.equal(Array(8).fill(200))
    for (const role of five) expect(await primariesOf(company.id, role), role).to.have.length(1)
  })

  it('records an e-mail once when two send it at once, and names the one that is there', async () => {
    const { body: company } = await aCompany()
    const body = aContact()
    const answers = await Promise.all(
      [1, 2, 3].map(() => call('createContact', { params: { companyId: company.id }, body })),
    )
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([201, 409, 409])
    const made = answers.find(({ status }) => status === 201)?.body as { id: string }
    for (const { body: problem } of answers.filter(({ status }) => status === 409)) {
      expect((problem as { details: object }).details).to.deep.equal({ contact_id: made.id, active: true })
    }
  })

  it('warns of the same number and of a near name until somebody says that they are two', async () => {
    const first = await aPerson({ first_name: 'Katherine', last_name: 'Jones', phone: '416 555 0111' })
    const at = first.company_id
    const near = await aPerson({ first_name: 'Catherine', last_name: 'Jones' }, at)
    expect(near.warnings).to.deep.equal([
      {
        reasons: ['near_name'],
        contact_id: first.id,
        first_name: 'Katherine',
        last_name: 'Jones',
        email: first.email,
        active: true,
      },
    ])
    const both = await aPerson({ first_name: 'Katherine', last_name: 'Jones', phone: '+14165550111' }, at)
    expect(both.warnings.map(({ reasons, contact_id }) => [contact_id, reasons])).to.deep.equal([
      [first.id, ['same_phone', 'near_name']],
      [near.id, ['near_name']],
    ])
    const other = await aPerson({ first_name: 'Peter', last_name: 'Jones' }, at)
    expect(other.warnings).to.deep.equal([])

    const mine = { params: { contactId: near.id } }
    const body = { contact_ids: [first.id] }
    const told = await done('acknowledgeContactWarnings', { ...mine, body })
    expect(told.body.warnings.map(({ contact_id }) => contact_id)).to.deep.equal([both.id])
    expect(told.body.version).to.equal(2)
    expect((await done('acknowledgeContactWarnings', { ...mine, body })).body.version).to.equal(2)
    const { body: theirs } = await done('getContact', { params: { contactId: first.id } })
    expect(theirs.warnings.map(({ contact_id }) => contact_id)).to.deep.equal([both.id])
    const [pair] = await sql<{ acknowledged_by: { kind: string } }>(
      'select acknowledged_by from distinct_contacts where $1 in (contact_id, other_contact_id)',
      [near.id],
    )
    expect(pair?.acknowledged_by.kind).to.equal('api_key')

    for (const id of [harbourContact, near.id]) {
      const refusal = await refused('acknowledgeContactWarnings', 404, 'not_found', {
        ...mine,
        body: { contact_ids: [first.id, id] },
      })
      expect(refusal.errors[0]?.pointer).to.equal('/contact_ids/1')
    }
  })

  it('merges two of one company as it said it would, and leaves a trace', async () => {
    const stays = await aPerson({ first_name: 'Rosa', roles: ['billing'] }, harbour)
    const goes = await aPerson({ roles: ['technical'], phone: '+12125550177', notes: 'Mornings' }, harbour)
    const [order, other_] = [await anOrder('draft'), await anOrder('draft')]
    await sql('update orders set billing_contact_id = $1 where id = any($2)', [
      goes.id,
      [order.id, other_.id],
    ])
    const mine = { contactId: stays.id }
    const body = { merged_contact_id: goes.id }

    const { body: preview } = await done('previewContactMerge', { params: mine, query: body })
    expect(preview).to.deep.equal({
      contact_id: stays.id,
      merged_contact_id: goes.id,
      roles: ['billing', 'technical'],
      primary_roles: [],
      active: true,
      filled_fields: ['phone', 'notes'],
      orders_moved: 2,
    })
    const { body: merged } = await done('mergeContacts', { params: mine, version: 1, body })
    expect(merged).to.deep.include({
      roles: ['billing', 'technical'],
      phone: '+12125550177',
      notes: 'Mornings',
      version: 2,
    })
    const { body: trace } = await done('getContact', { params: { contactId: goes.id } })
    expect(trace).to.deep.include({ active: false, merged_into_id: stays.id, roles: [], warnings: [] })
    const moved = await done('getOrder', { params: { orderId: order.id } })
    expect(moved.body).to.include({ billing_contact_id: stays.id, version: order.version + 1 })
    const { body: listed } = await done('listContacts', { params, query: { limit: 100 } })
    expect(listed.data.map(({ id }) => id)).not.to.include(goes.id)

    // The trace changes no more, and its e-mail is the survivor's to take.
    const gone = { params: { contactId: goes.id } }
    const refusal = await refused('archiveContact', 409, 'contact_merged', gone)
    expect(refusal.details).to.deep.equal({ contact_id: goes.id, merged_into_id: stays.id })
    await refused('mergeContacts', 409, 'contact_merged', { params: mine, body })
    const taken = await refused('createContact', 409, 'contact_email_taken', {
      params,
      body: aContact({ email: goes.email }),
    })
    expect(taken.details).to.deep.equal({ contact_id: stays.id, active: true })
    const renamed = await done('changeContact', { params: mine, version: 2, body: { email: goes.email } })
    expect(renamed.body.email).to.equal(goes.email)
    await refused('createOrder', 404, 'not_found', {
      body: { company_id: harbour, billing_contact_id: goes.id, lines: [{ sku: 'MNT-KIT-1', quantity: 1 }] },
    })

    // A trace of a trace leads to the last in one step.
    const last = await aPerson({}, harbour)
    await done('mergeContacts', { params: { contactId: last.id }, body: { merged_contact_id: stays.id } })
    const { body: first } = await done('getContact', { params: { contactId: goes.id } })
    expect(first.merged_into_id).to.equal(last.id)
    expect(await (await platform()).brokenLaws()).to.deep.equal([])
  })

  it('merges with nobody of another company and not with itself', async () => {
    const mine = await aPerson()
    const query = { merged_contact_id: harbourContact }
    for (const [operation, more] of [
      ['mergeContacts', { body: query }],
      ['previewContactMerge', { query }],
    ] as const) {
      const refusal = await refused(operation, 404, 'not_found', { params: { contactId: mine.id }, ...more })
      expect(refusal.errors[0]?.pointer).to.equal('/merged_contact_id')
    }
    await refused('mergeContacts', 422, 'body_field_invalid', {
      params: { contactId: mine.id },
      body: { merged_contact_id: mine.id },
    })
  })

  it('merges one way when both ways are asked at once', async () => {
    const one = await aPerson({ roles: ['billing'] })
    const other = await aPerson({ roles: ['shipping'] }, one.company_id)
    const answers = await Promise.all([
      call('mergeContacts', { params: { contactId: one.id }, body: { merged_contact_id: other.id } }),
      call('mergeContacts', { params: { contactId: other.id }, body: { merged_contact_id: one.id } }),
    ])
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409])
    const rows = await sql('select from contacts where company_id = $1 and merged_into_id is null', [
      one.company_id,
    ])
    expect(rows).to.have.length(1)
  })
})
