import { expect } from 'chai'
import fc from 'fast-check'
import { type AskedInvoiceLine, totalsOf, writeLines } from '../../../../src/domain/billing/invoice-lines.ts'
import { refusalFrom } from '../builders.ts'

const nextId = () => 'inl_1' as const
const item = (unitAmountMinor: bigint, quantity = 1): AskedInvoiceLine => ({
  kind: 'item',
  description: 'Work',
  quantity,
  unitAmountMinor,
})
const discount = (unitAmountMinor: bigint): AskedInvoiceLine => ({
  kind: 'discount',
  description: 'Agreed',
  quantity: 1,
  unitAmountMinor,
})
const tax = (taxName: string, taxRatePpm: number): AskedInvoiceLine => ({ kind: 'tax', taxName, taxRatePpm })

describe('lines of an invoice', () => {
  it('come to subtotal, discount, tax and total', () => {
    const lines = writeLines(
      [item(20_000n, 2), discount(-2000n), item(2000n), tax('QST', 99_750)],
      'document',
      nextId,
    )
    expect(lines.map(({ amountMinor }) => amountMinor)).to.deep.equal([40_000n, -2000n, 2000n, 3990n])
    expect(lines[3]).to.include({ description: 'QST 9.975 %', quantity: 1, taxRatePpm: 99_750 })
    expect(totalsOf(lines)).to.deep.equal({
      subtotalMinor: 42_000n,
      discountMinor: 2000n,
      taxMinor: 3990n,
      totalMinor: 43_990n,
    })
  })

  it('round a tax half up, for each line or once for the document', () => {
    const asked = [item(10n), item(10n), item(10n), tax('VAT', 50_000)]
    const taxMinor = (rounding: 'line' | 'document') => totalsOf(writeLines(asked, rounding, nextId)).taxMinor
    expect([taxMinor('line'), taxMinor('document')]).to.deep.equal([3n, 2n])
    const taken = [item(30n), discount(-10n), tax('VAT', 50_000)]
    expect(totalsOf(writeLines(taken, 'line', nextId)).taxMinor).to.equal(1n)
  })

  it('count no tax upon a tax', () => {
    const [, first, second] = writeLines(
      [item(10_000n), tax('GST', 50_000), tax('QST', 99_750)],
      'line',
      nextId,
    )
    expect([first?.amountMinor, second?.amountMinor]).to.deep.equal([500n, 998n])
  })

  it('say a rate as a person does', () => {
    const said = (ppm: number) => writeLines([item(1n), tax('T', ppm)], 'line', nextId)[1]?.description
    expect([1_000_000, 200_000, 99_750, 5000, 1].map(said)).to.deep.equal([
      'T 100 %',
      'T 20 %',
      'T 9.975 %',
      'T 0.5 %',
      'T 0.0001 %',
    ])
  })

  it('of the wrong sign are refused where they stand', () => {
    const refusal = refusalFrom(() => writeLines([item(-1n), discount(1n), discount(0n)], 'line', nextId))
    expect(refusal.code).to.equal('body_field_invalid')
    expect(refusal.faults.map(({ pointer }) => pointer)).to.deep.equal([
      '/lines/0/unit_amount_minor',
      '/lines/1/unit_amount_minor',
      '/lines/2/unit_amount_minor',
    ])
    const less = refusalFrom(() => writeLines([item(1n), discount(-2n)], 'line', nextId))
    expect(less.faults).to.deep.equal([{ pointer: '/lines', detail: 'sum to -1 minor units' }])
  })

  it('that come to more than JSON carries exactly are refused', () => {
    const most = 9_007_199_254_740_991n
    expect(totalsOf(writeLines([item(most)], 'line', nextId)).totalMinor).to.equal(most)
    const asked = [
      [item(most), item(1n)],
      [item(most), item(1n), discount(-2n)],
      [item(most), tax('T', 1)],
    ]
    for (const lines of asked) {
      const refusal = refusalFrom(() => writeLines(lines, 'line', nextId))
      expect(refusal.code).to.equal('body_field_invalid')
      expect(refusal.faults[0]).to.include({ pointer: '/lines' })
      expect(refusal.faults[0]?.detail).to.match(/minor units, more than 9007199254740991$/)
    }
  })

  it('always sum to the total, and both roundings are less than a unit a line apart', () => {
    const asked = fc.array(
      fc.oneof(
        fc.record({
          kind: fc.constantFrom('item' as const, 'shipping' as const),
          description: fc.constant('x'),
          quantity: fc.integer({ min: 1, max: 1000 }),
          unitAmountMinor: fc.bigInt({ min: 0n, max: 10_000_000n }),
        }),
        fc.record({
          kind: fc.constant('tax' as const),
          taxName: fc.constant('VAT'),
          taxRatePpm: fc.integer({ min: 1, max: 1_000_000 }),
        }),
      ),
      { minLength: 1, maxLength: 40 },
    )
    fc.assert(
      fc.property(asked, (lines) => {
        const byLine = writeLines(lines, 'line', nextId)
        const { totalMinor, taxMinor } = totalsOf(byLine)
        expect(byLine.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).to.equal(totalMinor)
        const once = totalsOf(writeLines(lines, 'document', nextId))
        const taxes = BigInt(lines.filter(({ kind }) => kind === 'tax').length)
        const others = BigInt(lines.length) - taxes
        const apart = taxMinor > once.taxMinor ? taxMinor - once.taxMinor : once.taxMinor - taxMinor
        expect(apart <= taxes * (others + 1n)).to.equal(true)
      }),
    )
  })
})
