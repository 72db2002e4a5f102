import { createHash, randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { readPdf } from '../support/pdf-text.ts'
import { call, done, refused } from './call.ts'
import { platform, usePlatform } from './platform-of-suite.ts'
import { anOrder, harbour, noSuch, sql } from './world.ts'

interface File {
  status: number
  headers: Headers
  bytes: Buffer
  texts: string[]
}

async function fileOf(
  invoiceId: string,
  kind?: 'receipt',
  headers: Record<string, string> = {},
): Promise<File> {
  const { apiUrl, apiKey } = await platform()
  const query = kind === undefined ? '' : `?kind=${kind}`
  const response = await fetch(`${apiUrl}/v1/invoices/${invoiceId}/pdf${query}`, {
    headers: { authorization: `Bearer ${apiKey}`, ...headers },
  })
  const bytes = Buffer.from(await response.arrayBuffer())
  const texts = response.status === 200 ? readPdf(bytes).pages.flat() : []
  return { status: response.status, headers: response.headers, bytes, texts }
}

const documentsOf = (invoiceId: string) =>
  sql<{ kind: string; sha256: string }>(
    'select kind, sha256 from invoice_documents where invoice_id = $1 order by rendered_at',
    [invoiceId],
  )

/** An invoice on terms that nobody has rendered, of a legal entity of its own, and a payment that could settle it. */
async function anIssuedInvoice(changes: { language?: string; isDraft?: boolean } = {}): Promise<string> {
  const id = `inv_${randomUUID()
    .replaceAll('-', '')
    .slice(0, 26)
    .replaceAll(/[ilou]/g, '0')}`
  await sql("insert into legal_entities (code, name) values ('TST', 'Waybill') on conflict do nothing")
  await sql(
    `insert into invoice_series (series, prefix, legal_entity, document)
     values ('TST', 'TST-', 'TST', 'invoice'), ('TST-CN', 'TST-C-', 'TST', 'credit_note')
     on conflict do nothing`,
  )
  await sql(
    `insert into invoices (id, series, company_id, kind, status, currency, subtotal_minor, total_minor,
       bill_to, created_at, updated_at)
     values ($1, 'TST', $2, 'manual', 'draft', 'USD', 5000, 5000,
       jsonb_build_object('company_name', 'Entrepôts Désirée', 'language', $3::text), now(), now())`,
    [id, harbour, changes.language ?? 'en'],
  )
  await sql(
    `insert into invoice_lines (id, invoice_id, company_id, position, description, quantity, unit_amount_minor, amount_minor)
     values ('inl_' || substr($1, 5), $1, $2, 1, 'Calibration', 1, 5000, 5000)`,
    [id, harbour],
  )
  if (changes.isDraft !== true) {
    await sql(
      `with taken as (
         update invoice_series set last_number = last_number + 1 where series = 'TST' returning prefix, last_number
       )
       update invoices set status = 'issued', sequence_number = last_number,
         seller = '{"name":"Waybill","name_fr":null,"address_lines":[],"tax_registrations":[]}',
         number = prefix || lpad(last_number::text, 6, '0'), issued_on = '2026-11-26', due_on = '2026-12-26',
         issued_at = '2026-11-26T12:00:00Z'
       from taken
       where id = $1`,
      [id],
    )
  }
  return id
}

async function aPaymentOf(invoiceId: string, amountMinor: number): Promise<void> {
  const part = randomUUID().replaceAll('-', '').slice(0, 26)
  await sql(
    `insert into payment_records (id, company_id, provider, provider_payment_id, amount_minor, currency, received_at, created_at)
     values ('pay_' || $1, $2, 'manual', 'WIRE-' || $1, $3, 'USD', '2026-12-01T12:00:00Z', now())`,
    [part, harbour, amountMinor],
  )
  await sql(
    `insert into payment_allocations (id, payment_id, invoice_id, company_id, amount_minor, created_at)
     values ('pal_' || $1, 'pay_' || $1, $2, $3, $4, now())`,
    [part, invoiceId, harbour, amountMinor],
  )
  await sql(
    `update invoices i
     set status = case when is_settled then 'paid' else 'partially_paid' end,
       paid_at = case when is_settled then now() end
     from (
       select sum(amount_minor) = $2 as is_settled from payment_allocations where invoice_id = $1
     ) a
     where i.id = $1`,
    [invoiceId, 5000],
  )
}

describe('API: invoices on paper', () => {
  usePlatform()

  it('are ready once the invoice is issued, with its payment and nothing due', async () => {
    const order = await anOrder('in_fulfillment')
    const invoice = order.invoices[0]!
    const [kept] = await until(
      'the invoice to be rendered',
      () => documentsOf(invoice.id),
      (rows) => rows.length > 0,
    )
    const { headers, bytes, texts } = await fileOf(invoice.id)
    expect(headers.get('content-type')).to.equal('application/pdf')
    expect(headers.get('content-disposition')).to.equal(`inline; filename="${invoice.number ?? ''}.pdf"`)
    expect(createHash('sha256').update(bytes).digest('hex')).to.equal(kept?.sha256)
    expect(headers.get('etag')).to.equal(`"${kept?.sha256 ?? ''}"`)
    expect(texts).to.include.members(['Invoice', invoice.number, '38.00', '-38.00', '0.00', 'Page 1 of 1'])

    const { body } = await done('getInvoice', { params: { invoiceId: invoice.id } })
    expect(body.bill_to['language']).to.equal('en')
    const params = { invoiceId: invoice.id }
    const known = await call('getInvoicePdf', {
      params,
      headers: { 'if-none-match': headers.get('etag') ?? '' },
    })
    expect(known.status).to.equal(304)
    expect((await call('getInvoicePdf', { params })).status).to.equal(200)
  })

  it('show each line once: what is sold above the subtotal, discounts and taxes below it', async () => {
    const line = (kind: string, description: string, unit_amount_minor: number) => ({
      kind,
      description,
      unit_amount_minor,
    })
    const lines = [
      line('item', 'Installation', 40_000),
      { kind: 'tax', tax_name: 'QST', tax_rate_ppm: 99_750 },
      line('discount', 'Framework contract', -2000),
      line('adjustment', 'Travel saved', -3000),
      line('shipping', 'Courier', 1500),
      { kind: 'tax', tax_name: 'GST', tax_rate_ppm: 50_000 },
    ]
    const { body: draft } = await done('createInvoice', {
      body: { company_id: harbour, tax_rounding: 'document', lines },
    })
    const { body: invoice } = await done('issueInvoice', { params: { invoiceId: draft.id } })
    const { texts } = await fileOf(invoice.id)
    const page = texts.map((text) => text.replaceAll(/\s/g, ' '))
    const money = page.slice(page.indexOf('Amount') + 1, page.indexOf('Balance due USD') + 2)
    expect(money).to.deep.equal([
      ...['Installation', '1', '400.00', '400.00'],
      ...['Travel saved', '1', '-30.00', '-30.00'],
      ...['Courier', '1', '15.00', '15.00'],
      ...['Subtotal', '385.00'],
      ...['Discount (Framework contract)', '-20.00'],
      ...['QST (9.975%)', '36.41'],
      ...['GST (5%)', '18.25'],
      ...['Total USD', '419.66'],
      ...['Balance due USD', '419.66'],
    ])
  })

  it('are rendered for whoever asks first, once, also for many at the same time', async () => {
    const invoiceId = await anIssuedInvoice()
    const files = await Promise.all(Array.from({ length: 20 }, () => fileOf(invoiceId)))
    expect(new Set(files.map(({ status }) => status))).to.deep.equal(new Set([200]))
    expect(new Set(files.map(({ headers }) => headers.get('etag'))).size).to.equal(1)
    expect(await documentsOf(invoiceId)).to.have.length(1)
  })

  it('stay as they were whatever is paid later, which receipts say', async () => {
    const invoiceId = await anIssuedInvoice({ language: 'fr' })
    await refused('getInvoicePdf', 409, 'document_not_available', {
      params: { invoiceId },
      query: { kind: 'receipt' },
    })
    const before = await fileOf(invoiceId)
    expect(before.texts).to.include.members(['Facture', 'Entrepôts Désirée', 'Solde à payer USD'])
    await aPaymentOf(invoiceId, 2000)
    const receipt = await fileOf(invoiceId, 'receipt')
    expect(receipt.texts).to.include.members(['Reçu', '1er décembre 2026', '-20,00', '30,00'])
    expect((await fileOf(invoiceId, 'receipt')).bytes.equals(receipt.bytes)).to.equal(true)
    await aPaymentOf(invoiceId, 3000)
    expect((await fileOf(invoiceId, 'receipt')).texts).to.include('0,00')
    expect((await fileOf(invoiceId)).bytes.equals(before.bytes)).to.equal(true)
    const kinds = (await documentsOf(invoiceId)).map(({ kind }) => kind)
    expect(kinds).to.deep.equal(['invoice', 'receipt', 'receipt'])
  })

  it('cannot be changed or taken away, not even by the database', async () => {
    const invoiceId = await anIssuedInvoice()
    await fileOf(invoiceId)
    for (const statement of [
      "update invoice_documents set number = 'X' where",
      'delete from invoice_documents where',
    ]) {
      const error = await sql(`${statement} invoice_id = $1`, [invoiceId]).catch((cause: unknown) => cause)
      expect(String(error)).to.include('never changed')
    }
  })

  it('are refused for a draft, an unknown invoice and an unknown kind', async () => {
    const draft = await anIssuedInvoice({ isDraft: true })
    for (const query of [{}, { kind: 'receipt' }]) {
      await refused('getInvoicePdf', 409, 'document_not_available', { params: { invoiceId: draft }, query })
      await refused('getInvoicePdf', 404, 'not_found', { params: { invoiceId: noSuch('inv') }, query })
    }
    await refused('getInvoicePdf', 400, 'request_invalid', {
      params: { invoiceId: draft },
      query: { kind: 'quote' },
    })
  })
})
