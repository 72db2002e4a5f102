import { expect } from 'chai'
import { type LetterFacts, writeLetter } from '../../../../src/domain/billing/invoice-letter.ts'

const letter = (changes: Partial<LetterFacts> = {}) =>
  writeLetter({
    kind: 'invoice_reminder',
    language: 'en',
    number: 'INV-000123',
    totalMinor: 123_450n,
    openMinor: 23_450n,
    currency: 'CAD',
    dueOn: '2026-12-11',
    isPastDue: false,
    seller: 'Waybill Sensors Inc.',
    ...changes,
  })
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('a letter about an invoice', () => {
  it('reminds before the due date and says so when it has passed', () => {
    const due = letter()
    expect(due.subject).to.equal('Reminder: invoice INV-000123 is due on December 11, 2026')
    expect(due.text).to.contain('CAD 234.50 are open.').and.contain('Total: CAD 1,234.50')
    const late = letter({ isPastDue: true })
    expect(late.subject).to.equal('Overdue: invoice INV-000123 was due on December 11, 2026')
  })

  it('is French for who reads French', () => {
    const { subject, text, html } = letter({ language: 'fr' })
    expect(subject).to.equal('Rappel : la facture INV-000123 est payable le 11 décembre 2026')
    expect(plain(text)).to.contain('Le solde est de 234,50 CAD.').and.contain('Total: 1 234,50 CAD')
    expect(html).to.contain('<html lang="fr">')
  })

  it('has words of its own for each kind, in both languages', () => {
    const kinds = ['invoice_issued', 'invoice_receipt', 'invoice_reminder', 'invoice_copy'] as const
    const texts = (['en', 'fr'] as const).flatMap((language) =>
      kinds.map((kind) => letter({ kind, language }).text),
    )
    expect(new Set(texts).size).to.equal(8)
  })

  it('writes amounts without a float, and in currencies without cents', () => {
    const large = letter({ kind: 'invoice_issued', totalMinor: 9_007_199_254_740_993n })
    expect(large.text).to.contain('90,071,992,547,409.93')
    expect(letter({ currency: 'JPY', openMinor: 500n }).text).to.contain('JPY 500 are open')
  })

  it('lets no markup and no line break out of a name', () => {
    const seller = 'A & <b>B</b>\r\nBcc: c@d.example'
    const { subject, html } = letter({ kind: 'invoice_issued', seller })
    expect(subject).to.equal('Invoice INV-000123 from A & <b>B</b> Bcc: c@d.example')
    expect(html).to.contain('A &amp; &lt;b&gt;B&lt;/b&gt;').and.not.contain('<b>')
  })
})
