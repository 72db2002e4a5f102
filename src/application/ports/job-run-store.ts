import type { SqlExecutor } from './unit-of-work.ts'

/** How long a run that ended is shown, and one that failed can be retried. */
export const JOB_RUNS_KEPT_DAYS = 90

export interface StartedAttempt {
  bossId: string
  attempt: number
  worker: string
  at: Date
}

export interface SettledAttempt {
  bossId: string
  attempt: number
  outcome: 'done' | 'retry' | 'give_up' | 'handed_back' | 'lost'
  /** What the run is now; queued is one that was handed back, and has an attempt more for it. */
  status: 'completed' | 'delayed' | 'queued' | 'failed'
  error: string | null
  nextRetryAt: Date | null
  at: Date
}

/** An attempt that nobody ended. */
export interface OpenAttempt {
  bossId: string
  queue: string
  attempt: number
  worker: string
}

/** A reaction that has failed, and nobody was asked to see to it. */
export interface LostReaction {
  id: string
  name: string
  orderId: string | null
  reason: string | null
}

/** The story of jobs as Support sees it. Written inside the transaction that moves the job itself. */
export interface JobRunStore {
  started(executor: SqlExecutor, attempts: readonly StartedAttempt[]): Promise<void>
  settled(executor: SqlExecutor, attempt: SettledAttempt): Promise<void>
  /** Attempts without an end, by workers whose name begins with the prefix. */
  openAttempts(workerPrefix: string): Promise<OpenAttempt[]>
  /**
   * Closes attempts whose job moved on without us (expiry, lost heartbeat), so that a run never tells another story
   * than its queue. Answers how many it had to close.
   */
  sweep(at: Date): Promise<number>
  /** Reactions that have failed for good since they were last somebody's task, the oldest hundred. */
  lostReactions(): Promise<LostReaction[]>
  /** Deletes up to `limit` runs that ended before the instant; answers how many. */
  forgetEnded(before: Date, limit: number): Promise<number>
  /** Queues that have a job due now and are not paused, and the paused ones: one statement instead of a claim per queue. */
  queuesAtHand(): Promise<{ due: string[]; paused: string[] }>
}
