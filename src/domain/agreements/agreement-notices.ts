const DAY_MS = 86_400_000

/** Days before the end at which the team is warned, the nearest first. */
const warningDays = [1, 7, 30] as const

export type EndingNotice = 'ends_in_30_days' | 'ends_in_7_days' | 'ends_in_1_day'

/** Whole days until the end, begun ones counted. */
export function daysUntil(end: Date, at: Date): number {
  return Math.ceil((end.getTime() - at.getTime()) / DAY_MS)
}

/**
 * The one warning that is due this long before the end. Where a nearer one is due, the farther ones are passed over:
 * after days of silence the team is told what is true now and not three things at once.
 */
export function endingNotice(validTo: Date, at: Date): EndingNotice | null {
  const days = daysUntil(validTo, at)
  if (days < 1) return null
  const due = warningDays.find((limit) => days <= limit)
  if (due === undefined) return null
  return due === 1 ? 'ends_in_1_day' : `ends_in_${due}_days`
}
