import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import type { OrderView } from '../../src/application/ports/order-reader.ts'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { call, done, pagesOf, refused } from './call.ts'
import { platform, usePlatform } from './platform-of-suite.ts'
import { anOrder, harbour, keyFor, noSuch, sql } from './world.ts'

describe('API: jobs', () => {
  usePlatform()

  it('shows what runs in the background, with its attempts', async () => {
    await anOrder('in_fulfillment')
    const { body } = await until(
      'the push to be handled',
      () => done('listJobRuns', { query: { name: 'handle-stripe-event', status: 'completed' } }),
      (page) => page.body.data.length > 0,
    )
    const [run] = body.data
    const { body: job } = await done('getJobRun', { params: { jobId: run?.id ?? '' } })
    expect(job).to.include({ name: 'handle-stripe-event', status: 'completed', progress: 100 })
    expect(job.attempts.map(({ outcome }) => outcome)).to.deep.equal(['done'])
    const { body: queue } = await done('listJobRuns', { query: { queue: job.queue, limit: 5 } })
    expect(queue.data.every((one) => one.queue === job.queue)).to.equal(true)
  })

  it('finds the runs that belong to a thing', async () => {
    const { body } = await done('listJobRuns', { query: { related_id: noSuch('stp') } })
    expect(body.data).to.deep.equal([])
  })

  it('pages through finished runs', async () => {
    const query = { name: 'sync-price-book-entry' }
    const runs = await pagesOf('listJobRuns', 4, { query })
    expect(runs.length).to.be.at.least(12)
  })

  it('shows the queues, and pauses one until it is resumed', async () => {
    const queueOf = async (name: string) =>
      (await done('listJobQueues')).body.data.find((queue) => queue.name === name)
    const { body: all } = await done('listJobQueues')
    expect(all.data.map(({ name }) => name)).to.include.members(['automation', 'orders', 'reactions'])
    expect(await queueOf('legacy')).to.include({ paused_at: null, pause_reason: null })

    const params = { queue: 'legacy' }
    const pause = { params, body: { reason: 'The bridge is being moved' } }
    const apiKey = await keyFor(['jobs:read'])
    await refused('pauseJobQueue', 403, 'permission_missing', { ...pause, apiKey })
    await refused('pauseJobQueue', 404, 'not_found', { ...pause, params: { queue: 'constructor' } })
    await refused('pauseJobQueue', 400, 'request_invalid', { params, body: {} })
    const paused = await Promise.all([
      done('pauseJobQueue', pause),
      done('pauseJobQueue', { params, body: { reason: 'Twice' } }),
    ])
    const { body: held } = paused[0]
    expect(held.paused_at).to.be.a('string')
    expect(paused[1].body).to.include({ paused_at: held.paused_at, pause_reason: held.pause_reason })
    expect((await done('pauseJobQueue', pause)).body.paused_at, 'again').to.equal(held.paused_at)

    const { runtime } = await platform()
    const slot = randomUUID()
    await runtime.app.enqueueScheduledJob({ name: 'forget-idempotency-keys', slot })
    const waiting = await until(
      'the job to wait',
      () => queueOf('legacy'),
      (queue) => (queue?.waiting ?? 0) > 0,
    )
    expect(waiting).to.include({ active: 0, pause_reason: held.pause_reason })
    expect(waiting?.oldest_waiting_seconds).to.be.a('number')
    const runs = () =>
      sql<{ status: string }>(`select status from job_run where correlation_id = $1`, [
        `forget-idempotency-keys:${slot}`,
      ])
    expect(await runs()).to.deep.equal([{ status: 'queued' }])

    const { body: resumed } = await done('resumeJobQueue', { params })
    expect(resumed).to.include({ paused_at: null, paused_by: null, pause_reason: null })
    await until('the job to be done', runs, ([run]) => run?.status === 'completed')
    await done('resumeJobQueue', { params })
    const events = await until(
      'the audit',
      () =>
        sql<{ event_type: string; actor: { kind: string } }>(
          `select event_type, actor from domain_event
           where aggregate_type = 'job_queue' and aggregate_id = 'legacy' order by seq`,
        ),
      (rows) => rows.length >= 2,
    )
    expect(events.map(({ event_type, actor }) => [event_type, actor.kind])).to.deep.equal([
      ['job_queue.paused', 'api_key'],
      ['job_queue.resumed', 'api_key'],
    ])
  })

  it('knows no unknown job or filter', async () => {
    await refused('getJobRun', 404, 'not_found', { params: { jobId: noSuch('job') } })
    await refused('getJobRun', 404, 'not_found', { params: { jobId: harbour } })
    await refused('listJobRuns', 400, 'request_invalid', { query: { status: 'lost' } })
    await refused('listJobRuns', 400, 'request_invalid', { query: { colour: 'red' } })
  })

  it('asks a person about a reaction that gave up, and tries it again when told to', async function () {
    this.timeout(20_000)
    const { api, runtime, simulators, control } = await platform()
    const queue = { queue: 'reactions' }
    await done('pauseJobQueue', { params: queue, body: { reason: 'So that none of them runs' } })
    const order = await anOrder('awaiting_payment')
    const session = order.checkout_session?.provider_session_id ?? ''
    await control(`${simulators.stripe}/control/sessions/${session}/pay`, { outcome: 'succeed' })
    const query = { related_id: order.id, name: 'issue-invoice-when-order-paid' }
    const { body } = await until(
      'the reaction to wait',
      () => done('listJobRuns', { query }),
      ({ body }) => body.data.length === 1,
    )
    const params = { jobId: body.data[0]?.id ?? '' }
    await sql(
      `with run as (
         update job_run
         set status = 'failed', attempt = 5, started_at = now(), finished_at = now(), last_error = 'No series'
         where id = $1 returning boss_id
       )
       update pgboss.job
       set state = 'failed', retry_count = 4, started_on = now(), completed_on = now()
       where id in (select boss_id from run)`,
      [params.jobId],
    )
    await done('resumeJobQueue', { params: queue })

    const tasks = async (status: string) => {
      const { body } = await done('listTasks', { query: { order_id: order.id, status } })
      return body.data.filter(({ kind }) => kind === 'job_failed')
    }
    const sweep = () => runtime.app.enqueueScheduledJob({ name: 'sweep-job-runs', slot: randomUUID() })
    await sweep()
    const [task] = await until(
      'the task',
      () => tasks('open'),
      (found) => found.length > 0,
    )
    expect(task).to.deep.include({
      related_id: params.jobId,
      title: `Mend what made ${query.name} fail, then retry it`,
    })
    expect(task?.details).to.deep.include({ name: query.name, reason: 'No series' })

    const apiKey = await keyFor(['jobs:read'])
    await refused('retryJobRun', 403, 'permission_missing', { params, apiKey })
    await refused('retryJobRun', 404, 'not_found', { params: { jobId: noSuch('job') } })
    const twice = await Promise.all([call('retryJobRun', { params }), call('retryJobRun', { params })])
    expect(twice.map(({ status }) => status).sort()).to.deep.equal([200, 409])
    await until(
      'the invoice',
      () => api.get<OrderView>(`/v1/orders/${order.id}`),
      ({ invoices }) => invoices.length === 1,
    )
    const { body: job } = await until(
      'the end of the job',
      () => done('getJobRun', { params }),
      ({ body }) => body.status === 'completed',
    )
    expect(job).to.include({ attempt: 6, max_attempts: 6 })
    expect(await tasks('open')).to.deep.equal([])
    const again = await refused('retryJobRun', 409, 'move_not_allowed', { params })
    expect(again.details).to.include({ current: 'completed' })
    expect(again.detail).to.match(/It is completed\.$/)
  })
})
