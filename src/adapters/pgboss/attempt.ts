import type { PgBoss } from 'pg-boss'
import { JOB_RUNS_KEPT_DAYS, type JobRunStore } from '../../application/ports/job-run-store.ts'
import type { Backoff, JobOutcome } from '../../application/ports/job-scheduler.ts'
import type { SqlExecutor } from '../../application/ports/unit-of-work.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { backoffSeconds } from './backoff.ts'
import { joinedStatement } from './joined-statement.ts'
import type { JobEnvelope } from './queues.ts'

/** A claimed job. The pair of id and retry count is the claim: a stale worker's answer does not match it. */
export interface ClaimedJob {
  id: string
  retryCount: number
  /** The count that the last attempt has. */
  retryLimit: number
  /** From when it could start. */
  startAfter: Date
  data: JobEnvelope
}

/** Somebody else has the job by now; whatever this attempt wrote is rolled back. */
export class LostClaim extends Error {
  constructor(jobId: string) {
    super(`the claim on job ${jobId} was lost`)
    this.name = 'LostClaim'
  }
}

/** pg-boss answers how many rows a call met; its types leave that out. */
function refuseLost(job: ClaimedJob, answer: object): void {
  if ((answer as { affected?: number }).affected === 0) throw new LostClaim(job.id)
}

/** Ends a job inside the transaction that holds its effect, which fails with LostClaim where it is not ours any more. */
export async function completeJob(
  boss: PgBoss,
  jobRuns: JobRunStore,
  queue: string,
  job: ClaimedJob,
  executor: SqlExecutor,
  at: Date,
): Promise<void> {
  const claim = { id: job.id, retryCount: job.retryCount }
  await boss.complete(queue, claim, undefined, {
    db: joinedStatement(executor, () => new LostClaim(job.id)),
  })
  await jobRuns.settled(executor, {
    bossId: job.id,
    attempt: job.retryCount + 1,
    outcome: 'done',
    status: 'completed',
    error: null,
    nextRetryAt: null,
    at,
  })
}

// pg-boss cannot be told by a call that a running attempt is the last one, or is not; these are its own columns.
const LAST_ATTEMPT = `
  update pgboss.job
  set retry_limit = retry_count,
    deletion_seconds = $4
  where name = $1 and id = $2::uuid and retry_count = $3 and state = 'active'`

const ONE_MORE_ATTEMPT = `
  update pgboss.job
  set retry_limit = retry_limit + 1
  where name = $1 and id = $2::uuid and retry_count = $3 and state = 'active'
  returning id`

/**
 * Ends an attempt without success. pg-boss knows fixed delays only, so the delay of our policy is set in the same
 * transaction. Whether attempts are left is what the queue says: those that were handed back do not count. A job that
 * is over has failed at pg-boss too, and is kept there for whoever retries it.
 */
export async function failAttempt(
  boss: PgBoss,
  jobRuns: JobRunStore,
  queue: string,
  job: ClaimedJob,
  failure: { reason: string; isFinal: boolean; delaySeconds: number },
  executor: SqlExecutor,
  at: Date,
): Promise<void> {
  const claim = { id: job.id, retryCount: job.retryCount }
  const isOver = failure.isFinal || job.retryCount >= job.retryLimit
  if (isOver)
    await executor.executeSql(LAST_ATTEMPT, [queue, job.id, job.retryCount, JOB_RUNS_KEPT_DAYS * 86_400])
  refuseLost(job, await boss.fail(queue, claim, { message: failure.reason }, { db: executor }))
  if (!isOver) {
    await boss.update(queue, undefined, { id: job.id, startAfter: failure.delaySeconds, db: executor })
  }
  await jobRuns.settled(executor, {
    bossId: job.id,
    attempt: job.retryCount + 1,
    outcome: isOver ? 'give_up' : 'retry',
    status: isOver ? 'failed' : 'delayed',
    error: failure.reason,
    nextRetryAt: isOver ? null : new Date(at.getTime() + failure.delaySeconds * 1000),
    at,
  })
}

/** Gives an unfinished job back with an attempt more than it had: a deploy costs none. */
export async function handBack(
  boss: PgBoss,
  jobRuns: JobRunStore,
  queue: string,
  job: Pick<ClaimedJob, 'id' | 'retryCount'>,
  executor: SqlExecutor,
  at: Date,
): Promise<void> {
  const { rows } = await executor.executeSql(ONE_MORE_ATTEMPT, [queue, job.id, job.retryCount])
  if (rows.length === 0) return
  const claim = { id: job.id, retryCount: job.retryCount }
  await boss.fail(queue, claim, { message: 'handed back' }, { db: executor })
  await boss.update(queue, undefined, { id: job.id, startAfter: 0, db: executor })
  await jobRuns.settled(executor, {
    bossId: job.id,
    attempt: job.retryCount + 1,
    outcome: 'handed_back',
    status: 'queued',
    error: null,
    nextRetryAt: null,
    at,
  })
}

/** What an error thrown by a handler means for its job: refusals are final, everything else is tried again. */
export function outcomeOf(error: unknown): JobOutcome {
  const reason = error instanceof Error ? error.message : String(error)
  const isFinal = error instanceof Refusal && error.kind !== 'stale'
  return isFinal ? { outcome: 'give_up', reason } : { outcome: 'retry', reason }
}

/** Seconds until the next attempt: the handler's own wish, or the queue's policy. */
export function delayOf(outcome: JobOutcome, backoff: Backoff, attempt: number): number {
  const wish = outcome.outcome === 'retry' ? outcome.afterSeconds : undefined
  return wish ?? backoffSeconds(backoff, attempt, Math.random())
}
