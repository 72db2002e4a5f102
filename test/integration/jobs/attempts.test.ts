import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { type ClaimedJob, failAttempt, handBack } from '../../../src/adapters/pgboss/attempt.ts'
import { insertJobs, type JobEnvelope } from '../../../src/adapters/pgboss/queues.ts'
import { gatheringTransaction } from '../../../src/adapters/postgres/gathered-writes.ts'
import { enqueueJobs, type JobQueues } from '../../../src/adapters/postgres/jobs/enqueue-jobs.ts'
import { createJobRunStore } from '../../../src/adapters/postgres/jobs/job-run-store.ts'
import { sql } from '../../../src/adapters/postgres/sql.ts'
import { executorOf } from '../../../src/adapters/postgres/sql-executor.ts'
import { jobIdForKey, jobIdToUuid } from '../../../src/adapters/system/job-ids.ts'
import type { SqlExecutor } from '../../../src/application/ports/unit-of-work.ts'
import { useQueue } from './queue-of-suite.ts'

const QUEUE = 'legacy'

describe('the attempts of a job', function () {
  this.timeout(60_000)
  const queue = useQueue(QUEUE)

  /** Enqueues a job of three attempts and answers its id at pg-boss. */
  async function enqueued(): Promise<string> {
    const id = jobIdForKey(randomUUID())
    const bossId = jobIdToUuid(id)
    const nobody: JobQueues = {
      insert: (executor, jobs) => insertJobs(queue.boss, executor, jobs),
      claim: () =>
        Promise.resolve({ attempts: [], left: [], begin: () => undefined, abandon: () => undefined }),
    }
    const one = {
      id,
      bossId,
      queue: QUEUE,
      name: 'forget-idempotency-keys',
      payload: {},
      key: null,
      related: null,
      correlationId: 'test',
      causationId: null,
      maxAttempts: 3,
      timeoutSeconds: 60,
      startAfterSeconds: 0,
    }
    await gatheringTransaction(queue.pool, (db) => enqueueJobs(db, nobody, [one], new Date()))
    return bossId
  }

  const jobRuns = () => createJobRunStore(queue.pool)
  const inTransaction = <T>(work: (executor: SqlExecutor) => Promise<T>) =>
    gatheringTransaction(queue.pool, (db) => work(executorOf(db)))

  async function claimed(bossId: string): Promise<ClaimedJob> {
    const [job] = await queue.boss.fetch<JobEnvelope>(QUEUE, { includeMetadata: true })
    expect(job?.id).to.equal(bossId)
    const attempt = (job?.retryCount ?? 0) + 1
    await inTransaction((executor) =>
      jobRuns().started(executor, [{ bossId, attempt, worker: 'here/1/1', at: new Date() }]),
    )
    return job as ClaimedJob
  }

  async function fails(bossId: string, isFinal = false): Promise<void> {
    const job = await claimed(bossId)
    const failure = { reason: 'away', isFinal, delaySeconds: 0 }
    await inTransaction((executor) =>
      failAttempt(queue.boss, jobRuns(), QUEUE, job, failure, executor, new Date()),
    )
  }

  async function isHandedBack(bossId: string): Promise<void> {
    const job = await claimed(bossId)
    await inTransaction((executor) => handBack(queue.boss, jobRuns(), QUEUE, job, executor, new Date()))
  }

  async function story(bossId: string) {
    const run = await queue.pool.one(sql.view<{
      status: string
      attempt: number
      max: number
      retry: unknown
    }>()`
      select status, attempt, max_attempts as max, next_retry_at as retry
      from job_run where boss_id = ${bossId}`)
    const { outcomes } = await queue.pool.one(sql.view<{ outcomes: string[] }>()`
      select array_agg(a.outcome order by a.attempt) as outcomes
      from job_attempt a join job_run r on r.id = a.job_id where r.boss_id = ${bossId}`)
    const state = (await queue.boss.findJobs(QUEUE, { id: bossId }))[0]?.state
    return { ...run, outcomes, state }
  }

  it('are as many as its policy says', async () => {
    const job = await enqueued()
    for (let attempt = 1; attempt <= 3; attempt += 1) await fails(job)
    expect(await story(job)).to.deep.equal({
      status: 'failed',
      attempt: 3,
      max: 3,
      retry: null,
      outcomes: ['retry', 'retry', 'give_up'],
      state: 'failed',
    })
  })

  it('are one more for each that was handed back, the last one too', async () => {
    const job = await enqueued()
    await isHandedBack(job)
    await fails(job)
    await fails(job)
    await isHandedBack(job)
    expect(await story(job)).to.include({ status: 'queued', max: 5, state: 'retry' })
    await fails(job)
    expect(await story(job)).to.deep.equal({
      status: 'failed',
      attempt: 5,
      max: 5,
      retry: null,
      outcomes: ['handed_back', 'retry', 'retry', 'handed_back', 'give_up'],
      state: 'failed',
    })
    expect(await queue.boss.fetch(QUEUE)).to.deep.equal([])
  })

  it('are over with one that gives up, at pg-boss too, where the job is kept', async () => {
    const job = await enqueued()
    await isHandedBack(job)
    await fails(job, true)
    expect(await story(job)).to.include({ status: 'failed', attempt: 2, state: 'failed' })
    expect(await queue.boss.fetch(QUEUE)).to.deep.equal([])
    const kept = await queue.pool.oneFirst(
      sql.view<{ days: number }>()`
        select (deletion_seconds / 86400)::int as days from pgboss.job where id = ${job}::uuid`,
    )
    expect(kept).to.equal(90)
  })

  it('are forgotten long after the job ended, a few at a time', async () => {
    const [old, older, open] = [await enqueued(), await enqueued(), await enqueued()]
    await queue.pool.query(sql.command`
      update job_run
      set created_at = now() - interval '100 days',
        finished_at = case when boss_id <> ${open}::uuid then now() - interval '99 days' end
      where boss_id in (${old}::uuid, ${older}::uuid, ${open}::uuid)`)
    const before = new Date(Date.now() - 90 * 86_400_000)
    expect(await jobRuns().forgetEnded(before, 1)).to.equal(1)
    expect(await jobRuns().forgetEnded(before, 5)).to.equal(1)
    expect(await jobRuns().forgetEnded(before, 5)).to.equal(0)
    expect((await story(open)).status).to.equal('queued')
  })
})
