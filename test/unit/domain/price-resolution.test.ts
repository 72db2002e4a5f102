import { expect } from 'chai'
import fc from 'fast-check'
import {
  type BespokePrice,
  type PriceCandidate,
  type PricedProduct,
  resolvePrice,
} from '../../../src/domain/pricing/resolution.ts'
import type { PriceBookEntryId } from '../../../src/domain/shared/ids.ts'
import { minutesAfterNoon, noon } from './builders.ts'

describe('the price of a product', () => {
  const bespoke = fc.record({
    unitAmountMinor: fc.bigInt({ min: 0n, max: 99_999n }),
    notes: fc.constant('deal'),
  })
  const entry = fc.record({
    region: fc.constantFrom('US', 'CA', null),
    minutes: fc.integer({ min: 0, max: 5 }),
    unitAmountMinor: fc.bigInt({ min: 0n, max: 99_999n }),
  })
  const entries = fc
    .array(entry, { maxLength: 8 })
    .map((list) => list.map((one, index) => aCandidate(`pbe_${index}`, one)))
  const region = fc.constantFrom('US', 'CA', 'MX', null)

  it('is bespoke, then regional, then global, and the newest of its kind', () => {
    fc.assert(
      fc.property(entries, region, fc.option(bespoke), (candidates, asked, deal) => {
        const answer = resolvePrice(aProduct(candidates), { currency: 'USD', region: asked, bespoke: deal })
        const expected = oracle(candidates, asked, deal)
        expect(answer === null ? null : [answer.source, answer.priceBookEntryId]).to.deep.equal(expected)
      }),
    )
  })

  it('names one winner, and every other price it could have been with the reason it lost', () => {
    fc.assert(
      fc.property(entries, region, fc.option(bespoke), (candidates, asked, deal) => {
        const answer = resolvePrice(aProduct(candidates), { currency: 'USD', region: asked, bespoke: deal })
        if (answer === null) return
        const [winner, ...lost] = answer.candidates
        expect(winner?.outcome).to.equal('won')
        expect(winner?.unitAmountMinor).to.equal(answer.unitAmountMinor)
        expect(lost.every(({ outcome, reason }) => outcome === 'lost' && reason !== '')).to.equal(true)
        const fitting = candidates.filter((one) => one.region === null || one.region === asked).length
        expect(answer.candidates.length).to.equal(fitting + (deal === null ? 0 : 1))
      }),
    )
  })

  it('of another region is never considered', () => {
    const product = aProduct([aCandidate('pbe_1', { region: 'CA', minutes: 0, unitAmountMinor: 1n })])
    expect(resolvePrice(product, { currency: 'USD', region: 'US', bespoke: null })).to.equal(null)
    expect(resolvePrice(product, { currency: 'USD', region: null, bespoke: null })).to.equal(null)
  })

  it('that is bespoke counts as synced: it travels to Stripe with the line', () => {
    const answer = resolvePrice(aProduct([]), {
      currency: 'USD',
      region: null,
      bespoke: { unitAmountMinor: 5n, notes: 'deal' },
    })
    expect(answer).to.deep.include({ syncStatus: 'synced', stripePriceId: null, priceBookEntryId: null })
  })
})

/** The rule again, written as three loops instead of one sort. */
function oracle(
  candidates: readonly PriceCandidate[],
  region: string | null,
  bespoke: BespokePrice | null,
): [string, string | null] | null {
  if (bespoke !== null) return ['BESPOKE', null]
  for (const [source, wanted] of [
    ['PRICEBOOK_REGIONAL', region],
    ['PRICEBOOK_GLOBAL', null],
  ] as const) {
    if (source === 'PRICEBOOK_REGIONAL' && wanted === null) continue
    let best: PriceCandidate | null = null
    for (const one of candidates) {
      if (one.region !== wanted) continue
      const isNewer = best === null || one.validFrom > best.validFrom
      const isTied = best !== null && one.validFrom.getTime() === best.validFrom.getTime()
      if (isNewer || (isTied && best !== null && one.priceBookEntryId > best.priceBookEntryId)) best = one
    }
    if (best !== null) return [source, best.priceBookEntryId]
  }
  return null
}

function aCandidate(
  id: PriceBookEntryId,
  given: { region: string | null; minutes: number; unitAmountMinor: bigint },
): PriceCandidate {
  return {
    priceBookEntryId: id,
    region: given.region,
    currency: 'USD',
    unitAmountMinor: given.unitAmountMinor,
    stripePriceId: 'price_1',
    syncStatus: 'synced',
    syncStatusSince: noon,
    validFrom: minutesAfterNoon(given.minutes),
  }
}

function aProduct(candidates: PriceCandidate[]): PricedProduct {
  return {
    id: 'prd_1',
    sku: 'SNS-TEMP-1',
    name: 'Temperature sensor',
    isProvisionable: true,
    stripeProductId: 'prod_1',
    candidates,
  }
}
