import { hasFailed } from '../../domain/billing/refund.ts'
import type { RefundId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { RefundView } from '../ports/refund-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { reserveRefund } from '../refunding.ts'

/**
 * Tries a failed refund again as a refund of its own: the provider answers a used key with the old failure.
 * A refund is tried again once; the second retry is of the retry.
 */
export function retryRefund(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: { refundId: RefundId }, context: ActionContext): Promise<RefundView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { refundId } = input
      const { paymentId } = found(await store.refunds.find(refundId), 'refund', refundId)
      await store.refunds.lockPayment(paymentId)
      const failed = found(await store.refunds.find(refundId), 'refund', refundId)
      const retry = await store.refunds.findRetryOf(refundId)
      if (!hasFailed(failed) || retry !== null) {
        throw new Refusal('move_not_allowed', 'Only a failed refund is tried again, and only once.', {
          current: failed.status,
          move: 'retry',
          retried_by: retry?.id ?? null,
          allowed_moves: [],
        })
      }
      // What it was to take off invoices may be taken already: a refund that bounced has its credit note.
      const { id } = await reserveRefund(deps, store, {
        paymentId,
        amountMinor: failed.amountMinor,
        lines: null,
        reason: failed.reason ?? 'Retry of a failed refund',
        reference: failed.reference,
        retryOf: refundId,
      })
      await store.tasks.settle('refund_failed', refundId, context.actor.name, deps.clock.now())
      return found(await store.views.refunds.refund(id), 'refund', id)
    })
}
