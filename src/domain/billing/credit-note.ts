import type {
  CompanyId,
  CreditNoteId,
  Id,
  InvoiceId,
  InvoiceLineId,
  OrderId,
  RefundId,
} from '../shared/ids.ts'
import { allocate } from '../shared/money.ts'
import { Refusal } from '../shared/refusal.ts'
import { type BillingEvent } from './billing-events.ts'
import { type Invoice, invoiceNumber, type PaymentAllocation, recordCredit } from './invoice.ts'
import type { InvoiceLine } from './invoice-lines.ts'

/** What an issued invoice is no longer for. Numbered and frozen as it is made. */
export interface CreditNote {
  id: CreditNoteId
  series: string
  number: string
  sequenceNumber: bigint
  invoiceId: InvoiceId
  companyId: CompanyId
  orderId: OrderId | null
  refundId: RefundId | null
  currency: string
  /** The tax within the total. */
  taxMinor: bigint
  totalMinor: bigint
  reason: string
  billTo: object
  issuedOn: string
  issuedAt: Date
}

/** Amounts with their share of tax and discount: they sum to the total of the note. */
export interface CreditNoteLine {
  id: Id<'creditNoteLine'>
  position: number
  invoiceLineId: InvoiceLineId
  description: string
  amountMinor: bigint
}

/** An invoice under its lock, with what was credited of it before. */
export interface CreditableInvoice {
  invoice: Invoice
  lines: readonly (Pick<InvoiceLine, 'id' | 'kind' | 'description' | 'amountMinor'> & {
    creditedMinor: bigint
  })[]
  creditedMinor: bigint
  creditedTaxMinor: bigint
  /** Live ones, the newest first. */
  allocations: readonly PaymentAllocation[]
}

/** What is to be credited: so much of each line, so much of the whole, or with neither all that is left. */
export interface CreditWish {
  id: CreditNoteId
  refundId: RefundId | null
  reason: string
  amountMinor: bigint | null
  lines: readonly { invoiceLineId: InvoiceLineId; amountMinor: bigint }[] | null
}

type LinePart = Pick<CreditNoteLine, 'invoiceLineId' | 'description' | 'amountMinor'>

/**
 * Of each line what can still be credited: its share of the total by largest remainder, less earlier notes. Taxes and
 * discounts are within the shares of the lines that they were reckoned on, and have none of their own.
 */
export function creditableLines({ invoice, lines }: CreditableInvoice): LinePart[] {
  const weights = lines.map(({ kind, amountMinor }) => (kind === 'tax' ? 0n : atLeastNone(amountMinor)))
  if (weights.every((weight) => weight === 0n)) return []
  const worths = allocate(invoice.totalMinor, weights)
  return lines.map(({ id, description, creditedMinor }, index) => ({
    invoiceLineId: id,
    description,
    // Earlier notes could take from a tax line by itself.
    amountMinor: atLeastNone((worths[index] ?? 0n) - creditedMinor),
  }))
}

function atLeastNone(amountMinor: bigint): bigint {
  return amountMinor > 0n ? amountMinor : 0n
}

/** Splits the wish over lines, or refuses what is more than is left of the invoice or of a line. */
export function partsToCredit(creditable: CreditableInvoice, wish: CreditWish): LinePart[] {
  const { invoice, creditedMinor } = creditable
  if (invoice.status === 'draft' || invoice.status === 'void') {
    throw new Refusal('move_not_allowed', `An invoice that is ${invoice.status} has nothing to credit.`, {
      current: invoice.status,
      move: 'record_credit',
    })
  }
  const left = creditableLines(creditable)
  const leftMinor = invoice.totalMinor - creditedMinor
  const wanted =
    wish.lines?.reduce((sum, line) => sum + line.amountMinor, 0n) ?? wish.amountMinor ?? leftMinor
  if (left.length === 0 || wanted <= 0n || wanted > leftMinor) refuseTooMuch(invoice, leftMinor, left)
  if (wish.lines === null) {
    const shares = allocate(
      wanted,
      left.map((line) => line.amountMinor),
    )
    return left
      .map((line, index) => ({ ...line, amountMinor: shares[index] ?? 0n }))
      .filter((line) => line.amountMinor > 0n)
  }
  if (new Set(wish.lines.map((line) => line.invoiceLineId)).size < wish.lines.length) {
    throw new Refusal('body_field_invalid', 'A line is named twice.', {}, [
      { pointer: '/lines', detail: 'must be distinct lines of the invoice' },
    ])
  }
  return wish.lines.map(({ invoiceLineId, amountMinor }) => {
    const line = left.find((one) => one.invoiceLineId === invoiceLineId)
    if (line === undefined || amountMinor <= 0n || amountMinor > line.amountMinor) {
      return refuseTooMuch(invoice, leftMinor, left)
    }
    return { ...line, amountMinor }
  })
}

function refuseTooMuch(invoice: Invoice, leftMinor: bigint, left: readonly LinePart[]): never {
  throw new Refusal('amount_exceeds_remaining', 'The invoice has less left to credit than was asked for.', {
    remaining_minor: Number(leftMinor),
    currency: invoice.currency,
    lines: left.map(({ invoiceLineId, amountMinor }) => ({
      invoice_line_id: invoiceLineId,
      remaining_minor: Number(amountMinor),
    })),
  })
}

/**
 * Issues a credit note over parts of lines. `freedMinor` is what the caller takes off the invoice's allocations in
 * the same moment, so that its balance stays between nothing and all of it.
 */
export function creditInvoice(
  creditable: CreditableInvoice,
  wish: CreditWish,
  parts: readonly LinePart[],
  freedMinor: bigint,
  numbered: { series: string; prefix: string; sequenceNumber: bigint; issuedOn: string },
  at: Date,
): { note: CreditNote; invoice: Invoice; events: BillingEvent[] } {
  const { invoice, creditedMinor, creditedTaxMinor, allocations } = creditable
  const totalMinor = parts.reduce((sum, part) => sum + part.amountMinor, 0n)
  const creditedAfter = creditedMinor + totalMinor
  // A tax that rounding made negative is not given back.
  const taxMinor = invoice.taxMinor > 0n ? invoice.taxMinor : 0n
  const number = invoiceNumber(numbered.prefix, numbered.sequenceNumber)
  const note: CreditNote = {
    id: wish.id,
    series: numbered.series,
    number,
    sequenceNumber: numbered.sequenceNumber,
    invoiceId: invoice.id,
    companyId: invoice.companyId,
    orderId: invoice.orderId,
    refundId: wish.refundId,
    currency: invoice.currency,
    // Of all that was credited by now, less what earlier notes had: the last note takes the remainder.
    taxMinor: (taxMinor * creditedAfter) / invoice.totalMinor - creditedTaxMinor,
    totalMinor,
    reason: wish.reason,
    billTo: invoice.billTo,
    issuedOn: numbered.issuedOn,
    issuedAt: at,
  }
  const allocatedMinor =
    allocations.reduce((sum, allocation) => sum + allocation.amountMinor, 0n) - freedMinor
  const settled = recordCredit(invoice, allocatedMinor + creditedAfter, at)
  return { note, invoice: settled.invoice, events: [creditNoteIssued(note, at), ...settled.events] }
}

/** How much of its allocations an invoice no longer needs once so much more is credited. */
export function excessAfter(
  { invoice, creditedMinor, allocations }: CreditableInvoice,
  moreMinor: bigint,
): bigint {
  const allocated = allocations.reduce((sum, allocation) => sum + allocation.amountMinor, 0n)
  const excess = allocated + creditedMinor + moreMinor - invoice.totalMinor
  return excess > 0n ? excess : 0n
}

function creditNoteIssued(note: CreditNote, at: Date): BillingEvent {
  return {
    type: 'credit_note.issued',
    aggregateType: 'credit_note',
    aggregateId: note.id,
    aggregateVersion: 1,
    companyId: note.companyId,
    orderId: note.orderId,
    shipmentId: null,
    data: {
      number: note.number,
      invoice_id: note.invoiceId,
      total_minor: Number(note.totalMinor),
      currency: note.currency,
      refund_id: note.refundId,
    },
    occurredAt: at,
  }
}
