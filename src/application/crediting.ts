import {
  type CreditableInvoice,
  type CreditNote,
  type CreditWish,
  creditInvoice,
  excessAfter,
  partsToCredit,
} from '../domain/billing/credit-note.ts'
import type { PaymentAllocation } from '../domain/billing/invoice.ts'
import type { Clock } from './ports/clock.ts'
import type { IdGenerator } from './ports/id-generator.ts'
import type { Store } from './ports/unit-of-work.ts'

/** A part to be taken off one allocation. */
export interface Freed {
  allocation: PaymentAllocation
  amountMinor: bigint
}

/**
 * Issues a credit note over an invoice under its lock and frees money from the invoice's allocations: the parts that
 * the caller names, or as much of the newest as the invoice no longer needs.
 */
export async function issueCreditNote(
  deps: { clock: Clock; ids: IdGenerator },
  store: Store,
  creditable: CreditableInvoice & { today: string },
  wish: CreditWish,
  named: readonly Freed[] | null,
): Promise<CreditNote> {
  const at = deps.clock.now()
  const parts = partsToCredit(creditable, wish)
  const totalMinor = parts.reduce((sum, part) => sum + part.amountMinor, 0n)
  const freed = named ?? newestFirst(creditable.allocations, excessAfter(creditable, totalMinor))
  const freedMinor = freed.reduce((sum, part) => sum + part.amountMinor, 0n)
  await store.creditNotes.shrinkAllocations(
    freed.map(({ allocation }) => allocation.id),
    wish.reason,
    at,
    freed.flatMap(({ allocation, amountMinor }) =>
      amountMinor === allocation.amountMinor
        ? []
        : [
            {
              ...allocation,
              id: deps.ids.make('paymentAllocation'),
              amountMinor: allocation.amountMinor - amountMinor,
              createdAt: at,
            },
          ],
    ),
  )
  // The counter row is the hottest lock of billing, so it is taken last.
  const next = await store.billing.nextNumber(creditable.invoice.series, 'credit_note')
  const numbered = { ...next, issuedOn: creditable.today }
  const { note, invoice, events } = creditInvoice(creditable, wish, parts, freedMinor, numbered, at)
  await store.creditNotes.insert(
    note,
    parts.map((part, index) => ({ ...part, id: deps.ids.make('creditNoteLine'), position: index + 1 })),
  )
  await store.creditNotes.saveInvoice(invoice)
  store.publish(events)
  return note
}

function newestFirst(allocations: readonly PaymentAllocation[], amountMinor: bigint): Freed[] {
  const freed: Freed[] = []
  let needed = amountMinor
  for (const allocation of allocations) {
    const part = needed < allocation.amountMinor ? needed : allocation.amountMinor
    if (part <= 0n) break
    freed.push({ allocation, amountMinor: part })
    needed -= part
  }
  return freed
}
