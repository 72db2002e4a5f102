import { expect } from 'chai'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { done, pagesOf, refused } from './call.ts'
import { usePlatform } from './platform-of-suite.ts'
import { anOrder, harbour, noSuch } from './world.ts'

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

  it('knows no unknown job or filter', async () => {
    await refused('getJobRun', 404, 'not_found', { params: { jobId: noSuch('job') } })
    await refused('getJobRun', 404, 'not_found', { params: { jobId: harbour } })
    await refused('listJobRuns', 400, 'request_invalid', { query: { status: 'lost' } })
    await refused('listJobRuns', 400, 'request_invalid', { query: { colour: 'red' } })
  })
})
