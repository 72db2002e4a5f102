import type { Id } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import type { UnappliedPaymentView } from '../ports/billing-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { reserveRefund } from '../refunding.ts'

export interface RefundUnappliedPaymentInput {
  unappliedPaymentId: Id<'unappliedPayment'>
  reason: string
  /** How money that came by hand went back. */
  reference: string | null
}

/**
 * Sends back what is left of money in the inbox. It leaves the inbox as the refund is asked for and comes back when
 * the refund fails. Twice is once.
 */
export function refundUnappliedPayment(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: RefundUnappliedPaymentInput, context: ActionContext): Promise<UnappliedPaymentView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { unappliedPaymentId: entryId, reason, reference } = input
      const { paymentId } = found(
        await store.settlement.findInboxEntry(entryId),
        'unapplied payment',
        entryId,
      )
      found(await store.refunds.lockPayment(paymentId), 'payment', paymentId)
      const entry = found(await store.settlement.lockInboxEntryOf(paymentId), 'unapplied payment', entryId)
      if (entry.status === 'open') {
        const wish = { paymentId, amountMinor: null, lines: null, reason, reference, retryOf: null }
        // All that is left goes, and with it the entry.
        await reserveRefund(deps, store, wish)
      } else if (entry.resolution !== 'refunded') {
        throw new Refusal('move_not_allowed', 'This money has been placed already.', {
          current: 'resolved',
          resolution: entry.resolution,
          move: 'refund',
          unmet: [],
          allowed_moves: [],
        })
      }
      return found(await store.views.settlement.unappliedPayment(entryId), 'unapplied payment', entryId)
    })
}
