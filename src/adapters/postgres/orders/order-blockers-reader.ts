import type { FulfillmentStatus } from '../../../application/ports/fulfillment-reader.ts'
import type {
  BlockerView,
  CheckoutSessionView,
  OrderStatus,
} from '../../../application/ports/order-reader.ts'
import type { ShipmentStatus } from '../../../application/ports/shipment-reader.ts'

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
}

export interface PreparedUnits {
  id: string
  fulfillment_order_id: string
  order_item_id: string
  quantity: number
  status: FulfillmentStatus
}

export interface PackedUnits {
  shipment_id: string
  fulfillment_item_id: string
  order_item_id: string
  quantity: number
  status: ShipmentStatus
  /** Devices bound; null where nobody asks any more. */
  bound: number | null
}

/** Everything that can stand in an order's way. */
export interface BlockingFacts {
  order: { id: string; status: OrderStatus; are_prices_expired: boolean }
  lines: readonly BlockingLine[]
  session: CheckoutSessionView | null
  prepared: readonly PreparedUnits[]
  packed: readonly PackedUnits[]
  unapplied: readonly { id: string; reason: string }[]
  disputes: readonly { id: string; reason: string }[]
  failed_steps: readonly { id: string; scenario: string; last_error: string | null }[]
  open_tasks: readonly { id: string; title: string }[]
}

const unsold: ReadonlySet<OrderStatus> = new Set(['draft', 'payment_failed', 'checkout_expired'])
const inPreparation: ReadonlySet<OrderStatus> = new Set(['paid', 'in_fulfillment'])

/** Why an order does not move on, what stands in the way of money first. */
export function blockersOf(facts: BlockingFacts): BlockerView[] {
  const { order } = facts
  return [
    ...facts.unapplied.map(({ id, reason }) =>
      blocker(
        'payment_unapplied',
        `Money waits to be placed: ${reason.replaceAll('_', ' ')}.`,
        'place_payment',
        {
          type: 'unapplied_payment',
          id,
        },
      ),
    ),
    ...facts.disputes.map(({ id, reason }) =>
      blocker(
        'payment_disputed',
        `A payment is disputed (${reason.replaceAll('_', ' ')}); automation waits.`,
        null,
        { type: 'dispute', id },
      ),
    ),
    ...(order.status === 'payment_failed'
      ? [blocker('payment_failed', 'The last payment failed.', 'send_checkout', sessionOf(facts))]
      : []),
    ...(order.status === 'checkout_expired'
      ? [blocker('checkout_expired', 'The checkout page expired unpaid.', 'send_checkout', sessionOf(facts))]
      : []),
    ...(unsold.has(order.status) ? priceBlockers(facts) : []),
    ...(inPreparation.has(order.status) ? [...unitBlockers(facts), ...serialBlockers(facts)] : []),
    ...facts.failed_steps.map(({ id, scenario, last_error }) =>
      blocker('automation_failed', `${scenario} failed: ${last_error ?? 'no reason given'}`, 'retry', {
        type: 'automation_step',
        id,
      }),
    ),
    ...facts.open_tasks.map(({ id, title }) =>
      blocker('manual_task_open', title, 'complete_task', { type: 'manual_task', id }),
    ),
  ]
}

function priceBlockers({ order, lines }: BlockingFacts): BlockerView[] {
  const unsynced = new Map(
    lines
      .filter((line) => line.sync_status !== null && line.sync_status !== 'synced')
      .map((line) => [line.price_agreement_id ?? line.price_book_entry_id, line]),
  )
  return [
    ...(order.are_prices_expired
      ? [
          blocker('prices_expired', 'The prices are no longer held; checkout resolves them again.', null, {
            type: 'order',
            id: order.id,
          }),
        ]
      : []),
    ...[...unsynced].map(([id, { sku, price_agreement_id }]) =>
      blocker(
        'price_unsynced',
        `The price of ${sku} is not synced with Stripe.`,
        null,
        id === null
          ? null
          : { type: price_agreement_id === null ? 'price_book_entry' : 'price_agreement', id },
      ),
    ),
  ]
}

function unitBlockers({ order, lines, prepared, packed }: BlockingFacts): BlockerView[] {
  const live = prepared.filter((item) => item.status !== 'cancelled')
  const openByFulfillment = new Map<string, number>()
  for (const item of live) {
    const allocated = sum(
      packed.filter((unit) => unit.fulfillment_item_id === item.id && unit.status !== 'cancelled'),
    )
    const open = item.quantity - allocated
    if (open <= 0) continue
    openByFulfillment.set(
      item.fulfillment_order_id,
      (openByFulfillment.get(item.fulfillment_order_id) ?? 0) + open,
    )
  }
  const unheld = sum(lines) - sum(live)
  return [
    ...[...openByFulfillment].map(([id, open]) =>
      blocker('units_unallocated', `${units(open)} in no shipment yet.`, 'create_shipment', {
        type: 'fulfillment_order',
        id,
      }),
    ),
    ...(unheld > 0
      ? [
          blocker('units_unallocated', `${units(unheld)} in no fulfilment order yet.`, 'create_fulfillment', {
            type: 'order',
            id: order.id,
          }),
        ]
      : []),
  ]
}

function serialBlockers({ lines, packed }: BlockingFacts): BlockerView[] {
  const provisionable = new Set(lines.filter((line) => line.is_provisionable).map((line) => line.id))
  const missing = new Map<string, number>()
  for (const unit of packed) {
    if (unit.bound === null || !provisionable.has(unit.order_item_id)) continue
    const open = unit.quantity - unit.bound
    if (open > 0) missing.set(unit.shipment_id, (missing.get(unit.shipment_id) ?? 0) + open)
  }
  return [...missing].map(([id, open]) =>
    blocker('serials_missing', `${units(open)} without a serial number.`, 'change_shipment', {
      type: 'shipment',
      id,
    }),
  )
}

function sessionOf({ session }: BlockingFacts): { type: string; id: string } | null {
  return session === null ? null : { type: 'checkout_session', id: session.id }
}

function units(count: number): string {
  return count === 1 ? '1 unit is' : `${count} units are`
}

function sum(rows: readonly { quantity: number }[]): number {
  return rows.reduce((total, row) => total + row.quantity, 0)
}

function blocker(
  code: BlockerView['code'],
  message: string,
  move: string | null,
  related: { type: string; id: string } | null,
): BlockerView {
  return { code, message, move, related_type: related?.type ?? null, related_id: related?.id ?? null }
}
