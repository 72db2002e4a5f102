import { PgBoss } from 'pg-boss'
import type { EnqueuedJob } from '../../application/ports/job-scheduler.ts'
import type { Logger } from '../../application/ports/logger.ts'
import type { SqlExecutor } from '../../application/ports/unit-of-work.ts'
import { joinedStatement } from './joined-statement.ts'

/** What travels with a job besides its payload. */
export interface JobEnvelope {
  name: string
  payload: object
  correlationId: string
}

/** A worker that stops answering for this long has lost its job. pg-boss accepts no less. */
export const HEARTBEAT_SECONDS = 10

const KEEP_FINISHED_SECONDS = 86_400

export interface QueueOptions {
  url: string
  queues: readonly string[]
  logger: Logger
  /** Worker processes look after lost jobs; API processes only enqueue. */
  supervises: boolean
}

/** pg-boss with its own small pool. Its schema is made by `prepareQueues`, never by a process that serves. */
export async function connectQueues(options: QueueOptions): Promise<PgBoss> {
  const boss = createBoss(options, { migrate: false, supervise: options.supervises })
  await boss.start()
  return boss
}

/** Makes or updates pg-boss's schema and our queues. Part of the migrations. */
export async function prepareQueues(options: Pick<QueueOptions, 'url' | 'queues' | 'logger'>): Promise<void> {
  const boss = createBoss(options, { migrate: true, supervise: false })
  await boss.start()
  try {
    const existing = new Set((await boss.getQueues()).map(({ name }) => name))
    for (const queue of options.queues) {
      if (existing.has(queue)) continue
      await boss.createQueue(queue, { policy: 'standard', heartbeatSeconds: HEARTBEAT_SECONDS })
    }
  } finally {
    await boss.stop({ graceful: false, close: true })
  }
}

function createBoss(
  options: Pick<QueueOptions, 'url' | 'logger'>,
  roles: { migrate: boolean; supervise: boolean },
): PgBoss {
  const boss = new PgBoss({
    connectionString: options.url,
    application_name: 'waybill-queues',
    max: 2,
    ...roles,
    createSchema: roles.migrate,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
    superviseIntervalSeconds: 2,
    // Lost heartbeats are found by the monitor pass, so it sets how long a dead worker goes unnoticed.
    monitorIntervalSeconds: 5,
    queueCacheIntervalSeconds: 60,
  })
  // pg-boss ends the process that does not listen.
  boss.on('error', (error) => {
    options.logger.warn({ error: error.message }, 'the queues report an error')
  })
  return boss
}

/** Puts jobs into their queues inside the caller's transaction; a job whose id is there already is skipped. */
export async function insertJobs(
  boss: PgBoss,
  executor: SqlExecutor,
  jobs: readonly (EnqueuedJob & { bossId: string; correlationId: string })[],
): Promise<void> {
  const byQueue = Map.groupBy(jobs, ({ queue }) => queue)
  for (const [queue, members] of byQueue) {
    const unique = new Map(members.map((job) => [job.bossId, job]))
    await boss.insert(
      queue,
      [...unique.values()].map((job) => ({
        id: job.bossId,
        data: {
          name: job.name,
          payload: job.payload,
          correlationId: job.correlationId,
        } satisfies JobEnvelope,
        retryLimit: job.maxAttempts - 1,
        retryDelay: 0,
        retryBackoff: false,
        expireInSeconds: job.timeoutSeconds,
        heartbeatSeconds: HEARTBEAT_SECONDS,
        deleteAfterSeconds: KEEP_FINISHED_SECONDS,
        ...(job.startAfterSeconds > 0 ? { startAfter: job.startAfterSeconds } : {}),
      })),
      { db: joinedStatement(executor) },
    )
  }
}
