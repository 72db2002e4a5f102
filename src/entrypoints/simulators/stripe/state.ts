import type { Journal } from '../machinery/journal.ts'
import type { Table } from '../machinery/table.ts'
import type {
  Charge,
  Dispute,
  InvoicePayment,
  PaymentIntent,
  Price,
  Product,
  Refund,
  SessionRow,
  StripeEvent,
} from './objects.ts'

export interface KeptAnswer {
  fingerprint: string
  endpoint: string
  status: number
  body: string
  at: number
}

export interface Counters {
  sessionsCreated: number
  sessionsPaid: number
  sessionsExpired: number
  paymentsFailed: number
  refunds: number
  disputes: number
  events: number
  replays: number
}

export interface StripeState {
  products: Table<Product>
  prices: Table<Price>
  sessions: Table<SessionRow>
  intents: Table<PaymentIntent>
  charges: Table<Charge>
  refunds: Table<Refund>
  disputes: Table<Dispute>
  invoicePayments: Table<InvoicePayment>
  events: Table<StripeEvent>
  answers: Table<KeptAnswer>
  priceIdByLookupKey: Map<string, string>
  sessionIdByIntent: Map<string, string>
  priceIdsByProduct: Map<string, Set<string>>
  refundIdsByCharge: Map<string, Set<string>>
  chargeIdsByIntent: Map<string, Set<string>>
  counters: Readonly<Counters>
  count: (name: keyof Counters) => void
  commit: <Result>(change: () => Result) => Result
  clearCounters: () => void
}

// Enough for a quarter of an hour at sixty orders a second; beyond it the oldest settled ones are forgotten.
const KEPT_ORDERS = 60_000
const KEPT_EVENTS = 10_000
const KEPT_ANSWERS = 20_000
const NO_COUNTS: Counters = {
  sessionsCreated: 0,
  sessionsPaid: 0,
  sessionsExpired: 0,
  paymentsFailed: 0,
  refunds: 0,
  disputes: 0,
  events: 0,
  replays: 0,
}

export function createStripeState(
  journal: Journal,
  watch: {
    openedSession: (id: string, expiresAtMs: number) => void
    isUndelivered: (eventId: string) => boolean
  },
): StripeState {
  const priceIdByLookupKey = new Map<string, string>()
  const sessionIdByIntent = new Map<string, string>()
  const priceIdsByProduct = new Map<string, Set<string>>()
  const refundIdsByCharge = new Map<string, Set<string>>()
  const chargeIdsByIntent = new Map<string, Set<string>>()
  const counters = { ...NO_COUNTS }
  let isCounting = false

  const kept = journal.table<Counters>('counters', {
    onPut: (_id, row) => {
      Object.assign(counters, row)
    },
  })

  const state: StripeState = {
    products: journal.table('products'),
    prices: journal.table('prices', {
      onPut: (id, price) => {
        addTo(priceIdsByProduct, price.product, id)
        if (price.lookup_key !== null) priceIdByLookupKey.set(price.lookup_key, id)
      },
      onDrop: (id, price) => {
        priceIdsByProduct.get(price.product)?.delete(id)
        if (price.lookup_key !== null) priceIdByLookupKey.delete(price.lookup_key)
      },
    }),
    sessions: journal.table('sessions', {
      limit: KEPT_ORDERS,
      mayEvict: (row) => row.session.status === 'expired' || row.session.payment_status !== 'unpaid',
      onPut: (id, row) => {
        if (row.session.payment_intent !== null) sessionIdByIntent.set(row.session.payment_intent, id)
        if (row.session.status === 'open') watch.openedSession(id, row.session.expires_at * 1000)
      },
      onDrop: (_id, row) => {
        if (row.session.payment_intent !== null) sessionIdByIntent.delete(row.session.payment_intent)
      },
    }),
    intents: journal.table('intents', { limit: KEPT_ORDERS }),
    charges: journal.table('charges', {
      limit: KEPT_ORDERS,
      onPut: (id, charge) => {
        addTo(chargeIdsByIntent, charge.payment_intent, id)
      },
      onDrop: (_id, charge) => chargeIdsByIntent.delete(charge.payment_intent),
    }),
    refunds: journal.table('refunds', {
      limit: KEPT_ORDERS,
      onPut: (id, refund) => {
        addTo(refundIdsByCharge, refund.charge, id)
      },
      onDrop: (_id, refund) => refundIdsByCharge.delete(refund.charge),
    }),
    disputes: journal.table('disputes', { limit: KEPT_EVENTS }),
    invoicePayments: journal.table('invoice_payments', { limit: KEPT_ORDERS }),
    events: journal.table('events', {
      limit: KEPT_EVENTS,
      mayEvict: (event) => !watch.isUndelivered(event.id),
    }),
    answers: journal.table('answers', { limit: KEPT_ANSWERS }),
    priceIdByLookupKey,
    sessionIdByIntent,
    priceIdsByProduct,
    refundIdsByCharge,
    chargeIdsByIntent,
    counters,
    count: (name) => {
      counters[name] += 1
      isCounting = true
    },
    commit: (change) =>
      journal.commit(() => {
        try {
          return change()
        } finally {
          // One row for all the counts of a change, not one per count.
          if (isCounting) kept.put('all', { ...counters })
          isCounting = false
        }
      }),
    clearCounters: () => {
      Object.assign(counters, NO_COUNTS)
    },
  }
  return state
}

function addTo(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key)
  if (ids === undefined) index.set(key, new Set([id]))
  else ids.add(id)
}
