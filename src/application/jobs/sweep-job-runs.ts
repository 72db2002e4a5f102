import type { Clock } from '../ports/clock.ts'
import type { JobRunStore } from '../ports/job-run-store.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'

/** Closes attempts whose job moved on without us, so that Support never reads another story than the queue's. */
export function sweepJobRuns(deps: { jobRuns: JobRunStore; clock: Clock }) {
  return async (): Promise<JobOutcome> => {
    await deps.jobRuns.sweep(deps.clock.now())
    return { outcome: 'done' }
  }
}
