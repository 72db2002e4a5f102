import { expect } from 'chai'
import fc from 'fast-check'
import {
  type AskedLine,
  agreeLines,
  pricesOf,
  reducedBy,
} from '../../../../src/domain/agreements/agreement-lines.ts'
import { Refusal } from '../../../../src/domain/shared/refusal.ts'

const sensor = { id: 'prd_1' as const, sku: 'SNS-1', hasListPrice: true }
const kit = { id: 'prd_2' as const, sku: 'KIT-1', hasListPrice: false }
const line = (more: Partial<AskedLine>): AskedLine => ({
  sku: 'SNS-1',
  amountMinor: null,
  percentOffBp: null,
  minQuantity: 1,
  ...more,
})
const agree = (...asked: AskedLine[]) => agreeLines(asked, [sensor, kit], 'USD', () => 'agl_1')

describe('lines of a price agreement', () => {
  it('give an amount or a percentage, from a quantity on', () => {
    const lines = agree(line({ amountMinor: 900n }), line({ percentOffBp: 1250, minQuantity: 50 }))
    expect(lines.map(({ kind, position, minQuantity }) => [kind, position, minQuantity])).to.deep.equal([
      ['amount', 1, 1],
      ['percentage', 2, 50],
    ])
  })

  it('point to every fault', () => {
    const asked = [
      line({ amountMinor: 900n }),
      line({ percentOffBp: 100 }),
      line({}),
      line({ amountMinor: 1n, percentOffBp: 1, minQuantity: 2 }),
      line({ sku: 'NONE-1', amountMinor: 1n }),
      line({ sku: 'KIT-1', percentOffBp: 100 }),
    ]
    try {
      agree(...asked)
      expect.fail('nothing was refused')
    } catch (error) {
      expect(error).to.be.instanceOf(Refusal)
      const { code, faults } = error as Refusal
      expect(code).to.equal('body_field_invalid')
      expect(faults.map(({ pointer }) => pointer)).to.deep.equal([
        '/lines/1/min_quantity',
        '/lines/2/amount_minor',
        '/lines/2/min_quantity',
        '/lines/3/percent_off_bp',
        '/lines/4/sku',
        '/lines/5/sku',
      ])
    }
  })

  it('need one price at Stripe for an amount and one per list price for a percentage', () => {
    const lines = agree(line({ amountMinor: 900n }), line({ percentOffBp: 1000, minQuantity: 5 }))
    const list = [
      { priceBookEntryId: 'pbe_1' as const, productId: 'prd_1' as const, amountMinor: 1000n },
      { priceBookEntryId: 'pbe_2' as const, productId: 'prd_1' as const, amountMinor: 1205n },
      { priceBookEntryId: 'pbe_3' as const, productId: 'prd_2' as const, amountMinor: 5n },
    ]
    const prices = pricesOf(lines, list)
    expect(prices.map((price) => [price.priceBookEntryId, price.unitAmountMinor])).to.deep.equal([
      [null, 900n],
      ['pbe_1', 900n],
      ['pbe_2', 1085n],
    ])
  })

  it('never make a percentage dearer than the list, and are off by half a minor unit at most', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), fc.integer({ min: 1, max: 10_000 }), (amount, bp) => {
        const reduced = reducedBy(amount, bp)
        const exact = amount * BigInt(10_000 - bp)
        const error = reduced * 10_000n - exact
        expect(reduced >= 0n && reduced <= amount).to.equal(true)
        expect(error > -5_000n && error <= 5_000n).to.equal(true)
      }),
    )
  })
})
