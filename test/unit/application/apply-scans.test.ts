import { expect } from 'chai'
import fc from 'fast-check'
import { readUspsScan } from '../../../src/adapters/couriers/usps/usps-scans.ts'
import type { Store } from '../../../src/application/ports/unit-of-work.ts'
import { applyScans } from '../../../src/application/shipments/apply-scans.ts'
import type { Shipment } from '../../../src/domain/shipments/shipment.ts'
import type { CourierEvent, CourierScan } from '../../../src/domain/shipments/tracking.ts'
import { aShipment, minutesAfterNoon } from '../domain/builders.ts'

const codes = ['GX', '03', '10', '07', 'OF', '53', '04', '28', '01', 'DX', 'ZZ', '16', '71']
const times = [
  { eventTimestamp: '2026-10-01' },
  { eventTimestamp: '2026-10-05' },
  { eventTimestamp: '2026-10-05T08:10:00-04:00' },
  { eventTimestamp: '2026-10-05T08:10:00' },
  { eventTimestamp: '2026-10-05T20:41:00-04:00' },
  { eventTimestamp: '2026-10-06T10:00:00-04:00' },
  { GMTTimestamp: '2026-10-05T12:10:00Z' },
  {},
]
const event = fc
  .record({
    eventCode: fc.constantFrom(...codes),
    time: fc.constantFrom(...times),
    eventCity: fc.constantFrom('', 'ALBANY'),
  })
  .map(({ eventCode, time, eventCity }) =>
    readUspsScan({ eventCode, eventType: eventCode, eventCity, ...time }),
  )

// Later than every scan.
const october = minutesAfterNoon(60 * 24 * 225)

/** As many messages as it takes, from a courier that repeats and shuffles itself. */
async function heard(
  messages: readonly (readonly CourierScan[])[],
  given: Partial<Shipment> = { status: 'delivered' },
  tasks: string[] = [],
) {
  const rows: CourierEvent[] = []
  // Delivered already, so that nothing but the tracking status can move.
  let shipment: Shipment = aShipment(given)
  let made = 0
  const store = {
    shipments: {
      courierEvents: () => Promise.resolve([...rows]),
      insertCourierEvents: (_company: string, events: CourierEvent[]) =>
        Promise.resolve(rows.push(...events)),
      save: (next: Shipment) => {
        shipment = next
        return Promise.resolve()
      },
    },
    tasks: { open: ({ kind }: { kind: string }) => Promise.resolve(tasks.push(kind)) },
    publish: () => undefined,
  } as unknown as Store
  const deps = {
    clock: { now: () => october },
    ids: {
      make: (kind: string) => {
        made += 1
        return `${kind}_${String(made)}`
      },
    } as never,
    digest: (text: string) => text,
  }
  for (const scans of messages) {
    await applyScans(deps, store, {
      loaded: { shipment, items: [] },
      facts: undefined,
      courierCode: 'USPS',
      trackingNumber: '9400190000042001234098',
      scans,
      source: 'push',
    })
  }
  return {
    rows: rows
      .map(({ eventKey, code, canonical, detail, rule }) =>
        [eventKey, code, canonical, detail, rule].join(' '),
      )
      .sort(),
    status: [shipment.trackingStatus, shipment.trackingDetail],
  }
}

describe('scans that arrive', () => {
  it('give the same rows and the same status in any order, in any pieces and however often', async () => {
    const feed = fc.uniqueArray(event, {
      minLength: 1,
      maxLength: 12,
      selector: ({ code, localTime, place }) => [code, localTime, place].join('|'),
    })
    const arrivals = feed.chain((scans) =>
      fc.record({
        scans: fc.constant(scans),
        again: fc.array(fc.constantFrom(...scans), { maxLength: 8 }),
        seed: fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
        cuts: fc.array(fc.nat(scans.length), { maxLength: 5 }),
      }),
    )
    await fc.assert(
      fc.asyncProperty(arrivals, async ({ scans, again, seed, cuts }) => {
        const whole = await heard([scans])
        const shuffled = [...scans, ...again]
          .map((scan, index) => ({ scan, place: seed[index] ?? index }))
          .sort((a, b) => a.place - b.place)
          .map(({ scan }) => scan)
        const borders = [0, ...cuts.toSorted((a, b) => a - b), shuffled.length]
        const pieces = borders.slice(1).map((end, index) => shuffled.slice(borders[index], end))
        expect(await heard(pieces)).to.deep.equal(whole)
      }),
      { numRuns: 500 },
    )
  })

  it('contradict a delivery, but none that was taken back', async () => {
    const delivery = readUspsScan({ eventCode: '01', eventTimestamp: '2026-10-05T08:10:00-04:00' })
    const round = readUspsScan({ eventCode: 'OF', eventTimestamp: '2026-10-06T10:00:00-04:00' })
    const tasksOf = async (given: Partial<Shipment>) => {
      const tasks: string[] = []
      await heard([[delivery], [round]], given, tasks)
      return tasks
    }
    expect(await tasksOf({ status: 'delivered' })).to.deep.equal(['tracking_contradiction'])
    expect(await tasksOf({ status: 'in_transit', deliveryCorrectedAt: october })).to.deep.equal([])
  })
})
