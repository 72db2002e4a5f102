import { jobRetried } from '../../domain/jobs/job-run.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { JobRunView } from '../ports/job-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/**
 * Gives a job that has failed one more attempt, at once. Refused while it may still succeed by itself, and when the
 * queue does not have it any more. The task that asked for it is done with it.
 */
export function retryJobRun(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return ({ jobId }: { jobId: string }, context: ActionContext): Promise<JobRunView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { status, last_error } = found(await store.views.jobs.detail(jobId), 'job', jobId)
      const run = await store.jobRetries.tryAgain(jobId)
      if (run === null) {
        const isLost = status === 'failed' || status === 'cancelled'
        const reason = isLost ? 'The queue does not have it any more.' : `It is ${status}.`
        throw new Refusal('move_not_allowed', `The job ${jobId} cannot be retried. ${reason}`, {
          current: status,
          allowed_moves: [],
        })
      }
      const at = deps.clock.now()
      store.publish([jobRetried(run, last_error, at)])
      await store.tasks.settle('job_failed', jobId, context.actor.id, at)
      store.steerQueues()
      return found(await store.views.jobs.detail(jobId), 'job', jobId)
    })
}
