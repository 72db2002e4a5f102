import type { QueueControl, QueueDecision } from '../../domain/jobs/queue-control.ts'
import { found } from '../found.ts'
import { queues } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { JobQueueView } from '../ports/job-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** Changes whether a queue starts jobs, and tells every process that it did. */
export function steerQueue(
  deps: { unitOfWork: UnitOfWork; clock: Clock },
  queue: string,
  context: ActionContext,
  decide: (current: QueueControl, at: Date) => QueueDecision,
): Promise<JobQueueView> {
  return deps.unitOfWork.conclude(context, async (store) => {
    found(Object.hasOwn(queues, queue) ? true : null, 'job queue', queue)
    const current = await store.queueControls.lock(queue)
    const { control, events } = decide(current, deps.clock.now())
    if (control !== current) {
      await store.queueControls.save(control)
      store.publish(events)
      store.steerQueues()
    }
    return found(await store.views.jobs.queue(queue), 'job queue', queue)
  })
}
