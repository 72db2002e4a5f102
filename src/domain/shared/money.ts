import { Refusal } from './refusal.ts'

// ISO 4217 exponents: how many decimal digits one major unit has. A currency not listed is not sold in.
const exponents: ReadonlyMap<string, 0 | 2 | 3> = new Map([
  ...(['JPY', 'KRW'] as const).map((code) => [code, 0] as const),
  ...(['AUD', 'CAD', 'CHF', 'EUR', 'GBP', 'MXN', 'NZD', 'USD'] as const).map((code) => [code, 2] as const),
  ...(['BHD', 'KWD'] as const).map((code) => [code, 3] as const),
])

export type Currency = string

/** Decimal digits of a currency; an unknown currency is refused rather than guessed. */
export function exponentOf(currency: Currency): 0 | 2 | 3 {
  const exponent = exponents.get(currency)
  if (exponent === undefined) {
    throw new Refusal(
      'body_field_invalid',
      `The currency ${currency} is not one we sell in.`,
      { currencies: [...exponents.keys()] },
      [{ pointer: '/currency', detail: `must be one of ${[...exponents.keys()].join(', ')}` }],
    )
  }
  return exponent
}

/** What an amount of the currency must be a multiple of to be charged: Stripe takes three decimals in tens only. */
function stepOf(currency: Currency): bigint {
  return exponentOf(currency) === 3 ? 10n : 1n
}

/** Why nobody can be charged the amount, to follow its field's name; null when somebody can. */
export function unchargeable(amountMinor: bigint, currency: Currency): string | null {
  return amountMinor % stepOf(currency) === 0n
    ? null
    : `must end in 0: ${currency} is charged in steps of ten minor units`
}

/** An amount with hundredths of a percent taken off, rounded half up to what can be charged in the currency. */
export function reducedBy(amountMinor: bigint, percentOffBp: number, currency: Currency): bigint {
  const unit = 10_000n * stepOf(currency)
  return ((amountMinor * BigInt(10_000 - percentOffBp) + unit / 2n) / unit) * stepOf(currency)
}

/** The largest amount that JSON carries exactly to everybody. */
export const MOST_MINOR = BigInt(Number.MAX_SAFE_INTEGER)

/** Refuses a sum that JSON cannot carry exactly. `pointer` is where it came from. */
export function refuseTooMuch(amountMinor: bigint, pointer: string): void {
  if (amountMinor <= MOST_MINOR) return
  const detail = `must come to ${MOST_MINOR} minor units at most`
  throw new Refusal('body_field_invalid', `The lines ${detail}.`, {}, [{ pointer, detail }])
}

/** Splits an amount by weights with the largest remainder, so that the parts always sum to the whole. */
export function allocate(amountMinor: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((total, weight) => total + weight, 0n)
  if (sum <= 0n) throw new RangeError('allocation needs a positive weight')
  const shares = weights.map((weight, index) => ({
    index,
    part: (amountMinor * weight) / sum,
    rest: (amountMinor * weight) % sum,
  }))
  let left = amountMinor - shares.reduce((total, share) => total + share.part, 0n)
  const byRest = [...shares].sort((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1,
  )
  for (const share of byRest) {
    if (left === 0n) break
    share.part += 1n
    left -= 1n
  }
  return shares.map((share) => share.part)
}

/** An amount as a person writes it: `USD 1,234.50`, `JPY 1,235`. */
export function formatMoney(amountMinor: bigint, currency: Currency): string {
  const digits = exponentOf(currency)
  const sign = amountMinor < 0n ? '-' : ''
  const text = (amountMinor < 0n ? -amountMinor : amountMinor).toString().padStart(digits + 1, '0')
  const major = text.slice(0, text.length - digits).replace(/\B(?=(\d{3})+$)/g, ',')
  const minor = digits === 0 ? '' : `.${text.slice(text.length - digits)}`
  return `${currency} ${sign}${major}${minor}`
}
