import type { changeAddress } from './addresses/change-address.ts'
import type { createAddress } from './addresses/create-address.ts'
import type { completeTask } from './automation/complete-task.ts'
import type { fallbackAutomationStep } from './automation/fallback-automation-step.ts'
import type { retryAutomationStep } from './automation/retry-automation-step.ts'
import type { changeCompany } from './companies/change-company.ts'
import type { createCompany } from './companies/create-company.ts'
import type { acknowledgeContactWarnings } from './contacts/acknowledge-contact-warnings.ts'
import type { archiveContact } from './contacts/archive-contact.ts'
import type { changeContact } from './contacts/change-contact.ts'
import type { changeContactRoles } from './contacts/change-contact-roles.ts'
import type { createContact } from './contacts/create-contact.ts'
import type { mergeContacts } from './contacts/merge-contacts.ts'
import type { previewContactMerge } from './contacts/preview-contact-merge.ts'
import type { restoreContact } from './contacts/restore-contact.ts'
import type { createFulfillment } from './fulfillment/create-fulfillment.ts'
import type { importAddresses } from './imports/import-addresses.ts'
import type { importContacts } from './imports/import-contacts.ts'
import type { enqueueScheduledJob } from './jobs/enqueue-scheduled-job.ts'
import type { JobName } from './jobs.ts'
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
import type { quotePrices } from './pricing/quote-prices.ts'
import type { ReactionName } from './reactions.ts'
import type { changeShipment } from './shipments/change-shipment.ts'
import type { changeShipmentStatus } from './shipments/change-shipment-status.ts'
import type { createShipment } from './shipments/create-shipment.ts'
import type { receiveCourierWebhook } from './shipments/receive-courier-webhook.ts'
import type { registerDevices } from './shipments/register-devices.ts'
import type { relayEvents } from './timeline/relay-events.ts'

/** Every use case under its operation's name. */
export interface UseCases {
  acknowledgeContactWarnings: ReturnType<typeof acknowledgeContactWarnings>
  archiveContact: ReturnType<typeof archiveContact>
  cancelOrder: ReturnType<typeof cancelOrder>
  changeAddress: ReturnType<typeof changeAddress>
  changeCompany: ReturnType<typeof changeCompany>
  changeContact: ReturnType<typeof changeContact>
  changeContactRoles: ReturnType<typeof changeContactRoles>
  changeShipment: ReturnType<typeof changeShipment>
  changeShipmentStatus: ReturnType<typeof changeShipmentStatus>
  completeTask: ReturnType<typeof completeTask>
  createAddress: ReturnType<typeof createAddress>
  createCompany: ReturnType<typeof createCompany>
  createContact: ReturnType<typeof createContact>
  createFulfillment: ReturnType<typeof createFulfillment>
  createOrder: ReturnType<typeof createOrder>
  createShipment: ReturnType<typeof createShipment>
  enqueueScheduledJob: ReturnType<typeof enqueueScheduledJob>
  fallbackAutomationStep: ReturnType<typeof fallbackAutomationStep>
  importAddresses: ReturnType<typeof importAddresses>
  importContacts: ReturnType<typeof importContacts>
  mergeContacts: ReturnType<typeof mergeContacts>
  previewContactMerge: ReturnType<typeof previewContactMerge>
  quotePrices: ReturnType<typeof quotePrices>
  receiveCourierWebhook: ReturnType<typeof receiveCourierWebhook>
  receiveStripeWebhook: ReturnType<typeof receiveStripeWebhook>
  registerDevices: ReturnType<typeof registerDevices>
  relayEvents: ReturnType<typeof relayEvents>
  restoreContact: ReturnType<typeof restoreContact>
  retryAutomationStep: ReturnType<typeof retryAutomationStep>
  sendCheckout: ReturnType<typeof sendCheckout>
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
