import { changePayload } from '../../domain/automation/automation-step.ts'
import type { AutomationStepId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { refuseStale } from '../../domain/shared/stale.ts'
import { found } from '../found.ts'
import type { AutomationStepView } from '../ports/automation-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export interface ChangeAutomationStepInput {
  automationStepId: AutomationStepId
  expectedVersion: number
  /** What the payload was written for. */
  scenario: string
  payload: object
}

/** Gives a step that nobody has tried another payload; what delivery or a return said stays in it. */
export function changeAutomationStep(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: ChangeAutomationStepInput, context: ActionContext): Promise<AutomationStepView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { automationStepId, scenario } = input
      const { step } = found(
        await store.automation.getForUpdate(automationStepId),
        'automation step',
        automationStepId,
      )
      refuseStale(step.version, input.expectedVersion)
      if (step.scenario !== scenario) {
        throw new Refusal('body_field_invalid', 'The payload is for another scenario.', {}, [
          { pointer: '/scenario', detail: `must be ${step.scenario}, the step's own` },
        ])
      }
      const decision = changePayload(step, input.payload, deps.clock.now())
      await store.automation.savePayload(decision.step)
      store.publish(decision.events)
      return found(await store.views.automation.detail(automationStepId), 'automation step', automationStepId)
    })
}
