import type { DomainEvent } from '../shared/events.ts'

/** A job that somebody wants to be tried again. */
export interface JobRun {
  id: string
  name: string
  /** What it is about, where that is an order. */
  orderId: string | null
  /** Counts the retries too. */
  maxAttempts: number
}

export type JobRunEvent = DomainEvent<'job_run.retried', { name: string; reason: string | null }>

/** Another attempt than its policy gives it. `reason` is what the last one failed of. */
export function jobRetried(run: JobRun, reason: string | null, occurredAt: Date): JobRunEvent {
  return {
    type: 'job_run.retried',
    aggregateType: 'job_run',
    aggregateId: run.id,
    aggregateVersion: run.maxAttempts,
    companyId: null,
    orderId: run.orderId,
    shipmentId: null,
    data: { name: run.name, reason },
    occurredAt,
  } as JobRunEvent
}
