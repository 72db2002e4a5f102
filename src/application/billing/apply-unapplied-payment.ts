import type { Id } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import type { UnappliedPaymentView } from '../ports/billing-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { InboxEntry } from '../ports/settlement-store.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { allocateLocked, type InvoiceShare } from './allocate-locked.ts'

export interface ApplyUnappliedPaymentInput {
  unappliedPaymentId: Id<'unappliedPayment'>
  allocations: readonly InvoiceShare[]
}

/** Settles invoices from money in the inbox and takes it out; what is left of it is the company's credit. */
export function applyUnappliedPayment(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: ApplyUnappliedPaymentInput, context: ActionContext): Promise<UnappliedPaymentView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { unappliedPaymentId: entryId } = input
      const entry = found(await store.settlement.findInboxEntry(entryId), 'unapplied payment', entryId)
      await allocateLocked(deps, store, entry.paymentId, input.allocations, refusePlaced)
      return found(await store.views.settlement.unappliedPayment(entryId), 'unapplied payment', entryId)
    })
}

/** Money that somebody has placed is credit: it is allocated as a payment, not from the inbox. */
function refusePlaced(entry: InboxEntry | null): void {
  if (entry?.status !== 'resolved') return
  throw new Refusal('move_not_allowed', 'This money has been placed already. Allocate its payment instead.', {
    current: 'resolved',
    resolution: entry.resolution,
    payment_id: entry.paymentId,
    move: 'apply',
    unmet: [],
    allowed_moves: [],
  })
}
