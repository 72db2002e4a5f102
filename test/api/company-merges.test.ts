import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import pg from 'pg'
import { belongings } from '../../src/adapters/postgres/companies/belongings.ts'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { walkOrder } from '../../src/entrypoints/cli/walk-order.ts'
import { call, done, refused } from './call.ts'
import { platform, usePlatform } from './platform-of-suite.ts'
import { nobody, sql } from './world.ts'

/** Their `company_id` says to whom something happened at the time, and is never changed. */
const history = ['domain_event', 'outbox']

async function aCompany(more: object = {}): Promise<string> {
  const body = { name: `Merged ${randomUUID()}`, legacy_ref: `LEG-${randomUUID()}`, currency: 'USD', ...more }
  return (await done('createCompany', { body })).body.id
}

async function aContact(companyId: string, email: string, roles: string[] = []): Promise<string> {
  const body = { first_name: 'Ada', last_name: 'Moreau', email, roles }
  return (await done('createContact', { params: { companyId }, body })).body.id
}

async function anAddress(companyId: string): Promise<string> {
  const body = {
    recipient: 'Us',
    line1: '1 Pier',
    city: 'Brooklyn',
    country: 'US',
    region: 'NY',
    postal_code: '11231',
  }
  return (await done('createAddress', { params: { companyId }, body })).body.id
}

const merge = (survivor: string, merged: string) =>
  call('mergeCompanies', { params: { companyId: survivor }, body: { merge_company_id: merged } })

/** An active agreement for one product, as the tables hold it. */
async function anAgreement(companyId: string): Promise<string> {
  const [agreement] = await sql<{ number: string }>(
    `with made as (
       insert into price_agreements
         (id, company_id, name, status, currency, valid_from, activated_at, created_at, updated_at)
       values ('pag_' || right($1, 26), $1, 'Ours', 'active', 'USD', now(), now(), now(), now())
       returning id, number
     ), line as (
       insert into price_agreement_lines
         (id, price_agreement_id, company_id, position, product_id, kind, amount_minor)
       select 'agl_' || right($1, 26), id, $1, 1, 'prd_00000000000000000000000001', 'amount', 900 from made
     )
     select number from made`,
    [companyId],
  )
  return agreement?.number ?? ''
}

describe('API: merging companies', () => {
  usePlatform()

  it('leaves the merged one no prices of its own', async () => {
    const [survivor, merged] = [await aCompany(), await aCompany()]
    expect((await merge(survivor, merged)).status).to.equal(200)
    const lines = [{ sku: 'MNT-KIT-1', quantity: 1 }]
    const { details } = await refused('quotePrices', 409, 'company_merged', {
      body: { company_id: merged, lines },
    })
    expect(details).to.deep.equal({ merged_into_id: survivor })
  })

  it('knows every table that belongs to companies', async () => {
    const columns = await sql<{ name: string }>(
      `select c.relname as name
       from pg_attribute a
       join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p') and not c.relispartition
       where a.attname = 'company_id' and not a.attisdropped and c.relnamespace = 'public'::regnamespace`,
    )
    expect([...belongings.map(({ table }) => table), ...history]).to.have.members(
      columns.map(({ name }) => name),
    )
  })

  it('moves an order that went all the way, and leaves snapshots and the past as they were', async function () {
    this.timeout(60_000)
    const { api, simulators } = await platform()
    const [survivor, merged] = [await aCompany(), await aCompany()]
    const addressId = await anAddress(merged)
    const order = await walkOrder({
      api,
      simulators,
      order: { company: merged, lines: [{ sku: 'SNS-TEMP-1', quantity: 1 }] },
      upTo: 'completed',
      report: () => undefined,
    })
    const frozen = () =>
      sql(
        `select (select json_agg(bill_to order by id) from invoices where order_id = $1) as bill_to,
           (select json_agg(address_snapshot order by id) from shipments where order_id = $1) as addresses,
           (select json_agg(resolution order by r.id) from pricing_resolutions r
            join order_items i on i.id = r.order_item_id where i.order_id = $1) as resolutions,
           (select json_agg(e order by seq) from domain_event e where order_id = $1) as events`,
        [order.id],
      )
    const before = await frozen()

    const { body: preview } = await done('previewCompanyMerge', {
      params: { companyId: survivor },
      query: { merge_company_id: merged },
    })
    expect(preview.blockers).to.deep.equal([])
    const { body: company } = await done('mergeCompanies', {
      params: { companyId: survivor },
      body: { merge_company_id: merged },
    })
    expect(company).to.include({ id: survivor, version: 2 })
    expect(company.counts.addresses).to.equal(1)
    expect(await frozen()).to.deep.equal(before)

    const [event] = await sql<{ payload: { merged_company_id: string; moved: Record<string, number> } }>(
      `select payload from (
         select payload, event_type, company_id from domain_event
         union all select payload, event_type, company_id from outbox
       ) e where event_type = 'company.merged' and company_id = $1`,
      [survivor],
    )
    expect(event?.payload.merged_company_id).to.equal(merged)
    const expected = Object.fromEntries(preview.moves.map(({ table, count }) => [table, count]))
    expect(event?.payload.moved).to.deep.equal(expected)
    expect(event?.payload.moved).to.include.keys(
      'orders',
      'invoices',
      'payment_records',
      'device_assignments',
    )
    const moved = await done('getOrder', { params: { orderId: order.id } })
    expect(moved.body.company_id).to.equal(survivor)
    const address = await done('getAddress', { params: { addressId } })
    expect(address.body).to.include({ company_id: survivor, version: 2 })
  })

  it('leaves a trace that names the survivor and takes nothing', async () => {
    const [survivor, merged] = [await aCompany(), await aCompany()]
    await merge(survivor, merged)
    const params = { companyId: merged }
    const { body: trace } = await done('getCompany', { params })
    expect(trace).to.include({ status: 'merged', merged_into_id: survivor })
    const body = { first_name: 'A', last_name: 'B', email: 'a@b.example', roles: [] }
    for (const problem of [
      await refused('createContact', 409, 'company_merged', { params, body }),
      await refused('changeCompany', 409, 'company_merged', { params, version: 2, body: { name: 'X' } }),
      await refused('archiveCompany', 409, 'company_merged', { params, body: { reason: 'X' } }),
      await refused('restoreCompany', 409, 'company_merged', { params }),
      await refused('mergeCompanies', 409, 'company_merged', {
        params: { companyId: survivor },
        body: { merge_company_id: merged },
      }),
      await refused('previewCompanyMerge', 409, 'company_merged', {
        params,
        query: { merge_company_id: survivor },
      }),
    ]) {
      expect(problem.details).to.deep.equal({ merged_into_id: survivor })
    }
    const last = await aCompany()
    await merge(last, survivor)
    const { body: still } = await done('getCompany', { params })
    expect(still.merged_into_id).to.equal(last)
  })

  it('merges contacts with one e-mail: roles and orders go to the one that lives on', async () => {
    const [survivor, merged] = [await aCompany(), await aCompany()]
    const kept = await aContact(survivor, 'ada@both.example', ['billing'])
    const duplicate = await aContact(merged, 'Ada@both.example', ['billing', 'technical'])
    const other = await aContact(merged, 'only@merged.example', ['shipping'])
    const { body: order } = await done('createOrder', {
      body: {
        company_id: merged,
        billing_contact_id: duplicate,
        lines: [{ sku: 'MNT-KIT-1', quantity: 1 }],
      },
    })
    const { body: preview } = await done('previewCompanyMerge', {
      params: { companyId: survivor },
      query: { merge_company_id: merged },
    })
    expect(preview.duplicate_contacts).to.deep.equal([
      { email: 'Ada@both.example', contact_id: kept, merged_contact_id: duplicate },
    ])
    expect((await merge(survivor, merged)).status).to.equal(200)
    const read = async (contactId: string) => (await done('getContact', { params: { contactId } })).body
    expect((await read(kept)).roles).to.have.members(['billing', 'technical'])
    expect(await read(duplicate)).to.deep.include({ company_id: survivor, active: false, roles: [] })
    expect(await read(other)).to.deep.include({ company_id: survivor, active: true, roles: ['shipping'] })
    const { body: after } = await done('getOrder', { params: { orderId: order.id } })
    expect(after.billing_contact_id).to.equal(kept)
  })

  it('unites contacts with one e-mail: number, note and primary standing are not lost', async () => {
    const [survivor, merged] = [await aCompany(), await aCompany()]
    const kept = await aContact(survivor, 'ada@both.example', ['billing'])
    const first = await aContact(survivor, 'first@survivor.example')
    const duplicate = await aContact(merged, 'ada@both.example')
    await done('archiveContact', { params: { contactId: kept } })
    const grant = (contactId: string, ...roles: string[]) =>
      done('changeContactRoles', {
        params: { contactId },
        body: { grant: roles.map((role) => ({ role, primary: true })) },
      })
    await grant(duplicate, 'billing', 'shipping', 'technical')
    await grant(first, 'technical')
    await done('changeContact', {
      params: { contactId: duplicate },
      version: 2,
      body: { phone: '+1 212 555 0177', notes: 'Mornings' },
    })
    expect((await merge(survivor, merged)).status).to.equal(200)
    const { body: ada } = await done('getContact', { params: { contactId: kept } })
    expect(ada).to.deep.include({
      active: true,
      phone: '+12125550177',
      phone_raw: '+1 212 555 0177',
      notes: 'Mornings',
      roles: ['billing', 'shipping', 'technical'],
      primary_roles: ['billing', 'shipping'],
    })
  })

  it('is held back by an archive, another currency, and agreements for the same product', async () => {
    const [survivor, merged] = [await aCompany(), await aCompany({ currency: 'CAD' })]
    const numbers = [await anAgreement(survivor), await anAgreement(merged)]
    await done('archiveCompany', { params: { companyId: survivor }, body: { reason: 'Closed' } })
    const problem = await refused('mergeCompanies', 409, 'company_merge_blocked', {
      params: { companyId: survivor },
      body: { merge_company_id: merged },
    })
    const { blockers } = problem.details as { blockers: { code: string; detail: string }[] }
    expect(blockers.map(({ code }) => code)).to.deep.equal([
      'survivor_archived',
      'currency_differs',
      'agreements_overlap',
    ])
    for (const number of numbers) expect(blockers[2]?.detail).to.contain(number)
    const { body: preview } = await done('previewCompanyMerge', {
      params: { companyId: survivor },
      query: { merge_company_id: merged },
    })
    expect(preview.blockers).to.deep.equal(blockers)
    const { body: untouched } = await done('getCompany', { params: { companyId: merged } })
    expect(untouched).to.include({ status: 'active', version: 1 })
  })

  it('refuses a merge with itself and with nobody', async () => {
    const companyId = await aCompany()
    const params = { companyId }
    const self = await refused('mergeCompanies', 422, 'body_field_invalid', {
      params,
      body: { merge_company_id: companyId },
    })
    expect(self.errors[0]?.pointer).to.equal('/merge_company_id')
    await refused('mergeCompanies', 404, 'not_found', { params, body: { merge_company_id: nobody } })
    await refused('previewCompanyMerge', 404, 'not_found', { params, query: { merge_company_id: nobody } })
  })

  it('ends with one survivor when both directions are asked for at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await aCompany(), await aCompany()]
      await aContact(one, 'ada@both.example')
      await aContact(other, 'ada@both.example')
      const answers = await Promise.all([merge(one, other), merge(other, one)])
      expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409])
      const loser = answers.find(({ status }) => status === 409)?.body as { code: string }
      expect(loser.code).to.equal('company_merged')
    }
  })

  it('lets nothing slip in: what is written during a merge is moved by it or refused', async () => {
    const [survivor, merged] = [await aCompany(), await aCompany()]
    const order = { company_id: merged, lines: [{ sku: 'MNT-KIT-1', quantity: 1 }] }
    const writes = Array.from({ length: 12 }, (_none, index) =>
      index % 2 === 0
        ? call('createOrder', { body: order })
        : call('createContact', {
            params: { companyId: merged },
            body: { first_name: 'A', last_name: 'B', email: `${index}@slip.example`, roles: ['billing'] },
          }),
    )
    const [merging, ...answers] = await Promise.all([merge(survivor, merged), ...writes])
    expect(merging.status).to.equal(200)
    for (const { status } of answers) expect(status).to.be.oneOf([201, 409])
    for (const table of ['orders', 'order_items', 'contacts', 'company_contact_roles']) {
      expect(await sql(`select company_id from ${table} where company_id = $1`, [merged]), table).to.be.empty
    }
  })

  it('makes a writer wait for the merge under way, and then refuses', async () => {
    const { databaseUrl } = await platform()
    const [survivor, merged] = [await aCompany(), await aCompany()]
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    try {
      await client.query('begin')
      await client.query('select from companies where id = any($1) order by id for no key update', [
        [survivor, merged],
      ])
      const late = call('createContact', {
        params: { companyId: merged },
        body: { first_name: 'A', last_name: 'B', email: 'late@slip.example', roles: [] },
      })
      await until(
        'the writer to wait for a lock',
        () =>
          client.query(
            `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
          ),
        ({ rowCount }) => (rowCount ?? 0) > 0,
      )
      await client.query('update companies set merged_at = now(), merged_into_id = $1 where id = $2', [
        survivor,
        merged,
      ])
      await client.query('commit')
      const { status, body } = await late
      expect({ status, code: (body as { code: string }).code }).to.deep.equal({
        status: 409,
        code: 'company_merged',
      })
    } finally {
      await client.end()
    }
  })

  it('has a grant of roles wait for the company to which the merge took the contact', async () => {
    const { databaseUrl } = await platform()
    const [survivor, merged] = [await aCompany(), await aCompany()]
    const theirs = await aContact(survivor, 'first@survivor.example', ['billing'])
    const contactId = await aContact(merged, 'second@merged.example')
    const clients = [0, 1].map(() => new pg.Client({ connectionString: databaseUrl }))
    const [merging, after] = clients as [pg.Client, pg.Client]
    const lock = 'select from companies where id = $1 for no key update'
    const untilSomebodyWaitsFor = async (client: pg.Client) => {
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
      await until(
        'the grant to wait for a lock',
        () => sql('select from pg_stat_activity where $1 = any(pg_blocking_pids(pid))', [rows[0]?.pid]),
        (waiting) => waiting.length > 0,
      )
    }
    for (const client of clients) await client.connect()
    try {
      for (const client of clients) await client.query('begin')
      await merging.query(lock, [merged])
      await after.query(lock, [survivor])
      const body = { grant: [{ role: 'billing', primary: true }] }
      const granted = call('changeContactRoles', { params: { contactId }, body })
      await untilSomebodyWaitsFor(merging)
      await merging.query('update contacts set company_id = $1 where id = $2', [survivor, contactId])
      await merging.query('commit')
      await untilSomebodyWaitsFor(after)
      await after.query('update company_contact_roles set is_primary = true where contact_id = $1', [theirs])
      await after.query('commit')
      expect((await granted).status).to.equal(200)
      const primaries = await sql(
        'select contact_id from company_contact_roles where company_id = $1 and is_primary',
        [survivor],
      )
      expect(primaries).to.deep.equal([{ contact_id: contactId }])
    } finally {
      for (const client of clients) await client.end()
    }
  })

  it('has left nothing with a merged company', async () => {
    const { brokenLaws } = await platform()
    expect((await brokenLaws()).filter((law) => law.startsWith('D'))).to.deep.equal([])
  })

  it('keeps one of two equal addresses and one of two primary contacts', async () => {
    const [survivor, merged] = [await aCompany(), await aCompany()]
    const kept = await anAddress(survivor)
    const twin = await anAddress(merged)
    const { headers } = await done('getCompany', { params: { companyId: merged } })
    await done('changeCompany', {
      params: { companyId: merged },
      headers: { 'if-match': String(headers.get('etag')) },
      body: { default_shipping_address_id: twin },
    })
    for (const [companyId, email] of [
      [survivor, 'first@example.com'],
      [merged, 'second@example.com'],
    ] as const) {
      const contactId = await aContact(companyId, email)
      const body = { grant: [{ role: 'billing' as const, primary: true }] }
      await done('changeContactRoles', { params: { contactId }, body })
    }
    const { body } = await merge(survivor, merged)
    expect(body).to.include({ id: survivor, default_shipping_address_id: kept })
    const live = await sql<{ id: string }>(
      'select id from addresses where company_id = $1 and archived_at is null',
      [survivor],
    )
    expect(live).to.deep.equal([{ id: kept }])
    const primaries = await sql<{ email: string }>(
      `select c.email from company_contact_roles r join contacts c on c.id = r.contact_id
       where r.company_id = $1 and r.is_primary`,
      [survivor],
    )
    expect(primaries).to.deep.equal([{ email: 'first@example.com' }])
  })
})
