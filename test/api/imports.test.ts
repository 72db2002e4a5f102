import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { expect } from 'chai'
import type { ImportRowView, ImportView } from '../../src/application/ports/import-reader.ts'
import type { OperationId } from '../../src/entrypoints/api/contract/operation-shapes.ts'
import { call, done, pagesOf, refused } from './call.ts'
import { platform, usePlatform } from './platform-of-suite.ts'
import { keyFor, nobody, noSuch, sql } from './world.ts'

const contactHeader = 'company,first_name,last_name,email,phone,roles,active,notes'
const addressHeader = 'company,label,recipient,line1,line2,city,region,postal_code,country,phone'

interface Company {
  id: string
  reference: string
}

async function aCompany(): Promise<Company> {
  const reference = `LEG-${randomUUID()}`
  const { body } = await done('createCompany', {
    body: { name: 'Files Inc.', legacy_ref: reference, region: 'CA', currency: 'CAD' },
  })
  return { id: body.id, reference }
}

const file = (header: string, ...rows: string[]) => [header, ...rows, ''].join('\n')

async function imported(
  id: 'importContacts' | 'importAddresses',
  body: string,
  query: Record<string, boolean> = {},
): Promise<ImportView> {
  return (await done(id, { body, query })).body
}

async function exported(id: 'exportContacts' | 'exportAddresses', companyId: string): Promise<string> {
  const { status, headers, body } = await call(id, { query: { company_id: companyId } })
  expect(status).to.equal(200)
  expect(headers.get('content-type')).to.equal('text/csv; charset=utf-8; header=present')
  expect(headers.get('content-disposition')).to.match(/^attachment; filename="\w+\.csv"$/)
  return body as string
}

const verdictsOf = ({ status, created_count, unchanged_count, refused_count }: ImportView) => ({
  status,
  counts: [created_count, unchanged_count, refused_count],
})

async function countOf(table: 'contacts' | 'addresses', companyId: string): Promise<number> {
  const [row] = await sql<{ count: number }>(
    `select count(*)::integer as count from ${table} where company_id = $1`,
    [companyId],
  )
  return row?.count ?? 0
}

describe('API: imports', () => {
  usePlatform()

  it('takes a file of contacts, by id and by legacy reference, in any order of columns', async () => {
    const { id, reference } = await aCompany()
    const body = file(
      'email,company,first_name,last_name,phone,roles,active,notes',
      `ada@files.example,${id},Ada,Moreau,(416) 555-0123,technical;billing,true,`,
      `bo@files.example,${reference},Bo,Li,,,false,"two\nlines"`,
    )
    const { headers, body: report } = await done('importContacts', { body })
    expect(headers.get('location')).to.equal(`/v1/imports/${report.id}`)
    expect(report).to.deep.include({ kind: 'contacts', dry_run: false, row_count: 2, remarked_rows: [] })
    expect(verdictsOf(report)).to.deep.equal({ status: 'completed', counts: [2, 0, 0] })
    const { body: list } = await done('listContacts', { params: { companyId: id } })
    const ada = list.data.find(({ email }) => email === 'ada@files.example')
    expect(ada).to.deep.include({ phone: '+14165550123', roles: ['billing', 'technical'], active: true })
    const bo = list.data.find(({ email }) => email === 'bo@files.example')
    expect(bo).to.deep.include({ phone: null, roles: [], active: false, notes: 'two\nlines' })
  })

  it('gives contacts as a file that comes back unchanged, formulas guarded', async () => {
    const { id } = await aCompany()
    const rows = [
      `${id},=SUM(A1),O'Neil,a@files.example,+1 416 555 0199,shipping,true,'=already guarded`,
      `${id},"Zoë, dite ""Z""",-1,b@files.example,,,true,@home`,
      `${id},Plain,Name,c@files.example,,billing;executive,false,"\t=x"`,
    ]
    await imported('importContacts', file(contactHeader, ...rows))
    const given = await exported('exportContacts', id)
    const [header, ...lines] = given.split('\r\n')
    expect(header).to.equal(contactHeader)
    expect(lines).to.include(
      `${id},'=SUM(A1),O'Neil,a@files.example,'+14165550199,shipping,true,'=already guarded`,
    )
    const again = await imported('importContacts', given)
    expect(verdictsOf(again)).to.deep.equal({ status: 'completed', counts: [0, 3, 0] })
    expect(await exported('exportContacts', id)).to.equal(given)
    expect(await exported('exportContacts', (await aCompany()).id)).to.equal(`${contactHeader}\r\n`)
  })

  it('gives addresses as a file that comes back unchanged', async () => {
    const { id } = await aCompany()
    const rows = [
      `${id},Main,"Receiving, dock 2",120 Harbour Street,Unit 4,Toronto,ON,M5J 0A1,CA,+14165550100`,
      `${id},,@Night desk,1 Quay,,Halifax,NS,B3J 1A1,CA,`,
    ]
    const report = await imported('importAddresses', file(addressHeader, ...rows))
    expect(verdictsOf(report)).to.deep.equal({ status: 'completed', counts: [2, 0, 0] })
    const given = await exported('exportAddresses', id)
    expect(given).to.include("'@Night desk")
    expect(verdictsOf(await imported('importAddresses', given))).to.deep.equal({
      status: 'completed',
      counts: [0, 2, 0],
    })
    expect(await exported('exportAddresses', id)).to.equal(given)
  })

  it('takes the same place twice as one, whatever its case', async () => {
    const { id } = await aCompany()
    const place = (label: string, street: string) =>
      `${id},${label},Receiving,${street},,Toronto,ON,M5J 0A1,CA,`
    const body = file(addressHeader, place('A', '120 Harbour Street'), place('B', '120 HARBOUR STREET'))
    expect(verdictsOf(await imported('importAddresses', body)).counts).to.deep.equal([1, 1, 0])
    expect(verdictsOf(await imported('importAddresses', body)).counts).to.deep.equal([0, 2, 0])
    expect(await countOf('addresses', id)).to.equal(1)
  })

  it('judges addresses by the rules of their country', async () => {
    const { id } = await aCompany()
    const written = `${id},,Desk,1 Quay,,Halifax,Nova Scotia,b3j1a1,ca,`
    const wrong = `${id},,Desk,2 Quay,,Halifax,NS,90210,CA,`
    const report = await imported('importAddresses', file(addressHeader, written, wrong))
    expect(verdictsOf(report)).to.deep.equal({ status: 'refused', counts: [1, 0, 1] })
    expect(
      report.remarked_rows.map(({ line, verdict, remarks }) => [
        line,
        verdict,
        remarks.map(({ column }) => column),
      ]),
    ).to.deep.equal([
      [2, 'created', ['country', 'region', 'postal_code']],
      [3, 'refused', ['postal_code']],
    ])

    await imported('importAddresses', file(addressHeader, written))
    const { body } = await done('listAddresses', { params: { companyId: id } })
    expect(body.data[0]).to.include({
      region: 'NS',
      postal_code: 'B3J 1A1',
      country: 'CA',
      validation_status: 'corrected',
    })

    // One that somebody let stand is in the book, and comes back from its own export.
    const place = {
      recipient: 'Desk',
      line1: '2 Quay',
      city: 'Halifax',
      region: 'NS',
      postal_code: '90210',
      country: 'CA',
    }
    await done('createAddress', {
      params: { companyId: id },
      body: { ...place, override: { reason: 'a new code' } },
    })
    const again = await imported('importAddresses', await exported('exportAddresses', id))
    expect(verdictsOf(again)).to.deep.equal({ status: 'completed', counts: [0, 2, 0] })
  })

  it('keeps nothing of a file with a refused row and says what is wrong on which line', async () => {
    const { id } = await aCompany()
    await imported('importContacts', file(contactHeader, `${id},Ada,Moreau,ada@files.example,,,,`))
    const body = file(
      contactHeader,
      `${id},New,Person,new@files.example,,,,"on two`,
      'lines"',
      '',
      `${id},Ada,Moreau,ADA@files.example,,,true,`,
      `${id},Ida,Moreau,ada@files.example,,,,`,
      `${id},New,Other,NEW@files.example,,,,`,
      `${nobody},Who,Ever,who@files.example,,,,`,
      `${id},,X,nope,,boss,yes,`,
      `${id},Only,three`,
      `${id},Pho,Ne,pho@files.example,12,,,`,
    )
    const report = await imported('importContacts', body)
    expect(verdictsOf(report)).to.deep.equal({ status: 'refused', counts: [1, 1, 6] })
    const faults = report.remarked_rows.map(({ line, verdict, remarks }) => [
      line,
      verdict,
      remarks.map(({ column }) => column),
    ])
    expect(faults).to.deep.equal([
      [6, 'refused', ['email']],
      [7, 'refused', ['email']],
      [8, 'refused', ['company']],
      [9, 'refused', ['first_name', 'email', 'roles', 'active']],
      [10, 'refused', [null]],
      [11, 'refused', ['phone']],
    ])
    expect(await countOf('contacts', id)).to.equal(1)
  })

  it('takes the e-mail address of somebody who was merged for taken, as the API does', async () => {
    const { id } = await aCompany()
    const person = async (email: string) => {
      const body = { first_name: 'Ada', last_name: 'Moreau', email, roles: [] }
      return (await done('createContact', { params: { companyId: id }, body })).body
    }
    const [stays, goes] = [await person('stays@files.example'), await person('goes@files.example')]
    await done('mergeContacts', { params: { contactId: stays.id }, body: { merged_contact_id: goes.id } })
    const again = file(contactHeader, `${id},Ada,Moreau,Goes@files.example,,,,`)
    const report = await imported('importContacts', again)
    expect(verdictsOf(report)).to.deep.equal({ status: 'refused', counts: [0, 0, 1] })
    expect(report.remarked_rows[0]?.remarks.map(({ column }) => column)).to.deep.equal(['email'])

    // The one who stays may have the address for its own, and then comes back from the export.
    await done('changeContact', {
      params: { contactId: stays.id },
      version: 2,
      body: { email: 'goes@files.example' },
    })
    const own = await imported('importContacts', await exported('exportContacts', id))
    expect(verdictsOf(own)).to.deep.equal({ status: 'completed', counts: [0, 1, 0] })
  })

  it('says of each row that its company is archived or was merged, and knows what such a one has', async () => {
    const [open, archived, merged] = [await aCompany(), await aCompany(), await aCompany()]
    const contact = (company: string, email: string) => `${company},Ada,Moreau,${email},,,,`
    const place = (company: string, street: string) => `${company},,Desk,${street},,Halifax,NS,B3J 1A1,CA,`
    await imported('importContacts', file(contactHeader, contact(archived.id, 'there@files.example')))
    await imported('importAddresses', file(addressHeader, place(archived.id, '1 Quay')))
    await done('archiveCompany', { params: { companyId: archived.id }, body: { reason: 'Closed' } })
    await done('mergeCompanies', { params: { companyId: open.id }, body: { merge_company_id: merged.id } })

    const people = [
      contact(open.id, 'new@files.example'),
      contact(archived.id, 'there@files.example'),
      contact(archived.id, 'new@files.example'),
      contact(merged.reference, 'new@files.example'),
    ]
    const places = [
      place(open.id, '2 Quay'),
      place(archived.id, '1 Quay'),
      place(archived.id, '2 Quay'),
      place(merged.reference, '2 Quay'),
    ]
    for (const query of [{ dry_run: true }, {}]) {
      for (const report of [
        await imported('importContacts', file(contactHeader, ...people), query),
        await imported('importAddresses', file(addressHeader, ...places), query),
      ]) {
        expect(verdictsOf(report)).to.deep.equal({ status: 'refused', counts: [1, 1, 2] })
        expect(report.remarked_rows.map(({ line, remarks }) => [line, remarks])).to.deep.equal([
          [4, [{ column: 'company', detail: 'is archived and takes nothing new' }]],
          [5, [{ column: 'company', detail: `was merged into ${open.id}` }]],
        ])
      }
    }
    const back = await imported('importContacts', await exported('exportContacts', archived.id))
    expect(verdictsOf(back)).to.deep.equal({ status: 'completed', counts: [0, 1, 0] })
  })

  it('counts characters, reads words of spreadsheets and dials numbers as the API does', async () => {
    const reference = `LEG-${randomUUID()}`
    const { body: company } = await done('createCompany', {
      body: { name: 'No Region Inc.', legacy_ref: reference, currency: 'CAD' },
    })
    const params = { companyId: company.id }
    const address = { recipient: 'Us', line1: '1 Quay', city: 'Halifax', country: 'CA', region: 'NS' }
    const { body: place } = await done('createAddress', {
      params,
      body: { ...address, postal_code: 'B3J 1A1' },
    })
    await done('changeCompany', { params, version: 1, body: { default_billing_address_id: place.id } })
    const name = '😀'.repeat(100)
    const body = { first_name: name, last_name: 'Moreau', email: 'emoji@files.example', roles: [] }
    await done('createContact', { params, body })
    const back = await imported('importContacts', await exported('exportContacts', company.id))
    expect(verdictsOf(back)).to.deep.equal({ status: 'completed', counts: [0, 1, 0] })

    const rows = [
      `${reference},Ada,Moreau,ada@files.example,(416) 555-0123,,TRUE,`,
      `${reference},Bo,Li,bo@files.example,,,False,`,
    ]
    const report = await imported('importContacts', file(contactHeader, ...rows))
    expect(verdictsOf(report)).to.deep.equal({ status: 'completed', counts: [2, 0, 0] })
    const { body: list } = await done('listContacts', { params })
    expect(list.data.map(({ phone, active }) => [phone, active]).sort()).to.deep.include.members([
      ['+14165550123', true],
      [null, false],
    ])
    const wrong = [
      `${reference},${name}😀,Moreau,long@files.example,,,,`,
      `${reference}, ,Moreau,blank@files.example,,,,`,
    ]
    const refusedRows = await imported('importContacts', file(contactHeader, ...wrong))
    expect(refusedRows.remarked_rows.map(({ remarks }) => remarks.map(({ column }) => column))).to.deep.equal(
      [['first_name'], ['first_name']],
    )
  })

  it('answers a dry run with the same verdicts and keeps nothing but its report', async () => {
    const { id } = await aCompany()
    const body = file(contactHeader, `${id},Ada,Moreau,ada@files.example,,,,`)
    const dry = await imported('importContacts', body, { dry_run: true })
    expect(dry).to.deep.include({ dry_run: true, status: 'completed', created_count: 1 })
    expect(await countOf('contacts', id)).to.equal(0)
    expect((await done('getImport', { params: { importId: dry.id } })).body).to.deep.equal(dry)
    expect((await imported('importContacts', body)).created_count).to.equal(1)
    const places = file(addressHeader, `${id},,Desk,1 Quay,,Halifax,NS,B3J 1A1,CA,`)
    expect((await imported('importAddresses', places, { dry_run: true })).created_count).to.equal(1)
    expect(await countOf('addresses', id)).to.equal(0)
  })

  it('lists imports, and all rows with remarks beyond the first hundred', async () => {
    const { id } = await aCompany()
    const rows = Array.from({ length: 130 }, (_, index) => `${id},N${index},X,not-an-address-${index},,,,`)
    const report = await imported('importContacts', file(contactHeader, ...rows), { dry_run: true })
    expect(report).to.deep.include({ refused_count: 130, remarked_count: 130 })
    expect(report.remarked_rows).to.have.length(100)
    const found: ImportRowView[] = []
    let cursor: string | null = null
    do {
      const query: Record<string, string | number> = cursor === null ? { limit: 60 } : { limit: 60, cursor }
      const { body } = await done('listImportRows', { params: { importId: report.id }, query })
      found.push(...body.data)
      cursor = body.next_cursor
    } while (cursor !== null)
    expect(found.map(({ line }) => line)).to.deep.equal(rows.map((_, index) => index + 2))
    expect(found.slice(0, 100)).to.deep.equal(report.remarked_rows)
    const imports = await pagesOf<ImportView>('listImports', 3)
    expect(imports.map((one) => one.id)).to.include(report.id)
  })

  it('refuses a wrong header whole and says which columns it expects', async () => {
    const wrong: [OperationId, string, string, string[]][] = [
      ['importContacts', 'company,name,email', contactHeader, ['company', 'name', 'email']],
      [
        'importContacts',
        contactHeader.replaceAll(',', ';'),
        contactHeader,
        [contactHeader.replaceAll(',', ';')],
      ],
      ['importContacts', `${contactHeader},email`, contactHeader, [...contactHeader.split(','), 'email']],
      ['importAddresses', contactHeader, addressHeader, contactHeader.split(',')],
      ['importAddresses', '\n', addressHeader, []],
    ]
    for (const [id, header, expected, found] of wrong) {
      const { details } = await refused(id, 422, 'import_header_wrong', { body: `${header}\n1,2\n` })
      const named = header === '\n' ? ['1', '2'] : found
      expect(details).to.deep.equal({ expected: expected.split(','), found: named })
    }
  })

  it('refuses what is no CSV, no UTF-8, no text/csv, or too large', async () => {
    const unclosed = await refused('importContacts', 422, 'import_malformed', {
      body: `${contactHeader}\n"never closed,1\n`,
    })
    expect(unclosed.details).to.deep.equal({ line: 2 })
    const latin = Buffer.concat([Buffer.from(`${contactHeader}\nx,`), Buffer.from('Zoë', 'latin1')])
    expect((await refused('importContacts', 422, 'import_malformed', { body: latin })).details).to.deep.equal(
      {
        line: 2,
      },
    )
    await refused('importContacts', 415, 'media_type_not_supported', {
      body: contactHeader,
      headers: { 'content-type': 'application/json' },
    })
    await refused('importContacts', 413, 'request_too_large', {
      body: Buffer.alloc(64 * 1024 * 1024 + 1, 'x'),
    })
    const tooMany = `${contactHeader}\n${'a,b\n'.repeat(100_001)}`
    expect(
      (await refused('importContacts', 422, 'import_too_long', { body: tooMany })).details,
    ).to.deep.equal({
      limit: 100_000,
    })
  }).timeout(60_000)

  it('does a repeated request once, and knows a dry run from the real thing', async () => {
    const { id } = await aCompany()
    const key = randomUUID()
    const body = file(contactHeader, `${id},Ada,Moreau,ada@files.example,,,,`)
    const first = await done('importContacts', { body, key })
    const second = await done('importContacts', { body, key })
    expect(second.headers.get('idempotent-replayed')).to.equal('true')
    expect(second.body).to.deep.equal(first.body)
    const other = file(contactHeader, `${id},Bo,Li,bo@files.example,,,,`)
    await refused('importContacts', 422, 'idempotency_key_reused', { body: other, key })
    await refused('importContacts', 422, 'idempotency_key_reused', { body, key, query: { dry_run: true } })
    expect(await countOf('contacts', id)).to.equal(1)
  })

  it('takes two files at once without a duplicate: the other waits its turn or is told to', async () => {
    const { id } = await aCompany()
    const rows = Array.from(
      { length: 2500 },
      (_, index) => `${id},N${index},X,n${index}@files.example,,billing,,`,
    )
    const body = file(contactHeader, ...rows)
    const answers = await Promise.all(Array.from({ length: 4 }, () => call('importContacts', { body })))
    for (const { status, body: answer } of answers) {
      if (status === 201) continue
      expect(answer).to.deep.include({ status: 409, code: 'import_running' })
    }
    expect(answers.some(({ status }) => status === 201)).to.equal(true)
    expect(await countOf('contacts', id)).to.equal(2500)
    expect(verdictsOf(await imported('importContacts', body)).counts).to.deep.equal([0, 2500, 0])
  }).timeout(60_000)

  it('keeps nothing of a file whose sender goes away in the middle', async () => {
    const { id } = await aCompany()
    const { apiUrl, apiKey } = await platform()
    const before = await spooled()
    const rows = Array.from({ length: 1500 }, (_, index) => `${id},N${index},X,n${index}@gone.example,,,,`)
    await new Promise<void>((resolve) => {
      const sending = httpRequest(`${apiUrl}/v1/imports/contacts`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${apiKey}`,
          'content-type': 'text/csv',
          'content-length': 10_000_000,
        },
      })
      sending.on('error', () => {
        resolve()
      })
      sending.write(file(contactHeader, ...rows), () => {
        setTimeout(() => sending.destroy(), 100)
      })
      sending.on('close', resolve)
    })
    for (let tries = 0; tries < 100 && (await spooled()) > before; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(await spooled()).to.equal(before)
    expect(await countOf('contacts', id)).to.equal(0)
  })

  it('asks for the permission of what it touches and knows no unknown company or import', async () => {
    const apiKey = await keyFor(['addresses:write', 'contacts:read'])
    await refused('importContacts', 403, 'permission_missing', { apiKey, body: contactHeader })
    await refused('exportAddresses', 403, 'permission_missing', { apiKey })
    expect((await call('exportContacts', { apiKey })).status).to.equal(200)
    await refused('exportContacts', 404, 'not_found', { query: { company_id: nobody } })
    await refused('exportAddresses', 404, 'not_found', { query: { company_id: nobody } })
    await refused('getImport', 404, 'not_found', { params: { importId: noSuch('imp') } })
    await refused('listImportRows', 404, 'not_found', { params: { importId: noSuch('imp') } })
  })

  it('publishes that a file was read to its end', async () => {
    const { id } = await aCompany()
    const report = await imported('importContacts', file(contactHeader, `${id},Ada,M,ada@files.example,,,,`))
    const { api } = await platform()
    for (let tries = 0; ; tries += 1) {
      const [event] = await sql<{ payload: object }>(
        'select payload from domain_event where aggregate_id = $1',
        [report.id],
      )
      if (event !== undefined) {
        const payload = { kind: 'contacts', dry_run: false, created: 1, unchanged: 0, refused: 0 }
        expect(event.payload).to.deep.equal(payload)
        break
      }
      if (tries > 200) throw new Error('The event did not appear on the timeline.')
      await api.get('/livez')
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })
})

/** Files of imports on disk; none outlives its request. */
async function spooled(): Promise<number> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith('waybill-import-')).length
}
