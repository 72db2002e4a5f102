import type { Clock } from '../ports/clock.ts'
import type { IdempotencyStore } from '../ports/idempotency-store.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'

const KEPT_HOURS = 72

/** Drops answers that no client may replay any more. */
export function forgetIdempotencyKeys(deps: { idempotency: IdempotencyStore; clock: Clock }) {
  return async (): Promise<JobOutcome> => {
    await deps.idempotency.forgetBefore(new Date(deps.clock.now().getTime() - KEPT_HOURS * 3_600_000))
    return { outcome: 'done' }
  }
}
