import { hostname } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { createDocumentRenderer } from '../../adapters/pdf/document-renderer.ts'
import { createPackingSlipRenderer } from '../../adapters/pdf/packing-slip-renderer.ts'
import { handBack } from '../../adapters/pgboss/attempt.ts'
import { claimTogether } from '../../adapters/pgboss/claim-together.ts'
import { createExecutor, type Executor } from '../../adapters/pgboss/executor.ts'
import { connectQueues, insertJobs } from '../../adapters/pgboss/queues.ts'
import { createPhoneNumbers } from '../../adapters/phones/phone-numbers.ts'
import { createApiKeyStore } from '../../adapters/postgres/api/api-key-store.ts'
import { createIdempotencyStore } from '../../adapters/postgres/api/idempotency-store.ts'
import { createDocumentStore } from '../../adapters/postgres/billing/document-store.ts'
import { createInvoiceStore } from '../../adapters/postgres/billing/invoice-store.ts'
import { createReconciliationStore } from '../../adapters/postgres/billing/reconciliation-store.ts'
import { createCompanyStore } from '../../adapters/postgres/companies/company-store.ts'
import { createContactStore } from '../../adapters/postgres/contacts/contact-store.ts'
import { gatheringTransaction } from '../../adapters/postgres/gathered-writes.ts'
import type { JobQueues } from '../../adapters/postgres/jobs/enqueue-jobs.ts'
import { createJobRunStore } from '../../adapters/postgres/jobs/job-run-store.ts'
import { createOrderStore } from '../../adapters/postgres/orders/order-store.ts'
import { createDatabasePool } from '../../adapters/postgres/pool.ts'
import { createPriceBook } from '../../adapters/postgres/pricing/price-book.ts'
import { createCourierAccounts } from '../../adapters/postgres/shipments/courier-accounts.ts'
import { createPackingReader } from '../../adapters/postgres/shipments/packing-reader.ts'
import { executorOf } from '../../adapters/postgres/sql-executor.ts'
import { createEventRelay } from '../../adapters/postgres/timeline/event-relay.ts'
import { createUnitOfWork } from '../../adapters/postgres/unit-of-work.ts'
import { createWakeChannel, type WakeUp } from '../../adapters/postgres/wake-channel.ts'
import { createTelemetry } from '../../adapters/prometheus/prometheus-telemetry.ts'
import { digest } from '../../adapters/system/digest.ts'
import { jobIdForKey, jobIdToUuid } from '../../adapters/system/job-ids.ts'
import { createLogger } from '../../adapters/system/pino-logger.ts'
import { createSystemClock } from '../../adapters/system/system-clock.ts'
import { createIdGenerator } from '../../adapters/system/uuid-ids.ts'
import type { App } from '../../application/app.ts'
import { type QueueName, queues } from '../../application/jobs.ts'
import type { SqlExecutor } from '../../application/ports/unit-of-work.ts'
import type { Config } from './config.ts'
import { type Integrations, integrationsOf, type Overrides } from './integrations.ts'
import { buildJobHandlers } from './job-handlers.ts'
import type { Parts } from './parts.ts'
import { readinessOf, refuseOldSchema } from './readiness.ts'
import type { SimulatorAddresses } from './simulator-keys.ts'
import { buildUseCases } from './use-cases.ts'
import { viewsOf } from './views.ts'

// How long pushes of Stripe wait for those that follow on their heels.
const GATHER_MS = 5

/** What a commit left to do. */
export type News = WakeUp

/** The application with what its workers need. Close it last. */
export interface Runtime {
  app: App
  integrations: Integrations
  /** Told after each commit of this process, and of what other processes left to do. */
  onNews(listener: (news: News) => void): void
  createExecutors(names: readonly QueueName[], handlers: App['jobHandlers']): Executor[]
  /** Queues with a job that is due, the paused ones left out, and the paused ones. */
  queuesAtHand(): Promise<{ due: string[]; paused: string[] }>
  /** Hands back what workers of this host left unfinished when they died; answers how many jobs. */
  recoverOrphans(): Promise<number>
  close(): Promise<void>
}

export interface RuntimeOptions {
  config: Config
  databaseUrl: string
  publicUrl: string
  /** Where the simulators are, for integrations without a key. */
  simulators: SimulatorAddresses | null
  supervises: boolean
  overrides?: Overrides
}

/** Makes adapters, then use cases, then the App, in reading order. The composition root. */
export async function buildApp(options: RuntimeOptions): Promise<Runtime> {
  const { config, databaseUrl, overrides = {} } = options
  const logger = createLogger({ level: config.logLevel })
  const clock = overrides.clock ?? createSystemClock()
  const ids = createIdGenerator()
  const telemetry = createTelemetry({ version: '0.1.0' })
  const pool = await createDatabasePool({
    url: databaseUrl,
    maxConnections: config.databasePool,
    statementTimeoutMs: 10_000,
  })
  await refuseOldSchema(pool).catch(async (error: unknown) => {
    await pool.end()
    throw error
  })
  const boss = await connectQueues({
    url: databaseUrl,
    queues: Object.keys(queues),
    logger,
    supervises: options.supervises,
  })

  const executors = new Map<string, Executor>()
  const wakeChannel = createWakeChannel({
    url: databaseUrl,
    onTrouble: (error) => {
      logger.warn(
        { error: error.message },
        'other processes are not heard; the polls find what there is to do',
      )
    },
  })
  const listeners: ((news: News) => void)[] = []
  const committed = (news: News) => {
    for (const listener of listeners) listener(news)
    // Who has workers has a relay too; only what it has no slot for is left to others.
    wakeChannel.ring({ ...news, hasEvents: news.hasEvents && executors.size === 0 })
  }
  const jobId = (key: string | null) => {
    const id = key === null ? ids.make('job') : jobIdForKey(key)
    return { id, bossId: jobIdToUuid(id) }
  }
  const jobQueues: JobQueues = {
    insert: (executor, jobs) => insertJobs(boss, executor, jobs),
    claim: (executor, counts) => claimTogether(executors, executor, counts),
  }
  const unitOfWork = createUnitOfWork({ pool, clock, ids, jobId, queues: jobQueues, viewsOf, committed })
  const relay = createEventRelay({ pool, clock, jobId, queues: jobQueues, committed })
  const jobRuns = createJobRunStore(pool)
  const idempotency = createIdempotencyStore(pool)
  const courierAccounts = createCourierAccounts(pool)
  const integrations = integrationsOf(options, clock, overrides, {
    tokens: courierAccounts,
    budget: courierAccounts,
    logger,
  })

  const parts: Parts = {
    unitOfWork,
    relay,
    companies: createCompanyStore(pool),
    contacts: createContactStore(pool),
    phoneNumbers: createPhoneNumbers(),
    documents: createDocumentStore(pool),
    documentRenderer: createDocumentRenderer(),
    packing: createPackingReader(pool),
    packingSlips: createPackingSlipRenderer({ sender: config.sender }),
    sender: config.sender,
    orders: createOrderStore(pool),
    invoices: createInvoiceStore(pool),
    prices: createPriceBook(pool),
    reconciliations: createReconciliationStore(pool),
    jobRuns,
    courierBudget: courierAccounts,
    idempotency,
    ...integrations,
    clock,
    ids,
    digest,
    gather: () => setTimeout(GATHER_MS),
    publicUrl: options.publicUrl,
    pricesHoldMs: config.pricesHoldHours * 3_600_000,
    reconciliationDays: config.reconciliationDays,
    invoiceReminderDays: config.invoiceReminderDays,
    sellerName: config.seller.name,
    emailsPrepaidInvoices: config.emailsPrepaidInvoices,
    returnTerms: {
      addressLines: config.returns.addressLines,
      windowMs: config.returns.windowDays * 86_400_000,
      replacementWindowMs: config.returns.replacementDays * 86_400_000,
      reminderDays: config.returns.reminderDays,
    },
  }
  const useCases = buildUseCases(parts)
  const jobHandlers = buildJobHandlers(parts)

  const app: App = {
    ...useCases,
    views: viewsOf(pool),
    jobHandlers,
    apiKeys: createApiKeyStore(pool),
    idempotency,
    clock,
    logger,
    telemetry,
    readiness: () => readinessOf(pool),
  }

  const transact = <T>(work: (executor: SqlExecutor) => Promise<T>) =>
    gatheringTransaction(pool, (transaction) => work(executorOf(transaction)))
  const host = hostname()
  const worker = `${host}/${process.pid}/${Date.now()}`

  return {
    app,
    integrations,
    onNews: (listener) => {
      listeners.push(listener)
      wakeChannel.listen(listener, { hasEvents: true, queues: Object.keys(queues), areQueuesSteered: true })
    },
    createExecutors: (names, handlers) =>
      names.map((queue) => {
        const executor = createExecutor({
          boss,
          queue,
          policy: queues[queue],
          handlers,
          transact,
          jobRuns,
          clock,
          logger,
          telemetry,
          worker,
        })
        executors.set(queue, executor)
        return executor
      }),
    queuesAtHand: () => jobRuns.queuesAtHand(),
    async recoverOrphans() {
      const open = await jobRuns.openAttempts(`${host}/`)
      const dead = open.filter((attempt) => attempt.worker !== worker && !isAlive(attempt.worker))
      for (const { queue, bossId, attempt } of dead) {
        const job = { id: bossId, retryCount: attempt - 1 }
        await transact((executor) => handBack(boss, jobRuns, queue, job, executor, clock.now()))
      }
      return dead.length
    },
    async close() {
      await wakeChannel.close()
      await boss.stop({ graceful: false, close: true })
      await pool.end()
    },
  }
}

/** Whether the process that named itself so still runs. Our own number under another name was a process before us. */
function isAlive(worker: string): boolean {
  const pid = Number(worker.split('/')[1])
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
