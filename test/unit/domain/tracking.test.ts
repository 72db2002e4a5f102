import { expect } from 'chai'
import fc from 'fast-check'
import {
  applyTracking,
  type CourierScan,
  contradictionsOf,
  currentTracking,
  wasInCustody,
} from '../../../src/domain/shipments/tracking.ts'
import type { TrackingStatus } from '../../../src/domain/shipments/tracking-status.ts'
import { STORIES, type Step } from '../../../src/entrypoints/simulators/couriers/stories.ts'
import { aScan, aShipment, minutesAfterNoon, noon } from './builders.ts'

const vocabulary: TrackingStatus[] = [
  'pre_transit',
  'accepted',
  'in_transit',
  'out_for_delivery',
  'delivered',
  'failed_attempt',
  'exception',
  'returned',
  'cancelled',
  'unknown',
]

describe('the tracking status of a parcel', () => {
  // A courier's instants differ; where two are the same, its own order decides (and the second test says so).
  const scans = fc
    .array(fc.record({ canonical: fc.constantFrom(...vocabulary), isInformational: fc.boolean() }), {
      maxLength: 12,
    })
    .map((list) => list.map((one, index) => aScan({ ...one, occurredAt: minutesAfterNoon(index) })))

  it('is the same in whatever order its scans arrive', () => {
    const shuffled = scans.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([inOrder, shuffle]) => {
        expect(currentTracking(shuffle, 'unknown')).to.deep.equal(currentTracking(inOrder, 'unknown'))
      }),
    )
  })

  it('is the last one listed where the courier gives the same instant or none', () => {
    for (const occurredAt of [noon, null]) {
      const listed = [
        aScan({ canonical: 'accepted', occurredAt }),
        aScan({ canonical: 'out_for_delivery', occurredAt }),
      ]
      expect(currentTracking(listed, 'unknown').status).to.equal('out_for_delivery')
    }
  })

  it('stays what it was while scans say nothing about it', () => {
    const silent = [aScan({ canonical: 'unknown' }), aScan({ canonical: 'delivered', isInformational: true })]
    expect(currentTracking(silent, 'in_transit')).to.deep.equal({
      status: 'in_transit',
      detail: null,
      at: null,
    })
    expect(currentTracking([], 'accepted').status).to.equal('accepted')
  })

  it('is returned once a parcel on its way back reaches its sender', () => {
    const back = [
      aScan({ canonical: 'returned', occurredAt: minutesAfterNoon(1) }),
      aScan({ canonical: 'delivered', code: '01', occurredAt: minutesAfterNoon(2) }),
    ]
    expect(currentTracking(back, 'unknown')).to.deep.equal({
      status: 'returned',
      detail: 'carrier_code:01',
      at: minutesAfterNoon(2),
    })
  })

  it('puts a scan without an instant where its date or its progress belongs, never into 1970', () => {
    const untimed = (canonical: TrackingStatus, localTime: string | null) =>
      aScan({ canonical, occurredAt: null, localTime })
    const timed = (canonical: TrackingStatus, localTime: string) =>
      aScan({ canonical, localTime, occurredAt: new Date(`${localTime}-04:00`) })
    const taken = timed('accepted', '2026-10-01T16:02:00')
    const round = timed('out_for_delivery', '2026-10-05T08:10:00')
    const status = (...scans: CourierScan[]) => currentTracking(scans, 'unknown').status
    expect(status(untimed('pre_transit', '2026-10-01'), taken)).to.equal('accepted')
    expect(status(round, untimed('failed_attempt', '2026-10-05'), taken)).to.equal('failed_attempt')
    expect(status(untimed('failed_attempt', '2026-10-04'), round, taken)).to.equal('out_for_delivery')
    expect(status(untimed('pre_transit', null), round)).to.equal('out_for_delivery')
    expect(
      status(untimed('in_transit', '2026-10-02T10:00:00'), untimed('accepted', '2026-10-01T10:00:00')),
    ).to.equal('in_transit')
    expect(status(untimed('delivered', null), untimed('returned', null))).to.equal('returned')
  })

  it('is the summary only while no scan is known', () => {
    const summary = aScan({ code: 'summary:Delivered', canonical: 'delivered', occurredAt: null })
    expect(currentTracking([summary], 'unknown').status).to.equal('delivered')
    expect(currentTracking([summary, aScan({ canonical: 'unknown' })], 'unknown').status).to.equal(
      'delivered',
    )
    expect(currentTracking([summary, aScan({ canonical: 'in_transit' })], 'unknown').status).to.equal(
      'in_transit',
    )
  })

  it('is contradicted by a return or another round after the delivery, and by no transit scan', () => {
    const after = (canonical: TrackingStatus) =>
      contradictionsOf([
        aScan({ canonical: 'delivered', occurredAt: noon }),
        aScan({ canonical, occurredAt: minutesAfterNoon(5) }),
      ]).length
    expect(vocabulary.filter((canonical) => after(canonical) > 0)).to.have.members([
      'returned',
      'failed_attempt',
      'out_for_delivery',
    ])
  })

  it('stays delivered whatever is scanned afterwards', () => {
    fc.assert(
      fc.property(scans, (later) => {
        const delivery = aScan({ canonical: 'delivered', occurredAt: minutesAfterNoon(-1) })
        expect(currentTracking([delivery, ...later], 'unknown').status).to.equal('delivered')
      }),
    )
  })
})

describe('a courier', () => {
  const heard = (status: TrackingStatus) => ({ status, detail: null, at: noon })

  it('moves a parcel forwards and never back', () => {
    const outcome: Record<TrackingStatus, [fromReady: string, fromInTransit: string]> = {
      pre_transit: ['ready', 'in_transit'],
      accepted: ['in_transit', 'in_transit'],
      in_transit: ['in_transit', 'in_transit'],
      out_for_delivery: ['in_transit', 'in_transit'],
      delivered: ['delivered', 'delivered'],
      failed_attempt: ['in_transit', 'in_transit'],
      exception: ['in_transit', 'in_transit'],
      // One that it had in hand before: see below.
      returned: ['ready', 'in_transit'],
      cancelled: ['cancelled', 'in_transit'],
      unknown: ['ready', 'in_transit'],
    }
    for (const word of vocabulary) {
      const after = (['ready', 'in_transit'] as const).map(
        (status) =>
          applyTracking(aShipment({ status, trackingDetail: 'before' }), [], heard(word), noon).shipment
            .status,
      )
      expect(after, word).to.deep.equal(outcome[word])
    }
  })

  it('never moves a draft, a cancelled or a delivered parcel', () => {
    for (const status of ['draft', 'cancelled', 'delivered'] as const) {
      for (const word of vocabulary.filter((one) => one !== 'unknown' && one !== 'cancelled')) {
        const { shipment } = applyTracking(aShipment({ status }), [], heard(word), noon)
        expect(shipment.status).to.equal(status)
        expect(shipment.trackingStatus).to.equal(word)
      }
    }
  })

  it('moves a parcel also where its word is no news', () => {
    const told = (trackingStatus: TrackingStatus) =>
      applyTracking(aShipment({ trackingStatus }), [], heard(trackingStatus), noon)
    expect(told('in_transit').shipment.status).to.equal('in_transit')
    expect(told('in_transit').events.map(({ type }) => type)).to.deep.equal(['shipment.in_transit'])
    expect(told('delivered').shipment.status).to.equal('delivered')
  })

  it('cancels only a parcel that it never had', () => {
    const cancelled = { ...heard('cancelled'), wasInCustody: true }
    expect(applyTracking(aShipment(), [], cancelled, noon).shipment.status).to.equal('in_transit')
  })

  it('leads a parcel to the same end in whatever order, how often and in how many messages it tells its story', () => {
    const words: Record<Step, TrackingStatus> = {
      label: 'pre_transit',
      accepted: 'accepted',
      transit: 'in_transit',
      arrived: 'in_transit',
      customs: 'exception',
      delayed: 'exception',
      out: 'out_for_delivery',
      attempt: 'failed_attempt',
      refused: 'failed_attempt',
      lost: 'exception',
      returned: 'returned',
      delivered: 'delivered',
      unheard_of: 'unknown',
    }
    const end = (batches: CourierScan[][]) => {
      const history = new Set<CourierScan>()
      let shipment = aShipment()
      for (const batch of batches) {
        for (const scan of batch) history.add(scan)
        const tracking = currentTracking([...history], shipment.trackingStatus)
        const told = { ...tracking, wasInCustody: wasInCustody([...history]) }
        shipment = applyTracking(shipment, [], told, noon).shipment
      }
      return [shipment.status, shipment.trackingStatus, shipment.trackingDetail]
    }
    for (const [name, story] of Object.entries(STORIES)) {
      const scans = story.map(({ step, hour }) =>
        aScan({ canonical: words[step], occurredAt: minutesAfterNoon(hour * 60) }),
      )
      const once = [...new Set(scans)]
      const telling = fc
        .tuple(
          fc.shuffledSubarray(once, { minLength: once.length, maxLength: once.length }),
          fc.array(fc.constantFrom(...once), { maxLength: 6 }),
          fc.array(fc.nat(20), { maxLength: 8 }),
        )
        .map(([all, again, cuts]) => {
          const told = [...all, ...again]
          const at = [0, ...cuts.map((cut) => cut % told.length).sort((a, b) => a - b), told.length]
          return at.slice(1).map((to, index) => told.slice(at[index], to))
        })
      fc.assert(
        fc.property(telling, (batches) => {
          expect(end(batches), name).to.deep.equal(end([once]))
        }),
      )
    }
  })

  it('that skips the hand-over still leaves both events on the timeline', () => {
    const { shipment, events } = applyTracking(aShipment(), [], heard('delivered'), minutesAfterNoon(9))
    expect(events.map(({ type }) => type)).to.deep.equal([
      'shipment.tracking_updated',
      'shipment.in_transit',
      'shipment.delivered',
    ])
    expect(events.map(({ aggregateVersion }) => aggregateVersion)).to.deep.equal([3, 4, 5])
    expect(shipment.deliveredAt).to.deep.equal(noon)
  })

  it('that repeats itself changes nothing', () => {
    const shipment = aShipment({ status: 'in_transit', trackingStatus: 'in_transit' })
    const decision = applyTracking(shipment, [], heard('in_transit'), noon)
    expect(decision).to.deep.equal({ shipment, events: [] })
  })
})
