import type { AddressReader } from './address-reader.ts'
import type { AgreementReader } from './agreement-reader.ts'
import type { AutomationReader } from './automation-reader.ts'
import type { BillingReader } from './billing-reader.ts'
import type { CompanyReader } from './company-reader.ts'
import type { ContactReader } from './contact-reader.ts'
import type { EmailReader } from './email-reader.ts'
import type { ExportReader } from './export-reader.ts'
import type { FulfillmentReader } from './fulfillment-reader.ts'
import type { ImportReader } from './import-reader.ts'
import type { JobReader } from './job-reader.ts'
import type { LegalEntityReader } from './legal-entity-reader.ts'
import type { OrderReader } from './order-reader.ts'
import type { PackingReader } from './packing-reader.ts'
import type { PricingReader } from './pricing-reader.ts'
import type { ReceivablesReader } from './receivables-reader.ts'
import type { ReconciliationReader } from './reconciliation-reader.ts'
import type { RefundReader } from './refund-reader.ts'
import type { ReturnReader } from './return-reader.ts'
import type { SettlementReader } from './settlement-reader.ts'
import type { ShipmentReader } from './shipment-reader.ts'
import type { TimelineReader } from './timeline-reader.ts'
import type { WebhookDeliveryReader } from './webhook-delivery-reader.ts'

/** Every reader. Bound to the pool for reads, to the transaction for what an action answers. */
export interface Views {
  addresses: AddressReader
  agreements: AgreementReader
  automation: AutomationReader
  billing: BillingReader
  companies: CompanyReader
  contacts: ContactReader
  emails: EmailReader
  exports: ExportReader
  fulfillment: FulfillmentReader
  imports: ImportReader
  jobs: JobReader
  legalEntities: LegalEntityReader
  orders: OrderReader
  packing: PackingReader
  pricing: PricingReader
  settlement: SettlementReader
  receivables: ReceivablesReader
  refunds: RefundReader
  reconciliations: ReconciliationReader
  returns: ReturnReader
  shipments: ShipmentReader
  timeline: TimelineReader
  webhookDeliveries: WebhookDeliveryReader
}
