import { expect } from 'chai'
import { createPhoneNumbers } from '../../../src/adapters/phones/phone-numbers.ts'

describe('telephone numbers', () => {
  const numbers = createPhoneNumbers()

  for (const [written, country, e164] of [
    ['(416) 555-0123', 'CA', '+14165550123'],
    ['+1 212-555-0188', null, '+12125550188'],
    ['020 7946 0958', 'GB', '+442079460958'],
    ['+44 20 7946 0958', 'CA', '+442079460958'],
    ['416 555 0123 ext. 12', 'CA', '+14165550123'],
  ] as const) {
    it(`read ${written} from ${country ?? 'anywhere'}`, () => {
      expect(numbers.e164(written, country)).to.equal(e164)
    })
  }

  for (const [written, country] of [
    ['416 555 0123', null],
    ['416 555 0123', 'ZZ'],
    ['555-0123', 'US'],
    ['+1 999 555 0123', null],
    ['ask for 416 555 0123', 'CA'],
    ['phone', 'CA'],
  ] as const) {
    it(`read nothing from ${written} in ${country ?? 'no country'}`, () => {
      expect(numbers.e164(written, country)).to.equal(null)
    })
  }
})
