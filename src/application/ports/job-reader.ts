import type { Page, PageRequest } from './page.ts'

/** Live state of the job. */
export type JobStatus = 'queued' | 'active' | 'completed' | 'failed' | 'delayed' | 'cancelled'

/** A job as lists show it. */
export interface JobRunSummaryView {
  id: string
  boss_id: string
  queue: string
  name: string
  status: JobStatus
  progress: number
  progress_note: string | null
  attempt: number
  max_attempts: number
  last_error: string | null
  related_type: string | null
  related_id: string | null
  correlation_id: string
  created_at: string
  started_at: string | null
  finished_at: string | null
  next_retry_at: string | null
}

/** One attempt of a job. */
export interface JobAttemptView {
  attempt: number
  worker: string
  started_at: string
  ended_at: string | null
  outcome: 'done' | 'retry' | 'give_up' | 'handed_back' | 'lost' | null
  error: string | null
}

/** A job with its attempts. */
export interface JobRunView extends JobRunSummaryView {
  attempts: JobAttemptView[]
}

export interface JobRunFilter {
  queue?: string | undefined
  status?: JobStatus | undefined
  name?: string | undefined
  related_id?: string | undefined
}

/** A queue: what is in it, and whether it may start jobs. */
export interface JobQueueView {
  name: string
  waiting: number
  active: number
  delayed: number
  failed: number
  oldest_waiting_seconds: number | null
  paused_at: string | null
  paused_by: string | null
  pause_reason: string | null
}

/** Background work with its live state from the queue itself. */
export interface JobReader {
  /** Newest first. */
  list(filter: JobRunFilter, page: PageRequest): Promise<Page<JobRunSummaryView>>
  /** Null when there is no such job. */
  detail(jobId: string): Promise<JobRunView | null>
  /** Every queue, by name. */
  queues(): Promise<JobQueueView[]>
  /** Null when there is no such queue. */
  queue(name: string): Promise<JobQueueView | null>
}
