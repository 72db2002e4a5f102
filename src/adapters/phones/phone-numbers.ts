import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { PhoneNumbers } from '../../application/ports/phone-numbers.ts'

/**
 * With the small metadata: whether a number is valid follows from its country's general pattern, the same answer as
 * with the full metadata; only the kind of line (mobile, fixed) would need those.
 */
export function createPhoneNumbers(): PhoneNumbers {
  return {
    e164(written, country) {
      const known = country !== null && isSupportedCountry(country) ? { defaultCountry: country } : {}
      // Without extraction: a sentence with a number in it is no number.
      const number = parsePhoneNumberFromString(written, { ...known, extract: false })
      return number?.isValid() === true ? number.number : null
    },
  }
}
