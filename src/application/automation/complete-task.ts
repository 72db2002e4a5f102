import type { Id } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import type { ManualTaskView } from '../ports/automation-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** A person has done what a task asked for. Completing it again changes nothing. */
export function completeTask(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (
    input: { taskId: Id<'manualTask'>; notes: string | null },
    context: ActionContext,
  ): Promise<ManualTaskView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { taskId, notes } = input
      const isKnown = await store.tasks.complete(taskId, context.actor.id, notes, deps.clock.now())
      if (!isKnown) throw new Refusal('not_found', `There is no task ${taskId}.`)
      return found(await store.views.automation.task(taskId), 'task', taskId)
    })
}
