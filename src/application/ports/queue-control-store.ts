import type { QueueControl } from '../../domain/jobs/queue-control.ts'

/** Which queues are paused. */
export interface QueueControlStore {
  /** Under its lock; a queue that was never paused has a row from now on. */
  lock(queue: string): Promise<QueueControl>
  save(control: QueueControl): Promise<void>
}
