import { expect } from 'chai'
import { type AskedLine, agreeLines, pricesOf } from '../../../../src/domain/agreements/agreement-lines.ts'
import { Refusal } from '../../../../src/domain/shared/refusal.ts'

const sensor = { id: 'prd_1' as const, sku: 'SNS-1', hasListPrice: true, isSold: true }
const kit = { id: 'prd_2' as const, sku: 'KIT-1', hasListPrice: false, isSold: true }
const relic = { id: 'prd_3' as const, sku: 'OLD-1', hasListPrice: false, isSold: false }
const line = (more: Partial<AskedLine>): AskedLine => ({
  sku: 'SNS-1',
  amountMinor: null,
  percentOffBp: null,
  minQuantity: 1,
  ...more,
})
const agreeIn = (currency: string, ...asked: AskedLine[]) =>
  agreeLines(asked, [sensor, kit, relic], currency, () => 'agl_1')
const agree = (...asked: AskedLine[]) => agreeIn('USD', ...asked)

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
      line({ sku: 'OLD-1', amountMinor: 1n }),
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
        '/lines/6/sku',
      ])
    }
  })

  it('have amounts that can be charged', () => {
    expect(agreeIn('KWD', line({ amountMinor: 1230n }))).to.have.length(1)
    expect(() => agreeIn('KWD', line({ amountMinor: 1234n })))
      .to.throw(Refusal)
      .with.deep.nested.property('faults[0].pointer', '/lines/0/amount_minor')
  })

  it('need one price at Stripe for an amount and one per list price for a percentage', () => {
    const lines = agree(line({ amountMinor: 900n }), line({ percentOffBp: 1000, minQuantity: 5 }))
    const list = [
      { priceBookEntryId: 'pbe_1' as const, productId: 'prd_1' as const, amountMinor: 1000n },
      { priceBookEntryId: 'pbe_2' as const, productId: 'prd_1' as const, amountMinor: 1205n },
      { priceBookEntryId: 'pbe_3' as const, productId: 'prd_2' as const, amountMinor: 5n },
    ]
    const prices = pricesOf(lines, list, 'USD')
    expect(prices.map((price) => [price.priceBookEntryId, price.unitAmountMinor])).to.deep.equal([
      [null, 900n],
      ['pbe_1', 900n],
      ['pbe_2', 1085n],
    ])
  })
})
