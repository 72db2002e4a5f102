import { Refusal } from '../shared/refusal.ts'
import { mod7, mod10, s10 } from './check-digits.ts'

/** Whose formats are known, by the adapter of their courier. */
export type FormatOwner = 'usps' | 'dhl' | 'canada_post' | 'chitchats'

interface Format {
  kind: string
  pattern: RegExp
  /** The check digit that the number should have; null where the format has none. */
  expected: ((number: string) => string) | null
  /** Where it stands, from the end. */
  checkAt?: number
  words: string
}

export interface TrackingNumberReading {
  owner: FormatOwner | 'generic'
  kind: string
  /** As the courier is asked and as it is stored. */
  number: string
  check: 'passed' | 'failed' | 'none'
  /** Set where the check failed. */
  expectedCheckDigit: string | null
}

const last10 = (number: string) => mod10(number.slice(0, -1))
const lastS10 = (number: string) => s10(number.slice(2, 10))

const formats: Readonly<Record<FormatOwner, readonly Format[]>> = {
  usps: [
    {
      kind: 'usps_impb',
      pattern: /^(?:9[2-5]\d{20}|9[2-5]\d{24}|94\d{28})$/,
      expected: last10,
      words: '22, 26 or 30 digits starting with 92 to 95, with or without 420 and the ZIP code in front',
    },
    { kind: 'usps_confirmation', pattern: /^91\d{20}$/, expected: last10, words: '91 and 20 digits' },
    { kind: 'usps_20', pattern: /^\d{20}$/, expected: last10, words: '20 digits' },
    {
      kind: 's10',
      pattern: /^[A-Z]{2}\d{9}US$/,
      expected: lastS10,
      checkAt: 3,
      words: 'two letters, nine digits and US',
    },
    {
      kind: 's10_foreign',
      pattern: /^[A-Z]{2}\d{9}[A-Z]{2}$/,
      expected: lastS10,
      checkAt: 3,
      words: 'two letters, nine digits and another post’s country',
    },
  ],
  dhl: [
    {
      kind: 'dhl_waybill',
      pattern: /^\d{10,11}$/,
      expected: (number) => mod7(number.slice(0, -1)),
      words: '10 or 11 digits',
    },
    {
      kind: 'dhl_piece',
      pattern: /^J[A-Z]{1,3}\d{9,18}$/,
      expected: null,
      words: 'J, one to three letters and 9 to 18 digits',
    },
    {
      kind: 'dhl_parcel_de',
      pattern: /^0034\d{16}$/,
      expected: last10,
      words: '0034 and 16 digits',
    },
    {
      kind: 'dhl_ecommerce',
      pattern: /^(?:(?=.*\d.*$)(?:GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)[0-9A-Z]{10,39}|\d{14})$/,
      expected: null,
      words: '14 digits, or GM, LX, RX, UV, CN, SG, TH, IN, HK or MY and 10 to 39 letters and digits',
    },
  ],
  canada_post: [
    { kind: 'canada_post_pin', pattern: /^\d{16}$/, expected: last10, words: '16 digits' },
    { kind: 'canada_post_older', pattern: /^(?:\d{12}|\d{15})$/, expected: null, words: '12 or 15 digits' },
    {
      kind: 's10',
      pattern: /^[A-Z]{2}\d{9}CA$/,
      expected: lastS10,
      checkAt: 3,
      words: 'two letters, nine digits and CA',
    },
    {
      kind: 's10_foreign',
      pattern: /^[A-Z]{2}\d{9}[A-Z]{2}$/,
      expected: lastS10,
      checkAt: 3,
      words: 'two letters, nine digits and another post’s country',
    },
  ],
  chitchats: [
    {
      kind: 'chit_chats_id',
      pattern: /^(?=.*\d)(?=.*[A-Z])[A-Z0-9]{10}$/,
      expected: null,
      words: '10 letters and digits',
    },
  ],
}

const owners = Object.keys(formats) as FormatOwner[]

/** Upper case, without spaces and dashes of any kind. */
export function normaliseTrackingNumber(text: string): string {
  return text.replaceAll(/[\s\u00a0\u2007\u202f\u2010-\u2015\u2212-]/g, '').toUpperCase()
}

/**
 * What a number is to the courier with this adapter: the reading that passes its check, or else the first that fits;
 * null where no format of the courier's fits. A courier of which nothing is known takes 4 to 40 letters and digits.
 */
export function readTrackingNumber(adapter: string, text: string): TrackingNumberReading | null {
  const number = normaliseTrackingNumber(text)
  if (!isKnown(adapter)) {
    return /^[A-Z0-9]{4,40}$/.test(number)
      ? { owner: 'generic', kind: 'generic', number, check: 'none', expectedCheckDigit: null }
      : null
  }
  const readings = readingsOf(adapter, number)
  return readings.find(({ check }) => check !== 'failed') ?? readings[0] ?? null
}

/**
 * The reading of a number that a person gives for a courier's. Refuses one that the courier cannot have given, and a
 * wrong check digit without a reason.
 */
export function acceptTrackingNumber(
  courier: { name: string; adapter: string },
  text: string,
  reason: string | null,
): TrackingNumberReading {
  const reading = readTrackingNumber(courier.adapter, text)
  if (reading === null) refuseImpossible(courier, normaliseTrackingNumber(text))
  if (reading.check === 'failed' && reason === null) refuseCheckDigit(courier.name, reading)
  return reading
}

/** The couriers that a number may be of, those whose check it passes first. */
export function detectCouriers(text: string): TrackingNumberReading[] {
  const rank = { passed: 0, none: 1, failed: 2 }
  return owners
    .flatMap((owner) => readTrackingNumber(owner, text) ?? [])
    .sort((a, b) => rank[a.check] - rank[b.check])
}

/** The courier's public page of a parcel. Chit Chats writes its ids in lower case there. */
export function trackingPageOf(
  courier: { adapter: string; trackingUrlTemplate: string },
  number: string,
): string {
  const written = courier.adapter === 'chitchats' ? number.toLowerCase() : number
  return courier.trackingUrlTemplate.replaceAll('{number}', encodeURIComponent(written))
}

/** The formats of a courier, in words. */
export function formatsOf(adapter: string): string[] {
  return isKnown(adapter) ? formats[adapter].map(({ words }) => words) : ['4 to 40 letters and digits']
}

function isKnown(adapter: string): adapter is FormatOwner {
  return Object.hasOwn(formats, adapter)
}

function readingsOf(owner: FormatOwner, number: string): TrackingNumberReading[] {
  const cores = owner === 'usps' ? withoutZip(number) : [number]
  return cores.flatMap((core) =>
    formats[owner]
      .filter(({ pattern }) => pattern.test(core))
      .map((format) => readingOf(owner, core, format)),
  )
}

function readingOf(owner: FormatOwner, number: string, format: Format): TrackingNumberReading {
  const { kind, expected, checkAt = 1 } = format
  const about = { owner, kind, number }
  if (expected === null) return { ...about, check: 'none', expectedCheckDigit: null }
  const digit = expected(number)
  // The 20-digit form leaves out the 91 over which its digit was made.
  const isOwn =
    number.at(-checkAt) === digit || (kind === 'usps_20' && number.at(-1) === last10(`91${number}`))
  return isOwn
    ? { ...about, check: 'passed', expectedCheckDigit: null }
    : { ...about, check: 'failed', expectedCheckDigit: digit }
}

/** A scanner puts 420 and the destination's ZIP code in front; 5 and 9 digits of it can make the same length. */
function withoutZip(number: string): string[] {
  const cores = [/^420\d{5}(9[1-5]\d+)$/, /^420\d{9}(9[1-5]\d+)$/].flatMap(
    (prefix) => prefix.exec(number)?.[1] ?? [],
  )
  return [number, ...cores]
}

function refuseImpossible({ name, adapter }: { name: string; adapter: string }, number: string): never {
  throw new Refusal(
    'tracking_number_impossible',
    `${number} cannot be a tracking number of ${name}.`,
    { tracking_number: number, formats: formatsOf(adapter) },
    [{ pointer: '/tracking_number', detail: `fits no format of ${name}` }],
  )
}

function refuseCheckDigit(name: string, { number, kind, expectedCheckDigit }: TrackingNumberReading): never {
  throw new Refusal(
    'check_digit_mismatch',
    `The check digit of ${number} should be ${expectedCheckDigit ?? ''} for ${name}.`,
    { tracking_number: number, format: kind, expected_check_digit: expectedCheckDigit },
    [
      {
        pointer: '/tracking_number',
        detail: `should have the check digit ${expectedCheckDigit ?? ''}, or a tracking_number_reason`,
      },
    ],
  )
}
