import type { archiveAddress } from './addresses/archive-address.ts'
import type { changeAddress } from './addresses/change-address.ts'
import type { createAddress } from './addresses/create-address.ts'
import type { overrideAddress } from './addresses/override-address.ts'
import type { restoreAddress } from './addresses/restore-address.ts'
import type { saveShipmentAddress } from './addresses/save-shipment-address.ts'
import type { activatePriceAgreement } from './agreements/activate-price-agreement.ts'
import type { amendPriceAgreement } from './agreements/amend-price-agreement.ts'
import type { changePriceAgreement } from './agreements/change-price-agreement.ts'
import type { createPriceAgreement } from './agreements/create-price-agreement.ts'
import type { discardPriceAgreement } from './agreements/discard-price-agreement.ts'
import type { retryPriceAgreementSync } from './agreements/retry-price-agreement-sync.ts'
import type { terminatePriceAgreement } from './agreements/terminate-price-agreement.ts'
import type { changeAutomationStep } from './automation/change-automation-step.ts'
import type { completeTask } from './automation/complete-task.ts'
import type { fallbackAutomationStep } from './automation/fallback-automation-step.ts'
import type { retryAutomationStep } from './automation/retry-automation-step.ts'
import type { allocatePayment } from './billing/allocate-payment.ts'
import type { applyUnappliedPayment } from './billing/apply-unapplied-payment.ts'
import type { changeInvoice } from './billing/change-invoice.ts'
import type { changeLegalEntity } from './billing/change-legal-entity.ts'
import type { chargeReplacement } from './billing/charge-replacement.ts'
import type { createCreditNote } from './billing/create-credit-note.ts'
import type { createInvoice } from './billing/create-invoice.ts'
import type { createLegalEntity } from './billing/create-legal-entity.ts'
import type { createRefund } from './billing/create-refund.ts'
import type { discardInvoice } from './billing/discard-invoice.ts'
import type { getCreditNotePdf } from './billing/get-credit-note-pdf.ts'
import type { getInvoicePdf } from './billing/get-invoice-pdf.ts'
import type { holdUnappliedPayment } from './billing/hold-unapplied-payment.ts'
import type { invoiceOrder } from './billing/invoice-order.ts'
import type { issueInvoice } from './billing/issue-invoice.ts'
import type { recordManualPayment } from './billing/record-manual-payment.ts'
import type { refundUnappliedPayment } from './billing/refund-unapplied-payment.ts'
import type { resendEmailDelivery } from './billing/resend-email-delivery.ts'
import type { retryRefund } from './billing/retry-refund.ts'
import type { reversePaymentAllocation } from './billing/reverse-payment-allocation.ts'
import type { sendInvoice } from './billing/send-invoice.ts'
import type { startReconciliation } from './billing/start-reconciliation.ts'
import type { voidInvoice } from './billing/void-invoice.ts'
import type { archiveCompany } from './companies/archive-company.ts'
import type { assignLegalEntity } from './companies/assign-legal-entity.ts'
import type { changeCompany } from './companies/change-company.ts'
import type { createCompany } from './companies/create-company.ts'
import type { mergeCompanies } from './companies/merge-companies.ts'
import type { restoreCompany } from './companies/restore-company.ts'
import type { acknowledgeContactWarnings } from './contacts/acknowledge-contact-warnings.ts'
import type { archiveContact } from './contacts/archive-contact.ts'
import type { changeContact } from './contacts/change-contact.ts'
import type { changeContactRoles } from './contacts/change-contact-roles.ts'
import type { createContact } from './contacts/create-contact.ts'
import type { mergeContacts } from './contacts/merge-contacts.ts'
import type { previewContactMerge } from './contacts/preview-contact-merge.ts'
import type { restoreContact } from './contacts/restore-contact.ts'
import type { createFulfillment } from './fulfillment/create-fulfillment.ts'
import type { mergeFulfillments } from './fulfillment/merge-fulfillments.ts'
import type { placeHold } from './fulfillment/place-hold.ts'
import type { releaseHold } from './fulfillment/release-hold.ts'
import type { splitFulfillment } from './fulfillment/split-fulfillment.ts'
import type { importAddresses } from './imports/import-addresses.ts'
import type { importContacts } from './imports/import-contacts.ts'
import type { enqueueScheduledJob } from './jobs/enqueue-scheduled-job.ts'
import type { pauseJobQueue } from './jobs/pause-job-queue.ts'
import type { resumeJobQueue } from './jobs/resume-job-queue.ts'
import type { retryJobRun } from './jobs/retry-job-run.ts'
import type { JobName } from './jobs.ts'
import type { redeliverWebhook } from './legacy/redeliver-webhook.ts'
import type { redeliverWebhooks } from './legacy/redeliver-webhooks.ts'
import type { acceptPrices } from './orders/accept-prices.ts'
import type { cancelOrder } from './orders/cancel-order.ts'
import type { createOrder } from './orders/create-order.ts'
import type { receiveStripeWebhook } from './orders/receive-stripe-webhook.ts'
import type { sendCheckout } from './orders/send-checkout.ts'
import type { ApiKeyStore } from './ports/api-key-store.ts'
import type { Clock } from './ports/clock.ts'
import type { IdempotencyStore } from './ports/idempotency-store.ts'
import type { JobHandler } from './ports/job-handler.ts'
import type { Logger } from './ports/logger.ts'
import type { Telemetry } from './ports/telemetry.ts'
import type { Views } from './ports/views.ts'
import type { amendPriceBookEntry } from './pricing/amend-price-book-entry.ts'
import type { archiveProduct } from './pricing/archive-product.ts'
import type { changePriceBookEntry } from './pricing/change-price-book-entry.ts'
import type { changeProduct } from './pricing/change-product.ts'
import type { closePriceBookEntry } from './pricing/close-price-book-entry.ts'
import type { createPriceBookEntry } from './pricing/create-price-book-entry.ts'
import type { createProduct } from './pricing/create-product.ts'
import type { discardPriceBookEntry } from './pricing/discard-price-book-entry.ts'
import type { publishPriceBookEntry } from './pricing/publish-price-book-entry.ts'
import type { quotePrices } from './pricing/quote-prices.ts'
import type { repairPriceDrift } from './pricing/repair-price-drift.ts'
import type { restoreProduct } from './pricing/restore-product.ts'
import type { retryPriceSync } from './pricing/retry-price-sync.ts'
import type { ReactionName } from './reactions.ts'
import type { approveReturn } from './returns/approve-return.ts'
import type { cancelReturn } from './returns/cancel-return.ts'
import type { closeCase } from './returns/close-case.ts'
import type { closeReplacement } from './returns/close-replacement.ts'
import type { closeReturn } from './returns/close-return.ts'
import type { createCase } from './returns/create-case.ts'
import type { createReplacement } from './returns/create-replacement.ts'
import type { createReturn } from './returns/create-return.ts'
import type { createReturnShipment } from './returns/create-return-shipment.ts'
import type { linkCase } from './returns/link-case.ts'
import type { receiveReturn } from './returns/receive-return.ts'
import type { rejectReturn } from './returns/reject-return.ts'
import type { restockReturnDevices } from './returns/restock-return-devices.ts'
import type { unassignReturnDevices } from './returns/unassign-return-devices.ts'
import type { askAboutParcel } from './shipments/ask-about-parcel.ts'
import type { changeCourier } from './shipments/change-courier.ts'
import type { changeShipment } from './shipments/change-shipment.ts'
import type { changeShipmentStatus } from './shipments/change-shipment-status.ts'
import type { correctDelivery } from './shipments/correct-delivery.ts'
import type { createCourier } from './shipments/create-courier.ts'
import type { createShipment } from './shipments/create-shipment.ts'
import type { createShipments } from './shipments/create-shipments.ts'
import type { discardShipment } from './shipments/discard-shipment.ts'
import type { getPackingSlip } from './shipments/get-packing-slip.ts'
import type { getShipmentOptions } from './shipments/get-shipment-options.ts'
import type { planAutomationSteps } from './shipments/plan-automation-steps.ts'
import type { receiveCourierWebhook } from './shipments/receive-courier-webhook.ts'
import type { registerDevices } from './shipments/register-devices.ts'
import type { remapCourierEvents } from './shipments/remap-courier-events.ts'
import type { reverseWriteOff } from './shipments/reverse-write-off.ts'
import type { writeOffUnits } from './shipments/write-off-units.ts'
import type { relayEvents } from './timeline/relay-events.ts'

/** Every use case under its operation's name. */
export interface UseCases {
  allocatePayment: ReturnType<typeof allocatePayment>
  applyUnappliedPayment: ReturnType<typeof applyUnappliedPayment>
  askAboutParcel: ReturnType<typeof askAboutParcel>
  archiveAddress: ReturnType<typeof archiveAddress>
  archiveCompany: ReturnType<typeof archiveCompany>
  assignLegalEntity: ReturnType<typeof assignLegalEntity>
  acknowledgeContactWarnings: ReturnType<typeof acknowledgeContactWarnings>
  archiveContact: ReturnType<typeof archiveContact>
  activatePriceAgreement: ReturnType<typeof activatePriceAgreement>
  amendPriceAgreement: ReturnType<typeof amendPriceAgreement>
  acceptPrices: ReturnType<typeof acceptPrices>
  cancelOrder: ReturnType<typeof cancelOrder>
  changeAddress: ReturnType<typeof changeAddress>
  changeCompany: ReturnType<typeof changeCompany>
  changeContact: ReturnType<typeof changeContact>
  changeContactRoles: ReturnType<typeof changeContactRoles>
  changeInvoice: ReturnType<typeof changeInvoice>
  changeLegalEntity: ReturnType<typeof changeLegalEntity>
  changePriceAgreement: ReturnType<typeof changePriceAgreement>
  changeCourier: ReturnType<typeof changeCourier>
  changeShipment: ReturnType<typeof changeShipment>
  changeShipmentStatus: ReturnType<typeof changeShipmentStatus>
  completeTask: ReturnType<typeof completeTask>
  correctDelivery: ReturnType<typeof correctDelivery>
  createAddress: ReturnType<typeof createAddress>
  createCompany: ReturnType<typeof createCompany>
  createContact: ReturnType<typeof createContact>
  createCreditNote: ReturnType<typeof createCreditNote>
  createFulfillment: ReturnType<typeof createFulfillment>
  createInvoice: ReturnType<typeof createInvoice>
  createLegalEntity: ReturnType<typeof createLegalEntity>
  createOrder: ReturnType<typeof createOrder>
  createPriceAgreement: ReturnType<typeof createPriceAgreement>
  createRefund: ReturnType<typeof createRefund>
  createCourier: ReturnType<typeof createCourier>
  createShipment: ReturnType<typeof createShipment>
  changeAutomationStep: ReturnType<typeof changeAutomationStep>
  createShipments: ReturnType<typeof createShipments>
  discardShipment: ReturnType<typeof discardShipment>
  getPackingSlip: ReturnType<typeof getPackingSlip>
  getShipmentOptions: ReturnType<typeof getShipmentOptions>
  planAutomationSteps: ReturnType<typeof planAutomationSteps>
  discardInvoice: ReturnType<typeof discardInvoice>
  discardPriceAgreement: ReturnType<typeof discardPriceAgreement>
  enqueueScheduledJob: ReturnType<typeof enqueueScheduledJob>
  fallbackAutomationStep: ReturnType<typeof fallbackAutomationStep>
  invoiceOrder: ReturnType<typeof invoiceOrder>
  issueInvoice: ReturnType<typeof issueInvoice>
  getCreditNotePdf: ReturnType<typeof getCreditNotePdf>
  getInvoicePdf: ReturnType<typeof getInvoicePdf>
  holdUnappliedPayment: ReturnType<typeof holdUnappliedPayment>
  overrideAddress: ReturnType<typeof overrideAddress>
  mergeFulfillments: ReturnType<typeof mergeFulfillments>
  placeHold: ReturnType<typeof placeHold>
  releaseHold: ReturnType<typeof releaseHold>
  splitFulfillment: ReturnType<typeof splitFulfillment>
  mergeCompanies: ReturnType<typeof mergeCompanies>
  importAddresses: ReturnType<typeof importAddresses>
  importContacts: ReturnType<typeof importContacts>
  mergeContacts: ReturnType<typeof mergeContacts>
  previewContactMerge: ReturnType<typeof previewContactMerge>
  amendPriceBookEntry: ReturnType<typeof amendPriceBookEntry>
  archiveProduct: ReturnType<typeof archiveProduct>
  changePriceBookEntry: ReturnType<typeof changePriceBookEntry>
  changeProduct: ReturnType<typeof changeProduct>
  closePriceBookEntry: ReturnType<typeof closePriceBookEntry>
  createPriceBookEntry: ReturnType<typeof createPriceBookEntry>
  createProduct: ReturnType<typeof createProduct>
  discardPriceBookEntry: ReturnType<typeof discardPriceBookEntry>
  publishPriceBookEntry: ReturnType<typeof publishPriceBookEntry>
  repairPriceDrift: ReturnType<typeof repairPriceDrift>
  restoreProduct: ReturnType<typeof restoreProduct>
  retryPriceSync: ReturnType<typeof retryPriceSync>
  quotePrices: ReturnType<typeof quotePrices>
  receiveCourierWebhook: ReturnType<typeof receiveCourierWebhook>
  receiveStripeWebhook: ReturnType<typeof receiveStripeWebhook>
  recordManualPayment: ReturnType<typeof recordManualPayment>
  pauseJobQueue: ReturnType<typeof pauseJobQueue>
  resumeJobQueue: ReturnType<typeof resumeJobQueue>
  retryJobRun: ReturnType<typeof retryJobRun>
  redeliverWebhook: ReturnType<typeof redeliverWebhook>
  redeliverWebhooks: ReturnType<typeof redeliverWebhooks>
  refundUnappliedPayment: ReturnType<typeof refundUnappliedPayment>
  registerDevices: ReturnType<typeof registerDevices>
  remapCourierEvents: ReturnType<typeof remapCourierEvents>
  relayEvents: ReturnType<typeof relayEvents>
  resendEmailDelivery: ReturnType<typeof resendEmailDelivery>
  restoreAddress: ReturnType<typeof restoreAddress>
  restoreCompany: ReturnType<typeof restoreCompany>
  restoreContact: ReturnType<typeof restoreContact>
  retryAutomationStep: ReturnType<typeof retryAutomationStep>
  retryRefund: ReturnType<typeof retryRefund>
  reversePaymentAllocation: ReturnType<typeof reversePaymentAllocation>
  reverseWriteOff: ReturnType<typeof reverseWriteOff>
  writeOffUnits: ReturnType<typeof writeOffUnits>
  saveShipmentAddress: ReturnType<typeof saveShipmentAddress>
  retryPriceAgreementSync: ReturnType<typeof retryPriceAgreementSync>
  sendCheckout: ReturnType<typeof sendCheckout>
  sendInvoice: ReturnType<typeof sendInvoice>
  startReconciliation: ReturnType<typeof startReconciliation>
  terminatePriceAgreement: ReturnType<typeof terminatePriceAgreement>
  voidInvoice: ReturnType<typeof voidInvoice>
  chargeReplacement: ReturnType<typeof chargeReplacement>
  createCase: ReturnType<typeof createCase>
  linkCase: ReturnType<typeof linkCase>
  closeCase: ReturnType<typeof closeCase>
  createReturn: ReturnType<typeof createReturn>
  approveReturn: ReturnType<typeof approveReturn>
  rejectReturn: ReturnType<typeof rejectReturn>
  cancelReturn: ReturnType<typeof cancelReturn>
  createReturnShipment: ReturnType<typeof createReturnShipment>
  receiveReturn: ReturnType<typeof receiveReturn>
  closeReturn: ReturnType<typeof closeReturn>
  restockReturnDevices: ReturnType<typeof restockReturnDevices>
  unassignReturnDevices: ReturnType<typeof unassignReturnDevices>
  createReplacement: ReturnType<typeof createReplacement>
  closeReplacement: ReturnType<typeof closeReplacement>
}

export interface ReadinessCheck {
  name: string
  ok: boolean
  detail: string | null
}

/** The application as an entrypoint sees it: built once, by bootstrap. */
export interface App extends UseCases {
  views: Views
  jobHandlers: Readonly<Record<JobName | ReactionName, JobHandler>>
  apiKeys: ApiKeyStore
  idempotency: IdempotencyStore
  clock: Clock
  logger: Logger
  telemetry: Telemetry
  readiness(): Promise<ReadinessCheck[]>
}
