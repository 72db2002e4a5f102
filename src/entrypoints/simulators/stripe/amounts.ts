import type { Parameters } from './parameters.ts'
import { StripeRefusal } from './refusal.ts'

const TWELVE_PLACES = 10n ** 12n
const THREE_DECIMAL_CURRENCIES = new Set(['bhd', 'jod', 'kwd', 'omr', 'tnd'])
// Stripe publishes these for a handful of settlement currencies; other currencies are not checked here.
const SMALLEST_CHARGE = new Map([
  ['usd', 50],
  ['cad', 50],
  ['eur', 50],
  ['aud', 50],
  ['gbp', 30],
  ['jpy', 50],
])

export interface UnitAmount {
  unitAmount: number | null
  decimal: string
}

export function readCurrency(parameters: Parameters): string {
  const currency = parameters.requiredText('currency').toLowerCase()
  if (!/^[a-z]{3}$/.test(currency)) {
    throw new StripeRefusal(`Invalid currency: ${currency}.`, { param: parameters.nameOf('currency') })
  }
  return currency
}

export function readUnitAmount(parameters: Parameters, currency: string): UnitAmount {
  const whole = parameters.integer('unit_amount', 0)
  const decimal = parameters.decimal('unit_amount_decimal')
  if (whole !== null && decimal !== null) {
    throw new StripeRefusal(
      'You may only specify one of these parameters: unit_amount, unit_amount_decimal.',
      {
        param: parameters.nameOf('unit_amount'),
      },
    )
  }
  if (whole === null && decimal === null) throw parameters.missing('unit_amount')
  const shown =
    whole === null ? (decimal ?? '0').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') : String(whole)
  const unitAmount = shown.includes('.') ? null : Number(shown)
  if (THREE_DECIMAL_CURRENCIES.has(currency) && unitAmount !== null && unitAmount % 10 !== 0) {
    throw new StripeRefusal(`Amounts in ${currency} must end in 0.`, {
      param: parameters.nameOf('unit_amount'),
    })
  }
  return { unitAmount, decimal: shown }
}

/** Rounded half up once per line, after the quantity. */
export function lineTotal(unitAmountDecimal: string, quantity: number): number {
  const [whole = '0', places = ''] = unitAmountDecimal.split('.')
  const scaled = BigInt(whole + places.padEnd(12, '0')) * BigInt(quantity)
  return Number((scaled + TWELVE_PLACES / 2n) / TWELVE_PLACES)
}

export function refuseTooSmall(total: number, currency: string): void {
  const smallest = SMALLEST_CHARGE.get(currency) ?? 1
  if (total === 0 || total >= smallest) return
  throw new StripeRefusal(
    `The Checkout Session's total amount due must add up to at least ${smallest} in the smallest unit of ${currency}.`,
    { code: 'amount_too_small' },
  )
}
