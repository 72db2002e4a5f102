import { changeAddress } from '../../application/addresses/change-address.ts'
import { createAddress } from '../../application/addresses/create-address.ts'
import type { App, UseCases } from '../../application/app.ts'
import { completeTask } from '../../application/automation/complete-task.ts'
import { fallbackAutomationStep } from '../../application/automation/fallback-automation-step.ts'
import { retryAutomationStep } from '../../application/automation/retry-automation-step.ts'
import { runAutomationStep } from '../../application/automation/run-automation-step.ts'
import { issueInvoiceWhenOrderPaid } from '../../application/billing/issue-invoice-when-order-paid.ts'
import { changeCompany } from '../../application/companies/change-company.ts'
import { createCompany } from '../../application/companies/create-company.ts'
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
import { notifyTeamWhenAutomationFailed } from '../../application/notifications/notify-team-when-automation-failed.ts'
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
import type { EventRelay } from '../../application/ports/event-relay.ts'
import type { IdGenerator } from '../../application/ports/id-generator.ts'
import type { IdempotencyStore } from '../../application/ports/idempotency-store.ts'
import type { JobHandler } from '../../application/ports/job-handler.ts'
import type { JobRunStore } from '../../application/ports/job-run-store.ts'
import type { OrderStore } from '../../application/ports/order-store.ts'
import type { PhoneNumbers } from '../../application/ports/phone-numbers.ts'
import type { PriceBook } from '../../application/ports/price-book.ts'
import type { UnitOfWork } from '../../application/ports/unit-of-work.ts'
import { quotePrices } from '../../application/pricing/quote-prices.ts'
import { syncPriceBookEntry } from '../../application/pricing/sync-price-book-entry.ts'
import { syncUnsyncedPrices } from '../../application/pricing/sync-unsynced-prices.ts'
import { changeShipment } from '../../application/shipments/change-shipment.ts'
import { changeShipmentStatus } from '../../application/shipments/change-shipment-status.ts'
import { createShipment } from '../../application/shipments/create-shipment.ts'
import { handleCourierEvent } from '../../application/shipments/handle-courier-event.ts'
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
  orders: OrderStore
  prices: PriceBook
  jobRuns: JobRunStore
  idempotency: IdempotencyStore
  phones: PhoneNumbers
  clock: Clock
  ids: IdGenerator
  digest: (text: string) => string
  publicUrl: string
}

export function buildUseCases(parts: Parts): { useCases: UseCases; jobHandlers: App['jobHandlers'] } {
  const useCases: UseCases = {
    acknowledgeContactWarnings: acknowledgeContactWarnings(parts),
    archiveContact: archiveContact(parts),
    cancelOrder: cancelOrder(parts),
    changeAddress: changeAddress(parts),
    changeCompany: changeCompany(parts),
    changeContact: changeContact(parts),
    changeContactRoles: changeContactRoles(parts),
    changeShipment: changeShipment(parts),
    changeShipmentStatus: changeShipmentStatus(parts),
    completeTask: completeTask(parts),
    createAddress: createAddress(parts),
    createCompany: createCompany(parts),
    createContact: createContact(parts),
    createFulfillment: createFulfillment(parts),
    createOrder: createOrder(parts),
    createShipment: createShipment(parts),
    enqueueScheduledJob: enqueueScheduledJob(parts),
    fallbackAutomationStep: fallbackAutomationStep(parts),
    importAddresses: importAddresses(parts),
    importContacts: importContacts(parts),
    mergeContacts: mergeContacts(parts),
    previewContactMerge: previewContactMerge(parts),
    quotePrices: quotePrices(parts),
    receiveCourierWebhook: receiveCourierWebhook(parts),
    receiveStripeWebhook: receiveStripeWebhook(parts),
    registerDevices: registerDevices(parts),
    relayEvents: relayEvents(parts),
    restoreContact: restoreContact(parts),
    retryAutomationStep: retryAutomationStep(parts),
    sendCheckout: sendCheckout(parts),
  }
  const jobHandlers: App['jobHandlers'] = {
    'handle-stripe-event': handleStripeEvent(parts),
    'handle-courier-event': handleCourierEvent(parts),
    'expire-checkout-session': expireCheckoutSession(parts),
    'converge-checkout-session': convergeCheckoutSession(parts),
    'run-automation-step': runAutomationStep(parts),
    'sync-price-book-entry': syncPriceBookEntry(parts),
    'sync-unsynced-prices': syncUnsyncedPrices(parts),
    'check-overdue-checkouts': checkOverdueCheckouts(parts),
    'sweep-job-runs': sweepJobRuns(parts),
    'forget-idempotency-keys': forgetIdempotencyKeys(parts),
    'issue-invoice-when-order-paid': issueInvoiceWhenOrderPaid(parts),
    'create-fulfillment-when-order-paid': createFulfillmentWhenOrderPaid(parts),
    'notify-team-when-automation-failed': notifyTeamWhenAutomationFailed(parts),
  } satisfies Record<string, JobHandler>
  return { useCases, jobHandlers }
}
