import type { CheckoutSession } from '../../domain/orders/checkout-session.ts'
import type { Order, OrderItem } from '../../domain/orders/order.ts'
import type { OrderFacts } from '../../domain/orders/order-lifecycle.ts'
import type { PricedProduct, PriceRequest } from '../../domain/pricing/priced-product.ts'
import type { PricingResolution } from '../../domain/pricing/resolution.ts'
import type { CompanyId, Id, OrderId, OrderItemId } from '../../domain/shared/ids.ts'

export interface StoredResolution {
  id: Id<'pricingResolution'>
  orderItemId: OrderItemId
  companyId: CompanyId
  purpose: 'draft' | 'checkout' | 'accepted'
  resolution: PricingResolution
  /** What the resolution follows from: resolving it again gives the same. */
  inputs: { product: PricedProduct; request: PriceRequest }
  resolvedAt: Date
}

/** An order with what its decisions read. */
export interface LoadedOrder {
  order: Order
  items: OrderItem[]
  sessions: CheckoutSession[]
  facts: OrderFacts
  /** The price region of its company. */
  region: string | null
}

/** What a payment signal said and what came of it. */
export interface PaymentAuditEntry {
  id: Id<'paymentAuditEntry'>
  orderId: OrderId | null
  companyId: CompanyId | null
  provider: string
  providerEventId: string | null
  kind: string
  outcome: string
  amountMinor: bigint | null
  currency: string | null
  details: object
  occurredAt: Date
}

export interface OrderStore {
  /** Locks the order, the first lock of every action below it, and reads it afterwards. */
  getForUpdate(orderId: OrderId): Promise<LoadedOrder | null>
  find(orderId: OrderId): Promise<LoadedOrder | null>
  findSession(providerSessionId: string): Promise<CheckoutSession | null>
  insert(
    order: Omit<Order, 'number'>,
    items: readonly OrderItem[],
    resolutions: readonly StoredResolution[],
  ): Promise<void>
  /** Refuses `version_stale` when the stored version is not the one before the order's. */
  save(order: Order): Promise<void>
  /** Writes the lines' prices and provenance; everything else about a line never changes. */
  savePrices(items: readonly OrderItem[]): Promise<void>
  insertSession(session: CheckoutSession): Promise<void>
  saveSession(session: CheckoutSession): Promise<void>
  insertResolutions(resolutions: readonly StoredResolution[]): Promise<void>
  audit(entry: PaymentAuditEntry): Promise<void>
  /** Whether the audit of the order tells of this failed attempt already. */
  isFailureKnown(orderId: OrderId, failureId: string): Promise<boolean>
  /** Sessions still open although their time is over; the last first, so that what nobody can close holds up none. */
  overdueSessions(at: Date, limit: number): Promise<CheckoutSession[]>
}
