import { expect } from 'chai'
import { call, done, pagesOf, refused } from './call.ts'
import { usePlatform } from './platform-of-suite.ts'
import { harbour, harbourAddress, nobody, noSuch } from './world.ts'

const params = { companyId: 'com_00000000000000000000000004' }
const anAddress = (more: object = {}) => ({
  recipient: 'Laiterie du Saguenay',
  line1: '9 rue du Port',
  city: 'La Baie',
  region: 'QC',
  postal_code: 'G7B 3N8',
  country: 'CA',
  ...more,
})

describe('API: addresses', () => {
  usePlatform()

  it('records a place, unverified, and lists it', async () => {
    const { headers, body: address } = await done('createAddress', {
      params,
      body: anAddress({ label: 'Quai' }),
    })
    expect(headers.get('location')).to.equal(`/v1/addresses/${address.id}`)
    expect(address).to.include({ validation_status: 'unverified', label: 'Quai', line2: null, version: 1 })
    const read = await done('getAddress', { params: { addressId: address.id } })
    expect(read.body).to.deep.equal(address)
    const { body: list } = await done('listAddresses', { params })
    expect(list.data[0]).to.deep.equal(address)
    expect((await pagesOf('listAddresses', 1, { params })).length).to.be.at.least(2)
  })

  it('changes by version', async () => {
    const { body: address } = await done('createAddress', { params, body: anAddress({ line2: 'Porte 3' }) })
    const mine = { addressId: address.id }
    const changed = await done('changeAddress', {
      params: mine,
      version: 1,
      body: { line2: null, city: 'Chicoutimi' },
    })
    expect(changed.body).to.include({ line2: null, city: 'Chicoutimi', line1: '9 rue du Port', version: 2 })
    await refused('changeAddress', 412, 'version_stale', { params: mine, version: 1, body: { city: 'Alma' } })
    await refused('changeAddress', 428, 'version_required', { params: mine, body: { city: 'Alma' } })
    const unknown = { addressId: noSuch('adr') }
    await refused('changeAddress', 404, 'not_found', { params: unknown, version: 1, body: { city: 'Alma' } })
  })

  it('answers 304 to who has the version already', async () => {
    const mine = { addressId: harbourAddress }
    const { headers } = await done('getAddress', { params: mine })
    const again = await call('getAddress', {
      params: mine,
      headers: { 'if-none-match': headers.get('etag') ?? '' },
    })
    expect(again.status).to.equal(304)
  })

  it('points to what is wrong and knows no unknown place', async () => {
    const bad = await refused('createAddress', 400, 'request_invalid', {
      params,
      body: anAddress({ country: 'Canada' }),
    })
    expect(bad.errors[0]?.pointer).to.equal('/country')
    const { line1: _none, ...rest } = anAddress()
    const missing = await refused('createAddress', 400, 'request_invalid', { params, body: rest })
    expect(missing.errors[0]?.pointer).to.equal('/line1')
    await refused('createAddress', 404, 'not_found', { params: { companyId: nobody }, body: anAddress() })
    await refused('listAddresses', 404, 'not_found', { params: { companyId: nobody } })
    await refused('getAddress', 404, 'not_found', { params: { addressId: noSuch('adr') } })
    await refused('getAddress', 404, 'not_found', { params: { addressId: harbour } })
  })
})
