import type { EnqueuedJob } from './job-scheduler.ts'

/** An event with its place on the timeline. `payload` is the event's data. */
export interface TimelineEvent {
  seq: number
  event_id: string
  event_type: string
  aggregate_id: string
  company_id: string | null
  order_id: string | null
  shipment_id: string | null
  payload: object
  correlation_id: string
  occurred_at: string
}

export interface EventRelay {
  /**
   * Moves the oldest outbox rows to the timeline under dense positions and enqueues what `jobsFor` makes of them,
   * all in one transaction. Answers how many were moved; 0 also when another relay holds the lock.
   */
  moveBatch(limit: number, jobsFor: (event: TimelineEvent) => EnqueuedJob[]): Promise<number>
}
