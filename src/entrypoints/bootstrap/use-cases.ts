import { archiveAddress } from '../../application/addresses/archive-address.ts'
import { changeAddress } from '../../application/addresses/change-address.ts'
import { createAddress } from '../../application/addresses/create-address.ts'
import { overrideAddress } from '../../application/addresses/override-address.ts'
import { restoreAddress } from '../../application/addresses/restore-address.ts'
import { saveShipmentAddress } from '../../application/addresses/save-shipment-address.ts'
import { activatePriceAgreement } from '../../application/agreements/activate-price-agreement.ts'
import { amendPriceAgreement } from '../../application/agreements/amend-price-agreement.ts'
import { changePriceAgreement } from '../../application/agreements/change-price-agreement.ts'
import { createPriceAgreement } from '../../application/agreements/create-price-agreement.ts'
import { discardPriceAgreement } from '../../application/agreements/discard-price-agreement.ts'
import { retryPriceAgreementSync } from '../../application/agreements/retry-price-agreement-sync.ts'
import { syncAgreementPrice } from '../../application/agreements/sync-agreement-price.ts'
import { syncUnsyncedAgreementPrices } from '../../application/agreements/sync-unsynced-agreement-prices.ts'
import { terminatePriceAgreement } from '../../application/agreements/terminate-price-agreement.ts'
import { watchPriceAgreements } from '../../application/agreements/watch-price-agreements.ts'
import type { App, UseCases } from '../../application/app.ts'
import { changeAutomationStep } from '../../application/automation/change-automation-step.ts'
import { completeTask } from '../../application/automation/complete-task.ts'
import { fallbackAutomationStep } from '../../application/automation/fallback-automation-step.ts'
import { retryAutomationStep } from '../../application/automation/retry-automation-step.ts'
import { runAutomationStep } from '../../application/automation/run-automation-step.ts'
import { allocatePayment } from '../../application/billing/allocate-payment.ts'
import { applyUnappliedPayment } from '../../application/billing/apply-unapplied-payment.ts'
import { changeInvoice } from '../../application/billing/change-invoice.ts'
import { checkOverdueInvoices } from '../../application/billing/check-overdue-invoices.ts'
import { createCreditNote } from '../../application/billing/create-credit-note.ts'
import { createInvoice } from '../../application/billing/create-invoice.ts'
import { createRefund } from '../../application/billing/create-refund.ts'
import { discardInvoice } from '../../application/billing/discard-invoice.ts'
import { getInvoicePdf } from '../../application/billing/get-invoice-pdf.ts'
import { holdUnappliedPayment } from '../../application/billing/hold-unapplied-payment.ts'
import { invoiceOrder } from '../../application/billing/invoice-order.ts'
import { issueInvoice } from '../../application/billing/issue-invoice.ts'
import { issueInvoiceWhenOrderPaid } from '../../application/billing/issue-invoice-when-order-paid.ts'
import { reconcileStripe } from '../../application/billing/reconcile-stripe.ts'
import { recordManualPayment } from '../../application/billing/record-manual-payment.ts'
import { renderPdfWhenInvoiceIssued } from '../../application/billing/render-pdf-when-invoice-issued.ts'
import { retryRefund } from '../../application/billing/retry-refund.ts'
import { reversePaymentAllocation } from '../../application/billing/reverse-payment-allocation.ts'
import { sendRefund } from '../../application/billing/send-refund.ts'
import { sendWaitingRefunds } from '../../application/billing/send-waiting-refunds.ts'
import { startNightlyReconciliation } from '../../application/billing/start-nightly-reconciliation.ts'
import { startReconciliation } from '../../application/billing/start-reconciliation.ts'
import { voidInvoice } from '../../application/billing/void-invoice.ts'
import { voidInvoiceWhenOrderCancelled } from '../../application/billing/void-invoice-when-order-cancelled.ts'
import { archiveCompany } from '../../application/companies/archive-company.ts'
import { changeCompany } from '../../application/companies/change-company.ts'
import { createCompany } from '../../application/companies/create-company.ts'
import { mergeCompanies } from '../../application/companies/merge-companies.ts'
import { restoreCompany } from '../../application/companies/restore-company.ts'
import { acknowledgeContactWarnings } from '../../application/contacts/acknowledge-contact-warnings.ts'
import { archiveContact } from '../../application/contacts/archive-contact.ts'
import { changeContact } from '../../application/contacts/change-contact.ts'
import { changeContactRoles } from '../../application/contacts/change-contact-roles.ts'
import { createContact } from '../../application/contacts/create-contact.ts'
import { mergeContacts } from '../../application/contacts/merge-contacts.ts'
import { previewContactMerge } from '../../application/contacts/preview-contact-merge.ts'
import { restoreContact } from '../../application/contacts/restore-contact.ts'
import { createFulfillment } from '../../application/fulfillment/create-fulfillment.ts'
import { createFulfillmentWhenOrderPaid } from '../../application/fulfillment/create-fulfillment-when-order-paid.ts'
import { importAddresses } from '../../application/imports/import-addresses.ts'
import { importContacts } from '../../application/imports/import-contacts.ts'
import { enqueueScheduledJob } from '../../application/jobs/enqueue-scheduled-job.ts'
import { forgetIdempotencyKeys } from '../../application/jobs/forget-idempotency-keys.ts'
import { sweepJobRuns } from '../../application/jobs/sweep-job-runs.ts'
import { forwardStripeEvents } from '../../application/legacy/forward-stripe-events.ts'
import { redeliverWebhook } from '../../application/legacy/redeliver-webhook.ts'
import { redeliverWebhooks } from '../../application/legacy/redeliver-webhooks.ts'
import { notifyTeamWhenAutomationFailed } from '../../application/notifications/notify-team-when-automation-failed.ts'
import { notifyTeamWhenInvoiceReminderDue } from '../../application/notifications/notify-team-when-invoice-reminder-due.ts'
import { notifyTeamWhenPriceAgreementNeedsAttention } from '../../application/notifications/notify-team-when-price-agreement-needs-attention.ts'
import { notifyTeamWhenPriceDriftFound } from '../../application/notifications/notify-team-when-price-drift-found.ts'
import { acceptPrices } from '../../application/orders/accept-prices.ts'
import { cancelOrder } from '../../application/orders/cancel-order.ts'
import { checkOverdueCheckouts } from '../../application/orders/check-overdue-checkouts.ts'
import { convergeCheckoutSession } from '../../application/orders/converge-checkout-session.ts'
import { createOrder } from '../../application/orders/create-order.ts'
import { expireCheckoutSession } from '../../application/orders/expire-checkout-session.ts'
import { handleStripeEvent } from '../../application/orders/handle-stripe-event.ts'
import { receiveStripeWebhook } from '../../application/orders/receive-stripe-webhook.ts'
import { sendCheckout } from '../../application/orders/send-checkout.ts'
import type { Clock } from '../../application/ports/clock.ts'
import type { CompanyStore } from '../../application/ports/company-store.ts'
import type { ContactStore } from '../../application/ports/contact-store.ts'
import type { DocumentRenderer } from '../../application/ports/document-renderer.ts'
import type { DocumentStore } from '../../application/ports/document-store.ts'
import type { EventRelay } from '../../application/ports/event-relay.ts'
import type { IdGenerator } from '../../application/ports/id-generator.ts'
import type { IdempotencyStore } from '../../application/ports/idempotency-store.ts'
import type { JobHandler } from '../../application/ports/job-handler.ts'
import type { JobRunStore } from '../../application/ports/job-run-store.ts'
import type { OrderStore } from '../../application/ports/order-store.ts'
import type { PackingReader } from '../../application/ports/packing-reader.ts'
import type { PackingSlipRenderer, Sender } from '../../application/ports/packing-slip-renderer.ts'
import type { PhoneNumbers } from '../../application/ports/phone-numbers.ts'
import type { PriceBook } from '../../application/ports/price-book.ts'
import type { ReconciliationStore } from '../../application/ports/reconciliation-store.ts'
import type { UnitOfWork } from '../../application/ports/unit-of-work.ts'
import { amendPriceBookEntry } from '../../application/pricing/amend-price-book-entry.ts'
import { archiveProduct } from '../../application/pricing/archive-product.ts'
import { archiveStripePrice } from '../../application/pricing/archive-stripe-price.ts'
import { changePriceBookEntry } from '../../application/pricing/change-price-book-entry.ts'
import { changeProduct } from '../../application/pricing/change-product.ts'
import { closePriceBookEntry } from '../../application/pricing/close-price-book-entry.ts'
import { comparePricesWithStripe } from '../../application/pricing/compare-prices-with-stripe.ts'
import { createPriceBookEntry } from '../../application/pricing/create-price-book-entry.ts'
import { createProduct } from '../../application/pricing/create-product.ts'
import { discardPriceBookEntry } from '../../application/pricing/discard-price-book-entry.ts'
import { publishPriceBookEntry } from '../../application/pricing/publish-price-book-entry.ts'
import { quotePrices } from '../../application/pricing/quote-prices.ts'
import { repairPriceDrift } from '../../application/pricing/repair-price-drift.ts'
import { restoreProduct } from '../../application/pricing/restore-product.ts'
import { retryPriceSync } from '../../application/pricing/retry-price-sync.ts'
import { syncPriceBookEntry } from '../../application/pricing/sync-price-book-entry.ts'
import { syncUnsyncedPrices } from '../../application/pricing/sync-unsynced-prices.ts'
import { changeShipment } from '../../application/shipments/change-shipment.ts'
import { changeShipmentStatus } from '../../application/shipments/change-shipment-status.ts'
import { createShipment } from '../../application/shipments/create-shipment.ts'
import { createShipments } from '../../application/shipments/create-shipments.ts'
import { discardShipment } from '../../application/shipments/discard-shipment.ts'
import { getPackingSlip } from '../../application/shipments/get-packing-slip.ts'
import { getShipmentOptions } from '../../application/shipments/get-shipment-options.ts'
import { handleCourierEvent } from '../../application/shipments/handle-courier-event.ts'
import { planAutomationSteps } from '../../application/shipments/plan-automation-steps.ts'
import { receiveCourierWebhook } from '../../application/shipments/receive-courier-webhook.ts'
import { registerDevices } from '../../application/shipments/register-devices.ts'
import { relayEvents } from '../../application/timeline/relay-events.ts'
import type { Integrations } from './integrations.ts'

/** Everything any use case depends on; each one names the part it needs. */
export interface Parts extends Integrations {
  unitOfWork: UnitOfWork
  relay: EventRelay
  companies: CompanyStore
  contacts: ContactStore
  phoneNumbers: PhoneNumbers
  documents: DocumentStore
  documentRenderer: DocumentRenderer
  packing: PackingReader
  packingSlips: PackingSlipRenderer
  sender: Sender
  orders: OrderStore
  prices: PriceBook
  reconciliations: ReconciliationStore
  jobRuns: JobRunStore
  idempotency: IdempotencyStore
  phones: PhoneNumbers
  clock: Clock
  ids: IdGenerator
  digest: (text: string) => string
  gather: () => Promise<void>
  publicUrl: string
  pricesHoldMs: number
  invoiceReminderDays: readonly number[]
}

export function buildUseCases(parts: Parts): { useCases: UseCases; jobHandlers: App['jobHandlers'] } {
  const useCases: UseCases = {
    allocatePayment: allocatePayment(parts),
    applyUnappliedPayment: applyUnappliedPayment(parts),
    archiveAddress: archiveAddress(parts),
    archiveCompany: archiveCompany(parts),
    acknowledgeContactWarnings: acknowledgeContactWarnings(parts),
    archiveContact: archiveContact(parts),
    activatePriceAgreement: activatePriceAgreement(parts),
    amendPriceAgreement: amendPriceAgreement(parts),
    acceptPrices: acceptPrices(parts),
    cancelOrder: cancelOrder(parts),
    changeAddress: changeAddress(parts),
    changeCompany: changeCompany(parts),
    changeContact: changeContact(parts),
    changeContactRoles: changeContactRoles(parts),
    changeInvoice: changeInvoice(parts),
    changePriceAgreement: changePriceAgreement(parts),
    changeShipment: changeShipment(parts),
    changeShipmentStatus: changeShipmentStatus(parts),
    completeTask: completeTask(parts),
    createAddress: createAddress(parts),
    createCompany: createCompany(parts),
    createContact: createContact(parts),
    createCreditNote: createCreditNote(parts),
    createFulfillment: createFulfillment(parts),
    createInvoice: createInvoice(parts),
    createOrder: createOrder(parts),
    createPriceAgreement: createPriceAgreement(parts),
    createRefund: createRefund(parts),
    createShipment: createShipment(parts),
    changeAutomationStep: changeAutomationStep(parts),
    createShipments: createShipments(parts),
    discardShipment: discardShipment(parts),
    getPackingSlip: getPackingSlip(parts),
    getShipmentOptions: getShipmentOptions(parts),
    planAutomationSteps: planAutomationSteps(parts),
    discardInvoice: discardInvoice(parts),
    discardPriceAgreement: discardPriceAgreement(parts),
    enqueueScheduledJob: enqueueScheduledJob(parts),
    fallbackAutomationStep: fallbackAutomationStep(parts),
    invoiceOrder: invoiceOrder(parts),
    issueInvoice: issueInvoice(parts),
    getInvoicePdf: getInvoicePdf(parts),
    holdUnappliedPayment: holdUnappliedPayment(parts),
    overrideAddress: overrideAddress(parts),
    mergeCompanies: mergeCompanies(parts),
    importAddresses: importAddresses(parts),
    importContacts: importContacts(parts),
    mergeContacts: mergeContacts(parts),
    previewContactMerge: previewContactMerge(parts),
    amendPriceBookEntry: amendPriceBookEntry(parts),
    archiveProduct: archiveProduct(parts),
    changePriceBookEntry: changePriceBookEntry(parts),
    changeProduct: changeProduct(parts),
    closePriceBookEntry: closePriceBookEntry(parts),
    createPriceBookEntry: createPriceBookEntry(parts),
    createProduct: createProduct(parts),
    discardPriceBookEntry: discardPriceBookEntry(parts),
    publishPriceBookEntry: publishPriceBookEntry(parts),
    repairPriceDrift: repairPriceDrift(parts),
    restoreProduct: restoreProduct(parts),
    retryPriceSync: retryPriceSync(parts),
    quotePrices: quotePrices(parts),
    receiveCourierWebhook: receiveCourierWebhook(parts),
    receiveStripeWebhook: receiveStripeWebhook(parts),
    recordManualPayment: recordManualPayment(parts),
    redeliverWebhook: redeliverWebhook(parts),
    redeliverWebhooks: redeliverWebhooks(parts),
    registerDevices: registerDevices(parts),
    relayEvents: relayEvents(parts),
    restoreAddress: restoreAddress(parts),
    restoreCompany: restoreCompany(parts),
    restoreContact: restoreContact(parts),
    retryAutomationStep: retryAutomationStep(parts),
    retryRefund: retryRefund(parts),
    reversePaymentAllocation: reversePaymentAllocation(parts),
    saveShipmentAddress: saveShipmentAddress(parts),
    retryPriceAgreementSync: retryPriceAgreementSync(parts),
    sendCheckout: sendCheckout(parts),
    startReconciliation: startReconciliation(parts),
    terminatePriceAgreement: terminatePriceAgreement(parts),
    voidInvoice: voidInvoice(parts),
  }
  const jobHandlers: App['jobHandlers'] = {
    'handle-stripe-event': handleStripeEvent(parts),
    'handle-courier-event': handleCourierEvent(parts),
    'expire-checkout-session': expireCheckoutSession(parts),
    'converge-checkout-session': convergeCheckoutSession(parts),
    'run-automation-step': runAutomationStep(parts),
    'sync-price-book-entry': syncPriceBookEntry(parts),
    'archive-stripe-price': archiveStripePrice(parts),
    'sync-unsynced-prices': syncUnsyncedPrices(parts),
    'compare-prices-with-stripe': comparePricesWithStripe(parts),
    'sync-agreement-price': syncAgreementPrice(parts),
    'sync-unsynced-agreement-prices': syncUnsyncedAgreementPrices(parts),
    'watch-price-agreements': watchPriceAgreements(parts),
    'send-refund': sendRefund(parts),
    'send-waiting-refunds': sendWaitingRefunds(parts),
    'check-overdue-checkouts': checkOverdueCheckouts(parts),
    'check-overdue-invoices': checkOverdueInvoices(parts),
    'forward-stripe-events': forwardStripeEvents(parts),
    'reconcile-stripe': reconcileStripe(parts),
    'start-nightly-reconciliation': startNightlyReconciliation(parts),
    'sweep-job-runs': sweepJobRuns(parts),
    'forget-idempotency-keys': forgetIdempotencyKeys(parts),
    'issue-invoice-when-order-paid': issueInvoiceWhenOrderPaid(parts),
    'void-invoice-when-order-cancelled': voidInvoiceWhenOrderCancelled(parts),
    'render-pdf-when-invoice-issued': renderPdfWhenInvoiceIssued(parts),
    'create-fulfillment-when-order-paid': createFulfillmentWhenOrderPaid(parts),
    'notify-team-when-invoice-reminder-due': notifyTeamWhenInvoiceReminderDue(parts),
    'notify-team-when-price-drift-found': notifyTeamWhenPriceDriftFound(parts),
    'notify-team-when-automation-failed': notifyTeamWhenAutomationFailed(parts),
    'notify-team-when-price-agreement-needs-attention': notifyTeamWhenPriceAgreementNeedsAttention(parts),
  } satisfies Record<string, JobHandler>
  return { useCases, jobHandlers }
}
