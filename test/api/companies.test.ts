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

  it('answers 304 to who has the version already', async () => {
    const first = await done('getCompany', { params: { companyId: harbour } })
    const etag = first.headers.get('etag') ?? ''
    const again = await call('getCompany', {
      params: { companyId: harbour },
      headers: { 'if-none-match': etag },
    })
    expect(again.status).to.equal(304)
    expect(again.headers.get('etag')).to.equal(etag)
    await done('getCompany', { params: { companyId: harbour }, headers: { 'if-none-match': '"99"' } })
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
})
