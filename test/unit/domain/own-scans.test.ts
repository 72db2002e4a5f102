import { expect } from 'chai'
import { ownScans } from '../../../src/domain/shipments/own-scans.ts'
import { type CourierEvent, currentTracking } from '../../../src/domain/shipments/tracking.ts'
import { aScan, aShipment, noon } from './builders.ts'

const shipment = aShipment()
const heard = (given: Partial<CourierEvent>): CourierEvent => ({
  ...aScan(),
  id: 'cev_1',
  shipmentId: 'shp_1',
  courierCode: 'USPS',
  trackingNumber: shipment.trackingNumber ?? '',
  eventKey: '1',
  sequence: 1,
  source: 'push',
  receivedAt: noon,
  ...given,
})
const daysFromNoon = (days: number) => new Date(noon.getTime() + days * 86_400_000)
const status = (...scans: CourierEvent[]) => currentTracking(ownScans(scans, shipment), 'unknown').status

describe('the scans of a parcel', () => {
  it('are those under its courier and its number', () => {
    expect(status(heard({ canonical: 'delivered', trackingNumber: '9400190000042001234081' }))).to.equal(
      'unknown',
    )
    expect(status(heard({ canonical: 'delivered', courierCode: 'DHL' }))).to.equal('unknown')
    expect(status(heard({ canonical: 'delivered' }))).to.equal('delivered')
  })

  it('are not those of the parcel that had the number before', () => {
    const old = { canonical: 'delivered', occurredAt: daysFromNoon(-91) } as const
    expect(status(heard(old))).to.equal('unknown')
    expect(status(heard(old), heard({ canonical: 'accepted' }))).to.equal('accepted')
    expect(status(heard({ ...old, occurredAt: null, localTime: '2025-11-20T10:00:00' }))).to.equal('unknown')
    expect(status(heard({ ...old, occurredAt: daysFromNoon(-89) }))).to.equal('delivered')
  })

  it('count without a time that nobody can have seen on a clock', () => {
    const round = heard({ canonical: 'out_for_delivery', occurredAt: noon })
    for (const wrong of [
      { occurredAt: new Date('2099-01-01T00:00:00Z'), localTime: '2099-01-01T00:00:00Z' },
      { occurredAt: null, localTime: '9999-12-31T23:59:59' },
      { occurredAt: new Date('0001-01-01T00:00:00Z'), localTime: '0001-01-01T00:00:00Z' },
      { occurredAt: null, localTime: '1970-01-01' },
    ]) {
      expect(status(heard({ canonical: 'in_transit', ...wrong }), round), wrong.localTime).to.equal(
        'out_for_delivery',
      )
      const delivery = ownScans([heard({ canonical: 'delivered', ...wrong })], shipment)
      expect(currentTracking(delivery, 'unknown'), wrong.localTime).to.deep.equal({
        status: 'delivered',
        detail: null,
        at: null,
      })
    }
  })

  it('keep times that zones and wrong clocks explain', () => {
    const ahead = heard({ occurredAt: daysFromNoon(1), localTime: '2026-03-03T12:00:00' })
    const bare = heard({ occurredAt: null, localTime: null })
    expect(ownScans([ahead, bare], shipment)).to.deep.equal([ahead, bare])
  })
})
