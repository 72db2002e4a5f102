import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { call, done, pagesOf, refused } from './call.ts'
import { usePlatform } from './platform-of-suite.ts'
import { harbour, nobody, nowhere } from './world.ts'

const aCompany = (more: object = {}) => ({
  name: `Company ${randomUUID()}`,
  legacy_ref: `LEG-${randomUUID()}`,
  currency: 'USD',
  ...more,
})

describe('API: companies', () => {
  usePlatform()

  it('records one, with its place and version, and lists it', async () => {
    const body = aCompany({ region: 'US', time_zone: 'America/New_York', payment_terms_days: 30 })
    const { headers, body: company } = await done('createCompany', { body })
    expect(headers.get('location')).to.equal(`/v1/companies/${company.id}`)
    expect(headers.get('etag')).to.equal('"1"')
    expect(company).to.include({ name: body.name, payment_terms_days: 30, version: 1 })

    const read = await done('getCompany', { params: { companyId: company.id } })
    expect(read.body).to.deep.equal(company)
    const { body: found } = await done('listCompanies', { query: { q: body.name.toUpperCase() } })
    expect(found.data).to.deep.equal([company])
  })

  it('pages through the list without gap or double', async () => {
    const prefix = `Chain ${randomUUID()}`
    for (let count = 0; count < 5; count += 1) {
      await done('createCompany', { body: aCompany({ name: `${prefix} ${count}` }) })
    }
    const whole = await done('listCompanies', { query: { q: prefix, limit: 100 } })
    const paged = await pagesOf('listCompanies', 2, { query: { q: prefix } })
    expect(paged).to.deep.equal(whole.body.data)
    expect(paged).to.have.length(5)
  })

  it('refuses a cursor that it did not give out, and one of another list', async () => {
    const bad = await refused('listCompanies', 400, 'request_invalid', {
      query: { cursor: 'nonsense-of-mine-0000' },
    })
    expect(bad.errors[0]?.pointer).to.equal('query/cursor')
    const { body } = await done('listCompanies', { query: { limit: 1 } })
    await refused('listProducts', 400, 'request_invalid', { query: { cursor: body.next_cursor ?? '' } })
  })

  it('changes only what is named, by the version that was read', async () => {
    const { body: company } = await done('createCompany', { body: aCompany({ domain: 'old.example' }) })
    const params = { companyId: company.id }
    const changed = await done('changeCompany', {
      params,
      version: 1,
      body: { domain: null, payment_terms_days: 7 },
    })
    expect(changed.body).to.deep.include({
      name: company.name,
      domain: null,
      payment_terms_days: 7,
      version: 2,
    })
    expect(changed.headers.get('etag')).to.equal('"2"')

    const stale = await refused('changeCompany', 412, 'version_stale', {
      params,
      version: 1,
      body: { name: 'Late' },
    })
    expect(stale.headers.get('etag')).to.equal('"2"')
    await refused('changeCompany', 428, 'version_required', { params, body: { name: 'Blind' } })
  })

  it('takes a time zone by its name and refuses every other, so that invoices can be listed', async () => {
    const params = { companyId: (await done('createCompany', { body: aCompany() })).body.id }
    for (const time_zone of ['Mars/Phobos', '+05:00', 'CET', 'FOO5', ' ']) {
      const created = await refused('createCompany', 422, 'body_field_invalid', {
        body: aCompany({ time_zone }),
      })
      expect(created.errors[0]?.pointer, time_zone).to.equal('/time_zone')
      const changed = await refused('changeCompany', 422, 'body_field_invalid', {
        params,
        version: 1,
        body: { time_zone },
      })
      expect(changed.errors[0]?.pointer, time_zone).to.equal('/time_zone')
    }
    let version = 1
    for (const time_zone of ['Asia/Kolkata', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'UTC']) {
      const { body } = await done('changeCompany', { params, version, body: { time_zone } })
      expect(body.time_zone).to.equal(time_zone)
      version = body.version
    }
    await done('listInvoices')
  })

  it('answers 304 to who has the answer already', async () => {
    const first = await done('getCompany', { params: { companyId: harbour } })
    const etag = first.headers.get('etag') ?? ''
    const again = await call('getCompany', {
      params: { companyId: harbour },
      headers: { 'if-none-match': etag },
    })
    expect(again.status).to.equal(304)
    expect(again.headers.get('etag')).to.equal(etag)
    await done('getCompany', { params: { companyId: harbour }, headers: { 'if-none-match': '"99"' } })
    await done('getCompany', {
      params: { companyId: harbour },
      headers: { 'if-none-match': `"${first.body.version}"` },
    })
  })

  it('answers in full when only what it counts has changed, and still takes the version', async () => {
    const { body: company } = await done('createCompany', { body: aCompany() })
    const params = { companyId: company.id }
    const { headers } = await done('getCompany', { params })
    const known = { 'if-none-match': headers.get('etag') ?? '' }
    expect((await call('getCompany', { params, headers: known })).status).to.equal(304)
    await done('createContact', {
      params,
      body: { first_name: 'Ada', last_name: 'Moreau', email: 'ada@example.test', roles: [] },
    })
    const { body } = await done('getCompany', { params, headers: known })
    expect(body).to.deep.include({ version: 1, counts: { ...company.counts, contacts: 1 } })
    await done('changeCompany', {
      params,
      headers: { 'if-match': headers.get('etag') ?? '' },
      body: { payment_terms_days: 7 },
    })
  })

  it('refuses a mirror that another company wraps', async () => {
    const { body: company } = await done('createCompany', { body: aCompany() })
    const { legacy_ref: _none, ...rest } = aCompany()
    await refused('createCompany', 409, 'company_mirror_taken', {
      body: { ...rest, company_mirror_id: company.company_mirror_id },
    })
  })

  it('points to what is wrong in a body', async () => {
    const cases: [object | string, string][] = [
      [{ ...aCompany(), currency: 'dollars' }, '/currency'],
      [{ ...aCompany(), colour: 'red' }, '/colour'],
      [{ legacy_ref: 'X', currency: 'USD' }, '/name'],
      [{ ...aCompany(), name: ' \n' }, '/name'],
      [{ ...aCompany(), domain: 'not a domain' }, '/domain'],
      [{ ...aCompany(), domain: 'https://harbour.example/' }, '/domain'],
      ['{"name":', ''],
      ['', ''],
      ['[]', ''],
      ['null', ''],
    ]
    for (const [body, pointer] of cases) {
      const problem = await refused('createCompany', 400, 'request_invalid', { body })
      expect(
        problem.errors.map((fault) => fault.pointer),
        JSON.stringify(body),
      ).to.deep.equal([pointer])
    }
  })

  it('knows no unknown id, no impossible id and no unknown parameter', async () => {
    await refused('getCompany', 404, 'not_found', { params: { companyId: nobody } })
    await refused('getCompany', 404, 'not_found', { params: { companyId: nowhere } })
    await refused('changeCompany', 404, 'not_found', {
      params: { companyId: nobody },
      version: 1,
      body: { name: 'X' },
    })
    const problem = await refused('listCompanies', 400, 'request_invalid', { query: { colour: 'red' } })
    expect(problem.errors[0]?.pointer).to.equal('query/colour')
    await refused('listCompanies', 400, 'request_invalid', { query: { limit: 0 } })
    await refused('listCompanies', 400, 'request_invalid', { query: { limit: 1000 } })
  })

  it('replays under an optional key as well', async () => {
    const key = randomUUID()
    const body = aCompany()
    const first = await done('createCompany', { key, body })
    const again = await done('createCompany', { key, body })
    expect(again.body).to.deep.equal(first.body)
    expect(again.headers.get('idempotent-replayed')).to.equal('true')
    expect(again.headers.get('location')).to.equal(first.headers.get('location'))
  })
  it('finds by any part of name or domain, whatever its accents, and by legacy reference and ids', async () => {
    const mark = randomUUID().slice(0, 8)
    const body = aCompany({ name: `Crème Société ${mark}`, domain: `${mark}-cave.example` })
    const { body: company } = await done('createCompany', { body })
    const wanted = [
      `creme societe ${mark}`,
      `ciété ${mark}`,
      `${mark}-cave`,
      body.legacy_ref.toLowerCase(),
      company.id,
      company.company_mirror_id,
    ]
    for (const q of wanted) {
      const { body: list } = await done('listCompanies', { query: { q } })
      expect(
        list.data.map(({ id }) => id),
        q,
      ).to.deep.equal([company.id])
    }
    const { body: none } = await done('listCompanies', { query: { q: `%${mark}` } })
    expect(none.data).to.deep.equal([])
    const { body: short } = await done('listCompanies', { query: { q: 'cr' } })
    expect(short.data.map(({ id }) => id)).to.include(company.id)
  })

  it('counts what a company has and adds up what it owes', async () => {
    const { body: company } = await done('createCompany', { body: aCompany() })
    const params = { companyId: company.id }
    await done('createAddress', {
      params,
      body: {
        recipient: 'Us',
        line1: '1 Pier',
        city: 'Brooklyn',
        country: 'US',
        region: 'NY',
        postal_code: '11231',
      },
    })
    await done('createOrder', {
      body: { company_id: company.id, lines: [{ sku: 'MNT-KIT-1', quantity: 1 }] },
    })
    const owed = [
      { currency: 'USD', total: 500 },
      { currency: 'USD', total: 700 },
      { currency: 'CAD', total: 90 },
    ]
    for (const { currency, total } of owed) {
      const lines = [{ kind: 'item', description: 'Work', unit_amount_minor: total }]
      const { body: invoice } = await done('createInvoice', {
        body: { company_id: company.id, currency, lines },
      })
      await done('issueInvoice', { params: { invoiceId: invoice.id } })
    }
    const { body: gone } = await done('createAddress', {
      params,
      body: {
        recipient: 'Us',
        line1: '2 Pier',
        city: 'Brooklyn',
        country: 'US',
        region: 'NY',
        postal_code: '11231',
      },
    })
    await done('archiveAddress', { params: { addressId: gone.id } })
    const { body: read } = await done('getCompany', { params })
    expect(read.counts).to.deep.equal({ contacts: 0, addresses: 1, open_orders: 1, shipments_in_transit: 0 })
    expect(read.open_balances).to.deep.equal([
      { currency: 'CAD', balance_minor: 90 },
      { currency: 'USD', balance_minor: 1200 },
    ])
  })

  it('is archived: takes nothing new, leaves the list, and says how to restore it', async () => {
    const { body: company } = await done('createCompany', { body: aCompany() })
    const params = { companyId: company.id }
    const { body: archived } = await done('archiveCompany', { params, body: { reason: 'Closed' } })
    expect(archived).to.include({ status: 'archived', archive_reason: 'Closed', version: 2 })
    const again = await done('archiveCompany', { params, body: { reason: 'Twice' } })
    expect(again.body).to.deep.equal(archived)

    const contact = { first_name: 'A', last_name: 'B', email: 'a@b.example', roles: [] }
    const address = {
      recipient: 'Us',
      line1: '1 Pier',
      city: 'Brooklyn',
      country: 'US',
      region: 'NY',
      postal_code: '11231',
    }
    const order = { company_id: company.id, lines: [{ sku: 'MNT-KIT-1', quantity: 1 }] }
    for (const problem of [
      await refused('createContact', 409, 'company_archived', { params, body: contact }),
      await refused('createAddress', 409, 'company_archived', { params, body: address }),
      await refused('createOrder', 409, 'company_archived', { body: order }),
    ]) {
      expect(problem.detail).to.contain(`POST /v1/companies/${company.id}/restore`)
    }
    const { body: active } = await done('listCompanies', { query: { q: company.id } })
    expect(active.data).to.deep.equal([])
    const { body: found } = await done('listCompanies', { query: { q: company.id, status: 'archived' } })
    expect(found.data).to.deep.equal([archived])

    const { body: restored } = await done('restoreCompany', { params })
    expect(restored).to.include({ status: 'active', archive_reason: null, version: 3 })
    const { body: unchanged } = await done('restoreCompany', { params })
    expect(unchanged).to.deep.equal(restored)
    await done('createContact', { params, body: contact })
    await refused('archiveCompany', 412, 'version_stale', { params, version: 1, body: { reason: 'Late' } })
    await refused('archiveCompany', 404, 'not_found', {
      params: { companyId: nobody },
      body: { reason: 'X' },
    })
    await refused('restoreCompany', 404, 'not_found', { params: { companyId: nobody } })
  })
})
