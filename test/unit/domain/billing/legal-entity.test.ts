import { expect } from 'chai'
import { seriesOf } from '../../../../src/domain/billing/legal-entity.ts'
import { Refusal } from '../../../../src/domain/shared/refusal.ts'

describe('a legal entity', () => {
  it('begins with a series of invoices and one of credit notes', () => {
    expect(seriesOf('EU', { invoicePrefix: 'EU-', creditNotePrefix: 'EUC-' })).to.deep.equal([
      { series: 'EU-INV', prefix: 'EU-', legalEntity: 'EU', document: 'invoice' },
      { series: 'EU-CN', prefix: 'EUC-', legalEntity: 'EU', document: 'credit_note' },
    ])
  })

  it('never numbers both alike', () => {
    expect(() => seriesOf('EU', { invoicePrefix: 'EU-', creditNotePrefix: 'EU-' }))
      .to.throw(Refusal)
      .that.deep.includes({ faults: [{ pointer: '/credit_note_prefix', detail: 'is that of the invoices' }] })
  })
})
