import { expect } from 'chai'
import { job, jobs, queues } from '../../../src/application/jobs.ts'
import type { TimelineEvent } from '../../../src/application/ports/event-relay.ts'
import { reactionJobs } from '../../../src/application/reactions.ts'

describe('reactions', () => {
  it('are one job each, under a key that a repeated relay makes again', () => {
    const made = reactionJobs(anEvent('order.paid'))
    expect(made.map(({ key }) => key)).to.deep.equal([
      'evt_1:issue-invoice-when-order-paid',
      'evt_1:create-fulfillment-when-order-paid',
    ])
    expect(reactionJobs(anEvent('order.paid'))).to.deep.equal(made)
    for (const one of made) {
      expect(one).to.deep.include({ queue: 'reactions', related: { type: 'order', id: 'ord_1' } })
      expect(one.maxAttempts).to.equal(queues.reactions.attempts)
    }
  })

  it('do not exist for an event that nobody reacts to', () => {
    expect(reactionJobs(anEvent('order.created'))).to.deep.equal([])
  })

  it('of an event without an order are about nothing Support could search for', () => {
    const [made] = reactionJobs({ ...anEvent('automation.step_failed'), order_id: null })
    expect(made?.related).to.equal(null)
  })
})

describe('a job', () => {
  it('takes queue, attempts and time limit from the one table', () => {
    const made = job('expire-checkout-session', { providerSessionId: 'cs_1' }, { key: 'expire:cs_1' })
    expect(made).to.deep.include({ queue: 'orders', maxAttempts: 5, timeoutSeconds: 120, key: 'expire:cs_1' })
    expect(job('sweep-job-runs', { slot: 'now' })).to.deep.include({ key: null, startAfterSeconds: 0 })
  })

  it('always has a queue that exists', () => {
    for (const { queue } of Object.values(jobs)) expect(Object.keys(queues)).to.include(queue)
  })
})

function anEvent(type: string): TimelineEvent {
  return {
    seq: 1,
    event_id: 'evt_1',
    event_type: type,
    aggregate_id: 'ord_1',
    company_id: 'com_1',
    order_id: 'ord_1',
    shipment_id: null,
    payload: {},
    correlation_id: 'c-1',
    occurred_at: '2026-03-02T12:00:00Z',
  }
}
