import { expect } from 'chai'
import { statusAfter } from '../../../src/domain/legacy/webhook-delivery.ts'

const answered = (statusCode: number | null) => ({
  signature: 'original' as const,
  statusCode,
  error: null,
  durationMs: 1,
})

describe('a delivery of an event', () => {
  it('has arrived with any 2xx', () => {
    for (const status of [200, 202, 204]) expect(statusAfter(answered(status), 0)).to.equal('delivered')
  })

  it('waits for its next try while the target is away, and fails after its last', () => {
    for (const status of [null, 301, 408, 409, 425, 429, 500, 503]) {
      expect(statusAfter(answered(status), 1)).to.equal('waiting')
      expect(statusAfter(answered(status), 0)).to.equal('failed')
    }
  })

  it('is refused for good by every other 4xx', () => {
    for (const status of [400, 401, 403, 404, 410, 422])
      expect(statusAfter(answered(status), 7)).to.equal('refused')
  })
})
