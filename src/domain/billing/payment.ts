import type { CompanyId, OrderId, PaymentRecordId } from '../shared/ids.ts'
import type { BillingEvent } from './billing-events.ts'

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

/** Money came in; `unapplied` says why it waits in the inbox, if it does. */
export function paymentReceived(payment: PaymentRecord, unapplied: string | null): BillingEvent {
  return paymentEvent('payment.received', payment, payment.createdAt, {
    payment_id: payment.id,
    amount_minor: Number(payment.amountMinor),
    currency: payment.currency,
    unapplied,
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
