import type { OrderView } from '../../../application/ports/order-reader.ts'
import { isDecided } from '../../../domain/billing/dispute.ts'
import { creditNoteBrief, disputeBrief } from '../billing/refund-reader.ts'
import { type Db, sql } from '../sql.ts'
import { byId, compare, eachOnce } from './in-order.ts'
import {
  type BlockingFacts,
  type BlockingLine,
  blockersOf,
  type PackedUnits,
  type PreparedUnits,
} from './order-blockers-reader.ts'
import { blockingFacts } from './order-blocking-facts.ts'
import { type MovesFor, rememberedMoves } from './order-moves.ts'
import {
  fulfillmentStatusOf,
  isDisputed,
  type OrderColumns,
  orderColumns,
  paymentStatusOf,
  reallocatedMinor,
  refundedMinor,
} from './order-standing-reader.ts'
import { bucketsOf, unitsOf } from './order-units.ts'

type Item = Omit<
  OrderView['items'][number],
  'quantity_fulfilled' | 'quantity_allocated' | 'quantity_shipped' | 'quantity_delivered' | 'units'
>

/** The order as its statement finds it; what can be derived from it is derived in TypeScript. */
interface FoundOrder
  extends OrderColumns,
    Pick<OrderView, 'checkout_session' | 'invoices'>,
    Pick<OrderView, 'payments' | 'refunds' | 'credit_notes' | 'disputes'>,
    Pick<BlockingFacts, 'unapplied' | 'stuck_steps' | 'open_tasks' | 'holds' | 'overdue' | 'paused'> {
  /** Lines added at no charge in the place of delivered units are not part of what was ordered. */
  items: (Item & BlockingLine & { is_replacement: boolean })[]
  are_prices_expired: boolean
  reallocated_minor: number
  refunded_minor: number
  credited_minor: number
  is_disputed: boolean
  /** Each fulfilment order with each of its units, or once without any. */
  prepared: (PreparedUnits | Bare<PreparedUnits>)[]
  /** Each parcel with each of its units, or once without any. */
  packed: ((PackedUnits | Bare<PackedUnits>) & Omit<OrderView['shipments'][number], 'id'>)[]
}

type Bare<Units extends { order_item_id: string }> = Omit<Units, 'order_item_id'> & { order_item_id: null }

/** Reads one order by index scans on its id alone; sums and statuses are arithmetic on what they found. */
export function createOrderDetail(db: Db): (orderId: string) => Promise<OrderView | null> {
  const movesFor = rememberedMoves()
  return async (orderId) => {
    const row = await db.maybeOne(sql.view<{ view: FoundOrder }>()`
      select
        json_build_object(
          ${orderColumns},
          'are_prices_expired', o.prices_expire_at < now(),
          'reallocated_minor', ${reallocatedMinor},
          'refunded_minor', ${refundedMinor},
          'credited_minor', (
            select coalesce(sum(n.total_minor), 0)
            from credit_notes n
            where n.order_id = o.id and n.currency = o.currency),
          'is_disputed', ${isDisputed},
          'items', (
            select json_agg(
              json_build_object(
                'id', i.id,
                'position', i.position,
                'product_id', i.product_id,
                'sku', i.sku,
                'description', i.description,
                'is_provisionable', i.is_provisionable,
                'quantity', i.quantity,
                'unit_amount_minor', i.unit_amount_minor,
                'amount_minor', i.amount_minor,
                'price_type_snap', i.price_type_snap,
                'price_label', i.price_label,
                'price_book_entry_id', i.price_book_entry_id,
                'price_agreement_id', i.price_agreement_id,
                'stripe_price_id', i.stripe_price_id,
                'bespoke_notes', i.bespoke_notes,
                'is_replacement', i.replacement_id is not null,
                'sync_status', case
                  when i.price_agreement_line_id is null then e.sync_status
                  when exists (
                    select from price_agreement_prices t
                    where t.price_agreement_line_id = i.price_agreement_line_id
                      and t.unit_amount_minor = i.unit_amount_minor
                      and t.sync_status = 'synced') then 'synced'
                  else 'unsynced'
                end,
                'sync_status_since', utc(case
                  when i.price_agreement_line_id is null then e.sync_status_since
                  else (
                    select min(t.sync_status_since)
                    from price_agreement_prices t
                    where t.price_agreement_line_id = i.price_agreement_line_id
                      and t.unit_amount_minor = i.unit_amount_minor)
                end)))
            from order_items i
            left join price_book_entries e on e.id = i.price_book_entry_id
            where i.order_id = o.id),
          'checkout_session', (
            select
              json_build_object(
                'id', s.id,
                'provider_session_id', s.provider_session_id,
                'attempt', s.attempt,
                'status', s.status,
                'url', s.url,
                'amount_minor', s.amount_minor,
                'currency', s.currency,
                'expires_at', utc(s.expires_at),
                'created_at', utc(s.created_at))
            from checkout_sessions s
            where s.order_id = o.id
            order by s.attempt desc
            limit 1),
          'invoices', (
            select coalesce(json_agg(
              json_build_object(
                'id', v.id,
                'number', v.number,
                'status', v.status,
                'total_minor', v.total_minor)), '[]')
            from invoices v
            where v.order_id = o.id),
          'prepared', (
            select coalesce(json_agg(
              json_build_object(
                'id', i.id,
                'fulfillment_order_id', f.id,
                'order_item_id', i.order_item_id,
                'quantity', i.quantity,
                'status', f.status,
                'since', utc(f.created_at))), '[]')
            from fulfillment_orders f
            left join fulfillment_items i on i.fulfillment_order_id = f.id
            where f.order_id = o.id),
          'packed', (
            select coalesce(json_agg(
              json_build_object(
                'shipment_id', s.id,
                'tracking_status', s.tracking_status,
                'courier_code', s.courier_code,
                'tracking_number', s.tracking_number,
                'fulfillment_item_id', i.fulfillment_item_id,
                'order_item_id', i.order_item_id,
                'quantity', i.quantity,
                'written_off', (
                  select coalesce(sum(w.quantity), 0)
                  from write_offs w
                  where w.shipment_item_id = i.id and w.reversed_at is null),
                'status', s.status,
                'since', utc(s.created_at),
                'bound', case
                  when s.status = 'draft' then (
                    select count(*)
                    from shipment_devices b
                    where b.shipment_item_id = i.id and b.released_at is null)
                end)), '[]')
            from shipments s
            left join shipment_items i on i.shipment_id = s.id
            where s.order_id = o.id),
          'payments', (
            select coalesce(json_agg(
              json_build_object(
                'id', p.id,
                'provider', p.provider,
                'provider_payment_id', p.provider_payment_id,
                'amount_minor', p.amount_minor,
                'currency', p.currency,
                'received_at', utc(p.received_at))), '[]')
            from payment_records p
            where p.order_id = o.id),
          'refunds', (
            select coalesce(json_agg(
              json_build_object(
                'id', r.id,
                'payment_id', r.payment_id,
                'amount_minor', r.amount_minor,
                'currency', r.currency,
                'status', r.status)), '[]')
            from payment_records p
            join refunds r on r.payment_id = p.id
            where p.order_id = o.id),
          'disputes', (
            select coalesce(json_agg(${disputeBrief}), '[]')
            from disputes d
            where d.order_id = o.id),
          'credit_notes', (
            select coalesce(json_agg(${creditNoteBrief}), '[]')
            from credit_notes n
            where n.order_id = o.id),
          ${blockingFacts}) as view
      from orders o
      join companies c on c.id = o.company_id
      where o.id = ${orderId}`)
    return row === null ? null : present(row.view, movesFor)
  }
}

function present(found: FoundOrder, movesFor: MovesFor): OrderView {
  const { prepared: preparation, packed: packing, unapplied, stuck_steps, open_tasks, holds, ...rest } = found
  const { overdue, paused, are_prices_expired, ...standing } = rest
  const {
    reallocated_minor,
    refunded_minor,
    credited_minor,
    is_disputed,
    items: unsorted,
    ...order
  } = standing
  const lines = unsorted.toSorted((one, other) => one.position - other.position)
  const prepared = preparation.filter((units) => units.order_item_id !== null)
  const packed = packing.filter((units) => units.order_item_id !== null)
  const disputes = order.disputes.toSorted(byId)
  const items = lines.map(
    ({ sync_status: _status, sync_status_since: _since, is_replacement: _isReplacement, ...line }) => ({
      ...line,
      quantity_fulfilled: unitsOf(prepared, line.id, (unit) => unit.status !== 'cancelled'),
      quantity_allocated: unitsOf(
        packed,
        line.id,
        (unit) => unit.status === 'draft' || unit.status === 'ready',
      ),
      quantity_shipped: unitsOf(packed, line.id, hasLeft),
      quantity_delivered: bucketsOf(order.status, line, packed).delivered,
      units: bucketsOf(order.status, line, packed),
    }),
  )
  const paid_minor = order.payments
    .filter((payment) => payment.currency === order.currency)
    .reduce((total, payment) => total + payment.amount_minor, reallocated_minor)
  const ordered = items.filter((_item, index) => lines[index]?.is_replacement !== true)
  const facts = {
    paid_minor,
    refunded_minor,
    is_disputed,
    ordered: ordered.reduce((total, item) => total + item.quantity, 0),
    shipped: ordered.reduce((total, item) => total + item.quantity_shipped, 0),
    delivered: ordered.reduce((total, item) => total + item.units.delivered, 0),
    written_off: ordered.reduce((total, item) => total + item.units.written_off, 0),
  }
  return {
    ...order,
    invoices: order.invoices.toSorted(byId),
    payments: order.payments.toSorted(
      (one, other) => compare(one.received_at, other.received_at) || byId(one, other),
    ),
    refunds: order.refunds.toSorted(byId),
    disputes,
    credit_notes: order.credit_notes.toSorted(byId),
    fulfillment_orders: eachOnce(preparation, ({ fulfillment_order_id: id, status }) => ({ id, status })),
    shipments: eachOnce(
      packing,
      ({ shipment_id: id, status, tracking_status, courier_code, tracking_number }) => ({
        id,
        status,
        tracking_status,
        courier_code,
        tracking_number,
      }),
    ),
    payment_status: paymentStatusOf(order, facts),
    fulfillment_status: fulfillmentStatusOf(order, facts),
    amount_paid_minor: paid_minor,
    amount_refunded_minor: refunded_minor,
    amount_credited_minor: credited_minor,
    balance_minor: order.total_minor - credited_minor - paid_minor + refunded_minor,
    items,
    allowed_moves: movesFor(
      order.status,
      facts.shipped > 0,
      facts.delivered + facts.written_off === facts.ordered,
    ),
    blockers: blockersOf({
      order: {
        id: order.id,
        status: order.status,
        are_prices_expired,
        prices_expire_at: order.prices_expire_at,
        paid_at: order.paid_at,
        updated_at: order.updated_at,
      },
      lines,
      session: order.checkout_session,
      prepared,
      packed,
      unapplied: unapplied.toSorted(byId),
      disputes: disputes
        .filter(({ status }) => !isDecided(status))
        .map(({ id, reason, created_at }) => ({ id, reason, since: created_at })),
      stuck_steps: stuck_steps.toSorted(byId),
      open_tasks: open_tasks.toSorted(byId),
      holds: holds.toSorted(byId),
      overdue: overdue.toSorted((one, other) => compare(one.since, other.since)),
      paused: paused.toSorted((one, other) => compare(one.courier_code, other.courier_code)),
    }),
  }
}

function hasLeft(unit: PackedUnits): boolean {
  return unit.status === 'in_transit' || unit.status === 'delivered' || unit.status === 'written_off'
}
