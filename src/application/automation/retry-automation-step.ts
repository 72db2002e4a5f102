import { retryStep } from '../../domain/automation/automation-step.ts'
import type { AutomationStepId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { AutomationStepView } from '../ports/automation-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { requeueStep } from '../queue-steps.ts'

/** A person asks for another round of attempts, starting now. */
export function retryAutomationStep(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (
    input: { automationStepId: AutomationStepId },
    context: ActionContext,
  ): Promise<AutomationStepView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { automationStepId } = input
      const loaded = found(
        await store.automation.getForUpdate(automationStepId),
        'automation step',
        automationStepId,
      )
      await requeueStep(store, retryStep(loaded.step, loaded.config, deps.clock.now()))
      return found(await store.views.automation.detail(automationStepId), 'automation step', automationStepId)
    })
}
