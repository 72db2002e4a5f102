const longestWaitSeconds = 86_400

/** Seconds to wait by a `Retry-After` header, which is a number of them or a date; null for anything else. */
export function retryAfterSeconds(header: string | undefined, now: Date): number | null {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Math.min(Number(text), longestWaitSeconds)
  const until = /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(until)) return null
  return Math.min(Math.max(Math.ceil((until - now.getTime()) / 1000), 0), longestWaitSeconds)
}
