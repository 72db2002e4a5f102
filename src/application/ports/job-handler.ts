import type { JobOutcome } from './job-scheduler.ts'
import type { ActionContext } from './unit-of-work.ts'

/** A job's work: payload in, outcome out. */
export type JobHandler = (payload: never, context: ActionContext) => Promise<JobOutcome>
