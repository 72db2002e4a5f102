import type { Clock } from '../../application/ports/clock.ts'

/** The machine's clock. */
export function createSystemClock(): Clock {
  return { now: () => new Date() }
}
