import { addressRules, type CountryRules } from './address-rules.gen.ts'

interface Region {
  code: string
  postalStart: RegExp | null
}

/** The rules of one country, ready for use. */
export interface Country {
  name: string
  requires: { region: boolean; postalCode: boolean }
  usesPostalCodes: boolean
  /** The postal code as the country writes it; null when it is none of that country. */
  postalCode(written: string): string | null
  /** Null when nothing is called so; undefined where the country has no list of regions. */
  region(written: string): Region | null | undefined
}

/** Case, accents, punctuation and repeated spaces do not tell two names apart. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[\s.,'’-]+/g, ' ')
    .trim()
}

function postalCodeOf(rules: CountryRules): Country['postalCode'] {
  if (rules.postal === undefined) return (written) => written
  const pattern = new RegExp(`^(?:${rules.postal})$`)
  const compacted = (text: string) => text.toUpperCase().replace(/[\s-]+/g, '')
  const prefix = compacted(rules.prefix ?? '')
  const matching = (compact: string, written: string) =>
    [
      ...(rules.breaks ?? []).map(([sign, tail]) => compact.slice(0, -tail) + sign + compact.slice(-tail)),
      compact,
      written.toUpperCase(),
    ].find((candidate) => pattern.test(candidate)) ?? null
  return (written) => {
    const compact = compacted(written)
    const code = matching(compact, written)
    if (code !== null || prefix === '' || !compact.startsWith(prefix)) return code
    // Some write CH-8001, where the code is 8001.
    return matching(compact.slice(prefix.length), written)
  }
}

function regionOf(rules: CountryRules): Country['region'] {
  if (rules.regions === undefined) return () => undefined
  const byName = new Map<string, Region>()
  for (const [code = '', names = '', postal] of rules.regions) {
    const region = { code, postalStart: postal === undefined ? null : new RegExp(`^(?:${postal})`) }
    for (const name of names.split('~')) if (name !== '') byName.set(folded(name), region)
  }
  // Codes win over names: an abbreviation never means another region's other name.
  for (const [code = ''] of rules.regions) {
    const region = [...byName.values()].find((known) => known.code === code)
    byName.set(folded(code), region ?? { code, postalStart: null })
  }
  return (written) => byName.get(folded(written)) ?? null
}

/** Compiled at first use: an import of many rows asks for the same few countries again and again. */
const compiled = new Map<string, Country>()

/** Null when there is no such country. */
export function countryOf(code: string): Country | null {
  const known = compiled.get(code)
  if (known !== undefined) return known
  const rules = Object.hasOwn(addressRules, code) ? addressRules[code] : undefined
  if (rules === undefined) return null
  const country: Country = {
    name: rules.name,
    requires: { region: rules.require.includes('S'), postalCode: rules.require.includes('Z') },
    usesPostalCodes: rules.withoutPostal !== true,
    postalCode: postalCodeOf(rules),
    region: regionOf(rules),
  }
  compiled.set(code, country)
  return country
}

/** The code of a country that was written out in English; null when there is none of that name. */
export function countryCodeOf(name: string): string | null {
  const wanted = folded(name)
  const [code] = Object.entries(addressRules).find(([, rules]) => folded(rules.name) === wanted) ?? []
  return code ?? null
}
