import { expect } from 'chai'
import { type PushSubscription, planSubscriptions } from '../../../src/domain/shipments/push-subscriptions.ts'

const now = new Date('2026-10-05T12:00:00Z')
const listenerUrl = 'https://waybill.example/v1/webhooks/couriers/USPS'
const held = (subject: string, changes: Partial<PushSubscription> = {}): PushSubscription => ({
  id: `id-${subject}`,
  subject,
  listenerUrl,
  isLive: true,
  expiresAt: null,
  ...changes,
})
const plan = (wanted: string[], all: PushSubscription[]) =>
  planSubscriptions(wanted, all, { listenerUrl, now })

describe('subscriptions to pushes', () => {
  it('are asked for where none stands, once each and in the order they are wanted', () => {
    expect(plan(['B', 'A', 'B', 'C'], [held('C')])).to.deep.equal({ create: ['B', 'A'], drop: [] })
  })

  it('are made anew when the courier stopped them or they end before the next look', () => {
    const stopped = held('A', { isLive: false })
    const ending = held('B', { expiresAt: new Date('2026-10-07T11:00:00Z') })
    const lasting = held('C', { expiresAt: new Date('2026-10-08T12:00:00Z') })
    expect(plan(['A', 'B', 'C'], [stopped, ending, lasting])).to.deep.equal({
      create: ['A', 'B'],
      drop: [stopped, ending],
    })
  })

  it('of another address are left alone, and do not count', () => {
    const elsewhere = held('A', { listenerUrl: 'https://staging.example/hook', isLive: false })
    expect(plan(['A'], [elsewhere])).to.deep.equal({ create: ['A'], drop: [] })
  })

  it('that nobody wants any more are left to lapse', () => {
    expect(plan([], [held('A')])).to.deep.equal({ create: [], drop: [] })
  })

  it('with a stopped twin beside a standing one stay as they are', () => {
    expect(plan(['A'], [held('A', { isLive: false }), held('A')])).to.deep.equal({ create: [], drop: [] })
  })
})
