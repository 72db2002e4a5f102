import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import fc from 'fast-check'
import type { CourierReply } from '../../../../src/adapters/couriers/courier-http.ts'
import { readUspsScan } from '../../../../src/adapters/couriers/usps/usps-scans.ts'
import { answersOf } from '../../../../src/adapters/couriers/usps/usps-tracking.ts'
import type { TrackingAnswer } from '../../../../src/application/ports/courier-gateway.ts'
import { Unavailable } from '../../../../src/domain/shared/unavailable.ts'
import { CourierMisconfigured } from '../../../../src/domain/shipments/courier-failures.ts'
import { type CourierScan, currentTracking } from '../../../../src/domain/shipments/tracking.ts'
import { trackingNumber } from './usps-push.ts'

interface Golden {
  name: string
  status: number
  body: unknown
  /** Scans as `code canonical detail instant rule`, in the courier's order, and the status they make. */
  expected: { outcome: TrackingAnswer['outcome']; scans?: string[]; status?: string }
}

const folder = new URL('golden/usps/', import.meta.url)
const goldens = readdirSync(folder)
  .sort()
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Golden)

const query = { trackingNumber, postalCode: null, countryCode: null, mailedOn: null, service: null }

function read(status: number, text: string): TrackingAnswer {
  const reply: CourierReply = {
    status,
    mediaType: 'application/json',
    headers: {},
    text,
    retryAfterSeconds: null,
  }
  const [answer] = answersOf([query], reply)
  if (answer === undefined) throw new Error('no answer')
  return answer
}

const inWords = ({ code, canonical, detail, isInformational, occurredAt, rule }: CourierScan) =>
  [
    code,
    isInformational ? 'informational' : canonical,
    detail ?? '-',
    occurredAt?.toISOString().replace('.000Z', 'Z') ?? '-',
    rule,
  ].join(' ')

describe('what USPS answers', () => {
  it('is known in many forms', () => {
    expect(goldens.length).to.be.at.least(25)
  })

  for (const { name, status, body, expected } of goldens) {
    it(name, () => {
      const answer = read(status, JSON.stringify(body))
      expect(answer.outcome).to.equal(expected.outcome)
      if (answer.outcome !== 'found') return
      expect(answer.scans.map(inWords)).to.deep.equal(expected.scans)
      const tracking = currentTracking(answer.scans, 'unknown')
      expect([tracking.status, tracking.detail].filter(Boolean).join(' ')).to.equal(expected.status)
      // What is stored reads again as it did.
      expect(answer.scans.map(({ raw }) => readUspsScan({ ...raw }))).to.deep.equal(answer.scans)
    })
  }

  it('never throws but as a port may, and never delivers what was not delivered before it was broken', () => {
    const whole = goldens
      .filter(({ expected }) => expected.status !== 'delivered')
      .map(({ body }) => JSON.stringify(body))
    const broken = fc
      .tuple(fc.constantFrom(...whole), fc.nat(), fc.string(), fc.nat(3))
      .map(([text, at, more, way]) => {
        const place = at % (text.length + 1)
        if (way === 0) return text.slice(0, place)
        if (way === 1) return text.slice(0, place) + more + text.slice(place)
        if (way === 2) return text.slice(0, place) + more + text.slice(place + more.length)
        return more
      })
    const statuses = fc.constantFrom(200, 207, 204, 302, 400, 404)
    fc.assert(
      fc.property(fc.oneof(broken, fc.json()), statuses, (text, status) => {
        try {
          const answer = read(status, text)
          if (answer.outcome !== 'found') return
          const { status: tracking } = currentTracking(answer.scans, 'in_transit')
          // A byte may make another code; only the words that hold a delivery back are at stake here.
          const codes = answer.scans
            .filter(({ canonical }) => canonical === 'delivered')
            .map(({ code }) => code)
          if (tracking === 'delivered')
            expect(codes.every((code) => /^(01|43|60|summary:delivered)$/i.test(code))).to.be.true
        } catch (error) {
          expect(error instanceof Unavailable || error instanceof CourierMisconfigured, String(error)).to.be
            .true
        }
      }),
      { numRuns: 3000 },
    )
  })
})
