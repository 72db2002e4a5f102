import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { readPdf } from '../support/pdf-text.ts'
import { call, done, refused } from './call.ts'
import { platform, usePlatform } from './platform-of-suite.ts'
import { anOrder, harbour, noSuch, sql } from './world.ts'

describe('API: credit notes and receipts on paper', function () {
  this.timeout(20_000)
  usePlatform()

  async function fileAt(path: string) {
    const { apiUrl, apiKey } = await platform()
    const response = await fetch(`${apiUrl}${path}`, { headers: { authorization: `Bearer ${apiKey}` } })
    const bytes = Buffer.from(await response.arrayBuffer())
    const texts = readPdf(bytes).pages.flat()
    return { headers: response.headers, bytes, texts: texts.map((text) => text.replaceAll(/\s/g, ' ')) }
  }

  /** Issued to Harbour, with a tax, for 113.00. */
  async function anInvoice() {
    const lines = [
      { kind: 'item', description: 'Installation', unit_amount_minor: 10_000 },
      { kind: 'tax', tax_name: 'HST', tax_rate_ppm: 130_000 },
    ]
    const { body: draft } = await done('createInvoice', { body: { company_id: harbour, lines } })
    return (await done('issueInvoice', { params: { invoiceId: draft.id } })).body
  }

  const aCreditNote = async (invoiceId: string, amount_minor: number) =>
    (
      await done('createCreditNote', {
        params: { invoiceId },
        body: { amount_minor, reason: 'Half a day less' },
      })
    ).body

  it('are ready once the note is issued, the same bytes each time', async () => {
    const invoice = await anInvoice()
    const note = await aCreditNote(invoice.id, 5650)
    const [kept] = await until(
      'the note to be rendered',
      () =>
        sql<{ sha256: string; template_version: number }>(
          "select sha256, template_version from invoice_documents where number = $1 and kind = 'credit_note'",
          [note.number],
        ),
      (rows) => rows.length > 0,
    )
    expect(kept?.template_version).to.be.greaterThan(2)
    const { body: now } = await done('getInvoice', { params: { invoiceId: invoice.id } })
    const [brief] = now.credit_notes
    expect(brief).to.include({ id: note.id, pdf_url: `/v1/credit-notes/${note.id}/pdf` })
    const { headers, bytes, texts } = await fileAt(brief?.pdf_url ?? '')
    expect(headers.get('content-disposition')).to.equal(`inline; filename="${note.number}.pdf"`)
    expect(headers.get('etag')).to.equal(`"${kept?.sha256 ?? ''}"`)
    expect(createHash('sha256').update(bytes).digest('hex')).to.equal(kept?.sha256)
    expect(texts).to.include.members([
      'Waybill Sensors Inc.',
      'Credit note',
      note.number,
      'Corrects invoice',
      invoice.number,
      'Half a day less',
      'Installation',
      'Total USD',
      '56.50',
      'HST (13%) included',
      '6.50',
    ])
    expect((await fileAt(brief?.pdf_url ?? '')).bytes.equals(bytes)).to.equal(true)
    const params = { creditNoteId: note.id }
    const known = await call('getCreditNotePdf', {
      params,
      headers: { 'if-none-match': headers.get('etag') ?? '' },
    })
    expect(known.status).to.equal(304)
    await refused('getCreditNotePdf', 404, 'not_found', { params: { creditNoteId: noSuch('crn') } })
  })

  it('are rendered once for many who ask at the same time', async () => {
    const { id } = await aCreditNote((await anInvoice()).id, 100)
    const files = await Promise.all(Array.from({ length: 10 }, () => fileAt(`/v1/credit-notes/${id}/pdf`)))
    expect(new Set(files.map(({ headers }) => headers.get('etag'))).size).to.equal(1)
  })

  it('keep the seller that the invoice was issued with, whoever sells later', async () => {
    const invoice = await anInvoice()
    expect(invoice.seller).to.include({ legal_entity: 'MAIN', name: 'Waybill Sensors Inc.' })
    const params = { legalEntityCode: 'MAIN' }
    const { body: before } = await done('getLegalEntity', { params })
    const changed = await done('changeLegalEntity', {
      params,
      version: before.version,
      body: {
        name: 'Waybill Holdings Ltd.',
        name_fr: 'Gestion Waybill ltée',
        tax_registrations: [{ name: 'GST/HST', number: '99999 RT0001' }],
      },
    })
    try {
      expect(changed.body).to.include({ name: 'Waybill Holdings Ltd.', version: before.version + 1 })
      const old = await fileAt(`/v1/credit-notes/${(await aCreditNote(invoice.id, 100)).id}/pdf`)
      expect(old.texts).to.include('Waybill Sensors Inc.')
      expect(old.texts).not.to.include('Waybill Holdings Ltd.')
      const next = await fileAt(`/v1/invoices/${(await anInvoice()).id}/pdf`)
      expect(next.texts).to.include.members(['Waybill Holdings Ltd.', 'GST/HST 99999 RT0001'])
      await sql("update companies set language = 'fr' where id = $1", [harbour])
      const french = await fileAt(`/v1/invoices/${(await anInvoice()).id}/pdf`)
      expect(french.texts).to.include('Gestion Waybill ltée')
    } finally {
      await sql("update companies set language = 'en' where id = $1", [harbour])
      const { name, name_fr, tax_registrations } = before
      await done('changeLegalEntity', {
        params,
        version: changed.body.version,
        body: { name, name_fr, tax_registrations },
      })
    }
    const frozen = await sql('update invoices set seller = null where id = $1', [invoice.id]).catch(String)
    expect(frozen).to.include('frozen')
  })

  it('call a payment by hand what it was: a receipt names its way and its reference', async () => {
    const invoice = await anInvoice()
    const { body: payment } = await done('recordManualPayment', {
      body: {
        company_id: harbour,
        method: 'bank_transfer',
        reference: `TRF ${invoice.number ?? ''}`,
        received_on: '2026-03-02',
        amount_minor: 11_300,
        currency: 'USD',
      },
    })
    await done('allocatePayment', {
      params: { paymentId: payment.id },
      body: { allocations: [{ invoice_id: invoice.id, amount_minor: 11_300 }] },
    })
    const { texts } = await fileAt(`/v1/invoices/${invoice.id}/pdf?kind=receipt`)
    const text = texts.join(' ')
    expect(texts).to.include.members(['Receipt', 'March 2, 2026', '-113.00', '0.00'])
    expect(text).to.include('Bank transfer')
    expect(text).to.include(`TRF ${invoice.number ?? ''}`)
    expect(text).not.to.include(payment.provider_payment_id)
  })

  it('are named by the order and the invoice, with refunds and disputes', async () => {
    const order = await anOrder('in_fulfillment')
    const paymentId = order.payments[0]?.id ?? ''
    await done('createRefund', { params: { paymentId }, body: { amount_minor: 100, reason: 'Late' } })
    const { simulators, control } = await platform()
    await control(`${simulators.stripe}/control/disputes`, {
      payment_intent: order.payments[0]?.provider_payment_id ?? '',
      inquiry: true,
    })
    const read = await until(
      'refund, credit note and dispute',
      async () => (await done('getOrder', { params: { orderId: order.id } })).body,
      ({ credit_notes, disputes }) => credit_notes.length > 0 && disputes.length > 0,
    )
    expect(read.disputes[0]).to.include({ payment_id: paymentId, status: 'warning_needs_response' })
    const invoiceId = order.invoices[0]?.id ?? ''
    const { body: invoice } = await done('getInvoice', { params: { invoiceId } })
    expect(invoice.credit_notes).to.deep.equal(read.credit_notes)
    expect(invoice.disputes).to.deep.equal(read.disputes)
    expect(invoice.refunds).to.deep.equal(read.refunds)
    expect(invoice.refunds).to.have.length(1)
  })
})
