import { type StateValueFrom, setup } from 'xstate'

export interface ReturnFacts {
  hasEverythingReceived: boolean
}

export type ReturnMove =
  | { type: 'approve' }
  | { type: 'reject' }
  | { type: 'cancel' }
  | { type: 'ship' }
  | { type: 'receive' }
  | { type: 'close' }

/** Units on their way back. What has left the customer is received or closed, no longer cancelled. */
export const returnLifecycle = setup({
  types: { context: {} as ReturnFacts, events: {} as ReturnMove },
  guards: {
    everythingReceived: ({ context }) => context.hasEverythingReceived,
    somethingMissing: ({ context }) => !context.hasEverythingReceived,
  },
}).createMachine({
  id: 'return',
  context: { hasEverythingReceived: false },
  initial: 'requested',
  states: {
    requested: {
      on: { approve: 'approved', reject: 'rejected', cancel: 'cancelled' },
    },
    approved: {
      on: {
        ship: 'in_transit',
        receive: [
          { target: 'received', guard: 'everythingReceived' },
          { target: 'partially_received', guard: 'somethingMissing' },
        ],
        cancel: 'cancelled',
        close: 'closed',
      },
    },
    in_transit: {
      on: {
        ship: 'in_transit',
        receive: [
          { target: 'received', guard: 'everythingReceived' },
          { target: 'partially_received', guard: 'somethingMissing' },
        ],
        close: 'closed',
      },
    },
    partially_received: {
      on: {
        ship: 'partially_received',
        receive: [
          { target: 'received', guard: 'everythingReceived' },
          { target: 'partially_received', guard: 'somethingMissing' },
        ],
        close: 'closed',
      },
    },
    received: {
      on: { close: 'closed' },
    },
    closed: { type: 'final' },
    rejected: { type: 'final' },
    cancelled: { type: 'final' },
  },
})

export type ReturnStatus = StateValueFrom<typeof returnLifecycle>
