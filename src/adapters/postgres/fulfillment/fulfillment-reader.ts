import type {
  FulfillmentReader,
  FulfillmentSummaryView,
  FulfillmentView,
} from '../../../application/ports/fulfillment-reader.ts'
import { fulfillmentLifecycle } from '../../../domain/fulfillment/fulfillment-lifecycle.ts'
import { openMoves } from '../../../domain/shared/lifecycle.ts'
import { allOf, behind, byCreation, equals, pageOf } from '../page-reader.ts'
import { type Db, sql } from '../sql.ts'

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
      'version', f.version,
      'created_at', utc(f.created_at),
      'updated_at', utc(f.updated_at))`

const orders = sql.fragment`
    fulfillment_orders f
    join orders o on o.id = f.order_id
    join companies c on c.id = f.company_id`

// `delivered` is a fact for the moves and leaves before the answer.
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
          'allocated', units.allocated,
          'delivered', units.delivered) order by l.position), '[]')
      from fulfillment_items i
      join order_items l on l.id = i.order_item_id
      cross join lateral (
        select
          coalesce(sum(si.quantity), 0) as allocated,
          coalesce(sum(si.quantity) filter (where s.status = 'delivered'), 0) as delivered
        from shipment_items si
        join shipments s on s.id = si.shipment_id
        where si.fulfillment_item_id = i.id and s.status <> 'cancelled'
      ) units
      where i.fulfillment_order_id = f.id)`

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

type Item = Omit<FulfillmentView['items'][number], 'remaining'> & { delivered: number }

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
          behind(sql.fragment`f.created_at, f.id`, page.after),
        ])}
        order by f.created_at desc, f.id desc
        limit ${page.limit + 1}`)
      return pageOf(
        rows.map((row) => row.view),
        page,
        byCreation,
      )
    },

    async detail(fulfillmentOrderId) {
      const row = await db.maybeOne(sql.view<{
        view: FulfillmentSummaryView
        items: Item[]
        shipments: FulfillmentView['shipments']
      }>()`
        select
          ${summary} as view,
          ${items} as items,
          ${shipments} as shipments
        from ${orders}
        where f.id = ${fulfillmentOrderId}`)
      if (row === null) return null
      const facts = {
        hasLiveShipments: row.shipments.some((shipment) => shipment.status !== 'cancelled'),
        hasHandedOver: row.shipments.some(
          (shipment) => shipment.status === 'in_transit' || shipment.status === 'delivered',
        ),
        hasEveryUnitSettled: row.items.every((item) => item.delivered === item.quantity),
      }
      return {
        ...row.view,
        items: row.items.map(({ delivered: _delivered, ...item }) => ({
          ...item,
          remaining: item.quantity - item.allocated,
        })),
        shipments: row.shipments,
        allowed_moves: openMoves(fulfillmentLifecycle, row.view.status, facts),
      }
    },
  }
}
