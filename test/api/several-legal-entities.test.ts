import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { walkOrder } from '../../src/entrypoints/cli/walk-order.ts'
import { readPdf } from '../support/pdf-text.ts'
import { type Called, call, done, refused } from './call.ts'
import { platform, usePlatform } from './platform-of-suite.ts'
import { keyFor, nobody, sql } from './world.ts'

const asked = (code: string, more: object = {}) => ({
  code,
  name: `${code} Sensors Pte. Ltd.`,
  address_lines: ['1 Example Quay', 'Singapore 018981'],
  tax_registrations: [{ name: 'GST', number: `${code}-200012345` }],
  invoice_prefix: `${code}-`,
  credit_note_prefix: `${code}C-`,
  ...more,
})

async function aCompany(legalEntityCode: string | null = null): Promise<string> {
  const body = { name: `Sold to ${randomUUID()}`, legacy_ref: `LEG-${randomUUID()}`, currency: 'USD' }
  const { id } = (await done('createCompany', { body })).body
  if (legalEntityCode !== null) await assign(id, legalEntityCode)
  return id
}

const assign = async (companyId: string, code: string | null) =>
  (await done('assignLegalEntity', { params: { companyId }, body: { legal_entity_code: code } })).body

async function aDraft(company_id: string, more: object = {}) {
  const lines = [{ kind: 'item', description: 'Survey', unit_amount_minor: 10_000 }]
  return (await done('createInvoice', { body: { company_id, lines, ...more } })).body
}

const issue = async (invoiceId: string) => (await done('issueInvoice', { params: { invoiceId } })).body

const credit = async (invoiceId: string, amount_minor: number) =>
  (await done('createCreditNote', { params: { invoiceId }, body: { amount_minor, reason: 'Less' } })).body

async function textsOf(path: string): Promise<string[]> {
  const { apiUrl, apiKey } = await platform()
  const response = await fetch(`${apiUrl}${path}`, { headers: { authorization: `Bearer ${apiKey}` } })
  const texts = readPdf(Buffer.from(await response.arrayBuffer())).pages.flat()
  return texts.map((text) => text.replaceAll(/\s/g, ' '))
}

const seriesOf = async (code: string) =>
  (await done('listInvoiceSeries')).body.data.filter(({ legal_entity }) => legal_entity === code)

describe('API: several legal entities', function () {
  this.timeout(30_000)
  usePlatform()

  before(async () => {
    await done('createLegalEntity', { body: asked('AP') })
  })

  it('createLegalEntity makes one with its two series', async () => {
    const body = asked('OCEANIA-2', {
      name_fr: 'Capteurs',
      invoice_prefix: 'OC-',
      credit_note_prefix: 'OC-C-',
    })
    const { headers, body: made } = await done('createLegalEntity', { body })
    const params = { legalEntityCode: 'OCEANIA-2' }
    expect(headers.get('location')).to.equal('/v1/legal-entities/OCEANIA-2')
    expect(made).to.include({ code: 'OCEANIA-2', name_fr: 'Capteurs', is_default: false, version: 1 })
    expect((await done('getLegalEntity', { params })).body).to.deep.equal(made)
    expect((await seriesOf('OCEANIA-2')).map((one) => [one.series, one.document, one.prefix])).to.deep.equal([
      ['OCEANIA-2-CN', 'credit_note', 'OC-C-'],
      ['OCEANIA-2-INV', 'invoice', 'OC-'],
    ])
  })

  it('refuse a code or a prefix that is taken, and leave nothing of what was refused', async () => {
    const code = await refused('createLegalEntity', 409, 'already_exists', { body: asked('AP') })
    expect(code.errors.map(({ pointer }) => pointer)).to.deep.equal(['/code'])
    const prefixes = await refused('createLegalEntity', 409, 'already_exists', {
      body: asked('AP2', { invoice_prefix: 'INV-', credit_note_prefix: 'APC-' }),
    })
    expect(prefixes.details).to.deep.equal({ taken_prefixes: ['INV-', 'APC-'] })
    expect(prefixes.errors.map(({ pointer }) => pointer)).to.deep.equal([
      '/invoice_prefix',
      '/credit_note_prefix',
    ])
    const one = asked('AP2', { credit_note_prefix: 'CN-' })
    const { detail } = await refused('createLegalEntity', 409, 'already_exists', { body: one })
    expect(detail).to.contain('CN-').and.not.to.contain('AP2-')
    const same = asked('AP2', { credit_note_prefix: 'AP2-' })
    await refused('createLegalEntity', 422, 'body_field_invalid', { body: same })
    await refused('getLegalEntity', 404, 'not_found', { params: { legalEntityCode: 'AP2' } })
    for (const wrong of [{ code: 'a' }, { code: '-AP' }, { invoice_prefix: 'AP' }, { address_lines: [] }]) {
      await refused('createLegalEntity', 400, 'request_invalid', { body: asked('AP2', wrong) })
    }
    const apiKey = await keyFor(['billing:read', 'billing:write'])
    await refused('createLegalEntity', 403, 'permission_missing', { body: asked('AP2'), apiKey })
  })

  it('are made once by twenty at once with one code, and one of twenty gets a prefix', async () => {
    const conflicts = (answers: Called[]) =>
      answers.map(({ status, body }) => (status === 201 ? '201' : (body as { code: string }).code)).sort()
    const wanted = ['201', ...Array.from({ length: 19 }, () => 'already_exists')]
    const twenty = (ask: (index: number) => object) =>
      Promise.all(Array.from({ length: 20 }, (_, index) => call('createLegalEntity', { body: ask(index) })))
    expect(conflicts(await twenty(() => asked('RACE')))).to.deep.equal(wanted)
    // Each wants the same two prefixes, half of them the other way round.
    const swapped = (index: number) =>
      asked(`RACER-${String(index + 10)}`, {
        invoice_prefix: index % 2 === 0 ? 'RX-' : 'RY-',
        credit_note_prefix: index % 2 === 0 ? 'RY-' : 'RX-',
      })
    expect(conflicts(await twenty(swapped))).to.deep.equal(wanted)
  })

  it('assignLegalEntity says by whom the next invoices of a company are', async () => {
    const companyId = await aCompany()
    const params = { companyId }
    const { body: before } = await done('getCompany', { params })
    expect(before.legal_entity_code).to.equal(null)
    const after = await assign(companyId, 'AP')
    expect(after).to.include({ legal_entity_code: 'AP', version: 2 })
    expect(await assign(companyId, 'AP')).to.deep.equal(after)
    const body = { legal_entity_code: null }
    await refused('assignLegalEntity', 412, 'version_stale', { params, body, version: 1 })
    expect((await done('assignLegalEntity', { params, body, version: 2 })).body).to.include({
      legal_entity_code: null,
      version: 3,
    })
    const events = await until(
      'both events to be on record',
      () =>
        sql<{ payload: object }>(
          `select payload from domain_event
           where event_type = 'company.legal_entity_assigned' and company_id = $1
           order by seq`,
          [companyId],
        ),
      (rows) => rows.length === 2,
    )
    expect(events.map(({ payload }) => payload)).to.deep.equal([
      { legal_entity_code: 'AP', previous: null },
      { legal_entity_code: null, previous: 'AP' },
    ])

    const unknown = { body: { legal_entity_code: 'NOBODY' } }
    const { errors } = await refused('assignLegalEntity', 404, 'not_found', { params, ...unknown })
    expect(errors.map(({ pointer }) => pointer)).to.deep.equal(['/legal_entity_code'])
    await refused('assignLegalEntity', 404, 'not_found', { params: { companyId: nobody }, body })
    const apiKey = await keyFor(['companies:write'])
    await refused('assignLegalEntity', 403, 'permission_missing', { params, body, apiKey })
  })

  it('are changed for a company once by twenty at once', async () => {
    const companyId = await aCompany()
    await Promise.all(Array.from({ length: 20 }, () => assign(companyId, 'AP')))
    expect((await done('getCompany', { params: { companyId } })).body.version).to.equal(2)
  })

  it('survive a merge as the survivor has them', async () => {
    const [survivor, merged] = [await aCompany(), await aCompany('AP')]
    const draft = await aDraft(merged)
    const body = { merge_company_id: merged }
    const { body: one } = await done('mergeCompanies', { params: { companyId: survivor }, body })
    expect(one.legal_entity_code).to.equal(null)
    expect(await issue(draft.id)).to.include({ company_id: survivor, series: 'AP-INV' })
    await refused('assignLegalEntity', 409, 'company_merged', {
      params: { companyId: merged },
      body: { legal_entity_code: 'AP' },
    })
  })

  it('number the invoice of a paid order and its credit notes, with their name on paper', async () => {
    const companyId = await aCompany('AP')
    const { api, simulators } = await platform()
    const lines = [{ sku: 'MNT-KIT-1', quantity: 2 }]
    const order = await walkOrder({
      api,
      simulators,
      order: { company: companyId, lines },
      upTo: 'in_fulfillment',
      report: () => undefined,
    })
    const invoiceId = order.invoices[0]?.id ?? ''
    const { body: invoice } = await done('getInvoice', { params: { invoiceId } })
    expect(invoice).to.include({ kind: 'prepaid', status: 'paid', series: 'AP-INV' })
    expect(invoice.number).to.match(/^AP-\d{6}$/)
    expect(invoice.seller).to.include({ legal_entity: 'AP', name: 'AP Sensors Pte. Ltd.' })
    const onPaper = ['AP Sensors Pte. Ltd.', '1 Example Quay', 'GST AP-200012345']
    expect(await textsOf(`/v1/invoices/${invoiceId}/pdf`)).to.include.members([...onPaper, invoice.number])
    expect(await textsOf(`/v1/invoices/${invoiceId}/pdf?kind=receipt`)).to.include.members(onPaper)

    await assign(companyId, null)
    const note = await credit(invoiceId, 100)
    expect(note.series).to.equal('AP-CN')
    expect(note.number).to.match(/^APC-\d{6}$/)
    expect(await textsOf(`/v1/credit-notes/${note.id}/pdf`)).to.include.members([...onPaper, note.number])
    const params = { paymentId: order.payments[0]?.id ?? '' }
    await done('createRefund', { params, body: { amount_minor: 300, reason: 'Half' } })
    const { body: notes } = await until(
      'the refund to have its credit note',
      () => done('listCreditNotes', { query: { invoice_id: invoiceId } }),
      ({ body }) => body.data.length === 2,
    )
    expect(notes.data.map(({ series }) => series)).to.deep.equal(['AP-CN', 'AP-CN'])

    const { body: byNumber } = await done('listInvoices', {
      query: { q: (invoice.number ?? '').toLowerCase() },
    })
    expect(byNumber.data.map(({ id }) => id)).to.deep.equal([invoiceId])
    const digits = String(invoice.sequence_number)
    const { body: byDigits } = await done('listInvoices', { query: { q: digits, limit: 100 } })
    expect(byDigits.data.map(({ id }) => id)).to.include(invoiceId)
  })

  it('number invoices on terms and by hand, those by hand as asked', async () => {
    const companyId = await aCompany('AP')
    const body = { company_id: companyId, lines: [{ sku: 'MNT-KIT-1', quantity: 1 }] }
    const { body: order } = await done('createOrder', { body })
    const { body: terms } = await done('invoiceOrder', { params: { orderId: order.id } })
    expect(terms).to.include({ kind: 'terms', series: 'AP-INV' })
    expect(await aDraft(companyId)).to.include({ series: 'AP-INV' })
    expect(await aDraft(companyId, { legal_entity_code: 'MAIN' })).to.include({ series: 'INV' })
    const other = await aDraft(await aCompany(), { legal_entity_code: 'AP' })
    expect(await issue(other.id)).to.deep.include({ series: 'AP-INV' })
    const lines = [{ kind: 'item', description: 'x', unit_amount_minor: 1 }]
    const unknown = { company_id: companyId, lines, legal_entity_code: 'NOBODY' }
    const { errors } = await refused('createInvoice', 404, 'not_found', { body: unknown })
    expect(errors.map(({ pointer }) => pointer)).to.deep.equal(['/legal_entity_code'])
  })

  it('keep the series of a draft whose company changes hands before it is issued', async () => {
    const companyId = await aCompany()
    const draft = await aDraft(companyId)
    await assign(companyId, 'AP')
    const issued = await issue(draft.id)
    expect(issued.series).to.equal('INV')
    expect(issued.number).to.match(/^INV-/)
    expect(issued.seller).to.include({ legal_entity: 'MAIN' })
    expect(await credit(issued.id, 100)).to.include({ series: 'CN' })
    expect(await aDraft(companyId)).to.include({ series: 'AP-INV' })
  })

  it('number without a gap what twenty make at once over two of them', async () => {
    const companies = [await aCompany(), await aCompany('AP')]
    const before = new Map(
      [...(await seriesOf('MAIN')), ...(await seriesOf('AP'))].map((one) => [one.series, one]),
    )
    const drafts = await Promise.all(
      Array.from({ length: 20 }, (_, index) => aDraft(companies[index % 2] ?? '')),
    )
    const issued = await Promise.all(drafts.map(({ id }) => issue(id)))
    const notes = await Promise.all(issued.map(({ id }) => credit(id, 100)))
    const numbers = [...issued, ...notes].map(({ number }) => number)
    expect(new Set(numbers).size).to.equal(40)
    for (const { series, gaps, last_number } of [...(await seriesOf('MAIN')), ...(await seriesOf('AP'))]) {
      expect(gaps, series).to.deep.equal([])
      expect(last_number, series).to.equal((before.get(series)?.last_number ?? 0) + 10)
    }
  })

  it('keep every law', async () => {
    expect(await (await platform()).brokenLaws()).to.deep.equal([])
  })
})
