/** A job on its way into a queue, made by `job()` of application/jobs.ts. Times in seconds. */
export interface EnqueuedJob {
  queue: string
  name: string
  payload: object
  maxAttempts: number
  /** What the job is about, shown to Support and searchable. */
  related: { type: string; id: string } | null
  /** Jobs with the same key are one job, also after a crash. Null makes a fresh job each time. */
  key: string | null
  startAfterSeconds: number
  timeoutSeconds: number
}

/** What a handler answers. `retry` honours `afterSeconds` or else the queue's backoff. */
export type JobOutcome =
  | { outcome: 'done' }
  | { outcome: 'retry'; reason: string; afterSeconds?: number }
  | { outcome: 'give_up'; reason: string }

export type Backoff =
  | { kind: 'exponential'; baseSeconds: number; maxSeconds: number }
  | { kind: 'linear'; stepSeconds: number }

/** How a queue works. Plan, appendix B. */
export interface QueuePolicy {
  concurrency: number
  attempts: number
  backoff: Backoff
}
