import type { PaymentRecordId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { RefundView } from '../ports/refund-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { type RefundWish, reserveRefund } from '../refunding.ts'

export type CreateRefund = Omit<RefundWish, 'retryOf'> & { paymentId: PaymentRecordId }

/** Sends money of a payment back: reserved here, asked for at the provider by a job, credited when it has gone. */
export function createRefund(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: CreateRefund, context: ActionContext): Promise<RefundView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { id } = await reserveRefund(deps, store, { ...input, retryOf: null })
      return found(await store.views.refunds.refund(id), 'refund', id)
    })
}
