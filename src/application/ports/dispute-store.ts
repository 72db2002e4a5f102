import type { Dispute } from '../../domain/billing/dispute.ts'
import type { OrderId, PaymentRecordId } from '../../domain/shared/ids.ts'

/** A dispute is only changed under the lock of its payment. */
export interface DisputeStore {
  findByProviderId(providerDisputeId: string): Promise<Dispute | null>
  /** Of one payment, those that the bank decided against us. */
  lostOf(paymentId: PaymentRecordId): Promise<Dispute[]>
  /** Inserts it, or writes what may change: status and times. */
  save(dispute: Dispute): Promise<void>
  /** Whether a payment of the order is under dispute. */
  holdsOrder(orderId: OrderId): Promise<boolean>
}
