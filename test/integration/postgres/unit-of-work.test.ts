import { expect } from 'chai'
import type { DatabasePool } from 'slonik'
import type { IdentifiedJob, JobQueues } from '../../../src/adapters/postgres/jobs/enqueue-jobs.ts'
import { createDatabasePool } from '../../../src/adapters/postgres/pool.ts'
import { sql } from '../../../src/adapters/postgres/sql.ts'
import { createUnitOfWork } from '../../../src/adapters/postgres/unit-of-work.ts'
import { jobIdForKey, jobIdToUuid } from '../../../src/adapters/system/job-ids.ts'
import { createSystemClock } from '../../../src/adapters/system/system-clock.ts'
import { createIdGenerator } from '../../../src/adapters/system/uuid-ids.ts'
import { job } from '../../../src/application/jobs.ts'
import type { Views } from '../../../src/application/ports/views.ts'
import type { Order } from '../../../src/domain/orders/order.ts'
import { systemActor } from '../../../src/domain/shared/actor.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { applySql } from '../readers/reader-database.ts'

const context = { actor: systemActor('test'), correlationId: 'test', causationId: null, alongside: null }

describe('jobs claimed by the transaction that enqueues them', function () {
  this.timeout(60_000)
  let database: TestDatabase
  let pool: DatabasePool
  let told: string[] = []
  let news: { hasEvents: boolean; queues: readonly string[] }[] = []

  before(async () => {
    database = await createTestDatabase(applySql)
    pool = await createDatabasePool({ url: database.url, maxConnections: 2, statementTimeoutMs: 5_000 })
  })
  beforeEach(async () => {
    told = []
    news = []
    await pool.query(sql.command`truncate job_run cascade`)
  })
  after(async () => {
    await pool.end()
    await database.drop()
  })

  const unknownOrder = {
    id: 'ord_01k6y3q8zvf4e9t2b7n5c00001',
    status: 'draft',
    totalMinor: 0n,
    pricesExpireAt: new Date(),
    checkoutAttempts: 0,
    paidAt: null,
    completedAt: null,
    cancelledAt: null,
    cancelReason: null,
    version: 2,
    updatedAt: new Date(),
  } as unknown as Order

  /** A queue with one free slot. */
  function queuesWithOneSlot(): JobQueues {
    let inserted: readonly IdentifiedJob[] = []
    return {
      insert: (_executor, jobs) => {
        inserted = jobs
        return Promise.resolve()
      },
      claim: (_executor, counts) => {
        told.push(`claim ${[...counts].map(([queue, count]) => `${queue} ${count}`).join(', ')}`)
        const attempts = (counts.size === 0 ? [] : inserted)
          .slice(0, 1)
          .map(({ bossId }) => ({ bossId, attempt: 1, worker: 'here', at: new Date() }))
        return Promise.resolve({
          attempts,
          left: inserted.length > 1 ? ['billing'] : [],
          begin: () => told.push('begin'),
          abandon: () => told.push('abandon'),
        })
      },
    }
  }

  function unitOfWork() {
    return createUnitOfWork({
      pool,
      clock: createSystemClock(),
      ids: createIdGenerator(),
      jobId: (key) => ({ id: jobIdForKey(key ?? ''), bossId: jobIdToUuid(jobIdForKey(key ?? '')) }),
      queues: queuesWithOneSlot(),
      viewsOf: () => ({}) as Views,
      committed: (one) => news.push(one),
    })
  }

  const syncOf = (key: string) => job('sync-price-book-entry', { entryId: key }, { key })
  const runs = () =>
    pool.any(
      sql.view<{
        status: string
        attempts: number
      }>()`select r.status, (select count(*)::int from job_attempt a where a.job_id = r.id) as attempts from job_run r order by r.status`,
    )

  it('begin after its commit, and only what found no slot is told of', async () => {
    await unitOfWork().run(context, (store) => {
      store.enqueue(syncOf('a'), syncOf('b'))
      return Promise.resolve()
    })
    expect(told).to.deep.equal(['claim billing 2', 'begin'])
    expect(news).to.deep.equal([{ hasEvents: false, areQueuesSteered: false, queues: ['billing'] }])
    expect(await runs()).to.deep.equal([
      { status: 'active', attempts: 1 },
      { status: 'queued', attempts: 0 },
    ])
  })

  it('are abandoned when it is rolled back in its last statement', async () => {
    const refused = await unitOfWork()
      .run(context, async (store) => {
        store.enqueue(syncOf('a'))
        // There is no such order: it is refused when the gathered writes are sent.
        await store.orders.save(unknownOrder)
      })
      .catch((error: unknown) => error)
    expect(refused).to.be.instanceOf(Error)
    expect(told).to.deep.equal(['claim billing 1', 'abandon'])
    expect(news).to.deep.equal([])
    expect(await runs()).to.deep.equal([])
  })

  it('wait for their time without a claim when they are for later', async () => {
    await unitOfWork().run(context, (store) => {
      store.enqueue(job('sync-price-book-entry', { entryId: 'c' }, { key: 'c', startAfterSeconds: 60 }))
      return Promise.resolve()
    })
    expect(told[0]).to.equal('claim ')
    expect((await runs()).map(({ status }) => status)).to.deep.equal(['delayed'])
  })
})
