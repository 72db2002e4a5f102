import type { DatabasePool, DatabaseTransactionConnection } from 'slonik'
import type { Clock } from '../../application/ports/clock.ts'
import type { IdGenerator } from '../../application/ports/id-generator.ts'
import type { EnqueuedJob } from '../../application/ports/job-scheduler.ts'
import type { ActionContext, SqlExecutor, Store, UnitOfWork } from '../../application/ports/unit-of-work.ts'
import type { Views } from '../../application/ports/views.ts'
import type { DomainEvent } from '../../domain/shared/events.ts'
import { createAddressStore } from './addresses/address-store.ts'
import { createWebhookStore } from './api/webhook-store.ts'
import { createAutomationStore } from './automation/automation-store.ts'
import { createTaskStore } from './automation/task-store.ts'
import { createBillingStore } from './billing/billing-store.ts'
import { createCompanyStore } from './companies/company-store.ts'
import { refusalBehind } from './constraints.ts'
import { createContactStore } from './contacts/contact-store.ts'
import { createFulfillmentStore } from './fulfillment/fulfillment-store.ts'
import { createImportStore } from './imports/import-store.ts'
import { createOrderStore } from './orders/order-store.ts'
import { createPriceBook } from './pricing/price-book.ts'
import { createShipmentStore } from './shipments/shipment-store.ts'
import { columnsOf, type Db, insertTogether, sql } from './sql.ts'
import { executorOf } from './sql-executor.ts'
import { claimReaction } from './timeline/reaction-receipts.ts'

/** A job as it goes into pg-boss and into `job_run`: one id, two spellings. */
export interface IdentifiedJob extends EnqueuedJob {
  id: string
  bossId: string
  correlationId: string
  causationId: string | null
}

export interface UnitOfWorkOptions {
  pool: DatabasePool
  clock: Clock
  ids: IdGenerator
  /** The job's id: fresh, or made of its key. */
  jobId: (key: string | null) => { id: string; bossId: string }
  /** Puts jobs into the queues, inside the transaction. */
  insertJobs: (executor: SqlExecutor, jobs: readonly IdentifiedJob[]) => Promise<void>
  viewsOf: (db: Db) => Views
  /** Told after a commit what there is to do now. */
  committed: (news: { hasEvents: boolean; queues: readonly string[] }) => void
}

export function createUnitOfWork(options: UnitOfWorkOptions): UnitOfWork {
  async function transact<T>(
    context: ActionContext,
    work: (store: Store) => Promise<T>,
    isLast: boolean,
  ): Promise<T> {
    const news = { hasEvents: false, queues: [] as string[] }
    try {
      const result = await options.pool.transaction(async (transaction) => {
        const events: DomainEvent[] = []
        const jobs: EnqueuedJob[] = []
        const done = await work(storeOf(options, transaction, events, jobs))
        const identified = jobs.map((one) => ({
          ...one,
          ...options.jobId(one.key),
          correlationId: context.correlationId,
          causationId: context.causationId,
        }))
        await write(options, transaction, context, events, identified)
        if (isLast && context.alongside !== null) await context.alongside(executorOf(transaction), done)
        news.hasEvents = events.length > 0
        news.queues = identified.map(({ queue }) => queue)
        return done
      })
      if (news.hasEvents || news.queues.length > 0) options.committed(news)
      return result
    } catch (error) {
      throw refusalBehind(error)
    }
  }
  return {
    run: (context, work) => transact(context, work, false),
    conclude: (context, work) => transact(context, work, true),
  }
}

function storeOf(
  options: UnitOfWorkOptions,
  transaction: DatabaseTransactionConnection,
  events: DomainEvent[],
  jobs: EnqueuedJob[],
): Store {
  return {
    companies: createCompanyStore(transaction),
    contacts: createContactStore(transaction),
    addresses: createAddressStore(transaction),
    imports: createImportStore(transaction),
    prices: createPriceBook(transaction),
    orders: createOrderStore(transaction),
    billing: createBillingStore(transaction),
    fulfillment: createFulfillmentStore(transaction),
    shipments: createShipmentStore(transaction),
    automation: createAutomationStore(transaction),
    webhooks: createWebhookStore(transaction),
    tasks: createTaskStore(transaction),
    views: options.viewsOf(transaction),
    publish: (more) => {
      events.push(...more)
    },
    enqueue: (...more) => {
      jobs.push(...more)
    },
    claimReaction: (reaction, eventId) => claimReaction(transaction, reaction, eventId, options.clock.now()),
  }
}

/** Events and job records in one statement, then the queues' own rows. */
async function write(
  options: UnitOfWorkOptions,
  transaction: DatabaseTransactionConnection,
  context: ActionContext,
  events: readonly DomainEvent[],
  jobs: readonly IdentifiedJob[],
): Promise<void> {
  const at = options.clock.now()
  await insertTogether(transaction, [
    { table: 'outbox', rows: events.map((event) => outboxRow(options.ids, event, context)) },
    {
      table: 'job_run',
      rows: jobs.map((one) => jobRunRow(one, at)),
      onConflict: sql.fragment`on conflict do nothing`,
    },
  ])
  if (jobs.length > 0) await options.insertJobs(executorOf(transaction), jobs)
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

/** A job's first appearance before Support. */
export function jobRunRow(job: IdentifiedJob, at: Date): object {
  return columnsOf({
    id: job.id,
    bossId: job.bossId,
    queue: job.queue,
    name: job.name,
    status: job.startAfterSeconds > 0 ? 'delayed' : 'queued',
    progress: 0,
    attempt: 0,
    maxAttempts: job.maxAttempts,
    relatedType: job.related?.type ?? null,
    relatedId: job.related?.id ?? null,
    correlationId: job.correlationId,
    createdAt: at,
    nextRetryAt: null,
  })
}
