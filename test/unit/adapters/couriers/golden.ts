import { expect } from 'chai'
import fc from 'fast-check'
import type { CourierAnswer, HttpAnswer } from '../../../../src/adapters/couriers/courier-answer.ts'
import { currentTracking } from '../../../../src/domain/shipments/tracking.ts'

/** A payload in a courier's true shape, and what it means to us. */
export interface Golden {
  name: string
  answer: Partial<HttpAnswer> & { text: string }
  /** The scans as `code canonical detail instant`, newest first as the courier lists them. */
  scans?: string[]
  /** The status they make together, with its detail. */
  status?: string
  outcome?: CourierAnswer['outcome']
}

export function meetsGolden(golden: Golden, read: (answer: HttpAnswer) => CourierAnswer): void {
  const answer = read({ status: 200, retryAfterSeconds: null, ...golden.answer })
  expect(answer.outcome).to.equal(golden.outcome ?? 'found')
  if (answer.outcome !== 'found') return
  expect(
    answer.scans.map(({ code, canonical, detail, isInformational, occurredAt }) =>
      [
        code,
        isInformational ? 'informational' : canonical,
        detail ?? '-',
        occurredAt?.toISOString().replace('.000Z', 'Z') ?? '-',
      ].join(' '),
    ),
  ).to.deep.equal(golden.scans ?? [])
  const { status, detail } = currentTracking([...answer.scans].reverse(), 'unknown')
  expect([status, detail].filter((part) => part !== null).join(' ')).to.equal(golden.status ?? 'unknown')
}

/**
 * Broken in any way, an answer is read without an error, and delivers only where the payload it came from did: a cut,
 * a changed byte or another document never makes a delivery.
 */
export function survivesFuzz(bodies: readonly string[], read: (answer: HttpAnswer) => CourierAnswer): void {
  const broken = fc
    .tuple(fc.constantFrom(...bodies), fc.nat(), fc.string(), fc.nat(3))
    .map(([body, at, text, way]) => {
      const place = at % (body.length + 1)
      if (way === 0) return body.slice(0, place)
      if (way === 1) return body.slice(0, place) + text + body.slice(place)
      if (way === 2) return body.slice(0, place) + text + body.slice(place + text.length)
      return text
    })
  const anything = fc.oneof(broken, fc.string(), fc.json({ maxDepth: 6 }))
  const statuses = fc.constantFrom(200, 200, 200, 204, 207, 302, 400, 401, 404, 429, 500, 503)
  fc.assert(
    fc.property(anything, statuses, (body, status) => {
      const answer = read({ status, retryAfterSeconds: null, text: body })
      if (answer.outcome !== 'found') return
      expect(currentTracking([...answer.scans].reverse(), 'in_transit').status).not.to.equal('delivered')
      for (const scan of answer.scans) expect(() => structuredClone(scan)).not.to.throw()
    }),
    { numRuns: 2000 },
  )
}
