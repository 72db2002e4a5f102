import { expect } from 'chai'
import { nextPoll, type PollPolicy } from '../../../src/domain/shipments/poll-cadence.ts'
import { noon } from './builders.ts'

const hour = 3_600_000
const policy: PollPolicy = {
  secondsByStatus: { in_transit: 14_400, out_for_delivery: 3600, delivered: 86_400 },
  ageing: [
    { afterDays: 14, times: 2 },
    { afterDays: 30, times: 4 },
  ],
  netSeconds: null,
  ageLimitDays: 60,
}
const parcel = {
  status: 'in_transit',
  trackingStatus: 'in_transit',
  readyAt: noon,
  deliveredAt: null,
} as const
const later = (hours: number) => new Date(noon.getTime() + hours * hour)
const wait = (about: Partial<Parameters<typeof nextPoll>[1]>, at = noon, with_: Partial<PollPolicy> = {}) => {
  const next = nextPoll({ ...policy, ...with_ }, { ...parcel, ...about }, at)
  return 'at' in next ? (next.at.getTime() - at.getTime()) / hour : next.stop
}

describe('the next poll of a parcel', () => {
  it('follows its status, and 6 hours where nobody said', () => {
    expect(wait({})).to.equal(4)
    expect(wait({ trackingStatus: 'out_for_delivery' })).to.equal(1)
    expect(wait({ trackingStatus: 'exception' })).to.equal(6)
  })

  it('grows rarer with age', () => {
    expect(wait({}, later(13.9 * 24))).to.equal(4)
    expect(wait({}, later(14 * 24))).to.equal(8)
    expect(wait({}, later(31 * 24))).to.equal(16)
  })

  it('is a net of its own width where the courier pushes', () => {
    expect(wait({ trackingStatus: 'out_for_delivery' }, noon, { netSeconds: 43_200 })).to.equal(12)
  })

  it('comes once more a day after the delivery, and then never', () => {
    const delivered = { status: 'delivered', trackingStatus: 'delivered', deliveredAt: noon } as const
    expect(wait(delivered, later(1))).to.equal(23)
    expect(wait(delivered, later(24))).to.equal('delivered')
  })

  it('never comes for what is over or too old', () => {
    expect(wait({ trackingStatus: 'returned' })).to.equal('returned')
    expect(wait({ trackingStatus: 'cancelled' })).to.equal('cancelled')
    expect(wait({ status: 'cancelled' })).to.equal('cancelled')
    expect(wait({}, later(60 * 24))).to.equal('too_old')
  })
})
