import { expect } from 'chai'
import {
  compareCharge,
  compareDispute,
  comparePayment,
  compareRefund,
  compareSession,
  type OurDispute,
  type OurPayment,
  type OurRefund,
  type OurSession,
  type TheirDispute,
  type TheirPayment,
  type TheirRefund,
  type TheirSession,
} from '../../../src/domain/billing/reconciliation.ts'

const at = new Date('2026-10-09T03:41:00Z')
const money = { amountMinor: 25800n, currency: 'USD' }
const orderId = 'ord_01k6y3q8zvf4e9t2b7n5c0hw01'

const ourSession: OurSession = {
  id: 'cs_1',
  orderId,
  status: 'open',
  isPaid: false,
  isUnderWay: false,
  ...money,
  createdAt: at,
}
const theirSession: TheirSession = {
  sessionId: 'cs_1',
  orderId,
  status: 'open',
  paymentStatus: 'unpaid',
  paymentIntentStatus: null,
  ...money,
}
const ourPayment: OurPayment = { id: 'pi_1', orderId, ...money, createdAt: at }
const theirPayment: TheirPayment = { id: 'pi_1', status: 'succeeded', receivedMinor: 25800n, currency: 'USD' }
const ourRefund: OurRefund = {
  id: 're_1',
  paymentIntentId: 'pi_1',
  orderId,
  status: 'succeeded',
  ...money,
  createdAt: at,
}
const theirRefund: TheirRefund = { id: 're_1', paymentIntentId: 'pi_1', status: 'succeeded', ...money }

const ourDispute: OurDispute = {
  id: 'dp_1',
  paymentIntentId: 'pi_1',
  orderId,
  status: 'lost',
  ...money,
  isBooked: true,
  createdAt: at,
}
const theirDispute: TheirDispute = { id: 'dp_1', paymentIntentId: 'pi_1', status: 'lost', ...money }

const told = (found: { kind: string; repair: string }[]) => found.map(({ kind, repair }) => [kind, repair])

describe('a reconciliation', () => {
  it('finds nothing where both sides say the same', () => {
    expect(compareSession(ourSession, theirSession, false)).to.deep.equal([])
    expect(comparePayment(ourPayment, theirPayment)).to.deep.equal([])
    expect(compareRefund(ourRefund, theirRefund)).to.deep.equal([])
    const charge = { id: 'ch_1', paymentIntentId: 'pi_1', refundedMinor: 100n, currency: 'USD' }
    expect(compareCharge({ id: 'pi_1', orderId, refundedMinor: 100n }, charge)).to.deep.equal([])
  })

  it('follows the provider where it is further than we are', () => {
    const complete = { ...theirSession, status: 'complete', paymentStatus: 'paid' } as const
    expect(told(compareSession(ourSession, complete, false))).to.deep.equal([['session_status', 'converge']])
    expect(told(comparePayment(null, theirPayment))).to.deep.equal([['payment_unrecorded', 'converge']])
    expect(told(compareRefund(null, theirRefund))).to.deep.equal([['refund_unrecorded', 'converge']])
    const bounced = { ...theirRefund, status: 'failed' }
    expect(told(compareRefund(ourRefund, bounced))).to.deep.equal([['refund_status', 'converge']])
    const charge = { id: 'ch_1', paymentIntentId: 'pi_1', refundedMinor: 100n, currency: 'USD' }
    expect(told(compareCharge({ id: 'pi_1', orderId, refundedMinor: 0n }, charge))).to.deep.equal([
      ['charge_refunded', 'converge'],
    ])
  })

  it('looks at a debit again that came through or bounced, and at none that is on its way', () => {
    const sent = { ...ourSession, status: 'complete', isUnderWay: true } as const
    const kinds = (
      paymentStatus: 'paid' | 'unpaid',
      paymentIntentStatus: string,
      ours: OurSession = sent,
    ) => {
      const theirs = { ...theirSession, status: 'complete', paymentStatus, paymentIntentStatus } as const
      return told(compareSession(ours, theirs, false))
    }
    const differs = [['session_status', 'converge']]
    expect(kinds('unpaid', 'processing')).to.deep.equal([])
    expect(kinds('paid', 'succeeded')).to.deep.equal(differs)
    expect(kinds('unpaid', 'requires_payment_method')).to.deep.equal(differs)
    expect(kinds('paid', 'succeeded', { ...sent, isUnderWay: false })).to.deep.equal(differs)
    expect(kinds('paid', 'succeeded', { ...sent, isUnderWay: false, isPaid: true })).to.deep.equal([])
    expect(kinds('unpaid', 'requires_payment_method', { ...sent, isUnderWay: false })).to.deep.equal([])
  })

  it('closes a session there that is closed here', () => {
    const expired = { ...ourSession, status: 'expired' } as const
    expect(told(compareSession(expired, theirSession, false))).to.deep.equal([
      ['session_left_open', 'expire_session'],
    ])
  })

  it('leaves to a person what nobody may guess', () => {
    expect(told(compareSession(ourSession, null, false))).to.deep.equal([['session_missing', 'review']])
    expect(told(comparePayment(ourPayment, null))).to.deep.equal([['payment_missing', 'review']])
    expect(told(compareRefund(ourRefund, null))).to.deep.equal([['refund_missing', 'review']])
    const less = { ...theirPayment, receivedMinor: 25799n }
    expect(told(comparePayment(ourPayment, less))).to.deep.equal([['payment_amount', 'review']])
    const canceled = { ...theirPayment, status: 'canceled' }
    expect(told(comparePayment(ourPayment, canceled))).to.deep.equal([['payment_status', 'review']])
    const euros = { ...theirSession, currency: 'EUR' }
    expect(told(compareSession(ourSession, euros, false))).to.deep.equal([['session_amount', 'review']])
    const half = { ...theirRefund, amountMinor: 12900n }
    expect(told(compareRefund(ourRefund, half))).to.deep.equal([['refund_amount', 'review']])
  })

  it('tells of an unknown open session of an order, once the order had time to know it', () => {
    expect(told(compareSession(null, theirSession, false))).to.deep.equal([['session_unknown', 'review']])
    expect(compareSession(null, theirSession, true)).to.deep.equal([])
    expect(compareSession(null, { ...theirSession, orderId: 'legacy-17' }, false)).to.deep.equal([])
    expect(compareSession(null, { ...theirSession, status: 'expired' }, false)).to.deep.equal([])
  })

  it('does not miss money that has not come in', () => {
    expect(comparePayment(null, { ...theirPayment, status: 'requires_payment_method' })).to.deep.equal([])
    expect(comparePayment(null, { ...theirPayment, status: 'processing' })).to.deep.equal([])
  })

  it('says both sides in words', () => {
    const [found] = comparePayment(ourPayment, { ...theirPayment, receivedMinor: 1n })
    expect(found).to.include({ ours: 'USD 25800 minor', theirs: 'succeeded, USD 1 minor', objectId: 'pi_1' })
  })

  it('follows disputes, books what was lost, and asks a person about what is decided otherwise', () => {
    expect(compareDispute(ourDispute, theirDispute)).to.deep.equal([])
    expect(compareDispute(null, { ...theirDispute, paymentIntentId: null })).to.deep.equal([])
    expect(told(compareDispute(null, theirDispute))).to.deep.equal([['dispute_unrecorded', 'converge']])
    expect(told(compareDispute(ourDispute, null))).to.deep.equal([['dispute_missing', 'review']])
    const open = { ...ourDispute, status: 'needs_response' } as const
    expect(told(compareDispute(open, theirDispute))).to.deep.equal([['dispute_status', 'converge']])
    expect(told(compareDispute({ ...ourDispute, status: 'won' }, theirDispute))).to.deep.equal([
      ['dispute_status', 'review'],
    ])
    expect(told(compareDispute({ ...ourDispute, isBooked: false }, theirDispute))).to.deep.equal([
      ['dispute_unbooked', 'converge'],
    ])
  })
})
