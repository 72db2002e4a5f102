import { type StateValueFrom, setup } from 'xstate'

export interface AutomationStepFacts {
  hasAttemptsLeft: boolean
}

export type AutomationStepMove =
  | { type: 'start' }
  | { type: 'succeed' }
  | { type: 'fail' }
  | { type: 'retry' }
  | { type: 'fallback' }
  | { type: 'cancel' }
  | { type: 'reopen' }

/** One provisioning step: tried by the scenario's policy, then handed to a person. */
export const automationStepLifecycle = setup({
  types: { context: {} as AutomationStepFacts, events: {} as AutomationStepMove },
  guards: {
    hasAttemptsLeft: ({ context }) => context.hasAttemptsLeft,
    hasNoAttemptsLeft: ({ context }) => !context.hasAttemptsLeft,
  },
}).createMachine({
  id: 'automation_step',
  context: { hasAttemptsLeft: true },
  initial: 'queued',
  states: {
    queued: {
      on: { start: 'running', fallback: 'fallback_triggered', cancel: 'cancelled' },
    },
    running: {
      on: {
        // A worker died in the middle of an attempt; the next one takes over.
        start: 'running',
        succeed: 'succeeded',
        fail: [
          { target: 'retry_scheduled', guard: 'hasAttemptsLeft' },
          { target: 'failed', guard: 'hasNoAttemptsLeft' },
        ],
      },
    },
    retry_scheduled: {
      on: { start: 'running', retry: 'queued', fallback: 'fallback_triggered', cancel: 'cancelled' },
    },
    failed: {
      on: { retry: 'queued', fallback: 'fallback_triggered', cancel: 'cancelled' },
    },
    succeeded: { type: 'final' },
    fallback_triggered: { type: 'final' },
    // The unit was delivered after all.
    cancelled: {
      on: { reopen: 'queued' },
    },
  },
})

export type AutomationStepStatus = StateValueFrom<typeof automationStepLifecycle>
