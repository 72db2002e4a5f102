import { addDays, dateIn } from '../../domain/billing/calendar.ts'
import {
  type Invoice,
  type InvoiceDecision,
  issueInvoice,
  recordAllocation,
} from '../../domain/billing/invoice.ts'
import type { BillTo } from '../ports/billing-store.ts'
import type { Store } from '../ports/unit-of-work.ts'

/**
 * A draft with its number, dates and snapshots, yet to be saved. What is worth nothing is paid as it is issued. The
 * counter row is the hottest lock of billing, so this is an action's last step before it writes.
 */
export async function issueDraft(
  store: Store,
  draft: Invoice,
  party: BillTo,
  termsDays: number,
  at: Date,
): Promise<InvoiceDecision> {
  const issuedOn = dateIn(party.timeZone, at)
  const numbered = {
    ...(await store.billing.nextNumber(draft.series, 'invoice')),
    issuedOn,
    dueOn: addDays(issuedOn, termsDays),
    billTo: party.snapshot,
  }
  const issued = issueInvoice(draft, numbered, at)
  if (issued.invoice.totalMinor > 0n) return issued
  const paid = recordAllocation(issued.invoice, 0n, at)
  return { invoice: paid.invoice, events: [...issued.events, ...paid.events] }
}
