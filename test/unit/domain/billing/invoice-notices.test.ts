import { expect } from 'chai'
import { addDays, dateIn } from '../../../../src/domain/billing/calendar.ts'
import { noticesDue } from '../../../../src/domain/billing/invoice-notices.ts'

const days = [-3, 1, 7, 14]
const due = (daysPastDue: number, lastReminderDay: number | null = null, isToldOverdue = false) => {
  const { isOverdue, reminderDay } = noticesDue({ daysPastDue, isToldOverdue, lastReminderDay }, days)
  return [isOverdue, reminderDay]
}

describe('notices of an open invoice', () => {
  it('come on their days, and overdue is told from the day after', () => {
    expect(due(-4)).to.deep.equal([false, null])
    expect(due(-3)).to.deep.equal([false, -3])
    expect(due(0, -3)).to.deep.equal([false, null])
    expect(due(1, -3)).to.deep.equal([true, 1])
    expect(due(6, 1, true)).to.deep.equal([false, null])
    expect(due(7, 1, true)).to.deep.equal([false, 7])
    expect(due(400, 14, true)).to.deep.equal([false, null])
  })

  it('are one after days of silence, and never make up for an earlier day', () => {
    expect(due(20)).to.deep.equal([true, 14])
    expect(due(8, 7, true)).to.deep.equal([false, null])
  })

  it('follow the order of days, not of the setting', () => {
    const state = { daysPastDue: 9, isToldOverdue: true, lastReminderDay: null }
    expect(noticesDue(state, [14, 7, 1, -3]).reminderDay).to.equal(7)
  })

  it("go by the company's calendar", () => {
    const at = new Date('2026-03-01T02:00:00Z')
    expect(dateIn('America/New_York', at)).to.equal('2026-02-28')
    expect(dateIn('Pacific/Auckland', at)).to.equal('2026-03-01')
    expect(addDays('2026-02-28', 1)).to.equal('2026-03-01')
    expect(addDays('2028-02-28', 30)).to.equal('2028-03-29')
  })
})
