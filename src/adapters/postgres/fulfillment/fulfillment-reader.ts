import type { FragmentSqlToken } from 'slonik'
import type {
  FulfillmentReader,
  FulfillmentSummaryView,
  FulfillmentView,
} from '../../../application/ports/fulfillment-reader.ts'
import { fulfillmentLifecycle } from '../../../domain/fulfillment/fulfillment-lifecycle.ts'
import { openMoves } from '../../../domain/shared/lifecycle.ts'
import { allOf, behind, byCreation, equals, pageOfRows } from '../page-reader.ts'
import { type Db, sql } from '../sql.ts'

const isOnHold = sql.fragment`
    exists (
      select from fulfillment_holds h
      where h.fulfillment_order_id = f.id and h.released_at is null)`

const summary = sql.fragment`
    json_build_object(
      'id', f.id,
      'order_id', f.order_id,
      'order_number', o.number,
      'company_id', f.company_id,
      'company_name', c.name,
      'status', f.status,
      'completed_at', utc(f.completed_at),
      'cancelled_at', utc(f.cancelled_at),
      'on_hold', ${isOnHold},
      'merged_into_id', f.merged_into_id,
      'version', f.version,
      'created_at', utc(f.created_at),
      'updated_at', utc(f.updated_at))`

const orders = sql.fragment`
    fulfillment_orders f
    join orders o on o.id = f.order_id
    join companies c on c.id = f.company_id`

// What a cancelled one held, its order or another fulfilment order holds now.
const items = sql.fragment`
    (
      select coalesce(json_agg(
        json_build_object(
          'id', i.id,
          'order_item_id', i.order_item_id,
          'sku', l.sku,
          'description', l.description,
          'is_provisionable', l.is_provisionable,
          'quantity', i.quantity,
          'allocated', packed.units,
          'remaining', i.quantity - packed.units,
          'units', json_build_object(
            'ordered', i.quantity,
            'open', case when f.status = 'cancelled' then 0 else i.quantity - packed.units end,
            'allocated', packed.allocated,
            'shipped', packed.shipped,
            'delivered', packed.delivered,
            'cancelled', case when f.status = 'cancelled' then i.quantity else 0 end,
            'written_off', packed.written_off)) order by l.position), '[]')
      from fulfillment_items i
      join order_items l on l.id = i.order_item_id
      cross join lateral (
        select
          coalesce(sum(u.quantity), 0) as units,
          coalesce(sum(u.quantity) filter (where u.status in ('draft', 'ready')), 0) as allocated,
          coalesce(sum(u.kept) filter (where u.status = 'in_transit'), 0) as shipped,
          coalesce(sum(u.kept) filter (where u.status = 'delivered'), 0) as delivered,
          coalesce(sum(u.written_off), 0) as written_off
        from live_units u
        where u.fulfillment_item_id = i.id
      ) packed
      where i.fulfillment_order_id = f.id)`

const holds = sql.fragment`
    (
      select coalesce(json_agg(
        json_build_object(
          'id', h.id,
          'reason', h.reason,
          'note', h.note,
          'placed_by', h.placed_by,
          'placed_at', utc(h.placed_at),
          'released_by', h.released_by,
          'released_at', utc(h.released_at),
          'release_note', h.release_note) order by h.placed_at desc, h.id desc), '[]')
      from fulfillment_holds h
      where h.fulfillment_order_id = f.id)`

const shipments = sql.fragment`
    (
      select coalesce(json_agg(
        json_build_object(
          'id', s.id,
          'status', s.status,
          'tracking_status', s.tracking_status,
          'courier_code', s.courier_code,
          'tracking_number', s.tracking_number) order by s.created_at, s.id), '[]')
      from shipments s
      where s.fulfillment_order_id = f.id)`

/** Reads fulfilment orders in the contract's shape. */
export function createFulfillmentReader(db: Db): FulfillmentReader {
  return {
    async list(filter, page) {
      const rows = await db.any(sql.view<{ view: FulfillmentSummaryView }>()`
        select ${summary} as view
        from ${orders}
        where ${allOf([
          equals(sql.fragment`f.order_id`, filter.order_id),
          equals(sql.fragment`f.status`, filter.status),
          holding(filter.on_hold),
          behind(sql.fragment`f.created_at, f.id`, page.after),
        ])}
        order by f.created_at desc, f.id desc
        limit ${page.limit + 1}`)
      return pageOfRows(rows, page, byCreation)
    },

    async detail(fulfillmentOrderId) {
      const row = await db.maybeOne(sql.view<{
        view: FulfillmentSummaryView
        items: FulfillmentView['items']
        shipments: FulfillmentView['shipments']
        holds: FulfillmentView['holds']
      }>()`
        select
          ${summary} as view,
          ${items} as items,
          ${shipments} as shipments,
          ${holds} as holds
        from ${orders}
        where f.id = ${fulfillmentOrderId}`)
      if (row === null) return null
      const facts = {
        hasLiveShipments: row.shipments.some((shipment) => shipment.status !== 'cancelled'),
        hasHandedOver: row.shipments.some(({ status }) => handedOver.has(status)),
        hasEveryUnitSettled: row.items.every(
          ({ quantity, units }) => units.delivered + units.written_off === quantity,
        ),
      }
      return {
        ...row.view,
        items: row.items,
        shipments: row.shipments,
        holds: row.holds,
        allowed_moves: openMoves(fulfillmentLifecycle, row.view.status, facts),
      }
    },
  }
}

const handedOver: ReadonlySet<string> = new Set(['in_transit', 'delivered', 'written_off'])

function holding(isAsked: boolean | undefined): FragmentSqlToken | null {
  if (isAsked === undefined) return null
  return isAsked ? isOnHold : sql.fragment`not ${isOnHold}`
}
