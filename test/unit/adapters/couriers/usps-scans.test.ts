import { expect } from 'chai'
import fc from 'fast-check'
import { categories, meanings } from '../../../../src/adapters/couriers/usps/usps-codes.ts'
import { instantOf } from '../../../../src/adapters/couriers/usps/usps-times.ts'
import { currentTracking } from '../../../../src/domain/shipments/tracking.ts'
import { readDetail, readEvents, readPayload } from './usps-push.ts'

const delivered = {
  eventType: 'Delivered, Front Door/Porch',
  eventCode: '01',
  actionCode: '',
  eventTimestamp: '2026-10-05T14:41:00-04:00',
  GMTTimestamp: '2026-10-05T18:41:00.000Z',
  GMTOffset: '-240',
  eventCity: 'NEW YORK',
  eventState: 'NY',
  eventZIPCode: '10001',
  eventCountry: '',
}

describe('a scan of USPS', () => {
  it('is translated whole', () => {
    expect(readEvents(delivered)).to.deep.equal([
      {
        code: '01',
        description: 'Delivered, Front Door/Porch',
        canonical: 'delivered',
        detail: null,
        isInformational: false,
        occurredAt: new Date('2026-10-05T18:41:00Z'),
        localTime: '2026-10-05T14:41:00-04:00',
        place: 'NEW YORK, NY 10001',
        raw: delivered,
        rule: 'usps.code.01',
        mappingVersion: 1,
      },
    ])
  })

  it('keeps the order in which the courier lists it', () => {
    const codes = ['01', 'OF', '03', 'GX']
    const scans = readEvents(...codes.map((eventCode) => ({ eventCode })))
    expect(scans.map((scan) => scan.code)).to.deep.equal(codes)
  })

  it('means by its code what the table says, whatever its text', () => {
    const canonical = (eventCode: string) => readEvents({ eventCode, eventType: 'Delivered' })[0]!
    expect(canonical('17')).to.include({ canonical: 'in_transit', detail: 'delivered_to_agent' })
    expect(canonical('60')).to.include({ canonical: 'delivered', detail: 'delivered_to_agent' })
    expect(canonical('16')).to.include({ canonical: 'in_transit', detail: 'available_for_pickup' })
    expect(canonical('53')).to.include({ canonical: 'failed_attempt', detail: null })
    expect(canonical('28')).to.include({ canonical: 'returned' })
    expect(canonical('of')).to.include({ code: 'OF', canonical: 'out_for_delivery' })
    for (const code of ['DX', 'GC']) expect(canonical(code)).to.include({ isInformational: true })
    expect(meanings.size).to.equal(65)
  })

  it('is unknown under a code that nobody knows, and never a delivery', () => {
    const texts = ['Delivered', 'Delivered, Front Door', 'Out for Delivery', 'Alert: Not Delivered']
    for (const eventType of texts) {
      expect(readEvents({ eventCode: 'Z9', eventType })[0]).to.include({
        canonical: 'unknown',
        detail: 'carrier_code:Z9',
      })
    }
  })

  it('is known by a whole phrase where international scans carry unknown codes', () => {
    const scan = (eventType: string) => readEvents({ eventCode: 'Q1', eventType, eventCountry: 'CANADA' })[0]!
    expect(scan('Held in Customs')).to.include({
      canonical: 'in_transit',
      detail: 'customs',
      place: 'CANADA',
    })
    expect(scan('Attempted Delivery')).to.include({ canonical: 'failed_attempt' })
    expect(scan('Attempted Delivery Abroad')).to.include({ canonical: 'unknown' })
  })

  it('is a return when "delivered" is said of the sender', () => {
    const toSender = { ...delivered, eventType: 'Delivered, To Original Sender' }
    const turned = {
      eventCode: '09',
      eventType: 'Return to Sender',
      eventTimestamp: '2026-10-04T10:00:00-04:00',
    }
    const plainAfterReturn = { ...delivered, eventTimestamp: '2026-10-07T10:00:00-04:00' }
    for (const scans of [
      readEvents(toSender),
      readEvents(plainAfterReturn, turned),
      readEvents(turned, plainAfterReturn),
      readEvents({ eventCode: '01' }, { eventCode: '28' }),
      readDetail({ status: 'Delivered, To Original Sender', trackingEvents: [{ eventCode: '01' }] }),
      readDetail({ status: 'Delivered, To Original Sender', statusCategory: 'Delivered' }),
    ]) {
      expect(scans.map((scan) => scan.canonical)).to.include('returned')
      expect(currentTracking(scans, 'in_transit').status).to.equal('returned')
    }
  })

  it('stays a delivery when the return came later', () => {
    const later = { eventCode: '09', eventTimestamp: '2026-10-09T10:00:00-04:00' }
    expect(readEvents(later, delivered).map((scan) => scan.canonical)).to.deep.equal([
      'returned',
      'delivered',
    ])
  })

  it('has no empty texts and no markup', () => {
    const [scan] = readEvents({
      eventCode: '03',
      eventType: 'USPS<SUP>&#174;</SUP>  in &amp; <b>possession</b> of &#x2122; 3 < 4',
      eventTimestamp: '',
      eventCity: '',
      eventState: ' ',
      eventZIPCode: '',
      eventCountry: '',
    })
    expect(scan).to.include({
      description: 'USPS® in & possession of ™ 3 < 4',
      localTime: null,
      occurredAt: null,
      place: null,
    })
  })

  it('names as much of its place as it knows', () => {
    const place = (about: object) => readEvents({ eventCode: '03', ...about })[0]!.place
    expect(place({ eventCity: 'ALBANY', eventState: 'NY' })).to.equal('ALBANY, NY')
    expect(place({ eventState: 'NY', eventZIP: '12288' })).to.equal('NY 12288')
    expect(place({ eventCity: 'ALBANY' })).to.equal('ALBANY')
  })

  it('is made of the summary when there is none', () => {
    const summary = (statusCategory: string) => readDetail({ statusCategory, trackingEvents: [] })[0]!
    for (const [category, { canonical, detail }] of categories) {
      expect(summary(category.toUpperCase()), category).to.include({ canonical, detail })
    }
    expect(summary('Somewhere Else')).to.include({ canonical: 'unknown' })
    expect(summary('Not Delivered')).to.include({ canonical: 'unknown' })
    expect(readDetail({ statusCategory: '' })).to.deep.equal([])
  })

  it('outweighs the summary', () => {
    const scans = readDetail({
      statusCategory: 'Delivered',
      status: 'Delivered',
      trackingEvents: [{ eventCode: '07' }],
    })
    expect(scans.map((scan) => scan.canonical)).to.deep.equal(['in_transit'])
  })
})

describe('the time of a USPS scan', () => {
  const at = (eventTimestamp: unknown, GMTOffset?: unknown, GMTTimestamp?: unknown) =>
    instantOf({ eventTimestamp, GMTOffset, GMTTimestamp })?.toISOString() ?? null

  it('is the wall clock and the offset, in every spelling of it', () => {
    for (const offset of ['-07:00', '-7:00', '-0700', '-420', -420]) {
      expect(at('2026-10-05T19:31:00', offset), String(offset)).to.equal('2026-10-06T02:31:00.000Z')
    }
    expect(at('2026-10-05T19:31:00+05:30')).to.equal('2026-10-05T14:01:00.000Z')
    expect(at('2026-10-05T19:31:00', '330')).to.equal('2026-10-05T14:01:00.000Z')
    expect(at('2026-10-05 19:31:00', 0)).to.equal('2026-10-05T19:31:00.000Z')
  })

  it('does not fall for the UTC field, which lies a day early in the evening', () => {
    expect(at('2026-10-05T19:31:00', '-05:00', '2026-10-05T00:31:20Z')).to.equal('2026-10-06T00:31:00.000Z')
  })

  it('takes the seconds from the UTC field when the two agree', () => {
    expect(at('2026-10-05T14:41:00-04:00', '-240', '2026-10-05T18:41:37.000Z')).to.equal(
      '2026-10-05T18:41:37.000Z',
    )
  })

  it('does not read a false Z as UTC', () => {
    expect(at('2026-10-05T14:41:00Z', '-240')).to.equal('2026-10-05T18:41:00.000Z')
    expect(at('2026-10-05T14:41:00+00:00', '-240')).to.equal('2026-10-05T18:41:00.000Z')
    expect(at('2026-10-05T14:41:00Z')).to.equal(null)
  })

  it('is the UTC field alone only where nothing else tells the time of day', () => {
    expect(at('2026-10-01', undefined, '2026-10-01T13:30:00.000Z')).to.equal('2026-10-01T13:30:00.000Z')
    expect(at(null, null, '2026-10-01T13:30:00.000Z')).to.equal('2026-10-01T13:30:00.000Z')
  })

  it('is none for a bare date, for nothing, and for nonsense', () => {
    for (const text of [
      '2026-10-01',
      '',
      null,
      undefined,
      7,
      {},
      '2026-99-99T99:99:99-04:00',
      '3 Business Days',
    ]) {
      expect(at(text, '-240', null), JSON.stringify(text)).to.equal(null)
    }
    expect(at('2026-10-05T14:41:00', '-99:00')).to.equal(null)
    expect(at('2026-10-05T14:41:00', 'EST')).to.equal(null)
  })

  it('puts an evening delivery after the same day’s round', () => {
    const scans = readEvents(
      { ...delivered, eventTimestamp: '2026-10-05T20:41:00-04:00', GMTTimestamp: '2026-10-05T00:41:00.000Z' },
      {
        eventCode: 'OF',
        eventTimestamp: '2026-10-05T08:10:00-04:00',
        GMTTimestamp: '2026-10-05T12:10:00.000Z',
      },
    )
    expect(scans[0]!.occurredAt! > scans[1]!.occurredAt!).to.be.true
    expect(currentTracking(scans, 'out_for_delivery').status).to.equal('delivered')
  })
})

describe('whatever USPS sends', () => {
  const names = [
    'trackingEvents',
    'trackingEvent',
    'status',
    'statusCategory',
    'statusSummary',
    'trackingNumber',
  ]
  const eventNames = [
    'eventCode',
    'eventType',
    'eventTimestamp',
    'GMTOffset',
    'GMTTimestamp',
    'eventCity',
    'name',
  ]
  const event = fc.dictionary(fc.constantFrom(...eventNames), fc.oneof(fc.jsonValue(), fc.string()))
  const detail = fc.dictionary(
    fc.constantFrom(...names),
    fc.oneof(fc.jsonValue(), event, fc.array(fc.oneof(event, fc.jsonValue()))),
  )
  const sure = new Set(['01', '43', '60'])

  it('never makes the gateway throw, and is a delivery only by a code or a summary that says so', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          detail.map((value) => JSON.stringify(value)),
        ),
        (payload) => {
          const push = readPayload(payload)
          for (const scan of push?.scans ?? []) {
            if (scan.canonical !== 'delivered') continue
            expect(sure.has(scan.code) || scan.code.toLowerCase() === 'summary:delivered').to.be.true
          }
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('is no delivery by its text', () => {
    const text = fc.constantFrom(
      'Delivered',
      'delivered',
      'Delivered, Front Door/Porch',
      'DELIVERED TO AGENT',
    )
    const code = fc
      .oneof(fc.string(), fc.constantFrom('1', '001', 'O1', '0', ''))
      .filter((each) => !sure.has(each.trim()))
    fc.assert(
      fc.property(fc.array(fc.tuple(code, text), { minLength: 1 }), (events) => {
        const scans = readDetail({
          statusCategory: 'Delivered',
          trackingEvents: events.map(([eventCode, eventType]) => ({ eventCode, eventType })),
        })
        expect(scans.some((scan) => scan.canonical === 'delivered')).to.be.false
      }),
    )
  })
})
