import type { App } from '../../../application/app.ts'
import { found } from '../../../application/found.ts'
import { checkedId, type Handlers } from './handler.ts'

const current = (app: App, { params }: { params: { automationStepId: string } }) =>
  app.views.automation.detail(params.automationStepId)

export const automation = {
  listAutomationSteps: { list: (app, { query }, page) => app.views.automation.list(query, page) },

  getAutomationStep: async (app, { params: { automationStepId } }) =>
    found(await app.views.automation.detail(automationStepId), 'automation step', automationStepId),

  changeAutomationStep: {
    run: (app, { params, body, expectedVersion }, context) =>
      app.changeAutomationStep(
        {
          automationStepId: checkedId('automationStep', params.automationStepId),
          expectedVersion,
          scenario: body.scenario,
          payload: body.payload,
        },
        context,
      ),
  },

  retryAutomationStep: {
    current,
    run: (app, { params }, context) =>
      app.retryAutomationStep(
        { automationStepId: checkedId('automationStep', params.automationStepId) },
        context,
      ),
  },

  fallbackAutomationStep: {
    current,
    run: (app, { params, body }, context) =>
      app.fallbackAutomationStep(
        { automationStepId: checkedId('automationStep', params.automationStepId), notes: body.notes },
        context,
      ),
  },

  listTasks: { list: (app, { query }, page) => app.views.automation.tasks(query, page) },

  completeTask: {
    run: (app, { params, body }, context) =>
      app.completeTask(
        { taskId: checkedId('manualTask', params.taskId), notes: body?.notes ?? null },
        context,
      ),
  },
} satisfies Pick<
  Handlers,
  | 'listAutomationSteps'
  | 'getAutomationStep'
  | 'changeAutomationStep'
  | 'retryAutomationStep'
  | 'fallbackAutomationStep'
  | 'listTasks'
  | 'completeTask'
>
