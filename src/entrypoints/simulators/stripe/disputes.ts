import { randomId } from '../machinery/random-id.ts'
import { nowSeconds, type StripeWorld } from './call.ts'
import type { Charge, Dispute } from './objects.ts'

export const DISPUTE_ENDINGS = ['won', 'lost', 'warning_closed', 'prevented'] as const
export type DisputeEnding = (typeof DISPUTE_ENDINGS)[number]

const A_WEEK = 7 * 24 * 60 * 60

/** Null when the charge never took money, or is disputed already. */
export function openDispute(
  world: StripeWorld,
  charge: Charge,
  wish: { amount: number; reason: string; isInquiry: boolean },
): Dispute | null {
  if (charge.status !== 'succeeded' || charge.disputed) return null
  return world.state.commit(() => {
    const now = nowSeconds()
    const dispute: Dispute = {
      id: randomId('dp_1', 23),
      object: 'dispute',
      amount: wish.amount,
      balance_transactions: [],
      charge: charge.id,
      created: now,
      currency: charge.currency,
      evidence_details: { due_by: now + A_WEEK, has_evidence: false, past_due: false, submission_count: 0 },
      is_charge_refundable: wish.isInquiry,
      livemode: false,
      metadata: {},
      payment_intent: charge.payment_intent,
      reason: wish.reason,
      status: wish.isInquiry ? 'warning_needs_response' : 'needs_response',
    }
    // An inquiry takes no money yet, and leaves the charge refundable.
    if (!wish.isInquiry) world.state.charges.put(charge.id, { ...charge, disputed: true })
    world.state.disputes.put(dispute.id, dispute)
    world.state.count('disputes')
    world.webhooks.emit('charge.dispute.created', dispute)
    if (!wish.isInquiry) world.webhooks.emit('charge.dispute.funds_withdrawn', dispute)
    return dispute
  })
}

export function closeDispute(world: StripeWorld, dispute: Dispute, ending: DisputeEnding): Dispute | null {
  if (
    !['needs_response', 'warning_needs_response', 'under_review', 'warning_under_review'].includes(
      dispute.status,
    )
  ) {
    return null
  }
  return world.state.commit(() => {
    const hadMoney = !dispute.status.startsWith('warning')
    const closed: Dispute = { ...dispute, status: ending }
    world.state.disputes.put(closed.id, closed)
    world.webhooks.emit('charge.dispute.updated', closed, { previous: { status: dispute.status } })
    world.webhooks.emit('charge.dispute.closed', closed)
    if (hadMoney && ending !== 'lost') world.webhooks.emit('charge.dispute.funds_reinstated', closed)
    return closed
  })
}
