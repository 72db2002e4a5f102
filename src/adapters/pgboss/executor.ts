import type { PgBoss } from 'pg-boss'
import type { Clock } from '../../application/ports/clock.ts'
import type { JobHandler } from '../../application/ports/job-handler.ts'
import type { JobRunStore, StartedAttempt } from '../../application/ports/job-run-store.ts'
import type { JobOutcome, QueuePolicy } from '../../application/ports/job-scheduler.ts'
import type { Logger } from '../../application/ports/logger.ts'
import type { Telemetry } from '../../application/ports/telemetry.ts'
import type { ActionContext, SqlExecutor } from '../../application/ports/unit-of-work.ts'
import {
  type ClaimedJob,
  completeJob,
  delayOf,
  failAttempt,
  handBack,
  LostClaim,
  outcomeOf,
} from './attempt.ts'
import { HEARTBEAT_SECONDS, type JobEnvelope } from './queues.ts'

const GATHER_MS = 3

export interface ExecutorOptions {
  boss: PgBoss
  queue: string
  policy: QueuePolicy
  handlers: Readonly<Record<string, JobHandler>>
  /** One transaction of the business database, in which pg-boss's statements run too. */
  transact: <T>(work: (executor: SqlExecutor) => Promise<T>) => Promise<T>
  jobRuns: JobRunStore
  clock: Clock
  logger: Logger
  telemetry: Telemetry
  /** Names this process: host/pid/start. */
  worker: string
}

/** Jobs claimed in a transaction that is still open. */
export interface JoinedClaim {
  attempts: StartedAttempt[]
  /** After the commit. */
  begin(): void
  /** After a rollback. */
  abandon(): void
}

export interface Executor {
  start(): void
  /** Claims up to `count` jobs for free slots in the caller's transaction; null when no slot is free. */
  join(executor: SqlExecutor, count: number): Promise<JoinedClaim | null>
  /** A paused queue starts nothing until it is told otherwise; what runs goes on to its end. */
  pause(isPaused: boolean): void
  /** There may be something to do now. */
  wake(): void
  /** Stops claiming, waits for running jobs until the deadline, hands the rest back. */
  stop(deadlineMs: number): Promise<void>
}

/**
 * Runs one queue's jobs, filling free slots as they come free; it claims when it is woken. pg-boss's own worker sleeps a whole polling interval
 * after each job; this one claims again at once and is woken after commits (docs/decisions/0005-jobs.md).
 */
export function createExecutor(options: ExecutorOptions): Executor {
  const { boss, queue, policy, transact, jobRuns, clock, logger, telemetry } = options
  const running = new Map<string, { job: ClaimedJob; ended: Promise<void> }>()
  let isStopped = true
  let isPaused = false
  let promised = 0
  let isClaiming = false
  let mayHaveMore = true
  let beat: NodeJS.Timeout | undefined
  let gather: NodeJS.Timeout | undefined

  const freeSlots = () => (isStopped || isPaused ? 0 : policy.concurrency - running.size - promised)

  async function fetch(executor: SqlExecutor, count: number): Promise<ClaimedJob[]> {
    return boss.fetch<JobEnvelope>(queue, { batchSize: count, includeMetadata: true, db: executor })
  }

  function attemptsOf(jobs: readonly ClaimedJob[]): StartedAttempt[] {
    const at = clock.now()
    return jobs.map((job) => ({ bossId: job.id, attempt: job.retryCount + 1, worker: options.worker, at }))
  }

  async function claim(free: number): Promise<ClaimedJob[]> {
    return transact(async (executor) => {
      const jobs = await fetch(executor, free)
      if (jobs.length > 0) await jobRuns.started(executor, attemptsOf(jobs))
      return jobs
    })
  }

  async function fill(): Promise<void> {
    if (isClaiming) return
    isClaiming = true
    try {
      while (mayHaveMore) {
        const free = freeSlots()
        if (free <= 0) break
        mayHaveMore = false
        promised += free
        const jobs = await claim(free).finally(() => {
          promised -= free
        })
        if (jobs.length === free) mayHaveMore = true
        for (const job of jobs) begin(job)
      }
    } catch (error) {
      // The next poll tries again; a database that is away must not end the process.
      logger.warn({ queue, error: messageOf(error) }, 'jobs could not be claimed')
    } finally {
      isClaiming = false
    }
  }

  async function join(executor: SqlExecutor, count: number): Promise<JoinedClaim | null> {
    const wanted = Math.min(count, freeSlots())
    if (wanted <= 0) return null
    promised += wanted
    let jobs: ClaimedJob[] = []
    try {
      jobs = await fetch(executor, wanted)
    } finally {
      promised -= wanted - jobs.length
    }
    const release = () => {
      promised -= jobs.length
    }
    return {
      attempts: attemptsOf(jobs),
      begin() {
        release()
        for (const job of jobs) begin(job)
      },
      abandon: release,
    }
  }

  function begin(job: ClaimedJob): void {
    const ended = perform(job)
      .catch((error: unknown) => {
        logger.error({ queue, job: job.data.name, error: messageOf(error) }, 'a job could not be settled')
      })
      .finally(() => {
        running.delete(job.id)
        if (mayHaveMore) void fill()
      })
    running.set(job.id, { job, ended })
  }

  async function perform(job: ClaimedJob): Promise<void> {
    const begun = clock.now()
    const work = { isConcluded: false }
    const context: ActionContext = {
      actor: { kind: 'job', id: job.id, name: job.data.name },
      correlationId: job.data.correlationId,
      causationId: job.id,
      alongside: async (executor) => {
        await completeJob(boss, jobRuns, queue, job, executor, clock.now())
        work.isConcluded = true
      },
    }
    let outcome: JobOutcome
    try {
      outcome = await handlerOf(job)(job.data.payload as never, context)
    } catch (error) {
      if (error instanceof LostClaim) return
      work.isConcluded = false
      outcome = outcomeOf(error)
      const level = outcome.outcome === 'give_up' ? 'info' : 'warn'
      logger[level](
        { queue, job: job.data.name, attempt: job.retryCount + 1, error: messageOf(error) },
        'a job failed',
      )
    }
    if (!work.isConcluded) await settle(job, outcome)
    telemetry.jobFinished({
      queue,
      name: job.data.name,
      outcome: outcome.outcome,
      waitSeconds: Math.max(0, (begun.getTime() - job.startAfter.getTime()) / 1000),
      runSeconds: (clock.now().getTime() - begun.getTime()) / 1000,
    })
  }

  function handlerOf(job: ClaimedJob): JobHandler {
    const handler = options.handlers[job.data.name]
    if (handler === undefined) throw new Error(`no handler for the job ${job.data.name}`)
    return handler
  }

  async function settle(job: ClaimedJob, outcome: JobOutcome): Promise<void> {
    try {
      await transact((executor) =>
        outcome.outcome === 'done'
          ? completeJob(boss, jobRuns, queue, job, executor, clock.now())
          : failAttempt(
              boss,
              jobRuns,
              queue,
              job,
              {
                reason: outcome.reason,
                isFinal: outcome.outcome === 'give_up',
                delaySeconds: delayOf(outcome, policy.backoff, job.retryCount + 1),
              },
              executor,
              clock.now(),
            ),
      )
    } catch (error) {
      if (!(error instanceof LostClaim)) throw error
    }
  }

  async function touch(): Promise<void> {
    const jobs = [...running.values()].map(({ job }) => ({ id: job.id, retryCount: job.retryCount }))
    if (jobs.length === 0) return
    try {
      await boss.touch(queue, jobs)
    } catch (error) {
      logger.warn({ queue, error: messageOf(error) }, 'heartbeats could not be sent')
    }
  }

  function look(): void {
    mayHaveMore = true
    void fill()
  }

  return {
    start() {
      isStopped = false
      beat = setInterval(() => void touch(), (HEARTBEAT_SECONDS * 1000) / 3)
      look()
    },
    wake() {
      // Wake-ups that follow each other closely share one claim.
      gather ??= setTimeout(() => {
        gather = undefined
        look()
      }, GATHER_MS)
    },
    join,
    pause(nowPaused) {
      const isResumed = isPaused && !nowPaused
      isPaused = nowPaused
      if (isResumed && !isStopped) look()
    },
    async stop(deadlineMs) {
      isStopped = true
      clearTimeout(gather)
      const until = Date.now() + deadlineMs
      // What open transactions claimed begins with their commit.
      while (promised > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 5))
      const all = Promise.allSettled([...running.values()].map(({ ended }) => ended))
      await Promise.race([all, new Promise((resolve) => setTimeout(resolve, until - Date.now()).unref())])
      clearInterval(beat)
      for (const { job } of running.values()) {
        await transact((executor) => handBack(boss, jobRuns, queue, job, executor, clock.now()))
      }
    },
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
