import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { JobRunStore, LostReaction } from '../ports/job-run-store.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

interface Dependencies {
  unitOfWork: UnitOfWork
  jobRuns: JobRunStore
  clock: Clock
  ids: IdGenerator
}

/**
 * Closes attempts whose job moved on without us, so that Support never reads another story than the queue's, and opens
 * a task for each reaction that has given up: nothing else would ever do its work.
 */
export function sweepJobRuns(deps: Dependencies) {
  return async (_input: unknown, context: ActionContext): Promise<JobOutcome> => {
    await deps.jobRuns.sweep(deps.clock.now())
    const lost = await deps.jobRuns.lostReactions()
    if (lost.length === 0) return { outcome: 'done' }
    await deps.unitOfWork.conclude(context, async (store) => {
      for (const reaction of lost) await store.tasks.open(taskFor(deps, reaction))
    })
    return { outcome: 'done' }
  }
}

function taskFor(deps: Dependencies, { id, name, orderId, reason }: LostReaction) {
  return {
    id: deps.ids.make('manualTask'),
    kind: 'job_failed' as const,
    title: `Mend what made ${name} fail, then retry it`,
    relatedType: 'job',
    relatedId: id,
    orderId,
    companyId: null,
    details: { name, reason },
    createdAt: deps.clock.now(),
  }
}
