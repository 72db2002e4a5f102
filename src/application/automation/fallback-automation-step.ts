import { fallBackStep, takesDevice } from '../../domain/automation/automation-step.ts'
import type { AutomationStepId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { AutomationStepView } from '../ports/automation-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** A person did the step's work by hand and says so; its open task is done with it. */
export function fallbackAutomationStep(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (
    input: { automationStepId: AutomationStepId; notes: string },
    context: ActionContext,
  ): Promise<AutomationStepView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { automationStepId, notes } = input
      const at = deps.clock.now()
      const loaded = found(
        await store.automation.getForUpdate(automationStepId),
        'automation step',
        automationStepId,
      )
      const { step, events } = fallBackStep(loaded.step, notes, at)
      await store.automation.save(step)
      if (takesDevice(step)) await store.automation.unassignDevice(step.deviceId, step.companyId, at)
      await store.tasks.settle('automation_failed', step.id, context.actor.id, at)
      store.publish(events)
      return found(await store.views.automation.detail(automationStepId), 'automation step', automationStepId)
    })
}
