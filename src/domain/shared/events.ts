import type { CompanyId, OrderId, ShipmentId } from './ids.ts'

/**
 * Something that happened, in the past tense. Written to the outbox in the transaction that made it true.
 * `orderId` and `shipmentId` say on whose timeline it appears.
 */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  type: Type
  aggregateType: string
  aggregateId: string
  aggregateVersion: number
  companyId: CompanyId | null
  orderId: OrderId | null
  shipmentId: ShipmentId | null
  data: Data
  occurredAt: Date
}
