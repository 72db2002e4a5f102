import { type StateValueFrom, setup } from 'xstate'

export interface ShipmentFacts {
  hasTracking: boolean
  hasEverySerial: boolean
}

export type ShipmentMove =
  | { type: 'mark_ready' }
  | { type: 'hand_over' }
  | { type: 'deliver' }
  | { type: 'cancel' }

/** A parcel. Couriers move it forward only; after hand-over it can no longer be cancelled. */
export const shipmentLifecycle = setup({
  types: { context: {} as ShipmentFacts, events: {} as ShipmentMove },
  guards: {
    isPacked: ({ context }) => context.hasTracking && context.hasEverySerial,
  },
}).createMachine({
  id: 'shipment',
  context: { hasTracking: false, hasEverySerial: false },
  initial: 'draft',
  states: {
    draft: {
      on: { mark_ready: { target: 'ready', guard: 'isPacked' }, cancel: 'cancelled' },
    },
    ready: {
      on: { hand_over: 'in_transit', deliver: 'delivered', cancel: 'cancelled' },
    },
    in_transit: {
      on: { deliver: 'delivered' },
    },
    delivered: { type: 'final' },
    cancelled: { type: 'final' },
  },
})

export type ShipmentStatus = StateValueFrom<typeof shipmentLifecycle>
