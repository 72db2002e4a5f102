import { reversePaymentAllocation as decide } from '../../domain/billing/settlement.ts'
import type { Id, PaymentRecordId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { PaymentDetailView } from '../ports/settlement-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export interface ReversePaymentAllocationInput {
  paymentId: PaymentRecordId
  allocationId: Id<'paymentAllocation'>
  reason: string
}

/** Takes back what a payment settled of an invoice; the allocation stays, with the reason. Twice is once. */
export function reversePaymentAllocation(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: ReversePaymentAllocationInput, context: ActionContext): Promise<PaymentDetailView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { paymentId, allocationId, reason } = input
      const find = async () =>
        found(await store.settlement.findAllocation(paymentId, allocationId), 'allocation', allocationId)
      const { invoiceId } = await find()
      const [open] = await store.settlement.lockInvoices([invoiceId])
      const { payment } = found(await store.settlement.lockPayment(paymentId), 'payment', paymentId)
      const allocation = await find()
      if (allocation.reversedAt === null) {
        const invoice = found(open ?? null, 'invoice', invoiceId)
        const reversed = decide(payment, invoice, allocation, reason, deps.clock.now())
        await store.settlement.saveAllocation(reversed.allocation)
        await store.settlement.saveInvoices([reversed.invoice])
        store.publish(reversed.events)
      }
      return found(await store.views.settlement.payment(paymentId), 'payment', paymentId)
    })
}
