import { type StateValueFrom, setup } from 'xstate'

export interface FulfillmentFacts {
  hasLiveShipments: boolean
  hasHandedOver: boolean
  /** Every unit was delivered or written off. */
  hasEveryUnitSettled: boolean
}

export type FulfillmentMove =
  | { type: 'prepare' }
  | { type: 'release' }
  | { type: 'hand_over' }
  | { type: 'complete' }
  | { type: 'reopen' }
  | { type: 'cancel' }

/** A function of its shipments: `followShipments` finds the move that the shipments already made true. */
export const fulfillmentLifecycle = setup({
  types: { context: {} as FulfillmentFacts, events: {} as FulfillmentMove },
  guards: {
    hasLiveShipments: ({ context }) => context.hasLiveShipments,
    hasNoLiveShipments: ({ context }) => !context.hasLiveShipments,
    hasHandedOver: ({ context }) => context.hasHandedOver,
    nothingHandedOver: ({ context }) => !context.hasHandedOver,
    everyUnitSettled: ({ context }) => context.hasEveryUnitSettled,
    someUnitUnsettled: ({ context }) => !context.hasEveryUnitSettled,
  },
}).createMachine({
  id: 'fulfillment_order',
  context: { hasLiveShipments: false, hasHandedOver: false, hasEveryUnitSettled: false },
  initial: 'ready_to_prepare',
  states: {
    ready_to_prepare: {
      on: {
        prepare: { target: 'awaiting_shipment', guard: 'hasLiveShipments' },
        cancel: { target: 'cancelled', guard: 'nothingHandedOver' },
      },
    },
    awaiting_shipment: {
      on: {
        release: { target: 'ready_to_prepare', guard: 'hasNoLiveShipments' },
        hand_over: { target: 'in_transit', guard: 'hasHandedOver' },
        cancel: { target: 'cancelled', guard: 'nothingHandedOver' },
      },
    },
    in_transit: {
      on: { complete: { target: 'completed', guard: 'everyUnitSettled' } },
    },
    // A delivery that was corrected, or a parcel that turned up after it was written off.
    completed: {
      on: { reopen: { target: 'in_transit', guard: 'someUnitUnsettled' } },
    },
    cancelled: { type: 'final' },
  },
})

export type FulfillmentStatus = StateValueFrom<typeof fulfillmentLifecycle>
