/** A law of docs/laws.md as a query for its violations: each row's `subject` is one broken thing. */
export interface Law {
  law: string
  sentence: string
  violations: string
}
