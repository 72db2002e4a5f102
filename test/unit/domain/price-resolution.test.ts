import { expect } from 'chai'
import fc from 'fast-check'
import type {
  AgreedPrice,
  ListPrice,
  PricedProduct,
  PriceRequest,
} from '../../../src/domain/pricing/priced-product.ts'
import { otherCurrencies, resolvePrice } from '../../../src/domain/pricing/resolution.ts'
import { minutesAfterNoon, noon } from './builders.ts'

const amount = fc.bigInt({ min: 0n, max: 400n })
const currency = fc.constantFrom('USD', 'CAD', 'JPY')
const tier = fc.constantFrom(1, 5, 10)
const time = fc
  .record({ from: fc.integer({ min: -3, max: 1 }), length: fc.option(fc.integer({ min: 1, max: 4 })) })
  .map(({ from, length }) => ({
    validFrom: minutesAfterNoon(from),
    validTo: length === null ? null : minutesAfterNoon(from + length),
  }))
const stripe = fc.constantFrom(
  { stripePriceId: 'price_1', syncStatus: 'synced' as const, syncStatusSince: noon },
  { stripePriceId: null, syncStatus: 'unsynced' as const, syncStatusSince: noon },
)
const listPrice = fc
  .record({
    time,
    stripe,
    currency,
    unitAmountMinor: amount,
    minQuantity: tier,
    region: fc.constantFrom('CA', 'US', null),
  })
  .map(({ time: when, stripe: state, ...rest }) => ({ ...rest, ...when, ...state }))
const agreedPrice = fc
  .record({
    time,
    currency,
    minQuantity: tier,
    agreement: fc.integer({ min: 1, max: 3 }),
    kind: fc.oneof(
      amount.map((amountMinor) => ({ amountMinor, percentOffBp: null })),
      fc.integer({ min: 1, max: 10_000 }).map((percentOffBp) => ({ amountMinor: null, percentOffBp })),
    ),
  })
  .map(({ time: when, agreement, kind, ...rest }) => ({
    ...rest,
    ...when,
    ...kind,
    priceAgreementId: `pag_${agreement}` as const,
    agreementNumber: `PAG-${agreement}`,
    activatedAt: minutesAfterNoon(agreement % 2),
    twins: [],
  }))
const products = fc
  .record({ list: fc.array(listPrice, { maxLength: 8 }), agreed: fc.array(agreedPrice, { maxLength: 6 }) })
  .map(({ list, agreed }) =>
    aProduct(
      list.map((price, index) => ({ ...price, priceBookEntryId: `pbe_${index}` as const })),
      agreed
        .filter(
          ({ priceAgreementId, minQuantity }, index) =>
            agreed.findIndex(
              (one) => one.priceAgreementId === priceAgreementId && one.minQuantity === minQuantity,
            ) === index,
        )
        .map((price, index) => ({ ...price, priceAgreementLineId: `agl_${index}` as const })),
    ),
  )
const requests: fc.Arbitrary<PriceRequest> = fc.record({
  currency,
  region: fc.constantFrom('CA', 'US', 'MX', null),
  quantity: fc.integer({ min: 1, max: 12 }),
  at: fc.constant(noon),
  bespoke: fc.option(fc.record({ unitAmountMinor: amount, notes: fc.constant('deal') }), { freq: 6 }),
})

describe('the price of a product', () => {
  it('is bespoke, then agreed, then regional, then global', () => {
    fc.assert(
      fc.property(products, requests, (product, request) => {
        const answer = resolvePrice(product, request)
        const found =
          answer === null
            ? null
            : [answer.source, answer.unitAmountMinor, answer.priceAgreementLineId ?? answer.priceBookEntryId]
        expect(found).to.deep.equal(oracle(product, request))
      }),
      { numRuns: 2_000 },
    )
  })

  it('names one winner first, and every other price with the reason it lost', () => {
    fc.assert(
      fc.property(products, requests, (product, request) => {
        const answer = resolvePrice(product, request)
        if (answer === null) return
        const [winner, ...lost] = answer.candidates
        expect(winner).to.include({ outcome: 'won', reason: 'won', unitAmountMinor: answer.unitAmountMinor })
        expect(lost.every(({ outcome, reason }) => outcome === 'lost' && reason !== 'won')).to.equal(true)
        expect(answer.candidates).to.have.length(
          product.listPrices.length + product.agreedPrices.length + (request.bespoke === null ? 0 : 1),
        )
      }),
    )
  })

  it('is the same whatever the order in which prices are read', () => {
    fc.assert(
      fc.property(products, requests, (product, request) => {
        const turned = {
          ...product,
          listPrices: [...product.listPrices].reverse(),
          agreedPrices: [...product.agreedPrices].reverse(),
        }
        const [one, other] = [resolvePrice(product, request), resolvePrice(turned, request)]
        expect(other === null ? null : { ...other, candidates: [] }).to.deep.equal(
          one === null ? null : { ...one, candidates: [] },
        )
      }),
    )
  })

  it('says why each of the others lost', () => {
    const product = aProduct(
      [
        aListPrice('pbe_1', { minQuantity: 10 }),
        aListPrice('pbe_2', { minQuantity: 5, unitAmountMinor: 999n }),
        aListPrice('pbe_3', {}),
        aListPrice('pbe_4', { region: 'CA' }),
        aListPrice('pbe_5', { currency: 'CAD' }),
        aListPrice('pbe_6', { validFrom: minutesAfterNoon(1) }),
        aListPrice('pbe_7', { validTo: noon }),
      ],
      [
        anAgreedPrice('agl_1', 'pag_1', { percentOffBp: 1250 }),
        anAgreedPrice('agl_2', 'pag_2', { amountMinor: 900n }),
        anAgreedPrice('agl_3', 'pag_3', { amountMinor: 874n, activatedAt: minutesAfterNoon(-1) }),
      ],
    )
    const answer = resolvePrice(product, aRequest({ quantity: 6 }))
    // 999 less 12.5 % is 874.125.
    expect(answer).to.include({
      source: 'PRICE_AGREEMENT',
      unitAmountMinor: 874n,
      label: 'Agreement PAG-1, 12.5 % off the list price',
      priceBookEntryId: 'pbe_2',
      syncStatus: 'unsynced',
    })
    const reasons = answer?.candidates.map((one) => [
      one.priceAgreementLineId ?? one.priceBookEntryId,
      one.reason,
    ])
    expect(reasons).to.have.deep.members([
      ['agl_1', 'won'],
      ['agl_2', 'higher_amount'],
      ['agl_3', 'activated_earlier'],
      ['pbe_1', 'quantity_not_reached'],
      ['pbe_2', 'lower_precedence'],
      ['pbe_3', 'smaller_tier'],
      ['pbe_4', 'other_region'],
      ['pbe_5', 'wrong_currency'],
      ['pbe_6', 'not_yet_valid'],
      ['pbe_7', 'ended'],
    ])
  })

  it('is synced under a percentage only while its twin has exactly the amount', () => {
    const twin = (unitAmountMinor: bigint) => ({
      priceBookEntryId: 'pbe_1' as const,
      unitAmountMinor,
      currency: 'USD',
      stripePriceId: 'price_9',
      syncStatus: 'synced' as const,
      syncStatusSince: noon,
    })
    const priced = (unitAmountMinor: bigint) =>
      resolvePrice(
        aProduct(
          [aListPrice('pbe_1', { unitAmountMinor: 101n })],
          [anAgreedPrice('agl_1', 'pag_1', { percentOffBp: 5000, twins: [twin(unitAmountMinor)] })],
        ),
        aRequest({}),
      )
    // 50.5 rounds half up.
    expect(priced(51n)).to.include({ unitAmountMinor: 51n, stripePriceId: 'price_9', syncStatus: 'synced' })
    expect(priced(50n)).to.include({ unitAmountMinor: 51n, stripePriceId: null, syncStatus: 'unsynced' })
  })

  it('does not exist under a percentage without a list price', () => {
    const product = aProduct([], [anAgreedPrice('agl_1', 'pag_1', { percentOffBp: 1000 })])
    expect(resolvePrice(product, aRequest({}))).to.equal(null)
  })

  it('that is bespoke counts as synced: it travels to Stripe with the line', () => {
    const answer = resolvePrice(
      aProduct([], []),
      aRequest({ bespoke: { unitAmountMinor: 5n, notes: 'deal' } }),
    )
    expect(answer).to.deep.include({ syncStatus: 'synced', stripePriceId: null, priceBookEntryId: null })
  })

  it('names the other currencies in which there is one, in whole yen too', () => {
    const product = aProduct([aListPrice('pbe_1', { currency: 'JPY', unitAmountMinor: 1500n })], [])
    expect(otherCurrencies(product, aRequest({}))).to.deep.equal(['JPY'])
    expect(resolvePrice(product, aRequest({ currency: 'JPY' }))).to.include({
      unitAmountMinor: 1500n,
      currency: 'JPY',
    })
  })
})

/** The rule again, by brute force: every price that may apply is tried, and the best of its kind is kept. */
function oracle(
  product: PricedProduct,
  { bespoke, currency: wanted, region, quantity, at }: PriceRequest,
): [string, bigint, string | null] | null {
  if (bespoke !== null) return ['BESPOKE', bespoke.unitAmountMinor, null]
  const applies = (one: ListPrice | AgreedPrice) =>
    one.currency === wanted &&
    one.minQuantity <= quantity &&
    one.validFrom <= at &&
    (one.validTo === null || one.validTo > at)
  let list: ListPrice | null = null
  for (const place of region === null ? [null] : [region, null]) {
    for (const one of product.listPrices) {
      if (!applies(one) || one.region !== place) continue
      if (list !== null && list.region !== place) continue
      if (list === null || one.minQuantity > list.minQuantity) list = one
      else if (one.minQuantity < list.minQuantity) continue
      else if (one.validFrom > list.validFrom) list = one
      else if (one.validFrom < list.validFrom) continue
      else if (one.priceBookEntryId > list.priceBookEntryId) list = one
    }
  }
  let best: { line: AgreedPrice; minor: bigint } | null = null
  for (const agreementId of new Set(product.agreedPrices.map((one) => one.priceAgreementId))) {
    let own: { line: AgreedPrice; minor: bigint } | null = null
    for (const line of product.agreedPrices) {
      if (line.priceAgreementId !== agreementId || !applies(line)) continue
      if (line.amountMinor === null && list === null) continue
      const share = (list?.unitAmountMinor ?? 0n) * BigInt(10_000 - (line.percentOffBp ?? 0))
      const minor = line.amountMinor ?? share / 10_000n + (share % 10_000n >= 5_000n ? 1n : 0n)
      if (own === null || line.minQuantity > own.line.minQuantity) own = { line, minor }
    }
    if (own === null) continue
    const isLater = (a: AgreedPrice, b: AgreedPrice) =>
      a.activatedAt > b.activatedAt ||
      (a.activatedAt.getTime() === b.activatedAt.getTime() && a.priceAgreementId > b.priceAgreementId)
    if (best === null || own.minor < best.minor || (own.minor === best.minor && isLater(own.line, best.line)))
      best = own
  }
  if (best !== null) return ['PRICE_AGREEMENT', best.minor, best.line.priceAgreementLineId]
  if (list === null) return null
  const source = list.region === null ? 'PRICEBOOK_GLOBAL' : 'PRICEBOOK_REGIONAL'
  return [source, list.unitAmountMinor, list.priceBookEntryId]
}

function aRequest(given: Partial<PriceRequest>): PriceRequest {
  return { currency: 'USD', region: 'US', quantity: 1, at: noon, bespoke: null, ...given }
}

function aListPrice(id: ListPrice['priceBookEntryId'], given: Partial<ListPrice>): ListPrice {
  return {
    priceBookEntryId: id,
    region: null,
    currency: 'USD',
    unitAmountMinor: 1000n,
    minQuantity: 1,
    validFrom: minutesAfterNoon(-5),
    validTo: null,
    stripePriceId: 'price_1',
    syncStatus: 'synced',
    syncStatusSince: noon,
    ...given,
  }
}

function anAgreedPrice(
  lineId: AgreedPrice['priceAgreementLineId'],
  agreementId: AgreedPrice['priceAgreementId'],
  given: Partial<AgreedPrice>,
): AgreedPrice {
  return {
    priceAgreementId: agreementId,
    priceAgreementLineId: lineId,
    agreementNumber: agreementId.replace('pag_', 'PAG-'),
    currency: 'USD',
    amountMinor: null,
    percentOffBp: null,
    minQuantity: 1,
    validFrom: minutesAfterNoon(-5),
    validTo: null,
    activatedAt: noon,
    twins: [],
    ...given,
  }
}

function aProduct(listPrices: ListPrice[], agreedPrices: AgreedPrice[]): PricedProduct {
  return {
    id: 'prd_1',
    sku: 'SNS-TEMP-1',
    name: 'Temperature sensor',
    isProvisionable: true,
    isSold: true,
    stripeProductId: 'prod_1',
    listPrices,
    agreedPrices,
  }
}
