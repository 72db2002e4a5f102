import type { CompanyId, Id, OrderId, PaymentRecordId } from '../shared/ids.ts'
import type { BillingEvent } from './invoice.ts'

/** Money received. The amount is what the provider reports (law M6). */
export interface PaymentRecord {
  id: PaymentRecordId
  companyId: CompanyId | null
  orderId: OrderId | null
  provider: 'stripe' | 'manual'
  providerPaymentId: string
  providerSessionId: string | null
  amountMinor: bigint
  currency: string
  receivedAt: Date
  createdAt: Date
}

/** Money that a person recorded: how it came in, and what the bank statement or the cheque says. */
export interface ManualPayment extends PaymentRecord {
  method: 'bank_transfer' | 'cheque'
  reference: string
}

export type RefundStatus = 'requested' | 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled'

export interface Refund {
  id: Id<'refund'>
  paymentId: PaymentRecordId
  companyId: CompanyId | null
  providerRefundId: string
  amountMinor: bigint
  currency: string
  status: RefundStatus
  reason: string | null
  origin: 'waybill' | 'provider'
  createdAt: Date
  updatedAt: Date
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

/** Money came in; `unapplied` says why it waits in the inbox, if it does. */
export function paymentReceived(payment: PaymentRecord, unapplied: string | null): BillingEvent {
  return paymentEvent('payment.received', payment, payment.createdAt, {
    payment_id: payment.id,
    amount_minor: Number(payment.amountMinor),
    currency: payment.currency,
    unapplied,
  })
}

/** A refund was made or changed its state. */
export function paymentRefunded(refund: Refund, payment: PaymentRecord, at: Date): BillingEvent {
  return paymentEvent('payment.refunded', payment, at, {
    refund_id: refund.id,
    payment_id: payment.id,
    amount_minor: Number(refund.amountMinor),
    currency: refund.currency,
    status: refund.status,
  })
}

/** Builds an event of a payment. */
export function paymentEvent<T extends Extract<BillingEvent['type'], `payment.${string}`>>(
  type: T,
  payment: Pick<PaymentRecord, 'id' | 'companyId' | 'orderId'>,
  occurredAt: Date,
  data: Extract<BillingEvent, { type: T }>['data'],
): BillingEvent {
  return {
    type,
    aggregateType: 'payment',
    aggregateId: payment.id,
    aggregateVersion: 1,
    companyId: payment.companyId,
    orderId: payment.orderId,
    shipmentId: null,
    data,
    occurredAt,
  } as BillingEvent
}
