import type { Clock } from '../../application/ports/clock.ts'

export function createSystemClock(): Clock {
  return { now: () => new Date() }
}
