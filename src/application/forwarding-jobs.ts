import type { WebhookDeliveryId } from '../domain/shared/ids.ts'
import { job } from './jobs.ts'
import type { EnqueuedJob } from './ports/job-scheduler.ts'

// Sent eight at a time, ten seconds each at worst: a job stays well within its claims.
export const DELIVERIES_A_JOB = 100

/** Jobs that send these deliveries; the same occasion twice is the same jobs. */
export function forwardingJobs(ids: readonly WebhookDeliveryId[], occasion: string): EnqueuedJob[] {
  const jobs: EnqueuedJob[] = []
  for (let first = 0; first < ids.length; first += DELIVERIES_A_JOB) {
    const deliveryIds = ids.slice(first, first + DELIVERIES_A_JOB)
    jobs.push(
      job('forward-stripe-events', { deliveryIds }, { key: `forward:${occasion}:${String(deliveryIds[0])}` }),
    )
  }
  return jobs
}
