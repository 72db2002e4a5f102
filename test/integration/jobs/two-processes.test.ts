import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import pg from 'pg'
import { systemActor } from '../../../src/domain/shared/actor.ts'
import { buildApp, type Runtime } from '../../../src/entrypoints/bootstrap/build-app.ts'
import { readConfig } from '../../../src/entrypoints/bootstrap/config.ts'
import { until } from '../../../src/entrypoints/cli/api-client.ts'
import { type RunningWorkers, startWorkers } from '../../../src/entrypoints/workers/workers.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { prepareWorld } from '../../support/platform.ts'

// No poll comes to help within the test.
const never = { eventsMs: 600_000, queuesMs: 600_000 }

describe('two processes over one database', function () {
  this.timeout(60_000)
  let database: TestDatabase
  let client: pg.Client
  let asking: Runtime
  let working: Runtime
  let workers: RunningWorkers

  const runtimeOf = () =>
    buildApp({
      config: readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'error', DATABASE_POOL: '6' }),
      databaseUrl: database.url,
      publicUrl: 'http://127.0.0.1:1',
      simulators: null,
      supervises: false,
    })

  before(async () => {
    database = await createTestDatabase(prepareWorld)
    client = new pg.Client({ connectionString: database.url })
    await client.connect()
    asking = await runtimeOf()
    working = await runtimeOf()
    workers = await startWorkers(working, undefined, never)
    await hearing()
  })
  after(async () => {
    await workers.stop(5000)
    await asking.close()
    await working.close()
    await client.end()
    await database.drop()
  })

  async function listeners(): Promise<number[]> {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity
       where datname = current_database() and application_name = 'waybill-wake' and query not like '%pg_notify%'`,
    )
    return rows.map(({ pid }) => pid)
  }
  const hearing = () => until('somebody to listen', listeners, (pids) => pids.length > 0)

  async function enqueued(): Promise<string> {
    const slot = randomUUID()
    await asking.app.enqueueScheduledJob({ name: 'forget-idempotency-keys', slot })
    return `forget-idempotency-keys:${slot}`
  }
  async function statusOf(correlationId: string): Promise<string | undefined> {
    const { rows } = await client.query<{ status: string }>(
      'select status from job_run where correlation_id = $1',
      [correlationId],
    )
    return rows[0]?.status
  }
  const done = async (correlationId: string) =>
    until(
      'the other process to have done it',
      () => statusOf(correlationId),
      (status) => status === 'completed',
      10_000,
    )
  const context = () => ({
    actor: systemActor('test'),
    correlationId: randomUUID(),
    causationId: null,
    alongside: null,
  })
  const pausedIs = (name: string, isPaused: boolean) =>
    until(
      'the event of the queue',
      async () =>
        (
          await client.query(
            `select from domain_event where aggregate_type = 'job_queue' and aggregate_id = $1 and event_type = $2`,
            [name, isPaused ? 'job_queue.paused' : 'job_queue.resumed'],
          )
        ).rowCount,
      (count) => (count ?? 0) > 0,
    )

  it('wake each other after commits, for jobs and for events', async () => {
    await done(await enqueued())
    await asking.app.pauseJobQueue({ queue: 'retarget', reason: 'Only to say something' }, context())
    await pausedIs('retarget', true)
    await asking.app.resumeJobQueue({ queue: 'retarget' }, context())
    await pausedIs('retarget', false)
  })

  it('share one wake-up for what comes close together', async () => {
    const heard: string[] = []
    client.on('notification', ({ payload }) => heard.push(payload ?? ''))
    await client.query('listen waybill_wake')
    const all = await Promise.all(Array.from({ length: 40 }, enqueued))
    for (const one of all) await done(one)
    await client.query('unlisten waybill_wake')
    expect(heard.length).to.be.within(1, 20)
    expect(new Set(heard.flatMap((payload) => payload.split(',')))).to.deep.equal(new Set(['legacy']))
  })

  it('listen again after the line was cut, and have missed nothing', async () => {
    const [lost] = await listeners()
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'waybill-wake'`,
    )
    const missed = await enqueued()
    await until('a new line', listeners, (pids) => pids.length > 0 && !pids.includes(lost ?? 0))
    await done(missed)
    await done(await enqueued())
  })

  it('obey a pause that the other was told of, let running jobs end, and go on at once', async () => {
    await asking.app.pauseJobQueue({ queue: 'legacy', reason: 'Moved' }, context())
    await pausedIs('legacy', true)
    const held = await enqueued()
    // Another queue goes on meanwhile, and a claim that came by would have taken the job by then.
    const other = `check-overdue-invoices:${randomUUID()}`
    await asking.app.enqueueScheduledJob({
      name: 'check-overdue-invoices',
      slot: other.slice('check-overdue-invoices:'.length),
    })
    await done(other)
    expect(await statusOf(held)).to.equal('queued')
    await asking.app.resumeJobQueue({ queue: 'legacy' }, context())
    await done(held)
  })

  it('let a job that runs go on to its end', async () => {
    await workers.stop(5000)
    let finish = (): void => undefined
    const held = new Promise<void>((resolve) => {
      finish = resolve
    })
    const slow = async () => {
      await held
      return { outcome: 'done' as const }
    }
    const jobHandlers = { ...working.app.jobHandlers, 'forget-idempotency-keys': slow }
    workers = await startWorkers({ ...working, app: { ...working.app, jobHandlers } }, undefined, never)
    const running = await enqueued()
    await until(
      'it to run',
      () => statusOf(running),
      (status) => status === 'active',
    )
    await asking.app.pauseJobQueue({ queue: 'legacy', reason: 'Moved' }, context())
    const waiting = await enqueued()
    finish()
    await done(running)
    expect(await statusOf(waiting)).to.equal('queued')
    await asking.app.resumeJobQueue({ queue: 'legacy' }, context())
    await done(waiting)
  })

  it('start nothing of a queue that was paused before they started', async () => {
    await workers.stop(5000)
    await asking.app.pauseJobQueue({ queue: 'legacy', reason: 'Moved' }, context())
    const held = await enqueued()
    workers = await startWorkers(working, undefined, never)
    const slot = randomUUID()
    await asking.app.enqueueScheduledJob({ name: 'check-overdue-invoices', slot })
    await done(`check-overdue-invoices:${slot}`)
    expect(await statusOf(held)).to.equal('queued')
    await asking.app.resumeJobQueue({ queue: 'legacy' }, context())
    await done(held)
  })
})
