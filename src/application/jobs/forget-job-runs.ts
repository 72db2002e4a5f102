import type { Clock } from '../ports/clock.ts'
import { JOB_RUNS_KEPT_DAYS, type JobRunStore } from '../ports/job-run-store.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'

const BATCH = 5000

/** Drops the stories of jobs that ended long ago, in short transactions. */
export function forgetJobRuns(deps: { jobRuns: JobRunStore; clock: Clock }) {
  return async (): Promise<JobOutcome> => {
    const before = new Date(deps.clock.now().getTime() - JOB_RUNS_KEPT_DAYS * 86_400_000)
    while ((await deps.jobRuns.forgetEnded(before, BATCH)) === BATCH);
    return { outcome: 'done' }
  }
}
