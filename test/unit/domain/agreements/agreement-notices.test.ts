import { expect } from 'chai'
import { daysUntil, endingNotice } from '../../../../src/domain/agreements/agreement-notices.ts'

const end = new Date('2027-03-01T00:00:00Z')
const before = (days: number) => new Date(end.getTime() - days * 86_400_000)

describe('warnings before an agreement ends', () => {
  it('are due at 30, 7 and 1 days, the nearest alone', () => {
    const due = [30.1, 30, 12, 7.5, 7, 5, 1.2, 1, 0.1, 0, -3].map((days) => endingNotice(end, before(days)))
    expect(due).to.deep.equal([
      null,
      'ends_in_30_days',
      'ends_in_30_days',
      'ends_in_30_days',
      'ends_in_7_days',
      'ends_in_7_days',
      'ends_in_7_days',
      'ends_in_1_day',
      'ends_in_1_day',
      null,
      null,
    ])
  })

  it('count a day that has begun', () => {
    expect([7, 6.5, 0.1].map((days) => daysUntil(end, before(days)))).to.deep.equal([7, 7, 1])
  })
})
