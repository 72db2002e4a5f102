import type { PaymentRecordId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { PaymentDetailView } from '../ports/settlement-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { allocateLocked, type InvoiceShare } from './allocate-locked.ts'

/** Settles invoices of one company from a payment, in full or in part. What is left stays the company's credit. */
export function allocatePayment(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (
    input: { paymentId: PaymentRecordId; allocations: readonly InvoiceShare[] },
    context: ActionContext,
  ): Promise<PaymentDetailView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      await allocateLocked(deps, store, input.paymentId, input.allocations)
      return found(await store.views.settlement.payment(input.paymentId), 'payment', input.paymentId)
    })
}
