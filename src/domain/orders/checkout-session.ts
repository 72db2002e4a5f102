import type { CompanyId, Id, OrderId } from '../shared/ids.ts'

/** One link to pay an order with. At most one of an order is open. Amounts in minor units. */
export interface CheckoutSession {
  id: Id<'checkoutSession'>
  orderId: OrderId
  companyId: CompanyId
  attempt: number
  providerSessionId: string
  status: 'open' | 'complete' | 'expired'
  url: string
  amountMinor: bigint
  currency: string
  paymentIntentId: string | null
  expiresAt: Date
  createdAt: Date
  closedAt: Date | null
}
