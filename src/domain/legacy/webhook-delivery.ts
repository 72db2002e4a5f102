export type DeliveryStatus = 'waiting' | 'delivered' | 'refused' | 'failed'

/** What a target answered; no status when it did not answer. */
export interface DeliveryAnswer {
  /** Whether the provider's own signature went along, or one made anew because that was too old to be accepted. */
  signature: 'original' | 'anew'
  statusCode: number | null
  error: string | null
  durationMs: number
}

// Come back later, in one way or another; every other 4xx stays what it is.
const passing: ReadonlySet<number> = new Set([408, 409, 425, 429])

/** Where a delivery stands after a try, `attemptsLeft` counting the tries after it. */
export function statusAfter({ statusCode }: DeliveryAnswer, attemptsLeft: number): DeliveryStatus {
  if (statusCode !== null && statusCode >= 200 && statusCode < 300) return 'delivered'
  if (statusCode !== null && statusCode >= 400 && statusCode < 500 && !passing.has(statusCode))
    return 'refused'
  return attemptsLeft > 0 ? 'waiting' : 'failed'
}
