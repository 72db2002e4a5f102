import type { JobRun } from '../../domain/jobs/job-run.ts'

/** Attempts beyond what a job's policy gives it. */
export interface JobRetryStore {
  /** Queues a failed job for one more attempt, due now; null when the queue has no failed job of that id. */
  tryAgain(jobId: string): Promise<JobRun | null>
}
