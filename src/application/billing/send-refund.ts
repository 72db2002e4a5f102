import type { RefundId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { PaymentGateway } from '../ports/payment-gateway.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { recordProviderRefund, recordRefusedRefund } from '../refunding.ts'

// The provider forgets a key after a day; from then on what it made is found by our id before it is asked again.
const KEY_LIFETIME_MS = 20 * 3_600_000

/** Asks the provider for a reserved refund under the refund's own key, so a crash anywhere leads to the same one. */
export function sendRefund(deps: {
  unitOfWork: UnitOfWork
  gateway: PaymentGateway
  clock: Clock
  ids: IdGenerator
}) {
  return async (input: { refundId: string }, context: ActionContext): Promise<JobOutcome> => {
    const refundId = input.refundId as RefundId
    const reserved = await deps.unitOfWork.run(context, async (store) => {
      const refund = found(await store.refunds.find(refundId), 'refund', refundId)
      if (refund.status !== 'requested') return null
      const { payment } = found(
        await store.refunds.lockPayment(refund.paymentId),
        'payment',
        refund.paymentId,
      )
      return { refund, payment, isEarly: await store.refunds.awaitsInvoice(payment.id) }
    })
    if (reserved === null) return { outcome: 'done' }
    // Its credit note needs the invoice, which a job of its own issues within seconds.
    if (reserved.isEarly)
      return { outcome: 'retry', reason: 'the invoice is not issued yet', afterSeconds: 2 }

    const { refund, payment } = reserved
    const isOld = deps.clock.now().getTime() - refund.createdAt.getTime() > KEY_LIFETIME_MS
    const made = isOld
      ? (await deps.gateway.listRefunds(payment.providerPaymentId)).find((one) => one.refundId === refundId)
      : undefined
    const answer =
      made ??
      (await deps.gateway.createRefund({
        paymentIntentId: payment.providerPaymentId,
        refundId,
        orderId: payment.orderId,
        amountMinor: refund.amountMinor,
        idempotencyKey: `refund:${refundId}`,
      }))
    await deps.unitOfWork.conclude(context, (store) =>
      'refusal' in answer
        ? recordRefusedRefund(deps, store, refundId, answer.refusal)
        : recordProviderRefund(deps, store, payment.id, answer),
    )
    return { outcome: 'done' }
  }
}
