import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { type ClaimedJob, completeJob, LostClaim } from '../../../src/adapters/pgboss/attempt.ts'
import { insertJobs, type JobEnvelope } from '../../../src/adapters/pgboss/queues.ts'
import { gatheringTransaction, update } from '../../../src/adapters/postgres/gathered-writes.ts'
import { createJobRunStore } from '../../../src/adapters/postgres/jobs/job-run-store.ts'
import { sql } from '../../../src/adapters/postgres/sql.ts'
import { executorOf } from '../../../src/adapters/postgres/sql-executor.ts'
import type { SqlExecutor } from '../../../src/application/ports/unit-of-work.ts'
import { useQueue } from './queue-of-suite.ts'

const QUEUE = 'legacy'

describe('the claim on a job', function () {
  this.timeout(60_000)
  const queue = useQueue(QUEUE)

  /** A job in the queue, as somebody claimed it. */
  async function claimed(): Promise<ClaimedJob> {
    const bossId = randomUUID()
    await inTransaction((executor) => insertJobs(queue.boss, executor, [aJob(bossId)]))
    const [job] = await queue.boss.fetch<JobEnvelope>('legacy', { includeMetadata: true })
    expect(job?.id).to.equal(bossId)
    return job as ClaimedJob
  }

  function inTransaction<T>(work: (executor: SqlExecutor) => Promise<T>): Promise<T> {
    return gatheringTransaction(queue.pool, async (db) => {
      const result = await work(executorOf(db))
      await update(
        db,
        'products',
        sql.fragment`update products set name = name || '!' where sku = 'MNT-KIT-1'`,
      )
      return result
    })
  }
  const complete = (job: ClaimedJob, executor: SqlExecutor) =>
    completeJob(queue.boss, createJobRunStore(queue.pool), 'legacy', job, executor, new Date())
  const effects = () =>
    queue.pool.oneFirst(sql.view<{ name: string }>()`select name from products where sku = 'MNT-KIT-1'`)
  const stateOf = async (job: ClaimedJob) => (await queue.boss.findJobs('legacy', { id: job.id }))[0]?.state

  it('ends with the effect of the job', async () => {
    const job = await claimed()
    const before = await effects()
    await inTransaction((executor) => complete(job, executor))
    expect(await stateOf(job)).to.equal('completed')
    expect(await effects()).to.equal(`${before}!`)
  })

  it('is lost to whoever completed the job before, and with it the effect', async () => {
    const job = await claimed()
    await inTransaction((executor) => complete(job, executor))
    const before = await effects()
    const error: unknown = await inTransaction((executor) => complete(job, executor)).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    expect(error).to.be.instanceOf(LostClaim)
    expect(await effects()).to.equal(before)
  })

  it('is lost to a later attempt', async () => {
    const job = await claimed()
    await queue.boss.fail('legacy', job.id)
    await queue.boss.update('legacy', undefined, { id: job.id, startAfter: 0 })
    const [again] = await queue.boss.fetch<JobEnvelope>('legacy', { includeMetadata: true })
    expect(again?.retryCount).to.equal(job.retryCount + 1)
    const error: unknown = await inTransaction((executor) => complete(job, executor)).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    expect(error).to.be.instanceOf(LostClaim)
    expect(await stateOf(job)).to.equal('active')
  })

  it('ends, and new jobs begin, in a statement of the transaction’s own: the wording of the queue is known', async () => {
    const alone: string[] = []
    const together: string[] = []
    const executor: SqlExecutor = {
      executeSql: (text) => {
        alone.push(text)
        return Promise.resolve({ rows: [] })
      },
      write: ({ text }) => {
        together.push(text.trim().slice(0, 6))
        return Promise.resolve()
      },
    }
    await insertJobs(queue.boss, executor, [aJob(randomUUID())])
    await complete({ id: randomUUID(), retryCount: 0 } as ClaimedJob, executor)
    expect(alone).to.deep.equal([])
    expect(together).to.deep.equal(['INSERT', 'UPDATE', 'update', 'update'])
  })
})

function aJob(bossId: string) {
  return {
    queue: 'legacy',
    name: 'forget-idempotency-keys',
    payload: {},
    key: null,
    related: null,
    bossId,
    correlationId: 'test',
    maxAttempts: 3,
    timeoutSeconds: 60,
    startAfterSeconds: 0,
  } as never
}
