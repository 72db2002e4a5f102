import { expect } from 'chai'
import { pauseQueue, type QueueControl, resumeQueue } from '../../../src/domain/jobs/queue-control.ts'
import { minutesAfterNoon, noon } from './builders.ts'

describe('a queue of jobs', () => {
  const running: QueueControl = { queue: 'billing', pausedAt: null, pausedBy: null, reason: null, version: 0 }

  it('is paused once, for the first reason', () => {
    const { control, events } = pauseQueue(running, { by: 'key_1', reason: 'Stripe is away' }, noon)
    expect(control).to.deep.equal({
      queue: 'billing',
      pausedAt: noon,
      pausedBy: 'key_1',
      reason: 'Stripe is away',
      version: 1,
    })
    expect(events.map(({ type, aggregateId }) => [type, aggregateId])).to.deep.equal([
      ['job_queue.paused', 'billing'],
    ])
    const again = pauseQueue(control, { by: 'key_2', reason: 'Other' }, minutesAfterNoon(1))
    expect(again).to.deep.equal({ control, events: [] })
  })

  it('is resumed once, and tells what it was paused for', () => {
    const { control } = pauseQueue(running, { by: 'key_1', reason: 'Stripe is away' }, noon)
    const resumed = resumeQueue(control, minutesAfterNoon(5))
    expect(resumed.control).to.deep.equal({ ...running, version: 2 })
    expect(resumed.events[0]?.data).to.deep.equal({ paused_at: noon.toISOString(), reason: 'Stripe is away' })
    expect(resumeQueue(resumed.control, noon).events).to.deep.equal([])
  })
})
