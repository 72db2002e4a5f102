import { job } from './jobs.ts'
import type { EnqueuedJob } from './ports/job-scheduler.ts'

/** Closes a checkout link that must not be paid by any more; once per session. */
export function expireCheckoutJob(providerSessionId: string): EnqueuedJob {
  return job('expire-checkout-session', { providerSessionId }, { key: `expire:${providerSessionId}` })
}
