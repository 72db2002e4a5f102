import { expect } from 'chai'
import {
  amendPrice,
  checkPrice,
  closePrice,
  type PriceBookEntry,
  publishPrice,
  stripeWork,
} from '../../../src/domain/pricing/price-book-entry.ts'
import { Refusal } from '../../../src/domain/shared/refusal.ts'

const day = (n: number) => new Date(Date.UTC(2026, 0, n))

function anEntry(about: Partial<PriceBookEntry> = {}): PriceBookEntry {
  return {
    id: 'pbe_1',
    productId: 'prd_1',
    region: null,
    currency: 'USD',
    amountMinor: 1000n,
    minQuantity: 1,
    validFrom: day(1),
    validTo: null,
    publishedAt: null,
    replacesId: null,
    stripePriceId: null,
    stripeArchivedAt: null,
    syncStatus: 'unsynced',
    syncStatusSince: day(1),
    syncError: null,
    version: 1,
    createdAt: day(1),
    updatedAt: day(1),
    ...about,
  }
}
const published = (about: Partial<PriceBookEntry> = {}) => anEntry({ publishedAt: day(1), ...about })

function pointerOf(work: () => unknown): string | undefined {
  try {
    work()
  } catch (error) {
    expect(error).to.be.instanceOf(Refusal)
    return (error as Refusal).faults[0]?.pointer ?? (error as Refusal).code
  }
  return undefined
}

describe('a price book entry', () => {
  it('is in a currency we sell in, in steps that Stripe can charge', () => {
    for (const currency of ['JPY', 'USD', 'KWD']) {
      expect(pointerOf(() => checkPrice(anEntry({ currency, amountMinor: 1230n })))).to.equal(undefined)
    }
    expect(pointerOf(() => checkPrice(anEntry({ currency: 'JPY', amountMinor: 1n })))).to.equal(undefined)
    expect(pointerOf(() => checkPrice(anEntry({ currency: 'KWD', amountMinor: 1234n })))).to.equal(
      '/amount_minor',
    )
    expect(pointerOf(() => checkPrice(anEntry({ currency: 'XXX' })))).to.equal('/currency')
    expect(pointerOf(() => checkPrice(anEntry({ validTo: day(1) })))).to.equal('/valid_to')
  })

  it('begins no earlier than it is published', () => {
    expect(publishPrice(anEntry(), true, day(5)).entry.validFrom).to.deep.equal(day(5))
    expect(publishPrice(anEntry({ validFrom: day(9) }), true, day(5)).entry.validFrom).to.deep.equal(day(9))
  })

  it('is published once, of a product that is sold, while its time is not over', () => {
    expect(pointerOf(() => publishPrice(published(), true, day(5)))).to.equal('move_not_allowed')
    expect(pointerOf(() => publishPrice(anEntry(), false, day(5)))).to.equal('move_not_allowed')
    expect(pointerOf(() => publishPrice(anEntry({ validTo: day(5) }), true, day(5)))).to.equal(
      'move_not_allowed',
    )
  })

  it('ends now or later, and never applies when it ends before it began', () => {
    expect(closePrice(published(), null, day(5)).entry.validTo).to.deep.equal(day(5))
    expect(closePrice(published(), day(7), day(5)).entry.validTo).to.deep.equal(day(7))
    expect(closePrice(published({ validFrom: day(9) }), null, day(5)).entry.validTo).to.deep.equal(day(9))
    expect(pointerOf(() => closePrice(published(), day(4), day(5)))).to.equal('/valid_to')
    expect(pointerOf(() => closePrice(published({ validTo: day(5) }), null, day(5)))).to.equal(
      'move_not_allowed',
    )
    const neverApplies = published({ validFrom: day(9), validTo: day(9) })
    expect(pointerOf(() => closePrice(neverApplies, null, day(5)))).to.equal('move_not_allowed')
    expect(pointerOf(() => closePrice(published({ validTo: day(7) }), day(8), day(5)))).to.equal('/valid_to')
    expect(pointerOf(() => closePrice(anEntry(), null, day(5)))).to.equal('move_not_allowed')
  })

  it('hands over to its successor at one instant, and the successor keeps the end', () => {
    const open = published({ validTo: day(30), stripePriceId: 'price_1', syncStatus: 'synced' })
    const { closed, successor, events } = amendPrice(
      open,
      { id: 'pbe_2', amountMinor: 1200n, validFrom: day(10) },
      day(5),
    )
    expect(closed.validTo).to.deep.equal(day(10))
    expect(successor).to.deep.include({
      validFrom: day(10),
      validTo: day(30),
      replacesId: 'pbe_1',
      amountMinor: 1200n,
      stripePriceId: null,
      syncStatus: 'unsynced',
    })
    expect(events.map(({ type }) => type)).to.deep.equal([
      'price_book_entry.closed',
      'price_book_entry.published',
    ])
    const other = { id: 'pbe_2', amountMinor: 1200n, validFrom: null } as const
    expect(pointerOf(() => amendPrice(open, { ...other, amountMinor: 1000n }, day(5)))).to.equal(
      '/amount_minor',
    )
    expect(pointerOf(() => amendPrice(open, { ...other, validFrom: day(30) }, day(5)))).to.equal(
      '/valid_from',
    )
    expect(pointerOf(() => amendPrice(open, { ...other, validFrom: day(4) }, day(5)))).to.equal('/valid_from')
  })

  it('is sold at Stripe exactly as long as here', () => {
    const synced = { stripePriceId: 'price_1', syncStatus: 'synced' } as const
    const table: [string, PriceBookEntry, boolean, string][] = [
      ['a draft', anEntry(), true, 'nothing'],
      ['a published one', published(), true, 'make'],
      ['one whose sync stopped half-way', published({ syncStatus: 'syncing' }), true, 'make'],
      ['one that failed', published({ syncStatus: 'failed' }), true, 'make'],
      ['a synced one', published(synced), true, 'nothing'],
      ['an ended one', published({ ...synced, validTo: day(5) }), true, 'archive'],
      [
        'an ended one whose sync lost its answer',
        published({ syncStatus: 'syncing', validTo: day(5) }),
        true,
        'archive',
      ],
      [
        'an ended one whose successor is not there',
        published({ ...synced, validTo: day(5) }),
        false,
        'nothing',
      ],
      [
        'an archived one',
        published({ ...synced, validTo: day(5), stripeArchivedAt: day(5) }),
        true,
        'nothing',
      ],
      [
        'one that ended before it began',
        published({ ...synced, validFrom: day(9), validTo: day(9) }),
        true,
        'archive',
      ],
      ['an ended one that was never tried', published({ validTo: day(5) }), true, 'nothing'],
    ]
    for (const [name, entry, successorIsLive, work] of table) {
      expect(stripeWork(entry, successorIsLive, day(5)), name).to.equal(work)
    }
  })
})
