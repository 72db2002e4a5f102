import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { createDocumentRenderer } from '../../../../src/adapters/pdf/document-renderer.ts'
import type { BillingDocument } from '../../../../src/application/ports/document-renderer.ts'
import { aCreditNote, aDocument, aSeller, someLines } from '../../../support/a-document.ts'
import { readPdf } from '../../../support/pdf-text.ts'

describe('documents as PDF files', function () {
  this.timeout(30_000)

  const renderer = createDocumentRenderer()
  const read = async (changes: Partial<BillingDocument>) =>
    readPdf((await renderer.render(aDocument(changes))).bytes)

  /** With every kind of space as a plain one, which is how people search. */
  const pageOf = async (changes: Partial<BillingDocument>) => {
    const { pages } = await read(changes)
    return pages.flat().map((text) => text.replaceAll(/\s/g, ' '))
  }

  it('say who, whom, what, and what it comes to', async () => {
    const page = await pageOf({
      discounts: [{ description: 'Agreed', amountMinor: -3500 }],
      taxes: [{ name: 'HST', rate: '13', amountMinor: 25_000 }],
      totalMinor: 215_000,
      payments: [{ receivedOn: '2026-11-26', method: 'stripe', reference: 'pi_1', amountMinor: 200_000 }],
    })
    expect(page).to.include.members([
      'Waybill Sensors Inc.',
      'Tax number 12345 6789 RT0001',
      'Northwind Cold Chain',
      'Mira Okafor',
      'Canada',
      'Invoice',
      'INV-000123',
      'November 26, 2026',
      'December 26, 2026',
      'PO-7781',
      'Temperature sensor, batch 5',
      '129.00',
      '645.00',
      '1,935.00',
      'Discount (Agreed)',
      '-35.00',
      'HST (13%)',
      '250.00',
      'Total CAD',
      '2,150.00',
      'Payment of November 26, 2026 · Stripe · pi_1',
      '-2,000.00',
      'Balance due CAD',
      '150.00',
      'Page 1 of 1',
    ])
  })

  it('of the same content are the same bytes, whoever renders them and whenever', async () => {
    const first = await renderer.render(aDocument())
    const again = await createDocumentRenderer().render(aDocument())
    expect(Buffer.from(again.bytes).equals(first.bytes)).to.equal(true)
    expect(first.sha256).to.equal(createHash('sha256').update(first.bytes).digest('hex'))
    // Spaces of three kinds share a glyph: what others asked for must not show.
    await renderer.render(
      aDocument({ language: 'fr', lines: [{ ...someLines(1)[0]!, description: 'fi\u00a0fl\u2009-\u2011' }] }),
    )
    expect((await renderer.render(aDocument())).sha256).to.equal(first.sha256)
    const other = await renderer.render(aDocument({ number: 'INV-000124' }))
    expect(other.sha256).not.to.equal(first.sha256)
  })

  it('are tagged, titled, in a language, and bring their fonts', async () => {
    const { bytes } = await renderer.render(aDocument())
    const { objects } = readPdf(bytes)
    const all = objects.join('\n')
    expect(all).to.match(/\/StructTreeRoot \d+ 0 R/)
    expect(all).to.match(/\/Marked true/)
    expect(all).to.match(/\/Lang \(en-CA\)/)
    expect(all).to.match(/\/DisplayDocTitle true/)
    expect(objects).to.include('(Invoice INV-000123)')
    expect(Buffer.from(bytes).toString('latin1')).to.include('<pdfuaid:part>1</pdfuaid:part>')
    const fonts = objects.filter(
      (one) => one.includes('/FontDescriptor\n') || /\/Type \/FontDescriptor/.test(one),
    )
    expect(fonts).to.have.length(2)
    for (const font of fonts) expect(font).to.match(/\/FontFile2 \d+ 0 R/)
    expect(all).not.to.include('Helvetica')
    const tags = (tag: string) => objects.filter((one) => new RegExp(`/S /${tag}\\b`).test(one)).length
    expect(tags('H1')).to.equal(1)
    expect(tags('Table')).to.equal(2)
    // Headings of the columns and of the sums; four cells a line and one a sum.
    expect(tags('TH')).to.equal(4 + 3)
    expect(tags('TD')).to.equal(5 * 4 + 3)
  })

  it('of 200 lines repeat the headings on every page and count the pages', async () => {
    const { pages, objects } = await read({ lines: someLines(200) })
    expect(pages.length).to.be.within(5, 9)
    pages.forEach((page, index) => {
      expect(page).to.include(`Page ${index + 1} of ${pages.length}`)
      if (index < pages.length - 1) expect(page.filter((text) => text === 'Description')).to.have.length(1)
    })
    const lines = pages.flat().filter((text) => text.startsWith('Temperature sensor'))
    expect(lines).to.deep.equal(someLines(200).map(({ description }) => description))
    // A heading that is repeated is no second heading to who listens.
    expect(objects.filter((one) => /\/S \/TH\b/.test(one))).to.have.length(4 + 3)
  })

  it('turn the page for sums that do not fit, whatever the number of lines', async () => {
    for (let count = 22; count < 34; count += 1) {
      const { pages } = await read({ lines: someLines(count) })
      const withSums = pages.filter((page) => page.includes('Subtotal') || page.includes('Balance due CAD'))
      expect(withSums, `${count} lines`).to.have.length(1)
      expect(withSums[0]).to.equal(pages.at(-1))
    }
  })

  it('are French for those who read French', async () => {
    const page = await pageOf({
      language: 'fr',
      taxes: [{ name: 'TVQ', rate: '9.975', amountMinor: 19_302 }],
    })
    expect(page).to.include.members([
      'Facture',
      'Facturé à',
      '26 novembre 2026',
      'Échéance',
      'Quantité',
      '1 935,00',
      'TVQ (9,975 %)',
      'Solde à payer CAD',
      'Page 1 de 1',
    ])
    expect(page.join(' ')).not.to.include('□')
  })

  it('write amounts with the digits of their currency', async () => {
    const lines = someLines(1, 1_234_567)
    expect(await pageOf({ currency: 'JPY', lines })).to.include.members(['1,234,567', 'Total JPY'])
    expect(await pageOf({ currency: 'KWD', lines })).to.include.members(['1,234.567', 'Total KWD'])
    const most = someLines(1, Number.MAX_SAFE_INTEGER)
    expect(await pageOf({ lines: most })).to.include('90,071,992,547,409.91')
  })

  it('wrap what is long and leave out what steers devices', async () => {
    const { billTo } = aDocument()
    const page = await pageOf({
      billTo: { ...billTo, name: 'Société de réfrigération '.repeat(8).trim() },
      lines: [
        { description: `A\u0007B\tC ${'x'.repeat(300)}`, quantity: 1, unitAmountMinor: 1, amountMinor: 1 },
        { description: 'long words '.repeat(2000), quantity: 1, unitAmountMinor: 1, amountMinor: 1 },
      ],
    })
    expect(page.filter((text) => text.includes('Société')).length).to.be.greaterThan(2)
    expect(page.some((text) => text.startsWith('A B C'))).to.equal(true)
    expect(page.some((text) => text.endsWith('…'))).to.equal(true)
  })

  it('know receipts, which call each way of paying by its name', async () => {
    const payment = { receivedOn: '2026-12-01', amountMinor: 1000 }
    const payments = [
      { ...payment, method: 'bank_transfer', reference: 'T7' },
      { ...payment, method: 'cheque', reference: '000412' },
      { ...payment, method: 'manual', reference: '3' },
    ]
    expect(await pageOf({ kind: 'receipt', payments })).to.include.members([
      'Receipt',
      'Paid on',
      'Payment of December 1, 2026 · Bank transfer · T7',
      'Payment of December 1, 2026 · Cheque · 000412',
      'Payment of December 1, 2026 · Recorded by hand · 3',
      'Balance due CAD',
    ])
    expect(await pageOf({ kind: 'receipt', language: 'fr', payments })).to.include.members([
      'Reçu',
      'Paiement du 1er décembre 2026 · Virement bancaire · T7',
      'Paiement du 1er décembre 2026 · Chèque · 000412',
      'Paiement du 1er décembre 2026 · Saisi à la main · 3',
    ])
  })

  it('name every tax that the seller is registered for', async () => {
    const seller = {
      ...aSeller,
      taxRegistrations: [
        { name: 'GST/HST', number: '12345 RT' },
        { name: 'QST', number: '678 TQ' },
      ],
    }
    expect(await pageOf({ seller })).to.include.members(['GST/HST 12345 RT', 'QST 678 TQ'])
  })
})

describe('credit notes as PDF files', function () {
  this.timeout(30_000)

  const renderer = createDocumentRenderer()
  const pageOf = async (changes: Partial<BillingDocument>) => {
    const { bytes } = await renderer.render(aCreditNote(changes))
    return readPdf(bytes)
      .pages.flat()
      .map((text) => text.replaceAll(/\s/g, ' '))
  }

  it('say what they correct and why, what each line gives back and the tax in it, and ask for nothing', async () => {
    const page = await pageOf({ taxes: [{ name: 'HST', rate: '13', amountMinor: 1234 }] })
    expect(page).to.include.members([
      'Credit note',
      'CN-000001',
      'Corrects invoice',
      'INV-000123',
      'Billed by mistake',
      'Total CAD',
      '774.00',
      'HST (13%) included',
      '12.34',
    ])
    for (const word of ['Due date', 'Quantity', 'Unit price', 'Subtotal', 'Balance due CAD'])
      expect(page).not.to.include(word)
  })

  it('are French for those who read French, in the digits of their currency', async () => {
    const lines = someLines(2, 1_234_567)
    const taxes = [{ name: null, rate: null, amountMinor: 100 }]
    const page = await pageOf({ language: 'fr', currency: 'JPY', lines, taxes })
    expect(page).to.include.members([
      'Note de crédit',
      'Corrige la facture',
      'Motif',
      'Total JPY',
      '3 703 701',
      'Taxe comprise',
    ])
  })

  it('are the same bytes each time, and tagged', async () => {
    const [first, again] = [await renderer.render(aCreditNote()), await renderer.render(aCreditNote())]
    expect(again.sha256).to.equal(first.sha256)
    const { objects } = readPdf(first.bytes)
    const tags = (tag: string) => objects.filter((one) => new RegExp(`/S /${tag}\\b`).test(one)).length
    // Two columns and one sum; two cells a line and one a sum.
    expect([tags('H1'), tags('Table'), tags('TH'), tags('TD')]).to.deep.equal([1, 2, 2 + 1, 3 * 2 + 1])
  })

  it('of 200 lines repeat the headings and count the pages', async () => {
    const { pages } = readPdf((await renderer.render(aCreditNote({ lines: someLines(200) }))).bytes)
    expect(pages.length).to.be.within(5, 9)
    pages.forEach((page, index) => {
      expect(page).to.include(`Page ${index + 1} of ${pages.length}`)
    })
    expect(pages.flat().filter((text) => text.startsWith('Temperature sensor'))).to.have.length(200)
  })
})
