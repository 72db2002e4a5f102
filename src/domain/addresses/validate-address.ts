import { type Country, countryCodeOf, countryOf } from './country-rules.ts'

/** An address as somebody wrote it. Null and blank both stand for nothing. */
export interface AddressInput {
  label: string | null
  recipient: string
  line1: string
  line2: string | null
  city: string
  region: string | null
  postalCode: string | null
  country: string
  phone: string | null
}

export type AddressField = keyof AddressInput

export interface AddressFault {
  field: AddressField
  code:
    | 'required'
    | 'too_long'
    | 'country_unknown'
    | 'region_unknown'
    | 'postal_code_malformed'
    | 'postal_code_elsewhere'
  /** For a person: what is wrong and what would be right. */
  message: string
}

export interface AddressCorrection {
  field: AddressField
  from: string
  /** Null where the part was taken out. */
  to: string | null
  rule: 'spaces' | 'country_code' | 'region_code' | 'postal_code_form' | 'postal_code_unused'
}

/** What the rules of its country say about an address, and the address as they would write it. */
export interface AddressVerdict {
  status: 'valid' | 'corrected' | 'invalid'
  faults: AddressFault[]
  corrections: AddressCorrection[]
  address: AddressInput
}

/** The lengths that the contract allows. */
const longest: Readonly<Record<AddressField, number>> = {
  label: 100,
  recipient: 200,
  line1: 200,
  line2: 200,
  city: 100,
  region: 100,
  postalCode: 20,
  country: 100,
  phone: 40,
}
const fields = Object.keys(longest) as AddressField[]
const alwaysRequired = ['recipient', 'line1', 'city', 'country'] as const

/**
 * Judges an address by the bundled rules of its country, offline: required parts, postal code, region. What can be
 * corrected without guessing is corrected and listed; validating the corrected address again changes nothing.
 * Telephone numbers are taken as they are.
 */
export function validateAddress(input: AddressInput): AddressVerdict {
  const faults: AddressFault[] = []
  const corrections: AddressCorrection[] = []
  const address = { ...input }

  const correct = (field: AddressField, to: string | null, rule: AddressCorrection['rule']) => {
    const from = address[field]
    if (from === to || from === null) return
    corrections.push({ field, from, to, rule })
    Object.assign(address, { [field]: to })
  }
  const fault = (field: AddressField, code: AddressFault['code'], message: string) => {
    faults.push({ field, code, message })
  }

  tidy(address, correct)
  for (const field of fields) {
    if ((address[field]?.length ?? 0) > longest[field]) {
      fault(field, 'too_long', `must have at most ${longest[field]} characters`)
    }
  }
  for (const field of alwaysRequired) {
    if (address[field] === '') fault(field, 'required', 'must not be blank')
  }
  const country = judgeCountry(address, correct, fault)
  if (country !== null) judgeByCountry(country, address, correct, fault)

  const status = faults.length > 0 ? 'invalid' : corrections.length > 0 ? 'corrected' : 'valid'
  return { status, faults, corrections, address }
}

type Correct = (field: AddressField, to: string | null, rule: AddressCorrection['rule']) => void
type ReportFault = (field: AddressField, code: AddressFault['code'], message: string) => void

/** Spaces at the ends and in a row say nothing; a blank optional part is none, which is no correction. */
function tidy(address: AddressInput, correct: Correct): void {
  for (const field of fields) {
    const text = address[field]
    if (text === null) continue
    const tidied = text.replace(/\s+/g, ' ').trim()
    const isOptional = !(alwaysRequired as readonly string[]).includes(field)
    if (tidied === '' && isOptional) Object.assign(address, { [field]: null })
    else correct(field, tidied, 'spaces')
  }
}

function judgeCountry(address: AddressInput, correct: Correct, fault: ReportFault): Country | null {
  if (address.country === '') return null
  const upper = address.country.toUpperCase()
  const code = countryOf(upper) === null ? countryCodeOf(address.country) : upper
  if (code === null) {
    fault('country', 'country_unknown', 'must be an ISO 3166-1 alpha-2 code, such as CA')
    return null
  }
  correct('country', code, 'country_code')
  return countryOf(code)
}

function judgeByCountry(country: Country, address: AddressInput, correct: Correct, fault: ReportFault): void {
  const region = address.region === null ? null : country.region(address.region)
  if (region !== null && region !== undefined) correct('region', region.code, 'region_code')
  else if (country.requires.region && address.region === null) {
    fault('region', 'required', `is required in ${country.name}`)
  } else if (country.requires.region && region === null) {
    // Where the post needs no region, a text that is no region of the list does no harm.
    fault('region', 'region_unknown', `is no region of ${country.name}`)
  }

  if (!country.usesPostalCodes) {
    correct('postalCode', null, 'postal_code_unused')
    return
  }
  if (address.postalCode === null) {
    if (country.requires.postalCode) fault('postalCode', 'required', `is required in ${country.name}`)
    return
  }
  const code = country.postalCode(address.postalCode)
  if (code === null) {
    fault('postalCode', 'postal_code_malformed', `is no postal code of ${country.name}`)
    return
  }
  correct('postalCode', code, 'postal_code_form')
  if (region?.postalStart?.test(code) === false) {
    fault('postalCode', 'postal_code_elsewhere', `is not in ${region.code}`)
  }
}
