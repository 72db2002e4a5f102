import { type StateValueFrom, setup } from 'xstate'

export interface InvoiceFacts {
  /** Live allocations and credit notes together. */
  allocatedMinor: bigint
  balanceMinor: bigint
}

export type InvoiceMove =
  | { type: 'change' }
  | { type: 'discard' }
  | { type: 'issue' }
  | { type: 'record_allocation' }
  | { type: 'reverse_allocation' }
  | { type: 'record_credit' }
  | { type: 'void' }

/** Number and snapshots freeze at issue; from then on the status follows the balance. */
export const invoiceLifecycle = setup({
  types: { context: {} as InvoiceFacts, events: {} as InvoiceMove },
  guards: {
    isSettled: ({ context }) => context.balanceMinor === 0n,
    isPartlySettled: ({ context }) => context.allocatedMinor > 0n && context.balanceMinor > 0n,
    nothingAllocated: ({ context }) => context.allocatedMinor === 0n,
  },
}).createMachine({
  id: 'invoice',
  context: { allocatedMinor: 0n, balanceMinor: 0n },
  initial: 'draft',
  states: {
    draft: {
      on: { change: 'draft', discard: 'void', issue: 'issued' },
    },
    issued: {
      on: {
        record_allocation: [
          { target: 'paid', guard: 'isSettled' },
          { target: 'partially_paid', guard: 'isPartlySettled' },
        ],
        record_credit: [
          { target: 'paid', guard: 'isSettled' },
          { target: 'partially_paid', guard: 'isPartlySettled' },
        ],
        void: { target: 'void', guard: 'nothingAllocated' },
      },
    },
    partially_paid: {
      on: {
        record_allocation: [
          { target: 'paid', guard: 'isSettled' },
          { target: 'partially_paid', guard: 'isPartlySettled' },
        ],
        record_credit: [
          { target: 'paid', guard: 'isSettled' },
          { target: 'partially_paid', guard: 'isPartlySettled' },
        ],
        reverse_allocation: [
          { target: 'issued', guard: 'nothingAllocated' },
          { target: 'partially_paid', guard: 'isPartlySettled' },
        ],
      },
    },
    paid: {
      on: {
        record_credit: [
          { target: 'paid', guard: 'isSettled' },
          { target: 'partially_paid', guard: 'isPartlySettled' },
        ],
        reverse_allocation: [
          { target: 'issued', guard: 'nothingAllocated' },
          { target: 'partially_paid', guard: 'isPartlySettled' },
        ],
      },
    },
    void: { type: 'final' },
  },
})

export type InvoiceStatus = StateValueFrom<typeof invoiceLifecycle>
