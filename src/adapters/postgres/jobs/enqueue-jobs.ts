import type { EnqueuedJob } from '../../../application/ports/job-scheduler.ts'
import type { SqlExecutor } from '../../../application/ports/unit-of-work.ts'
import { insertTogether } from '../gathered-writes.ts'
import { columnsOf, type Db, sql } from '../sql.ts'
import { executorOf } from '../sql-executor.ts'

/** A job as it goes into pg-boss and into `job_run`: one id, two spellings. */
export interface IdentifiedJob extends EnqueuedJob {
  id: string
  bossId: string
  correlationId: string
  causationId: string | null
}

/** An attempt that begins with the commit of the transaction that claimed it. */
export interface ClaimedAttempt {
  bossId: string
  attempt: number
  worker: string
  at: Date
}

/** What this process took of the queues in a transaction that is still open. */
export interface Claims {
  attempts: readonly ClaimedAttempt[]
  /** Queues that may hold more than was taken. */
  left: readonly string[]
  /** After the commit. */
  begin(): void
  /** After a rollback. */
  abandon(): void
}

export interface JobQueues {
  insert(executor: SqlExecutor, jobs: readonly IdentifiedJob[]): Promise<void>
  /** Claims for free slots of this process what was just inserted, or what waited before it. */
  claim(executor: SqlExecutor, counts: ReadonlyMap<string, number>): Promise<Claims>
}

/**
 * Puts jobs into their queues and before Support, in the caller's transaction. A job that this process can start at
 * once is claimed in the same transaction, which saves it a claim of its own. The same id twice is one job.
 */
export async function enqueueJobs(
  db: Db,
  queues: JobQueues,
  jobs: readonly IdentifiedJob[],
  at: Date,
): Promise<Claims | null> {
  if (jobs.length === 0) return null
  const executor = executorOf(db)
  await queues.insert(executor, jobs)
  const due = jobs.filter(({ startAfterSeconds }) => startAfterSeconds <= 0)
  const claims = await queues.claim(executor, countsOf(due))
  const attempts = new Map(claims.attempts.map((attempt) => [attempt.bossId, attempt]))
  const runs = [...new Map(jobs.map((one) => [one.id, one])).values()]
  const started = runs.filter(({ bossId }) => attempts.has(bossId))
  await insertTogether(db, [
    {
      table: 'job_run',
      rows: runs.map((one) => jobRunRow(one, attempts.get(one.bossId), at)),
      onConflict: sql.fragment`
        on conflict (id) do update
        set status = excluded.status,
          attempt = excluded.attempt,
          started_at = coalesce(job_run.started_at, excluded.started_at),
          next_retry_at = null
        where excluded.status = 'active'`,
    },
    {
      table: 'job_attempt',
      rows: started.map(({ id, bossId }) => {
        const { attempt, worker, at: startedAt } = attempts.get(bossId) as ClaimedAttempt
        return { job_id: id, attempt, worker, started_at: startedAt }
      }),
      onConflict: sql.fragment`
        on conflict (job_id, attempt) do update
        set worker = excluded.worker,
          started_at = excluded.started_at,
          ended_at = null,
          outcome = null,
          error = null`,
    },
  ])
  return claims
}

function countsOf(jobs: readonly IdentifiedJob[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { queue } of jobs) counts.set(queue, (counts.get(queue) ?? 0) + 1)
  return counts
}

/** A job's first appearance before Support. */
function jobRunRow(job: IdentifiedJob, claimed: ClaimedAttempt | undefined, at: Date): object {
  const waiting = job.startAfterSeconds > 0 ? 'delayed' : 'queued'
  return columnsOf({
    id: job.id,
    bossId: job.bossId,
    queue: job.queue,
    name: job.name,
    status: claimed === undefined ? waiting : 'active',
    progress: 0,
    attempt: claimed?.attempt ?? 0,
    maxAttempts: job.maxAttempts,
    relatedType: job.related?.type ?? null,
    relatedId: job.related?.id ?? null,
    correlationId: job.correlationId,
    createdAt: at,
    startedAt: claimed?.at ?? null,
    nextRetryAt: null,
  })
}
