import { expect } from 'chai'
import {
  type CourierConfig,
  courierFaults,
  type TrackingMode,
} from '../../../src/domain/shipments/courier.ts'

describe('a courier', () => {
  it('is followed only in ways that its adapter can do', () => {
    const modes: TrackingMode[] = ['none', 'push', 'poll', 'push_and_poll']
    const possible = (adapter: string) =>
      modes.filter(
        (trackingMode) =>
          courierFaults({
            adapter,
            trackingMode,
            trackingUrlTemplate: 'https://x.example/{number}',
            secretReference: 'X',
          } as CourierConfig).length === 0,
      )
    expect(possible('usps')).to.deep.equal(modes)
    expect(possible('dhl')).to.deep.equal(['none', 'poll', 'push_and_poll'])
    expect(possible('canada_post')).to.deep.equal(['none', 'poll'])
    expect(possible('chitchats')).to.deep.equal(['none', 'poll'])
    expect(possible('generic')).to.deep.equal(['none', 'push'])
  })
})
