import type { FulfillmentStatus } from '../../../application/ports/fulfillment-reader.ts'
import type {
  BlockerView,
  CheckoutSessionView,
  OrderStatus,
} from '../../../application/ports/order-reader.ts'
import type { ShipmentStatus } from '../../../application/ports/shipment-reader.ts'
import { blocker, type Circumstances } from './blocker.ts'
import {
  courierBlockers,
  latenessBlockers,
  type OverdueParcel,
  type PausedCourier,
  silenceBlockers,
} from './courier-blockers.ts'

/** An order line as blockers need it. */
export interface BlockingLine {
  id: string
  sku: string
  is_provisionable: boolean
  quantity: number
  price_book_entry_id: string | null
  price_agreement_id: string | null
  /** Null for a bespoke price. */
  sync_status: string | null
  sync_status_since: string | null
}

export interface PreparedUnits {
  id: string
  fulfillment_order_id: string
  order_item_id: string
  quantity: number
  status: FulfillmentStatus
  since: string
}

export interface PackedUnits {
  shipment_id: string
  fulfillment_item_id: string
  order_item_id: string
  quantity: number
  /** Lost or damaged. */
  written_off: number
  status: ShipmentStatus
  since: string
  /** Devices bound; null where nobody asks any more. */
  bound: number | null
}

interface Fact {
  id: string
  since: string
}

/** Everything that can stand in an order's way. */
export interface BlockingFacts {
  order: {
    id: string
    status: OrderStatus
    are_prices_expired: boolean
    prices_expire_at: string
    paid_at: string | null
    updated_at: string
  }
  lines: readonly BlockingLine[]
  session: CheckoutSessionView | null
  prepared: readonly PreparedUnits[]
  packed: readonly PackedUnits[]
  unapplied: readonly (Fact & { reason: string })[]
  disputes: readonly (Fact & { reason: string })[]
  stuck_steps: readonly (Fact & {
    scenario: string
    last_error: string | null
    /** Null when it is not tried again by itself. */
    next_attempt_at: string | null
  })[]
  open_tasks: readonly (Fact & { title: string })[]
  holds: readonly (Fact & { fulfillment_order_id: string; reason: string; note: string | null })[]
  overdue: readonly OverdueParcel[]
  paused: readonly PausedCourier[]
}

const unsold: ReadonlySet<OrderStatus> = new Set(['draft', 'payment_failed', 'checkout_expired'])
const inPreparation: ReadonlySet<OrderStatus> = new Set(['paid', 'in_fulfillment'])

/** Whoever can stand in the way, what stands in the way of money first. Another one is one line. */
const finders: readonly ((facts: BlockingFacts) => BlockerView[])[] = [
  moneyBlockers,
  checkoutBlockers,
  priceBlockers,
  holdBlockers,
  unitBlockers,
  serialBlockers,
  courierBlockers,
  silenceBlockers,
  latenessBlockers,
  automationBlockers,
  taskBlockers,
]

/** Why an order does not move on, and what would help. */
export function blockersOf(facts: BlockingFacts): BlockerView[] {
  return finders.flatMap((find) => find(facts))
}

function moneyBlockers({ unapplied, disputes }: BlockingFacts): BlockerView[] {
  return [
    ...unapplied.map(({ id, reason, since }) =>
      blocker('payment_unapplied', `Money waits to be placed: ${reason.replaceAll('_', ' ')}.`, {
        since,
        related: { type: 'unapplied_payment', id },
        help: {
          move: 'place_payment',
          operation_id: 'applyUnappliedPayment',
          path: `/v1/unapplied-payments/${id}/apply`,
        },
      }),
    ),
    ...disputes.map(({ id, reason, since }) =>
      blocker(
        'payment_disputed',
        `A payment is disputed (${reason.replaceAll('_', ' ')}); automation waits.`,
        {
          since,
          related: { type: 'dispute', id },
        },
      ),
    ),
  ]
}

function checkoutBlockers({ order, session }: BlockingFacts): BlockerView[] {
  const related = session === null ? null : { type: 'checkout_session', id: session.id }
  const help = {
    move: 'send_checkout',
    operation_id: 'sendCheckout',
    path: `/v1/orders/${order.id}/send-checkout`,
  }
  if (order.status === 'payment_failed') {
    return [blocker('payment_failed', 'The last payment failed.', { since: order.updated_at, related, help })]
  }
  if (order.status !== 'checkout_expired') return []
  const since = session?.expires_at ?? order.updated_at
  return [blocker('checkout_expired', 'The checkout page expired unpaid.', { since, related, help })]
}

function priceBlockers({ order, lines }: BlockingFacts): BlockerView[] {
  if (!unsold.has(order.status)) return []
  const unsynced = new Map(
    lines
      .filter((line) => line.sync_status !== null && line.sync_status !== 'synced')
      .map((line) => [line.price_agreement_id ?? line.price_book_entry_id, line]),
  )
  return [
    ...(order.are_prices_expired
      ? [
          blocker('prices_expired', 'The prices are no longer held; checkout resolves them again.', {
            since: order.prices_expire_at,
            related: { type: 'order', id: order.id },
            help: { move: null, operation_id: 'sendCheckout', path: `/v1/orders/${order.id}/send-checkout` },
          }),
        ]
      : []),
    ...[...unsynced].map(([id, line]) =>
      blocker('price_unsynced', `The price of ${line.sku} is not synced with Stripe.`, {
        since: line.sync_status_since,
        ...(id === null ? {} : syncing(id, line.price_agreement_id === null)),
      }),
    ),
  ]
}

function syncing(id: string, isListPrice: boolean): Pick<Circumstances, 'related' | 'help'> {
  return isListPrice
    ? {
        related: { type: 'price_book_entry', id },
        help: { move: null, operation_id: 'retryPriceSync', path: `/v1/price-book-entries/${id}/sync` },
      }
    : {
        related: { type: 'price_agreement', id },
        help: {
          move: null,
          operation_id: 'retryPriceAgreementSync',
          path: `/v1/price-agreements/${id}/retry-sync`,
        },
      }
}

function holdBlockers({ holds }: BlockingFacts): BlockerView[] {
  return holds.map(({ id, fulfillment_order_id, reason, note, since }) =>
    blocker('hold', `On hold (${reason.replaceAll('_', ' ')})${note === null ? '' : `: ${note}`}`, {
      since,
      related: { type: 'fulfillment_hold', id },
      help: {
        move: 'release_hold',
        operation_id: 'releaseHold',
        path: `/v1/fulfillments/${fulfillment_order_id}/holds/${id}/release`,
      },
    }),
  )
}

function unitBlockers({ order, lines, prepared, packed }: BlockingFacts): BlockerView[] {
  if (!inPreparation.has(order.status)) return []
  const live = prepared.filter((item) => item.status !== 'cancelled')
  const openByFulfillment = new Map<string, { open: number; since: string }>()
  for (const item of live) {
    const allocated = sum(
      packed.filter((unit) => unit.fulfillment_item_id === item.id && unit.status !== 'cancelled'),
    )
    const open = item.quantity - allocated
    if (open <= 0) continue
    const known = openByFulfillment.get(item.fulfillment_order_id)?.open ?? 0
    openByFulfillment.set(item.fulfillment_order_id, { open: known + open, since: item.since })
  }
  const unheld = sum(lines) - sum(live)
  return [
    ...[...openByFulfillment].map(([id, { open, since }]) =>
      blocker('units_unallocated', `${units(open)} in no shipment yet.`, {
        since,
        related: { type: 'fulfillment_order', id },
        help: {
          move: 'create_shipment',
          operation_id: 'createShipment',
          path: `/v1/fulfillments/${id}/shipments`,
        },
      }),
    ),
    ...(unheld > 0
      ? [
          blocker('units_unallocated', `${units(unheld)} in no fulfilment order yet.`, {
            since: order.paid_at,
            related: { type: 'order', id: order.id },
            help: { move: 'create_fulfillment', operation_id: 'createFulfillment', path: '/v1/fulfillments' },
          }),
        ]
      : []),
  ]
}

function serialBlockers({ order, lines, packed }: BlockingFacts): BlockerView[] {
  if (!inPreparation.has(order.status)) return []
  const provisionable = new Set(lines.filter((line) => line.is_provisionable).map((line) => line.id))
  const missing = new Map<string, { open: number; since: string }>()
  for (const unit of packed) {
    if (unit.bound === null || !provisionable.has(unit.order_item_id)) continue
    const open = unit.quantity - unit.bound
    const known = missing.get(unit.shipment_id)?.open ?? 0
    if (open > 0) missing.set(unit.shipment_id, { open: known + open, since: unit.since })
  }
  return [...missing].map(([id, { open, since }]) =>
    blocker('serials_missing', `${units(open)} without a serial number.`, {
      since,
      related: { type: 'shipment', id },
      help: { move: 'change_shipment', operation_id: 'changeShipment', path: `/v1/shipments/${id}` },
    }),
  )
}

function automationBlockers({ stuck_steps }: BlockingFacts): BlockerView[] {
  return stuck_steps.map(({ id, scenario, last_error, next_attempt_at, since }) => {
    const reason = last_error ?? 'no reason given'
    const move = next_attempt_at === null ? 'retry' : 'fallback'
    return blocker(
      next_attempt_at === null ? 'automation_failed' : 'automation_delayed',
      next_attempt_at === null
        ? `${scenario} failed: ${reason}`
        : `${scenario} is tried again at ${next_attempt_at}: ${reason}`,
      {
        since,
        related: { type: 'automation_step', id },
        help: {
          move,
          operation_id: move === 'retry' ? 'retryAutomationStep' : 'fallbackAutomationStep',
          path: `/v1/automation-steps/${id}/${move}`,
        },
      },
    )
  })
}

function taskBlockers({ open_tasks }: BlockingFacts): BlockerView[] {
  return open_tasks.map(({ id, title, since }) =>
    blocker('manual_task_open', title, {
      since,
      related: { type: 'manual_task', id },
      help: { move: 'complete_task', operation_id: 'completeTask', path: `/v1/tasks/${id}/complete` },
    }),
  )
}

function units(count: number): string {
  return count === 1 ? '1 unit is' : `${count} units are`
}

function sum(rows: readonly { quantity: number }[]): number {
  return rows.reduce((total, row) => total + row.quantity, 0)
}
