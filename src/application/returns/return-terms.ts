/** From the settings: where units come back to, and how long customers have. */
export interface ReturnTerms {
  addressLines: readonly string[]
  windowMs: number
  replacementWindowMs: number
  /** Days before the deadline of an old unit, negative, on which the team is reminded. */
  reminderDays: readonly number[]
}
