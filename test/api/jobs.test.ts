import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { done, pagesOf, refused } from './call.ts'
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
})
