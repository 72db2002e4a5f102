import { resumeQueue } from '../../domain/jobs/queue-control.ts'
import type { Clock } from '../ports/clock.ts'
import type { JobQueueView } from '../ports/job-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { steerQueue } from './steer-queue.ts'

/** Jobs that waited begin at once. A second time changes nothing. */
export function resumeJobQueue(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: { queue: string }, context: ActionContext): Promise<JobQueueView> =>
    steerQueue(deps, input.queue, context, resumeQueue)
}
