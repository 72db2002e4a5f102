import { expect } from 'chai'
import { backoffSeconds } from '../../../src/adapters/pgboss/backoff.ts'

describe('the wait between attempts of a job', () => {
  it('grows by a step each time', () => {
    const linear = { kind: 'linear', stepSeconds: 300 } as const
    expect([1, 2, 3].map((attempt) => backoffSeconds(linear, attempt, 0.9))).to.deep.equal([300, 600, 900])
  })

  it('doubles up to its limit, spread by a tenth to either side', () => {
    const doubling = { kind: 'exponential', baseSeconds: 10, maxSeconds: 600 } as const
    const at = (spread: number) =>
      [1, 2, 3, 6, 7, 20].map((attempt) => backoffSeconds(doubling, attempt, spread))
    expect(at(0.5)).to.deep.equal([10, 20, 40, 320, 600, 600])
    expect(at(0)).to.deep.equal([9, 18, 36, 288, 540, 540])
    expect(at(0.999).every((seconds) => seconds <= 660)).to.equal(true)
  })
})
