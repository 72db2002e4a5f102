import type { Id, OrderItemId } from '../shared/ids.ts'
import { MOST_MINOR } from '../shared/money.ts'
import { type Fault, Refusal } from '../shared/refusal.ts'

export interface InvoiceLine {
  id: Id<'invoiceLine'>
  position: number
  kind: 'item' | 'adjustment' | 'discount' | 'shipping' | 'tax'
  orderItemId: OrderItemId | null
  description: string
  quantity: number
  unitAmountMinor: bigint
  amountMinor: bigint
  taxName: string | null
  /** Parts per million: 99750 is 9.975 %. */
  taxRatePpm: number | null
}

/** A line as somebody writes it: an amount per piece, negative for a discount, or a tax over the other lines. */
export type AskedInvoiceLine =
  | {
      kind: Exclude<InvoiceLine['kind'], 'tax'>
      description: string
      quantity: number
      unitAmountMinor: bigint
    }
  | { kind: 'tax'; taxName: string; taxRatePpm: number }

/** Whether a tax is rounded for each line and then summed, or once for the document. */
export type TaxRounding = 'line' | 'document'

/** The amounts at the foot of an invoice, in minor units: `total = subtotal - discount + tax`. */
export interface InvoiceTotals {
  subtotalMinor: bigint
  discountMinor: bigint
  taxMinor: bigint
  totalMinor: bigint
}

/**
 * The lines with their amounts. Each tax is a part of all lines that are no tax, rounded half up, away from zero
 * (law M2). Refuses lines of the wrong sign, pointing to the line, and an invoice worth less than nothing or more than
 * can be told exactly.
 */
export function writeLines(
  asked: readonly AskedInvoiceLine[],
  rounding: TaxRounding,
  nextId: () => Id<'invoiceLine'>,
): InvoiceLine[] {
  refuseSigns(asked)
  const amounts = asked.flatMap((line) =>
    line.kind === 'tax' ? [] : [line.unitAmountMinor * BigInt(line.quantity)],
  )
  const lines = asked.map((line, index): InvoiceLine => {
    const place = { id: nextId(), position: index + 1, orderItemId: null }
    if (line.kind !== 'tax') {
      const amountMinor = line.unitAmountMinor * BigInt(line.quantity)
      return { ...place, ...line, amountMinor, taxName: null, taxRatePpm: null }
    }
    const amountMinor = taxOf(amounts, line.taxRatePpm, rounding)
    const description = `${line.taxName} ${percentOf(line.taxRatePpm)}`
    return { ...place, ...line, description, quantity: 1, unitAmountMinor: amountMinor, amountMinor }
  })
  const totals = totalsOf(lines)
  if (totals.totalMinor < 0n) {
    throw refusedLines('An invoice cannot be worth less than nothing.', [
      { pointer: '/lines', detail: `sum to ${totals.totalMinor} minor units` },
    ])
  }
  const tooMuch = Object.values<bigint>({ ...totals }).find((amountMinor) => amountMinor > MOST_MINOR)
  if (tooMuch !== undefined) {
    throw refusedLines('An invoice cannot be worth as much as that.', [
      { pointer: '/lines', detail: `sum to ${tooMuch} minor units, more than ${MOST_MINOR}` },
    ])
  }
  return lines
}

/** What the lines come to. */
export function totalsOf(lines: readonly Pick<InvoiceLine, 'kind' | 'amountMinor'>[]): InvoiceTotals {
  const sumOf = (isCounted: (kind: InvoiceLine['kind']) => boolean) =>
    lines.reduce((sum, line) => (isCounted(line.kind) ? sum + line.amountMinor : sum), 0n)
  const subtotalMinor = sumOf((kind) => kind !== 'discount' && kind !== 'tax')
  const discountMinor = -sumOf((kind) => kind === 'discount')
  const taxMinor = sumOf((kind) => kind === 'tax')
  return { subtotalMinor, discountMinor, taxMinor, totalMinor: subtotalMinor - discountMinor + taxMinor }
}

const WHOLE_PPM = 1_000_000n

function taxOf(amounts: readonly bigint[], ratePpm: number, rounding: TaxRounding): bigint {
  const bases = rounding === 'line' ? amounts : [amounts.reduce((sum, amount) => sum + amount, 0n)]
  return bases.reduce((sum, base) => sum + halfUp(base * BigInt(ratePpm), WHOLE_PPM), 0n)
}

function halfUp(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator
  const rounded = (2n * size + denominator) / (2n * denominator)
  return numerator < 0n ? -rounded : rounded
}

/** `9.975 %`: ten thousand parts per million are one percent. */
function percentOf(ratePpm: number): string {
  const digits = String(ratePpm).padStart(5, '0')
  const fraction = digits.slice(-4).replace(/0+$/, '')
  return `${digits.slice(0, -4)}${fraction === '' ? '' : `.${fraction}`} %`
}

function refuseSigns(asked: readonly AskedInvoiceLine[]): void {
  const faults = asked.flatMap((line, index): Fault[] => {
    const pointer = `/lines/${index}/unit_amount_minor`
    if (line.kind === 'discount' && line.unitAmountMinor >= 0n) {
      return [{ pointer, detail: 'must be negative: it is taken off' }]
    }
    if ((line.kind === 'item' || line.kind === 'shipping') && line.unitAmountMinor < 0n) {
      return [{ pointer, detail: 'must not be negative: write a discount or an adjustment' }]
    }
    return []
  })
  if (faults.length > 0) throw refusedLines('A line has an amount of the wrong sign.', faults)
}

function refusedLines(message: string, faults: readonly Fault[]): Refusal {
  return new Refusal('body_field_invalid', message, {}, faults)
}
