import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import type { AddressView } from '../../src/application/ports/address-reader.ts'
import { call, done, pagesOf, refused } from './call.ts'
import { platform, usePlatform } from './platform-of-suite.ts'
import { aFulfillment, harbour, harbourAddress, keyFor, nobody, noSuch, sql } from './world.ts'

const company = 'com_00000000000000000000000004'
const params = { companyId: company }

/** Every call is another place, unless it says where. */
const anAddress = (more: object = {}) => ({
  recipient: 'Laiterie du Saguenay',
  line1: `${randomUUID()} rue du Port`,
  city: 'La Baie',
  region: 'QC',
  postal_code: 'G7B 3N8',
  country: 'CA',
  ...more,
})

const recorded = async (body: object = anAddress(), companyId = company): Promise<AddressView> =>
  (await done('createAddress', { params: { companyId }, body })).body
const at = (address: { id: string }) => ({ addressId: address.id })
const companyNow = async (companyId: string) => (await done('getCompany', { params: { companyId } })).body

async function eventsOf(addressId: string): Promise<string[]> {
  const rows = await sql<{ type: string }>(
    `select event_type as type from (
       select event_type, aggregate_id, aggregate_version, event_id from outbox
       union all
       select event_type, aggregate_id, aggregate_version, event_id from domain_event
     ) e
     where aggregate_id = $1
     order by aggregate_version, event_id`,
    [addressId],
  )
  return rows.map(({ type }) => type)
}

describe('API: addresses', () => {
  usePlatform()

  it('records a place with its verdict, and lists it', async () => {
    const { headers, body: address } = await done('createAddress', {
      params,
      body: anAddress({ label: 'Quai' }),
    })
    expect(headers.get('location')).to.equal(`/v1/addresses/${address.id}`)
    expect(address).to.deep.include({
      validation_status: 'valid',
      verdict: { faults: [], corrections: [] },
      label: 'Quai',
      line2: null,
      version: 1,
    })
    const read = await done('getAddress', { params: at(address) })
    expect(read.body).to.deep.equal(address)
    const { body: list } = await done('listAddresses', { params })
    expect(list.data[0]).to.deep.equal(address)
    expect((await pagesOf('listAddresses', 1, { params })).length).to.be.at.least(2)
    expect(await eventsOf(address.id)).to.deep.equal(['address.created'])
  })

  it('corrects what the country writes otherwise, and says so', async () => {
    const address = await recorded(anAddress({ region: 'Québec', postal_code: 'g7b3n8' }))
    expect(address).to.deep.include({
      region: 'QC',
      postal_code: 'G7B 3N8',
      validation_status: 'corrected',
      verdict: {
        faults: [],
        corrections: [
          { field: 'region', from: 'Québec', to: 'QC', rule: 'region_code' },
          { field: 'postal_code', from: 'g7b3n8', to: 'G7B 3N8', rule: 'postal_code_form' },
        ],
      },
    })
  })

  it('refuses what the country cannot mean, with a pointer for every fault', async () => {
    const body = anAddress({ region: 'Bavaria', postal_code: '80331' })
    const problem = await refused('createAddress', 422, 'address_invalid', { params, body })
    expect(problem.errors.map(({ pointer }) => pointer)).to.deep.equal(['/region', '/postal_code'])
  })

  it('lets an address stand against the rules for a reason, for who may', async () => {
    const body = anAddress({ postal_code: 'G7B 0O0', override: { reason: 'New code' } })
    const narrow = await keyFor(['addresses:write'])
    const problem = await refused('createAddress', 403, 'permission_missing', {
      params,
      body,
      apiKey: narrow,
    })
    expect(problem.details).to.deep.equal({ permission: 'addresses:override' })
    const blank = await refused('createAddress', 400, 'request_invalid', {
      params,
      body: { ...body, override: { reason: ' ' } },
    })
    expect(blank.errors[0]?.pointer).to.equal('/override/reason')

    const address = await recorded(body)
    expect(address.validation_status).to.equal('overridden')
    expect(address.verdict.faults.map(({ field }) => field)).to.deep.equal(['postal_code'])
    const kept = await sql<{ reason: string; actor: { kind: string } }>(
      'select reason, actor from address_overrides where address_id = $1',
      [address.id],
    )
    expect(kept).to.have.length(1)
    expect(kept[0]).to.deep.include({ reason: 'New code' })
    expect(kept[0]?.actor.kind).to.equal('api_key')
    expect(await eventsOf(address.id)).to.have.members(['address.created', 'address.overridden'])

    const renamed = await done('changeAddress', {
      params: at(address),
      version: 1,
      body: { label: 'Annexe' },
    })
    expect(renamed.body).to.include({ validation_status: 'overridden', label: 'Annexe' })
    await refused('changeAddress', 422, 'address_invalid', {
      params: at(address),
      version: 2,
      body: { postal_code: 'nowhere' },
    })
  })

  it('lets an old address stand later, once, and only where there is a fault', async () => {
    const sound = await recorded()
    const body = { reason: 'We were there' }
    await refused('overrideAddress', 409, 'move_not_allowed', { params: at(sound), body })
    await sql(`update addresses set postal_code = 'G7B', validation_status = 'unverified' where id = $1`, [
      sound.id,
    ])
    const narrow = await keyFor(['addresses:write'])
    await refused('overrideAddress', 403, 'permission_missing', { params: at(sound), body, apiKey: narrow })
    const { body: first } = await done('overrideAddress', { params: at(sound), body })
    expect(first).to.include({ validation_status: 'overridden', postal_code: 'G7B', version: 2 })
    const { body: second } = await done('overrideAddress', { params: at(sound), body })
    expect(second).to.deep.equal(first)
  })

  it('answers the first when the same place is recorded again, whatever its case, accents and spaces', async () => {
    const line1 = `${randomUUID()} rue de l'Église`
    const first = await recorded(anAddress({ line1, label: 'Quai' }))
    const again = await call('createAddress', {
      params,
      body: anAddress({
        line1: ` ${line1.toUpperCase().replace('É', 'e')}`,
        city: 'LA  BAIE',
        label: 'Autre',
      }),
    })
    expect(again.status).to.equal(200)
    expect(again.headers.get('location')).to.equal(`/v1/addresses/${first.id}`)
    expect(again.body).to.deep.equal({ ...first, already_recorded: true })
    expect(await eventsOf(first.id)).to.deep.equal(['address.created'])

    const elsewhere = await recorded(anAddress({ line1 }), harbour)
    expect(elsewhere.id).not.to.equal(first.id)
  })

  it('replays the 200 of a repeated key as a 200', async () => {
    const body = anAddress()
    await recorded(body)
    const key = randomUUID()
    const first = await call('createAddress', { params, body, key })
    const replayed = await call('createAddress', { params, body, key })
    expect([first.status, replayed.status]).to.deep.equal([200, 200])
    expect(replayed.headers.get('idempotent-replayed')).to.equal('true')
    expect(replayed.body).to.deep.equal(first.body)
  })

  it('keeps one of twenty that come at once', async () => {
    const body = anAddress()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => call('createAddress', { params, body })),
    )
    expect(answers.filter(({ status }) => status === 201)).to.have.length(1)
    expect(answers.filter(({ status }) => status === 200)).to.have.length(19)
    expect(new Set(answers.map((answer) => (answer.body as AddressView).id)).size).to.equal(1)
  })

  it('changes an unused address where it stands, by version', async () => {
    const address = await recorded(anAddress({ line2: 'Porte 3' }))
    const mine = at(address)
    const changed = await done('changeAddress', {
      params: mine,
      version: 1,
      body: { line2: null, city: 'Chicoutimi' },
    })
    expect(changed.body).to.include({ id: address.id, line2: null, city: 'Chicoutimi', version: 2 })
    await refused('changeAddress', 412, 'version_stale', { params: mine, version: 1, body: { city: 'Alma' } })
    await refused('changeAddress', 428, 'version_required', { params: mine, body: { city: 'Alma' } })
    const unknown = { addressId: noSuch('adr') }
    await refused('changeAddress', 404, 'not_found', { params: unknown, version: 1, body: { city: 'Alma' } })
    expect(await eventsOf(address.id)).to.deep.equal(['address.created', 'address.changed'])

    const twin = await recorded(anAddress({ line1: address.line1 }))
    const { line1, line2, city } = changed.body
    const problem = { params: at(twin), version: 1, body: { line1, line2, city } }
    await refused('changeAddress', 409, 'address_taken', problem)
  })

  it('replaces a used address by a new one, with its defaults; the parcel keeps what it knew', async () => {
    const { fulfillment } = await aFulfillment([{ sku: 'MNT-KIT-1', quantity: 1 }])
    const address = await recorded(anAddress(), harbour)
    const { version } = await companyNow(harbour)
    const defaults = { default_shipping_address_id: address.id }
    const before = await done('changeCompany', { params: { companyId: harbour }, version, body: defaults })
    const { body: shipment } = await done('createShipment', {
      params: { fulfillmentOrderId: fulfillment.id },
      body: {
        items: [{ fulfillment_item_id: fulfillment.items[0]!.id, quantity: 1 }],
        address_id: address.id,
      },
    })

    const renamed = await done('changeAddress', { params: at(address), version: 1, body: { label: 'Pier' } })
    expect(renamed.body.id, 'only the label').to.equal(address.id)
    const changed = await done('changeAddress', {
      params: at(address),
      version: 2,
      body: { line2: 'Dock 9' },
    })
    expect(changed.body).to.include({ supersedes_id: address.id, line2: 'Dock 9', version: 1, label: 'Pier' })
    expect(changed.body.id).not.to.equal(address.id)

    const { body: old } = await done('getAddress', { params: at(address) })
    expect(old.archived_at).to.be.a('string')
    expect(old.line2).to.equal(null)
    expect((await companyNow(harbour)).default_shipping_address_id).to.equal(changed.body.id)
    const { body: parcel } = await done('getShipment', { params: { shipmentId: shipment.id } })
    expect(parcel.address_snapshot).to.deep.equal(shipment.address_snapshot)
    expect(await eventsOf(address.id)).to.include('address.superseded')
    await refused('changeAddress', 409, 'move_not_allowed', {
      params: at(address),
      version: 3,
      body: { line2: 'Dock 8' },
    })

    const now = await companyNow(harbour)
    const back = { default_shipping_address_id: before.body.default_billing_address_id }
    await done('changeCompany', { params: { companyId: harbour }, version: now.version, body: back })
  })

  it('archives out of the book and the defaults, and restores into the book', async () => {
    const address = await recorded()
    const { version } = await companyNow(company)
    const defaults = { default_shipping_address_id: address.id, default_billing_address_id: address.id }
    await done('changeCompany', { params, version, body: defaults })
    await refused('archiveAddress', 412, 'version_stale', { params: at(address), version: 7 })
    const { body: archived } = await done('archiveAddress', { params: at(address) })
    expect(archived.archived_at).to.be.a('string')
    const { body: again } = await done('archiveAddress', { params: at(address) })
    expect(again).to.deep.equal(archived)
    const now = await companyNow(company)
    expect(now).to.include({ default_shipping_address_id: null, default_billing_address_id: null })
    await refused('changeCompany', 404, 'not_found', { params, version: now.version, body: defaults })

    const idsOf = async (query: Record<string, boolean>) =>
      (await pagesOf<AddressView>('listAddresses', 100, { params, query })).map(({ id }) => id)
    expect(await idsOf({})).not.to.include(address.id)
    expect(await idsOf({ archived: true })).to.include(address.id)

    const { label, recipient, line1, city, region, postal_code, country } = address
    const twin = await recorded({ label, recipient, line1, city, region, postal_code, country })
    expect(twin.id, 'an archived address is no obstacle').not.to.equal(address.id)
    await refused('restoreAddress', 409, 'address_taken', { params: at(address) })
    await done('archiveAddress', { params: at(twin) })
    const { body: restored } = await done('restoreAddress', { params: at(address) })
    expect(restored).to.include({ archived_at: null, version: 3 })
    expect(await eventsOf(address.id)).to.deep.equal([
      'address.created',
      'address.archived',
      'address.restored',
    ])
    expect(await (await platform()).brokenLaws()).to.deep.equal([])
  })

  it('never leaves an archived default behind, whoever comes first', async () => {
    for (let round = 0; round < 5; round += 1) {
      const address = await recorded()
      const { version } = await companyNow(company)
      await Promise.all([
        call('archiveAddress', { params: at(address) }),
        call('changeCompany', { params, version, body: { default_shipping_address_id: address.id } }),
      ])
      expect((await companyNow(company)).default_shipping_address_id).not.to.equal(address.id)
    }
  })

  it('finds by any part, whatever the case and accents', async () => {
    const address = await recorded(anAddress({ label: 'Entrepôt Été', line1: `${randomUUID()} 100%_sûr` }))
    for (const q of ['entrepot ete', '100%_SUR', address.line1.slice(0, 20)]) {
      const { body: list } = await done('listAddresses', { params, query: { q } })
      expect(
        list.data.map(({ id }) => id),
        q,
      ).to.deep.equal([address.id])
    }
    expect((await done('listAddresses', { params, query: { q: '%' } })).body.data).to.have.length(1)
  })

  it('takes the address of a parcel into the book, once', async () => {
    const { fulfillment } = await aFulfillment([{ sku: 'MNT-KIT-1', quantity: 1 }])
    const line1 = `${randomUUID()} Pop-up Lane`
    const address = {
      recipient: 'Fair',
      line1,
      city: 'Brooklyn',
      region: 'New York',
      postal_code: '11231',
      country: 'US',
    }
    const { body: shipment } = await done('createShipment', {
      params: { fulfillmentOrderId: fulfillment.id },
      body: { items: [{ fulfillment_item_id: fulfillment.items[0]!.id, quantity: 1 }], address },
    })
    const mine = { params: { shipmentId: shipment.id } }
    const { headers, body: saved } = await done('saveShipmentAddress', { ...mine, body: { label: 'Fair' } })
    expect(saved).to.include({ company_id: harbour, line1, region: 'NY', label: 'Fair' })
    expect(saved.validation_status).to.equal('corrected')
    expect(headers.get('location')).to.equal(`/v1/addresses/${saved.id}`)
    const again = await call('saveShipmentAddress', mine)
    expect(again.status).to.equal(200)
    expect((again.body as AddressView).id).to.equal(saved.id)
    const { body: parcel } = await done('getShipment', mine)
    expect(parcel.address_snapshot).to.deep.equal(shipment.address_snapshot)
    await refused('saveShipmentAddress', 404, 'not_found', { params: { shipmentId: noSuch('shp') } })
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
    for (const operation of ['getAddress', 'archiveAddress', 'restoreAddress'] as const) {
      await refused(operation, 404, 'not_found', { params: { addressId: noSuch('adr') } })
      await refused(operation, 404, 'not_found', { params: { addressId: harbour } })
    }
    const foreign = await recorded()
    await refused('createOrder', 404, 'not_found', {
      body: {
        company_id: harbour,
        billing_address_id: foreign.id,
        lines: [{ sku: 'MNT-KIT-1', quantity: 1 }],
      },
    })
    const { version } = await companyNow(harbour)
    await refused('changeCompany', 404, 'not_found', {
      params: { companyId: harbour },
      version,
      body: { default_billing_address_id: foreign.id },
    })
  })
})
