import { type StateValueFrom, setup } from 'xstate'

export interface ShipmentFacts {
  hasTracking: boolean
  hasEverySerial: boolean
  /** Every unit of it was lost or damaged. */
  isWrittenOff: boolean
}

/** What a person may ask for through the parcel's status. */
export type StatusMove =
  | { type: 'mark_ready' }
  | { type: 'hand_over' }
  | { type: 'deliver' }
  | { type: 'cancel' }

export type ShipmentMove =
  | StatusMove
  | { type: 'correct_delivery' }
  | { type: 'write_off' }
  | { type: 'turn_up' }

/**
 * A parcel. Couriers move it forward only; after hand-over it can no longer be cancelled. It ends delivered or, when
 * nothing of it is left, written off. The two ways back are recorded decisions: a delivery that was none, a parcel that
 * turned up.
 */
export const shipmentLifecycle = setup({
  types: { context: {} as ShipmentFacts, events: {} as ShipmentMove },
  guards: {
    isPacked: ({ context }) => context.hasTracking && context.hasEverySerial,
    isWrittenOff: ({ context }) => context.isWrittenOff,
    hasUnitsLeft: ({ context }) => !context.isWrittenOff,
  },
}).createMachine({
  id: 'shipment',
  context: { hasTracking: false, hasEverySerial: false, isWrittenOff: false },
  initial: 'draft',
  states: {
    draft: {
      on: { mark_ready: { target: 'ready', guard: 'isPacked' }, cancel: 'cancelled' },
    },
    ready: {
      on: { hand_over: 'in_transit', deliver: 'delivered', cancel: 'cancelled' },
    },
    in_transit: {
      on: { deliver: 'delivered', write_off: { target: 'written_off', guard: 'isWrittenOff' } },
    },
    delivered: {
      on: { correct_delivery: { target: 'in_transit', guard: 'hasUnitsLeft' } },
    },
    written_off: {
      on: { turn_up: { target: 'in_transit', guard: 'hasUnitsLeft' } },
    },
    cancelled: { type: 'final' },
  },
})

export type ShipmentStatus = StateValueFrom<typeof shipmentLifecycle>
