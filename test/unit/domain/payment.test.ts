import { expect } from 'chai'
import { type RefundStatus, supersedes } from '../../../src/domain/billing/refund.ts'
import type { Order } from '../../../src/domain/orders/order.ts'
import {
  judgePayment,
  newsOf,
  type ProviderCheckout,
  suggestionsFor,
  type UnappliedReason,
} from '../../../src/domain/orders/payment.ts'
import { anOrder, aSession, noon } from './builders.ts'

describe('verified money', () => {
  it('settles an order that waits for it, and waits for a person otherwise', () => {
    const verdicts: Record<Order['status'], string> = {
      draft: 'order_not_payable',
      awaiting_payment: 'apply',
      payment_processing: 'apply',
      payment_failed: 'apply',
      checkout_expired: 'order_not_payable',
      paid: 'already_paid',
      in_fulfillment: 'already_paid',
      completed: 'already_paid',
      cancelled: 'order_not_payable',
    }
    for (const [status, verdict] of Object.entries(verdicts) as [Order['status'], string][]) {
      const isPaid = verdict === 'already_paid'
      const order = anOrder({ status, paidAt: isPaid ? noon : null })
      expect(judgePayment(order, aSession(), aCheckout()), status).to.equal(verdict)
    }
  })

  it('has to match the order, the session, the currency and the amount, in this order of suspicion', () => {
    const order = anOrder()
    const session = aSession()
    expect(judgePayment(null, null, aCheckout())).to.equal('order_unknown')
    expect(judgePayment(order, null, aCheckout())).to.equal('session_unknown')
    expect(judgePayment(order, aSession({ orderId: 'ord_2' }), aCheckout())).to.equal('session_unknown')
    expect(judgePayment(order, session, aCheckout({ currency: 'CAD', amountMinor: 1n }))).to.equal(
      'currency_mismatch',
    )
    for (const amountMinor of [0n, 9_999n, 10_001n])
      expect(judgePayment(order, session, aCheckout({ amountMinor }))).to.equal('amount_mismatch')
    const paid = anOrder({ status: 'paid', paidAt: noon })
    expect(judgePayment(paid, session, aCheckout({ amountMinor: 1n }))).to.equal('already_paid')
    const refunded = anOrder({ status: 'cancelled', paidAt: noon })
    expect(judgePayment(refunded, session, aCheckout())).to.equal('already_paid')
  })

  it('that waits comes with something to do about it', () => {
    const suggestions: Record<UnappliedReason, string[]> = {
      order_unknown: ['link_to_order', 'hold_as_credit', 'refund'],
      session_unknown: ['link_to_order', 'hold_as_credit', 'refund'],
      order_not_payable: ['refund', 'hold_as_credit'],
      already_paid: ['refund', 'hold_as_credit'],
      amount_mismatch: ['apply_partially', 'hold_as_credit', 'refund'],
      currency_mismatch: ['refund'],
    }
    for (const [reason, expected] of Object.entries(suggestions) as [UnappliedReason, string[]][])
      expect(suggestionsFor(reason), reason).to.deep.equal(expected)
  })
})

describe('a look at an unpaid link', () => {
  const unpaid = { paymentStatus: 'unpaid' } as const
  const looks = {
    open: aCheckout({ ...unpaid, status: 'open', paymentIntentStatus: null }),
    declined: aCheckout({ ...unpaid, status: 'open', failureReason: 'declined', failureId: 'ch_1' }),
    underWay: aCheckout({ ...unpaid, paymentIntentStatus: 'processing' }),
    bounced: aCheckout({ ...unpaid, paymentIntentStatus: 'requires_payment_method' }),
    expired: aCheckout({ ...unpaid, status: 'expired', paymentIntentStatus: 'canceled' }),
  }
  const newsFor = (session: Parameters<typeof aSession>[0], attempts = 1) =>
    Object.entries(looks).map(([name, look]) => [
      name,
      newsOf(anOrder({ checkoutAttempts: attempts }), aSession(session), look),
    ])

  it('tells what became of the link that is out', () => {
    expect(Object.fromEntries(newsFor({}))).to.deep.equal({
      open: 'nothing',
      declined: 'failed',
      underWay: 'processing',
      bounced: 'failed',
      expired: 'expired',
    })
  })

  it('tells nothing that was before what is known already', () => {
    expect(Object.fromEntries(newsFor({ status: 'complete' }))).to.include({
      open: 'known',
      declined: 'known',
      underWay: 'known',
      bounced: 'failed',
    })
  })

  it('tells nothing of a link that another one followed', () => {
    for (const [name, news] of newsFor({ attempt: 1 }, 2)) expect(news, name).to.equal('earlier_link')
  })
})

describe('news of a refund', () => {
  it('replaces what is stored only when it is later in the life of a refund', () => {
    const later: Record<RefundStatus, RefundStatus[]> = {
      requested: ['pending', 'requires_action', 'succeeded', 'failed', 'canceled'],
      pending: ['succeeded', 'failed', 'canceled'],
      requires_action: ['succeeded', 'failed', 'canceled'],
      canceled: ['succeeded', 'failed'],
      succeeded: ['failed'],
      failed: [],
    }
    const statuses = Object.keys(later) as RefundStatus[]
    for (const stored of statuses) {
      const replacing = statuses.filter((reported) => supersedes(reported, stored))
      expect(replacing, stored).to.have.members(later[stored])
    }
  })
})

function aCheckout(given: Partial<ProviderCheckout> = {}): ProviderCheckout {
  return {
    sessionId: 'cs_1',
    orderId: 'ord_1',
    status: 'complete',
    paymentStatus: 'paid',
    paymentIntentId: 'pi_1',
    paymentIntentStatus: 'succeeded',
    amountMinor: 10_000n,
    currency: 'USD',
    failureReason: null,
    failureId: null,
    ...given,
  }
}
