import { type StateValueFrom, setup } from 'xstate'

export interface OrderFacts {
  hasShippedUnits: boolean
  /** Every unit was delivered or written off. */
  hasEveryUnitSettled: boolean
  /** Its invoice on terms has just been settled: it is paid without a link. */
  hasSettledInvoice?: boolean
}

export type OrderMove =
  | { type: 'accept_prices' }
  | { type: 'send_checkout' }
  | { type: 'start_processing' }
  | { type: 'record_payment' }
  | { type: 'fail_payment' }
  | { type: 'expire_checkout' }
  | { type: 'start_fulfillment' }
  | { type: 'complete' }
  | { type: 'reopen' }
  | { type: 'cancel' }

/** From draft to the last delivered unit. Payment and fulfilment status are derived beside it. */
export const orderLifecycle = setup({
  types: { context: {} as OrderFacts, events: {} as OrderMove },
  guards: {
    nothingShipped: ({ context }) => !context.hasShippedUnits,
    everyUnitSettled: ({ context }) => context.hasEveryUnitSettled,
    invoiceSettled: ({ context }) => context.hasSettledInvoice === true,
    someUnitUnsettled: ({ context }) => !context.hasEveryUnitSettled,
  },
}).createMachine({
  id: 'order',
  context: { hasShippedUnits: false, hasEveryUnitSettled: false },
  initial: 'draft',
  states: {
    draft: {
      on: {
        accept_prices: 'draft',
        send_checkout: 'awaiting_payment',
        record_payment: { target: 'paid', guard: 'invoiceSettled' },
        cancel: 'cancelled',
      },
    },
    awaiting_payment: {
      on: {
        send_checkout: 'awaiting_payment',
        start_processing: 'payment_processing',
        record_payment: 'paid',
        fail_payment: 'payment_failed',
        expire_checkout: 'checkout_expired',
        cancel: 'cancelled',
      },
    },
    payment_processing: {
      on: { record_payment: 'paid', fail_payment: 'payment_failed', cancel: 'cancelled' },
    },
    payment_failed: {
      on: {
        send_checkout: 'awaiting_payment',
        start_processing: 'payment_processing',
        record_payment: 'paid',
        expire_checkout: 'checkout_expired',
        cancel: 'cancelled',
      },
    },
    checkout_expired: {
      on: {
        accept_prices: 'checkout_expired',
        send_checkout: 'awaiting_payment',
        record_payment: { target: 'paid', guard: 'invoiceSettled' },
        cancel: 'cancelled',
      },
    },
    paid: {
      on: { start_fulfillment: 'in_fulfillment', cancel: { target: 'cancelled', guard: 'nothingShipped' } },
    },
    in_fulfillment: {
      on: {
        complete: { target: 'completed', guard: 'everyUnitSettled' },
        cancel: { target: 'cancelled', guard: 'nothingShipped' },
      },
    },
    completed: {
      on: { reopen: { target: 'in_fulfillment', guard: 'someUnitUnsettled' } },
    },
    cancelled: { type: 'final' },
  },
})

export type OrderStatus = StateValueFrom<typeof orderLifecycle>
