import { pauseQueue } from '../../domain/jobs/queue-control.ts'
import type { Clock } from '../ports/clock.ts'
import type { JobQueueView } from '../ports/job-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { steerQueue } from './steer-queue.ts'

/** Jobs of the queue wait from now on; those that run go on to their end. A second pause changes nothing. */
export function pauseJobQueue(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: { queue: string; reason: string }, context: ActionContext): Promise<JobQueueView> =>
    steerQueue(deps, input.queue, context, (current, at) =>
      pauseQueue(current, { by: context.actor.id, reason: input.reason }, at),
    )
}
