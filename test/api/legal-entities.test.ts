import { expect } from 'chai'
import { done, refused } from './call.ts'
import { usePlatform } from './platform-of-suite.ts'
import { keyFor } from './world.ts'

describe('API: legal entities', () => {
  usePlatform()
  const params = { legalEntityCode: 'MAIN' }

  it('begin with what the settings say, and are listed', async () => {
    const { body } = await done('listLegalEntities')
    expect(body.data.map(({ code }) => code)).to.include('MAIN')
    const { headers, body: main } = await done('getLegalEntity', { params })
    expect(main).to.include({ name: 'Waybill Sensors Inc.', is_default: true })
    expect(main.address_lines).to.deep.equal(['1 Example Street', 'Toronto ON M5J 0A1', 'Canada'])
    expect(headers.get('etag')).to.match(new RegExp(`^"${main.version}-`))
    const { body: series } = await done('listInvoiceSeries')
    expect(series.data.find(({ series: name }) => name === 'INV')?.legal_entity_name).to.equal(main.name)
  })

  it('change once for one version, in what is said', async () => {
    const { body: before } = await done('getLegalEntity', { params })
    const { version } = before
    const body = { name_fr: 'Capteurs Waybill inc.' }
    const { body: after } = await done('changeLegalEntity', { params, version, body })
    expect(after).to.deep.equal({ ...before, ...body, version: version + 1, updated_at: after.updated_at })
    await refused('changeLegalEntity', 412, 'version_stale', { params, version, body })
    const undo = { params, version: version + 1, body: { name_fr: null } }
    expect((await done('changeLegalEntity', undo)).body.name_fr).to.equal(null)
  })

  it('are for finance to change, and known', async () => {
    const body = { name: 'Other' }
    const apiKey = await keyFor(['billing:read', 'billing:write'])
    await refused('changeLegalEntity', 403, 'permission_missing', { params, version: 1, body, apiKey })
    await done('listLegalEntities', { apiKey })
    const unknown = { params: { legalEntityCode: 'NOBODY' } }
    await refused('getLegalEntity', 404, 'not_found', unknown)
    await refused('changeLegalEntity', 404, 'not_found', { ...unknown, version: 1, body })
    for (const wrong of [{}, { name: ' ' }, { address_lines: [] }, { code: 'X' }]) {
      await refused('changeLegalEntity', 400, 'request_invalid', { params, version: 1, body: wrong })
    }
  })
})
