import type { CompanyId, OrderId, PaymentRecordId } from '../shared/ids.ts'
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

/** Money came in; `unapplied` says why it waits in the inbox, if it does. */
export function paymentReceived(payment: PaymentRecord, unapplied: string | null): BillingEvent {
  return {
    type: 'payment.received',
    aggregateType: 'payment',
    aggregateId: payment.id,
    aggregateVersion: 1,
    companyId: payment.companyId,
    orderId: payment.orderId,
    shipmentId: null,
    data: {
      payment_id: payment.id,
      amount_minor: Number(payment.amountMinor),
      currency: payment.currency,
      unapplied,
    },
    occurredAt: payment.createdAt,
  }
}
