import { createAddressReader } from '../../adapters/postgres/addresses/address-reader.ts'
import { createAgreementReader } from '../../adapters/postgres/agreements/agreement-reader.ts'
import { createAutomationReader } from '../../adapters/postgres/automation/automation-reader.ts'
import { createBillingReader } from '../../adapters/postgres/billing/billing-reader.ts'
import { createEmailReader } from '../../adapters/postgres/billing/email-reader.ts'
import { createLegalEntityReader } from '../../adapters/postgres/billing/legal-entity-reader.ts'
import { createReceivablesReader } from '../../adapters/postgres/billing/receivables-reader.ts'
import { createReconciliationReader } from '../../adapters/postgres/billing/reconciliation-reader.ts'
import { createRefundReader } from '../../adapters/postgres/billing/refund-reader.ts'
import { createSettlementReader } from '../../adapters/postgres/billing/settlement-reader.ts'
import { createCompanyReader } from '../../adapters/postgres/companies/company-reader.ts'
import { createContactReader } from '../../adapters/postgres/contacts/contact-reader.ts'
import { createFulfillmentReader } from '../../adapters/postgres/fulfillment/fulfillment-reader.ts'
import { createExportReader } from '../../adapters/postgres/imports/export-reader.ts'
import { createImportReader } from '../../adapters/postgres/imports/import-reader.ts'
import { createJobReader } from '../../adapters/postgres/jobs/job-reader.ts'
import { createWebhookDeliveryReader } from '../../adapters/postgres/legacy/webhook-delivery-reader.ts'
import { madeWhenAsked } from '../../adapters/postgres/made-when-asked.ts'
import { createOrderReader } from '../../adapters/postgres/orders/order-reader.ts'
import { createPricingReader } from '../../adapters/postgres/pricing/pricing-reader.ts'
import { createReturnReader } from '../../adapters/postgres/returns/return-reader.ts'
import { createPackingReader } from '../../adapters/postgres/shipments/packing-reader.ts'
import { createShipmentReader } from '../../adapters/postgres/shipments/shipment-reader.ts'
import { createTimelineReader } from '../../adapters/postgres/timeline/timeline-reader.ts'
import { queues } from '../../application/jobs.ts'
import type { Views } from '../../application/ports/views.ts'

/** Every reader over the pool, or over the transaction of an action that answers with a view. */
export const viewsOf = madeWhenAsked<Views>({
  addresses: createAddressReader,
  agreements: createAgreementReader,
  automation: createAutomationReader,
  billing: createBillingReader,
  companies: createCompanyReader,
  contacts: createContactReader,
  emails: createEmailReader,
  exports: createExportReader,
  fulfillment: createFulfillmentReader,
  imports: createImportReader,
  jobs: (db) => createJobReader(db, Object.keys(queues)),
  legalEntities: createLegalEntityReader,
  orders: createOrderReader,
  packing: createPackingReader,
  pricing: createPricingReader,
  settlement: createSettlementReader,
  receivables: createReceivablesReader,
  refunds: createRefundReader,
  reconciliations: createReconciliationReader,
  returns: createReturnReader,
  shipments: createShipmentReader,
  timeline: createTimelineReader,
  webhookDeliveries: createWebhookDeliveryReader,
})
