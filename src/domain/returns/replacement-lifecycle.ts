import { type StateValueFrom, setup } from 'xstate'

export interface ReplacementFacts {
  /** The new unit has left us. */
  hasShipped: boolean
  /** The new unit is in a parcel, or was. */
  hasParcel: boolean
  isOverdue: boolean
}

export type ReplacementMove =
  | { type: 'ship' }
  | { type: 'receive_old' }
  | { type: 'charge' }
  | { type: 'close' }

/** A unit in the place of another. Parcels and receipts move it; charging and closing are a person's decision. */
export const replacementLifecycle = setup({
  types: { context: {} as ReplacementFacts, events: {} as ReplacementMove },
  guards: {
    hasShipped: ({ context }) => context.hasShipped,
    hasNoParcel: ({ context }) => !context.hasParcel,
    isOverdue: ({ context }) => context.isOverdue,
  },
}).createMachine({
  id: 'replacement',
  context: { hasShipped: false, hasParcel: false, isOverdue: false },
  initial: 'open',
  states: {
    open: {
      on: {
        ship: { target: 'shipped', guard: 'hasShipped' },
        receive_old: 'old_received',
        close: { target: 'closed', guard: 'hasNoParcel' },
      },
    },
    shipped: {
      on: {
        receive_old: 'old_received',
        charge: { target: 'charged', guard: 'isOverdue' },
        close: 'closed',
      },
    },
    old_received: {
      on: {
        ship: { target: 'old_received', guard: 'hasShipped' },
        close: { target: 'closed', guard: 'hasShipped' },
      },
    },
    charged: {
      on: { receive_old: 'old_received', close: 'closed' },
    },
    closed: { type: 'final' },
  },
})

export type ReplacementStatus = StateValueFrom<typeof replacementLifecycle>
