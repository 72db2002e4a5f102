import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { call, done, pagesOf, refused } from './call.ts'
import { usePlatform } from './platform-of-suite.ts'
import { harbour, harbourContact, nobody, noSuch } from './world.ts'

const params = { companyId: harbour }
const aContact = (more: object = {}) => ({
  first_name: 'Ada',
  last_name: 'Moreau',
  email: `${randomUUID()}@harbourcold.example`,
  roles: ['technical'],
  ...more,
})

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
    expect(list.data[0]).to.deep.equal(contact)
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

  it('changes and archives by version', async () => {
    const { body: contact } = await done('createContact', {
      params,
      body: aContact({ notes: 'Mornings only' }),
    })
    const mine = { contactId: contact.id }
    const body = { roles: ['billing', 'executive'], active: false, notes: null }
    const changed = await done('changeContact', { params: mine, version: 1, body })
    expect(changed.body).to.deep.include({
      roles: ['billing', 'executive'],
      active: false,
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
    await done('createContact', { params, body })
    await refused('createContact', 409, 'contact_email_taken', {
      params,
      body: { ...body, email: body.email.toUpperCase() },
    })
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
    const bad = await refused('createContact', 400, 'request_invalid', {
      params,
      body: aContact({ roles: ['boss'] }),
    })
    expect(bad.errors[0]?.pointer).to.equal('/roles/0')
    const email = await refused('createContact', 400, 'request_invalid', {
      params,
      body: aContact({ email: 'ada' }),
    })
    expect(email.errors[0]?.pointer).to.equal('/email')
    await refused('createContact', 404, 'not_found', { params: { companyId: nobody }, body: aContact() })
    await refused('listContacts', 404, 'not_found', { params: { companyId: nobody } })
    await refused('getContact', 404, 'not_found', { params: { contactId: noSuch('con') } })
    await refused('getContact', 404, 'not_found', { params: { contactId: harbour } })
  })
})
