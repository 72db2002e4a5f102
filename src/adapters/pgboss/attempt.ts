import type { PgBoss } from 'pg-boss'
import type { JobRunStore } from '../../application/ports/job-run-store.ts'
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
  createdOn: Date
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

/**
 * Ends an attempt without success. pg-boss knows fixed delays only, so the delay of our policy is set in the same
 * transaction; giving up before the last attempt cancels what pg-boss would try again.
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
  refuseLost(job, await boss.fail(queue, claim, { message: failure.reason }, { db: executor }))
  const hasRetries = job.retryCount + 1 < job.data.maxAttempts
  if (hasRetries && failure.isFinal) await boss.cancel(queue, job.id, { db: executor })
  if (hasRetries && !failure.isFinal) {
    await boss.update(queue, undefined, { id: job.id, startAfter: failure.delaySeconds, db: executor })
  }
  const isOver = failure.isFinal || !hasRetries
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

/** Gives an unfinished job back so that its next attempt is this one again: a deploy costs no attempt. */
export async function handBack(
  boss: PgBoss,
  jobRuns: JobRunStore,
  queue: string,
  job: Pick<ClaimedJob, 'id' | 'retryCount'>,
  executor: SqlExecutor,
  at: Date,
): Promise<void> {
  const [row] = await boss.findJobs<JobEnvelope>(queue, { id: job.id, db: executor })
  if (row?.state !== 'active' || row.retryCount !== job.retryCount) return
  const isLastAttempt = job.retryCount >= row.retryLimit
  if (isLastAttempt) {
    // A failed last attempt is final, so the job is made anew under its id with one attempt left.
    await boss.deleteJob(queue, { id: job.id, retryCount: job.retryCount }, { db: executor })
    await boss.insert(
      queue,
      [
        {
          id: job.id,
          data: row.data,
          retryLimit: 0,
          expireInSeconds: row.expireInSeconds,
          heartbeatSeconds: 10,
        },
      ],
      { db: executor },
    )
  } else {
    await boss.fail(
      queue,
      { id: job.id, retryCount: job.retryCount },
      { message: 'handed back' },
      { db: executor },
    )
    await boss.update(queue, undefined, {
      id: job.id,
      startAfter: 0,
      retryLimit: row.retryLimit + 1,
      db: executor,
    })
  }
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
