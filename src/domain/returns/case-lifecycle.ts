import { type StateValueFrom, setup } from 'xstate'

export interface CaseFacts {
  hasOpenWork: boolean
}

export type CaseMove = { type: 'link' } | { type: 'close' }

/** Holds records together; a person closes it once its returns and replacements have ended. */
export const caseLifecycle = setup({
  types: { context: {} as CaseFacts, events: {} as CaseMove },
  guards: {
    hasNoOpenWork: ({ context }) => !context.hasOpenWork,
  },
}).createMachine({
  id: 'case',
  context: { hasOpenWork: false },
  initial: 'open',
  states: {
    open: {
      on: { link: 'open', close: { target: 'closed', guard: 'hasNoOpenWork' } },
    },
    closed: { type: 'final' },
  },
})

export type CaseStatus = StateValueFrom<typeof caseLifecycle>
