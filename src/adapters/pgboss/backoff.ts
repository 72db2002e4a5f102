import type { Backoff } from '../../application/ports/job-scheduler.ts'

/** Seconds until the attempt after this one, by the queue's policy. `spread` is a random share in [0, 1). */
export function backoffSeconds(backoff: Backoff, attempt: number, spread: number): number {
  if (backoff.kind === 'linear') return backoff.stepSeconds * attempt
  const seconds = Math.min(backoff.baseSeconds * 2 ** (attempt - 1), backoff.maxSeconds)
  return Math.round(seconds * (0.9 + 0.2 * spread))
}
