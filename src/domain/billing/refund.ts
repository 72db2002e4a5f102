import type { CompanyId, InvoiceLineId, OrderId, PaymentRecordId, RefundId } from '../shared/ids.ts'
import { Refusal } from '../shared/refusal.ts'
import type { BillingEvent } from './billing-events.ts'
import type { PaymentAllocation } from './invoice.ts'
import type { PaymentRecord } from './payment.ts'

export type RefundStatus = 'requested' | 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled'

/** Money sent back. Every row that is neither failed nor canceled holds its part of the payment (law R1). */
export interface Refund {
  id: RefundId
  paymentId: PaymentRecordId
  companyId: CompanyId | null
  /** Null until the provider has answered, and for money sent back by hand. */
  providerRefundId: string | null
  amountMinor: bigint
  currency: string
  status: RefundStatus
  reason: string | null
  origin: 'waybill' | 'provider' | 'dispute'
  reference: string | null
  failureReason: string | null
  retryOf: RefundId | null
  /** Taken off invoices when it succeeded. */
  creditedMinor: bigint
  createdAt: Date
  updatedAt: Date
}

/** A part of a refund that somebody put down to one line of an invoice. */
export interface RefundLine {
  invoiceLineId: InvoiceLineId
  amountMinor: bigint
}

/** A payment under its lock, with what can still be taken from it. */
export interface RefundablePayment {
  payment: PaymentRecord
  /** Received less every refund that has not failed. */
  leftMinor: bigint
  /** Received less live allocations and succeeded refunds. */
  unappliedMinor: bigint
  /** Live ones, the newest first. */
  allocations: readonly PaymentAllocation[]
  isHeldByDispute: boolean
}

// A refund that succeeded can still bounce at the bank; every other terminal status stays.
const rank: Readonly<Record<RefundStatus, number>> = {
  requested: 0,
  pending: 1,
  requires_action: 1,
  canceled: 2,
  succeeded: 3,
  failed: 4,
}

/** Whether news of a refund may replace what is stored: reports arrive late and in any order. */
export function supersedes(reported: RefundStatus, stored: RefundStatus): boolean {
  return rank[reported] > rank[stored]
}

/** Money that will not arrive: the reservation is gone, and the refund may be tried again. */
export function hasFailed({ status }: Pick<Refund, 'status'>): boolean {
  return status === 'failed' || status === 'canceled'
}

/**
 * Reserves a part of a payment, or all that is left of it. Money that came by hand went back by hand: such a refund
 * is done when it is recorded, and says how it was sent.
 */
export function requestRefund(
  refundable: RefundablePayment,
  wish: Pick<Refund, 'id' | 'reason' | 'reference' | 'retryOf'> & { amountMinor: bigint | null },
  at: Date,
): { refund: Refund; events: BillingEvent[] } {
  const { payment, leftMinor } = refundable
  if (refundable.isHeldByDispute) {
    throw new Refusal('payment_disputed', 'The payment is disputed; no refund can be made of it now.', {
      payment_id: payment.id,
    })
  }
  const amountMinor = wish.amountMinor ?? leftMinor
  if (amountMinor <= 0n || amountMinor > leftMinor) {
    throw new Refusal('amount_exceeds_remaining', 'The payment has less left than is to be refunded.', {
      remaining_minor: Number(leftMinor),
      currency: payment.currency,
    })
  }
  const isByHand = payment.provider === 'manual'
  if (isByHand !== (wish.reference !== null)) refuseReference(isByHand)
  const refund: Refund = {
    ...wish,
    amountMinor,
    paymentId: payment.id,
    companyId: payment.companyId,
    providerRefundId: null,
    currency: payment.currency,
    status: isByHand ? 'succeeded' : 'requested',
    origin: 'waybill',
    failureReason: null,
    creditedMinor: 0n,
    createdAt: at,
    updatedAt: at,
  }
  const type = isByHand ? 'payment.refunded' : 'payment.refund_requested'
  return { refund, events: [refundEvent(type, refund, payment, at)] }
}

function refuseReference(isByHand: boolean): never {
  const detail = isByHand
    ? 'says how the money went back'
    : 'is for payments that did not come through Stripe'
  throw new Refusal('body_field_invalid', 'The reference does not fit the payment.', {}, [
    { pointer: '/reference', detail },
  ])
}

/**
 * Where the money of a refund comes from: the invoices that are preferred, then the part that settles nothing, then the
 * newest allocations.
 */
export function sourcesOf(
  refundable: RefundablePayment,
  amountMinor: bigint,
  preferredInvoiceIds: readonly string[],
): { allocation: PaymentAllocation; amountMinor: bigint }[] {
  const sources: { allocation: PaymentAllocation; amountMinor: bigint }[] = []
  let needed = amountMinor
  const take = (allocations: readonly PaymentAllocation[]) => {
    for (const allocation of allocations) {
      const part = needed < allocation.amountMinor ? needed : allocation.amountMinor
      if (part <= 0n) continue
      sources.push({ allocation, amountMinor: part })
      needed -= part
    }
  }
  const isPreferred = ({ invoiceId }: PaymentAllocation) => preferredInvoiceIds.includes(invoiceId)
  take(refundable.allocations.filter(isPreferred))
  needed -= refundable.unappliedMinor > 0n ? refundable.unappliedMinor : 0n
  take(refundable.allocations.filter((allocation) => !isPreferred(allocation)))
  return sources
}

/**
 * What of a payment goes back as an order is cancelled: what settles its invoices and, of its own payments, what
 * settles nothing. What settles other invoices stays there.
 */
export function dueBack(
  { payment, leftMinor, allocations }: RefundablePayment,
  orderId: OrderId,
  elsewhereMinor: bigint,
): bigint {
  const freeMinor = leftMinor > elsewhereMinor ? leftMinor - elsewhereMinor : 0n
  if (payment.orderId === orderId) return freeMinor
  const hereMinor = allocations.reduce((sum, { amountMinor }) => sum + amountMinor, -elsewhereMinor)
  return hereMinor < freeMinor ? hereMinor : freeMinor
}

/** A refund was asked for, made, or changed its state. */
export function refundEvent(
  type: 'payment.refund_requested' | 'payment.refunded',
  refund: Refund,
  payment: PaymentRecord,
  at: Date,
): BillingEvent {
  return {
    type,
    aggregateType: 'payment',
    aggregateId: payment.id,
    aggregateVersion: 1,
    companyId: payment.companyId,
    orderId: payment.orderId,
    shipmentId: null,
    data: {
      refund_id: refund.id,
      payment_id: payment.id,
      amount_minor: Number(refund.amountMinor),
      currency: refund.currency,
      status: refund.status,
    },
    occurredAt: at,
  }
}
