import type { OrderId } from '../shared/ids.ts'
import { type DisputeStatus, isDecided } from './dispute.ts'

/** How one object stands on one side. Times and ids are the side's own. */
export interface OurSession {
  id: string
  orderId: OrderId
  status: 'open' | 'complete' | 'expired'
  /** Whether its money is on record. */
  isPaid: boolean
  /** Whether its order waits for money that the customer has sent. */
  isUnderWay: boolean
  amountMinor: bigint
  currency: string
  createdAt: Date
}
export interface TheirSession {
  sessionId: string
  orderId: string | null
  status: 'open' | 'complete' | 'expired'
  paymentStatus: 'paid' | 'unpaid' | 'no_payment_required'
  paymentIntentStatus: string | null
  amountMinor: bigint
  currency: string
}
export interface OurPayment {
  id: string
  orderId: OrderId | null
  amountMinor: bigint
  currency: string
  createdAt: Date
}
export interface TheirPayment {
  id: string
  status: string
  receivedMinor: bigint
  currency: string
}
export interface OurRefund {
  id: string
  paymentIntentId: string
  orderId: OrderId | null
  status: string
  amountMinor: bigint
  currency: string
  createdAt: Date
}
export interface TheirRefund {
  id: string
  paymentIntentId: string | null
  status: string
  amountMinor: bigint
  currency: string
}
/** What was given back of a payment that we have on record. */
export interface OurRefunded {
  id: string
  orderId: OrderId | null
  refundedMinor: bigint
}
export interface TheirCharge {
  id: string
  paymentIntentId: string | null
  refundedMinor: bigint
  currency: string
}

export interface OurDispute {
  id: string
  paymentIntentId: string
  orderId: OrderId | null
  status: DisputeStatus
  amountMinor: bigint
  currency: string
  /** Whether the money that it took, if it took any, is among the refunds; nothing of it is where nothing was left. */
  isBooked: boolean
  createdAt: Date
}
export interface TheirDispute {
  id: string
  paymentIntentId: string | null
  status: DisputeStatus
  amountMinor: bigint
  currency: string
}

export type DifferenceKind =
  | 'session_status'
  | 'session_left_open'
  | 'session_unknown'
  | 'session_missing'
  | 'session_amount'
  | 'payment_unrecorded'
  | 'payment_missing'
  | 'payment_status'
  | 'payment_amount'
  | 'charge_refunded'
  | 'refund_unrecorded'
  | 'refund_missing'
  | 'refund_status'
  | 'refund_amount'
  | 'dispute_unrecorded'
  | 'dispute_missing'
  | 'dispute_status'
  | 'dispute_unbooked'

/** What brings the sides together: look again and follow the provider, close the session there, or ask a person. */
export type Repair = 'converge' | 'expire_session' | 'review'

/** One disagreement about one object of the provider's; the two sides in words, null where a side has none. */
export interface Difference {
  kind: DifferenceKind
  objectId: string
  paymentIntentId: string | null
  orderId: OrderId | null
  ours: string | null
  theirs: string | null
  repair: Repair
}

/** What the provider may still be finishing with us: a session is on record a moment after it was made. */
export const FRESH_MS = 600_000

/** `isFresh`: made so lately that the order may not know it yet. */
export function compareSession(
  ours: OurSession | null,
  theirs: TheirSession | null,
  isFresh: boolean,
): Difference[] {
  const differ = (kind: DifferenceKind, repair: Repair): Difference[] => [
    {
      kind,
      objectId: ours?.id ?? theirs?.sessionId ?? '',
      paymentIntentId: null,
      orderId: ours?.orderId ?? null,
      ours: ours === null ? null : `${ours.status}, ${ours.isUnderWay ? 'under way, ' : ''}${worded(ours)}`,
      theirs: theirs === null ? null : `${theirs.status}, ${theirs.paymentStatus}, ${worded(theirs)}`,
      repair,
    },
  ]
  if (theirs === null) return ours === null ? [] : differ('session_missing', 'review')
  if (ours === null) {
    // Sessions of other makers share the account, and an expired one is worth nothing to anybody.
    const isOfOrder = theirs.orderId?.startsWith('ord_') === true
    return isOfOrder && theirs.status === 'open' && !isFresh ? differ('session_unknown', 'review') : []
  }
  if (
    ours.currency !== theirs.currency ||
    (theirs.status === 'open' && ours.amountMinor !== theirs.amountMinor)
  )
    return differ('session_amount', 'review')
  if (ours.status === 'open' && theirs.status !== 'open') return differ('session_status', 'converge')
  if (ours.status !== 'open' && theirs.status === 'open') return differ('session_left_open', 'expire_session')
  const hasPaid = theirs.paymentStatus !== 'unpaid'
  const hasBounced = ours.isUnderWay && !hasPaid && theirs.paymentIntentStatus !== 'processing'
  return (hasPaid && !ours.isPaid) || hasBounced ? differ('session_status', 'converge') : []
}

export function comparePayment(ours: OurPayment | null, theirs: TheirPayment | null): Difference[] {
  const differ = (kind: DifferenceKind, repair: Repair): Difference[] => {
    const objectId = ours?.id ?? theirs?.id ?? ''
    return [
      {
        kind,
        objectId,
        paymentIntentId: objectId,
        orderId: ours?.orderId ?? null,
        ours: ours === null ? null : worded(ours),
        theirs:
          theirs === null
            ? null
            : `${theirs.status}, ${worded({ amountMinor: theirs.receivedMinor, currency: theirs.currency })}`,
        repair,
      },
    ]
  }
  if (theirs === null) return ours === null ? [] : differ('payment_missing', 'review')
  if (ours === null) return theirs.status === 'succeeded' ? differ('payment_unrecorded', 'converge') : []
  if (theirs.status !== 'succeeded') return differ('payment_status', 'review')
  const isSame = ours.amountMinor === theirs.receivedMinor && ours.currency === theirs.currency
  return isSame ? [] : differ('payment_amount', 'review')
}

/** A payment that we do not know is told of as such, not by its charge. */
export function compareCharge(ours: OurRefunded | null, theirs: TheirCharge): Difference[] {
  if (ours === null || ours.refundedMinor === theirs.refundedMinor) return []
  const refunded = (amountMinor: bigint) => `refunded ${worded({ amountMinor, currency: theirs.currency })}`
  return [
    {
      kind: 'charge_refunded',
      objectId: theirs.id,
      paymentIntentId: theirs.paymentIntentId,
      orderId: ours.orderId,
      ours: refunded(ours.refundedMinor),
      theirs: refunded(theirs.refundedMinor),
      repair: 'converge',
    },
  ]
}

export function compareRefund(ours: OurRefund | null, theirs: TheirRefund | null): Difference[] {
  const differ = (kind: DifferenceKind, repair: Repair): Difference[] => [
    {
      kind,
      objectId: ours?.id ?? theirs?.id ?? '',
      paymentIntentId: ours?.paymentIntentId ?? theirs?.paymentIntentId ?? null,
      orderId: ours?.orderId ?? null,
      ours: ours === null ? null : `${ours.status}, ${worded(ours)}`,
      theirs: theirs === null ? null : `${theirs.status}, ${worded(theirs)}`,
      repair,
    },
  ]
  if (theirs === null) return ours === null ? [] : differ('refund_missing', 'review')
  if (ours === null) return theirs.paymentIntentId === null ? [] : differ('refund_unrecorded', 'converge')
  if (ours.amountMinor !== theirs.amountMinor || ours.currency !== theirs.currency)
    return differ('refund_amount', 'review')
  return ours.status === theirs.status ? [] : differ('refund_status', 'converge')
}

/** What is decided here stays decided, so that another decision there needs a person. */
export function compareDispute(ours: OurDispute | null, theirs: TheirDispute | null): Difference[] {
  const differ = (kind: DifferenceKind, repair: Repair): Difference[] => [
    {
      kind,
      objectId: ours?.id ?? theirs?.id ?? '',
      paymentIntentId: ours?.paymentIntentId ?? theirs?.paymentIntentId ?? null,
      orderId: ours?.orderId ?? null,
      ours: ours === null ? null : `${ours.status}, ${worded(ours)}`,
      theirs: theirs === null ? null : `${theirs.status}, ${worded(theirs)}`,
      repair,
    },
  ]
  if (theirs === null) return ours === null ? [] : differ('dispute_missing', 'review')
  if (ours === null) return theirs.paymentIntentId === null ? [] : differ('dispute_unrecorded', 'converge')
  if (ours.status !== theirs.status)
    return differ('dispute_status', isDecided(ours.status) ? 'review' : 'converge')
  return ours.status === 'lost' && !ours.isBooked ? differ('dispute_unbooked', 'converge') : []
}

function worded({ amountMinor, currency }: { amountMinor: bigint; currency: string }): string {
  return `${currency} ${amountMinor.toString()} minor`
}
