import { expect } from 'chai'
import { comparePrices, type OurPrice, type TheirPrice } from '../../../src/domain/pricing/price-drift.ts'

const asOf = new Date('2026-10-08T04:23:00Z')
const before = (minutes: number) => new Date(asOf.getTime() - minutes * 60_000)

const ours = (about: Partial<OurPrice> = {}): OurPrice => ({
  id: 'pbe_1',
  stripeProductId: 'prod_1',
  productName: 'Probe',
  productSince: before(90),
  stripePriceId: 'price_1',
  currency: 'CAD',
  amountMinor: 100n,
  endsAt: null,
  syncStatus: 'synced',
  syncStatusSince: before(90),
  ...about,
})
const theirs = (about: Partial<TheirPrice> = {}): TheirPrice => ({
  id: 'price_1',
  reference: 'pbe_1',
  stripeProductId: 'prod_1',
  productName: 'Probe',
  amountMinor: 100n,
  currency: 'CAD',
  isLive: true,
  ...about,
})
const kinds = (mine: OurPrice[], other: TheirPrice[]) =>
  comparePrices(mine, other, asOf).map(({ kind, stripePriceId }) => `${kind} ${stripePriceId}`)

describe('comparing prices with Stripe', () => {
  it('finds nothing where both sides agree', () => {
    expect(kinds([ours()], [theirs()])).to.deep.equal([])
    expect(kinds([ours({ endsAt: before(1) })], [theirs({ isLive: false })])).to.deep.equal([])
  })

  it('finds a twin that is missing, archived, or another price', () => {
    expect(kinds([ours()], [])).to.deep.equal(['missing price_1'])
    expect(kinds([ours()], [theirs({ isLive: false })])).to.deep.equal(['inactive price_1'])
    expect(kinds([ours()], [theirs({ amountMinor: 101n })])).to.deep.equal(['amount price_1'])
    expect(kinds([ours()], [theirs({ amountMinor: null })])).to.deep.equal(['amount price_1'])
    expect(kinds([ours()], [theirs({ currency: 'USD' })])).to.deep.equal(['currency price_1'])
  })

  it('finds a product that is called otherwise, unless it was renamed just now', () => {
    const [drift] = comparePrices([ours({ productName: 'Probe II' })], [theirs()], asOf)
    expect(drift).to.include({ kind: 'name', ours: 'Probe II', theirs: 'Probe' })
    expect(kinds([ours({ productName: 'Probe II', productSince: before(59) })], [theirs()])).to.deep.equal([])
    expect(kinds([ours()], [theirs({ productName: null })])).to.deep.equal([])
  })

  it('finds live prices that no entry accounts for', () => {
    const second = theirs({ id: 'price_2' })
    expect(kinds([ours()], [theirs(), second])).to.deep.equal(['extra_live price_2'])
    expect(kinds([ours()], [theirs(), theirs({ id: 'price_2', reference: null })])).to.deep.equal([
      'extra_live price_2',
    ])
    expect(kinds([], [theirs()])).to.deep.equal(['extra_live price_1'])
    expect(kinds([ours({ endsAt: before(61) })], [theirs()])).to.deep.equal(['extra_live price_1'])
  })

  it('does not judge work that is under way, prices of agreements, or products of others', () => {
    expect(kinds([ours({ syncStatusSince: new Date(asOf.getTime() + 1) })], [])).to.deep.equal([])
    expect(kinds([ours({ syncStatus: 'syncing', stripePriceId: null })], [theirs()])).to.deep.equal([])
    expect(kinds([ours({ endsAt: before(5) })], [theirs()])).to.deep.equal([])
    expect(kinds([ours()], [theirs(), theirs({ id: 'price_2', reference: 'agl_1' })])).to.deep.equal([])
    const foreign = theirs({ id: 'price_2', reference: null, stripeProductId: 'prod_2' })
    expect(kinds([ours()], [theirs(), foreign])).to.deep.equal([])
  })
})
