import { type StateValueFrom, setup } from 'xstate'

export interface PriceAgreementFacts {
  /** Its last day is behind us. */
  isOver: boolean
  /** It would end the revision it amends before it begins itself. */
  leavesGap: boolean
  /** Somebody terminated the revision that it amends. */
  amendsTerminated: boolean
}

export type PriceAgreementMove =
  | { type: 'change' }
  | { type: 'discard' }
  | { type: 'activate' }
  | { type: 'amend' }
  | { type: 'expire' }
  | { type: 'terminate' }

/** Dates and people drive it; whether Stripe knows the prices is told by each line's twins. */
export const priceAgreementLifecycle = setup({
  types: { context: {} as PriceAgreementFacts, events: {} as PriceAgreementMove },
  guards: {
    leavesNoGap: ({ context }) => !context.isOver && !context.leavesGap && !context.amendsTerminated,
    isOver: ({ context }) => context.isOver,
  },
}).createMachine({
  id: 'price_agreement',
  context: { isOver: false, leavesGap: false, amendsTerminated: false },
  initial: 'draft',
  states: {
    draft: {
      on: {
        change: 'draft',
        // A discarded draft leaves no row, only its history.
        discard: 'draft',
        activate: { target: 'active', guard: 'leavesNoGap' },
      },
    },
    active: {
      on: {
        amend: 'active',
        expire: { target: 'expired', guard: 'isOver' },
        terminate: 'terminated',
      },
    },
    expired: { type: 'final' },
    terminated: { type: 'final' },
  },
})

export type PriceAgreementStatus = StateValueFrom<typeof priceAgreementLifecycle>
