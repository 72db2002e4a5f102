import { expect } from 'chai'
import fc from 'fast-check'
import {
  allocate,
  exponentOf,
  formatMoney,
  reducedBy,
  unchargeable,
} from '../../../src/domain/shared/money.ts'
import { refusalFrom } from './builders.ts'

describe('money', () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 12n })
  const weights = fc
    .array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 20 })
    .filter((list) => list.some((weight) => weight > 0n))

  it('is shared out without gaining or losing a cent', () => {
    fc.assert(
      fc.property(amount, weights, (whole, shares) => {
        const parts = allocate(whole, shares)
        expect(parts.length).to.equal(shares.length)
        expect(parts.reduce((sum, part) => sum + part, 0n)).to.equal(whole)
      }),
    )
  })

  it('is shared out so that no part is a whole unit away from its exact share', () => {
    fc.assert(
      fc.property(amount, weights, (whole, shares) => {
        const sum = shares.reduce((total, weight) => total + weight, 0n)
        allocate(whole, shares).forEach((part, index) => {
          const distance = part * sum - whole * (shares[index] ?? 0n)
          expect(distance > -sum && distance < sum).to.equal(true)
          if (shares[index] === 0n) expect(part).to.equal(0n)
        })
      }),
    )
  })

  it('reduced by a percentage is never dearer, can be charged, and is off by half a step at most', () => {
    const currencies = fc.constantFrom(['JPY', 1n], ['USD', 1n], ['KWD', 10n]) as fc.Arbitrary<
      [string, bigint]
    >
    fc.assert(
      fc.property(currencies, amount, fc.integer({ min: 1, max: 10_000 }), ([currency, step], steps, bp) => {
        const whole = steps * step
        const reduced = reducedBy(whole, bp, currency)
        const error = reduced * 10_000n - whole * BigInt(10_000 - bp)
        expect(reduced >= 0n && reduced <= whole).to.equal(true)
        expect(unchargeable(reduced, currency)).to.equal(null)
        expect(error > -5_000n * step && error <= 5_000n * step).to.equal(true)
      }),
    )
  })

  it('gives the odd cent to the largest remainder, and of equal ones to the first', () => {
    expect(allocate(100n, [1n, 1n, 1n])).to.deep.equal([34n, 33n, 33n])
    expect(allocate(10n, [1n, 5n, 2n])).to.deep.equal([1n, 6n, 3n])
    expect(() => allocate(10n, [0n])).to.throw(RangeError)
    expect(() => allocate(10n, [])).to.throw(RangeError)
  })

  it('is written with the digits of its currency', () => {
    expect(formatMoney(123_450n, 'USD')).to.equal('USD 1,234.50')
    expect(formatMoney(1_235n, 'JPY')).to.equal('JPY 1,235')
    expect(formatMoney(1_234_567n, 'KWD')).to.equal('KWD 1,234.567')
    expect(formatMoney(5n, 'EUR')).to.equal('EUR 0.05')
    expect(formatMoney(0n, 'BHD')).to.equal('BHD 0.000')
    expect(formatMoney(-123_456_789n, 'CAD')).to.equal('CAD -1,234,567.89')
  })

  it('reads back as the amount it was written from', () => {
    const signed = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })
    fc.assert(
      fc.property(signed, fc.constantFrom('JPY', 'USD', 'KWD'), (minor, currency) => {
        const text = formatMoney(minor, currency)
        expect(BigInt(text.slice(4).replace(/[,.]/g, ''))).to.equal(minor)
        const point = text.indexOf('.')
        expect(point === -1 ? 0 : text.length - point - 1).to.equal(exponentOf(currency))
      }),
    )
  })

  it('is refused in a currency we do not sell in', () => {
    const refusal = refusalFrom(() => exponentOf('XAU'))
    expect(refusal.code).to.equal('body_field_invalid')
    expect(refusal.faults[0]?.pointer).to.equal('/currency')
  })
})
