import { followDispute } from '../../domain/billing/dispute.ts'
import type { OrderId, PaymentRecordId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ProviderDispute } from '../ports/payment-gateway.ts'
import type { Store } from '../ports/unit-of-work.ts'
import { recordLostDispute } from '../refunding.ts'
import { stepJob } from '../step-job.ts'

/**
 * Takes in what the bank says. While it is open the order's automation waits; once it is decided the steps that
 * waited go on, and a lost one is money gone, like a refund.
 */
export async function recordDispute(
  deps: { clock: Clock; ids: IdGenerator },
  store: Store,
  paymentId: PaymentRecordId,
  reported: ProviderDispute,
): Promise<void> {
  const { payment } = found(await store.refunds.lockPayment(paymentId), 'payment', paymentId)
  const at = deps.clock.now()
  const stored = await store.disputes.findByProviderId(reported.id)
  const { companyId, orderId } = payment
  const { amountMinor, currency, reason, status, respondBy, id: providerDisputeId } = reported
  const next = followDispute(
    stored,
    {
      id: deps.ids.make('dispute'),
      paymentId,
      companyId,
      orderId,
      providerDisputeId,
      amountMinor,
      currency,
      reason,
      status,
      respondBy,
    },
    at,
  )
  if (next === null) {
    // An attempt that left a lost one without its refund is made good; what is booked already is left alone.
    if (stored?.status === 'lost' && status === 'lost') await recordLostDispute(deps, store, stored)
    return
  }
  const { dispute, events } = next
  await store.disputes.save(dispute)
  store.publish(events)
  if (dispute.closedAt === null) {
    await store.tasks.open({
      id: deps.ids.make('manualTask'),
      kind: 'payment_disputed',
      title: 'A payment is disputed: answer at Stripe before the time is over',
      relatedType: 'dispute',
      relatedId: dispute.id,
      orderId,
      companyId,
      details: { amount_minor: Number(amountMinor), currency, reason, respond_by: respondBy },
      createdAt: at,
    })
    return
  }
  await store.tasks.settle('payment_disputed', dispute.id, 'stripe', at)
  if (dispute.status === 'lost') await recordLostDispute(deps, store, dispute)
  if (orderId !== null) await resumeAutomation(store, orderId, dispute.id)
}

async function resumeAutomation(store: Store, orderId: OrderId, disputeId: string): Promise<void> {
  if (await store.disputes.holdsOrder(orderId)) return
  const steps = await store.automation.waitingSteps(orderId)
  store.enqueue(...steps.map((step) => stepJob(step, disputeId)))
}
