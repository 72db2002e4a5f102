import type { DatabasePool } from 'slonik'
import type { Clock } from '../../application/ports/clock.ts'
import type { IdGenerator } from '../../application/ports/id-generator.ts'
import type { EnqueuedJob } from '../../application/ports/job-scheduler.ts'
import type { ActionContext, Store, UnitOfWork } from '../../application/ports/unit-of-work.ts'
import type { Views } from '../../application/ports/views.ts'
import type { DomainEvent } from '../../domain/shared/events.ts'
import { createAddressStore } from './addresses/address-store.ts'
import { createAgreementStore } from './agreements/agreement-store.ts'
import { createWebhookStore } from './api/webhook-store.ts'
import { createAutomationStore } from './automation/automation-store.ts'
import { createTaskStore } from './automation/task-store.ts'
import { createBillingStore } from './billing/billing-store.ts'
import { createCreditNoteStore } from './billing/credit-note-store.ts'
import { createDisputeStore } from './billing/dispute-store.ts'
import { createDocumentStore } from './billing/document-store.ts'
import { createEmailStore } from './billing/email-store.ts'
import { createInvoiceStore } from './billing/invoice-store.ts'
import { createLegalEntityStore } from './billing/legal-entity-store.ts'
import { createReconciliationStore } from './billing/reconciliation-store.ts'
import { createRefundStore } from './billing/refund-store.ts'
import { createSettlementStore } from './billing/settlement-store.ts'
import { createCompanyStore } from './companies/company-store.ts'
import { refusalBehind } from './constraints.ts'
import { createContactStore } from './contacts/contact-store.ts'
import { refuseUnexpected } from './expected-version.ts'
import { createFindingStore } from './fulfillment/finding-store.ts'
import { createFulfillmentStore } from './fulfillment/fulfillment-store.ts'
import { createHoldStore } from './fulfillment/hold-store.ts'
import { insertTogether } from './gathered-writes.ts'
import { createImportStore } from './imports/import-store.ts'
import { claimingTransaction } from './jobs/claiming-transaction.ts'
import { enqueueJobs, type IdentifiedJob, type JobQueues } from './jobs/enqueue-jobs.ts'
import { createJobRetryStore } from './jobs/job-retry-store.ts'
import { createQueueControlStore } from './jobs/queue-control-store.ts'
import { createWebhookDeliveryStore } from './legacy/webhook-delivery-store.ts'
import { madeWhenAsked } from './made-when-asked.ts'
import { createOrderStore } from './orders/order-store.ts'
import { createPriceBook } from './pricing/price-book.ts'
import { createCaseStore } from './returns/case-store.ts'
import { createReplacementStore } from './returns/replacement-store.ts'
import { createReturnStore } from './returns/return-store.ts'
import { createCourierStore } from './shipments/courier-store.ts'
import { createPackingStore } from './shipments/packing-store.ts'
import { createShipmentStore } from './shipments/shipment-store.ts'
import { createTrackingPollStore } from './shipments/tracking-poll-store.ts'
import { createWriteOffStore } from './shipments/write-off-store.ts'
import type { Db } from './sql.ts'
import { executorOf } from './sql-executor.ts'
import { claimReaction } from './timeline/reaction-receipts.ts'
import type { WakeUp } from './wake-channel.ts'

export interface UnitOfWorkOptions {
  pool: DatabasePool
  clock: Clock
  ids: IdGenerator
  /** The job's id: fresh, or made of its key. */
  jobId: (key: string | null) => { id: string; bossId: string }
  queues: JobQueues
  viewsOf: (db: Db) => Views
  /** Told after a commit what there is to do now. */
  committed: (news: WakeUp) => void
}

export function createUnitOfWork(options: UnitOfWorkOptions): UnitOfWork {
  async function transact<T>(
    context: ActionContext,
    work: (store: Store) => Promise<T>,
    isLast: boolean,
  ): Promise<T> {
    try {
      const { done, news } = await claimingTransaction(options.pool, async (db) => {
        const events: DomainEvent[] = []
        const jobs: EnqueuedJob[] = []
        if (isLast && context.expected !== undefined) await refuseUnexpected(db, context.expected)
        const steer = { isAsked: false }
        const done = await work(storeOf(options, db, events, jobs, steer))
        if (isLast && context.alongside !== null) await context.alongside(executorOf(db), done)
        await insertTogether(db, [
          { table: 'outbox', rows: events.map((event) => outboxRow(options.ids, event, context)) },
        ])
        const claims = await enqueueJobs(
          db,
          options.queues,
          identified(options, context, jobs),
          options.clock.now(),
        )
        const news: WakeUp = {
          hasEvents: events.length > 0,
          queues: claims?.left ?? [],
          areQueuesSteered: steer.isAsked,
        }
        return { result: { done, news }, claims }
      })
      if (news.hasEvents || news.areQueuesSteered || news.queues.length > 0) options.committed(news)
      return done
    } catch (error) {
      throw refusalBehind(error)
    }
  }
  return {
    run: (context, work) => transact(context, work, false),
    conclude: (context, work) => transact(context, work, true),
  }
}

type Stores = Omit<Store, 'views' | 'publish' | 'enqueue' | 'steerQueues' | 'claimReaction'>

const storesOver = madeWhenAsked<Stores>({
  companies: createCompanyStore,
  contacts: createContactStore,
  addresses: createAddressStore,
  imports: createImportStore,
  prices: createPriceBook,
  agreements: createAgreementStore,
  orders: createOrderStore,
  billing: createBillingStore,
  refunds: createRefundStore,
  creditNotes: createCreditNoteStore,
  disputes: createDisputeStore,
  invoices: createInvoiceStore,
  documents: createDocumentStore,
  legalEntities: createLegalEntityStore,
  settlement: createSettlementStore,
  reconciliations: createReconciliationStore,
  fulfillment: createFulfillmentStore,
  holds: createHoldStore,
  findings: createFindingStore,
  shipments: createShipmentStore,
  writeOffs: createWriteOffStore,
  cases: createCaseStore,
  returns: createReturnStore,
  replacements: createReplacementStore,
  polls: createTrackingPollStore,
  couriers: createCourierStore,
  packing: createPackingStore,
  automation: createAutomationStore,
  webhooks: createWebhookStore,
  webhookDeliveries: createWebhookDeliveryStore,
  tasks: createTaskStore,
  emails: createEmailStore,
  queueControls: createQueueControlStore,
  jobRetries: createJobRetryStore,
})

function storeOf(
  options: UnitOfWorkOptions,
  transaction: Db,
  events: DomainEvent[],
  jobs: EnqueuedJob[],
  steer: { isAsked: boolean },
): Store {
  return Object.assign(storesOver(transaction), {
    views: options.viewsOf(transaction),
    publish: (more: readonly DomainEvent[]) => {
      events.push(...more)
    },
    enqueue: (...more: readonly EnqueuedJob[]) => {
      jobs.push(...more)
    },
    steerQueues: () => {
      steer.isAsked = true
    },
    claimReaction: (reaction: string, eventId: string) =>
      claimReaction(transaction, reaction, eventId, options.clock.now()),
  })
}

function identified(
  options: UnitOfWorkOptions,
  context: ActionContext,
  jobs: readonly EnqueuedJob[],
): IdentifiedJob[] {
  return jobs.map((one) => ({
    ...one,
    ...options.jobId(one.key),
    correlationId: context.correlationId,
    causationId: context.causationId,
  }))
}

function outboxRow(ids: IdGenerator, event: DomainEvent, context: ActionContext): object {
  return {
    event_id: ids.make('event'),
    event_type: event.type,
    source_module: event.type.slice(0, event.type.indexOf('.')),
    aggregate_type: event.aggregateType,
    aggregate_id: event.aggregateId,
    aggregate_version: event.aggregateVersion,
    company_id: event.companyId,
    order_id: event.orderId,
    shipment_id: event.shipmentId,
    payload: event.data,
    actor: context.actor,
    correlation_id: context.correlationId,
    causation_id: context.causationId,
    occurred_at: event.occurredAt,
  }
}
