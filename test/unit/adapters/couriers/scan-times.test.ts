import { expect } from 'chai'
import { scanOf as readCanadaPost } from '../../../../src/adapters/couriers/canada-post/canada-post-scans.ts'
import { scanOf as readChitChats } from '../../../../src/adapters/couriers/chit-chats/chit-chats-scans.ts'
import { readJson } from '../../../../src/adapters/couriers/courier-answer.ts'
import { scanOf as readDhl } from '../../../../src/adapters/couriers/dhl/dhl-scans.ts'
import { createGenericGateway } from '../../../../src/adapters/couriers/generic/generic-gateway.ts'
import { readUspsScan } from '../../../../src/adapters/couriers/usps/usps-scans.ts'

describe('a scan with a time that no database keeps', () => {
  it('has no instant, whichever courier tells of it', () => {
    const generic = createGenericGateway({ secret: '0123456789abcdef' })
    for (const [day, clock, zone] of [
      ['0001-01-01', '00:00:00', '+02:00'],
      ['9999-12-31', '23:59:59', '-02:00'],
    ] as const) {
      const text = `${day}T${clock}${zone}`
      const [hours] = zone.split(':')
      const scans = {
        generic: generic.readScan({ status: 'in_transit', occurred_at: text }),
        usps: readUspsScan({ eventCode: '10', eventTimestamp: `${day}T${clock}`, GMTOffset: zone }),
        dhl: readDhl({ statusCode: 'transit', timestamp: text }),
        chitChats: readChitChats({ type: 'tracking', created_at: text }),
        canadaPost: readCanadaPost({
          'event-identifier': '174',
          'event-date': day,
          'event-time': clock,
          'event-time-zone': hours === '-02' ? 'NDT' : 'CEST',
        }),
      }
      for (const [courier, { occurredAt }] of Object.entries(scans)) {
        expect(occurredAt, `${courier} ${text}`).to.equal(null)
      }
    }
  })

  it('keeps its instant within them', () => {
    expect(readDhl({ statusCode: 'transit', timestamp: '0001-01-01T00:00:00Z' }).occurredAt).to.not.equal(
      null,
    )
  })
})

describe('what a courier answers', () => {
  it('can be stored, its names as well as its texts', () => {
    const text = '{"a\\u0000b": {"c\\ud800": ["d\\u0000", {"\\u0000": 1}]}, "id": 12345678901234567890}'
    expect(readJson(text)).to.deep.equal({ ab: { 'c\ufffd': ['d', { '': 1 }] }, id: '12345678901234567890' })
  })
})
