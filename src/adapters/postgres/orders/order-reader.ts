import type { OrderReader } from '../../../application/ports/order-reader.ts'
import { allOf, behind, byCreation, equals, pageOf } from '../page-reader.ts'
import { type Db, sql } from '../sql.ts'
import { createOrderDetail } from './order-detail-reader.ts'
import {
  fulfillmentStatusOf,
  isDisputed,
  type OrderColumns,
  type OrderStanding,
  orderColumns,
  paidMinor,
  paymentStatusOf,
  refundedMinor,
} from './order-standing-reader.ts'

const standing = sql.fragment`
    json_build_object(
      'paid_minor', ${paidMinor},
      'refunded_minor', ${refundedMinor},
      'is_disputed', ${isDisputed},
      'ordered', (
        select sum(i.quantity)
        from order_items i
        where i.order_id = o.id and i.replacement_id is null),
      'shipped', coalesce(moved.shipped, 0),
      'delivered', coalesce(moved.delivered, 0),
      'written_off', coalesce(moved.written_off, 0))`

/** Reads orders in the contract's shape. */
export function createOrderReader(db: Db): OrderReader {
  return {
    async list(filter, page) {
      const rows = await db.any(sql.view<{ view: OrderColumns; standing: OrderStanding }>()`
        select
          json_build_object(${orderColumns}) as view,
          ${standing} as standing
        from orders o
        join companies c on c.id = o.company_id
        left join lateral (
          select
            sum(u.quantity) filter (where u.status in ('in_transit', 'delivered', 'written_off')) as shipped,
            sum(u.kept) filter (where u.status = 'delivered') as delivered,
            sum(u.written_off) as written_off
          from live_units u
          join order_items l on l.id = u.order_item_id and l.replacement_id is null
          where u.order_id = o.id
        ) moved on true
        where ${allOf([
          equals(sql.fragment`o.company_id`, filter.company_id),
          equals(sql.fragment`o.status`, filter.status),
          equals(sql.fragment`o.number`, filter.q === undefined ? undefined : numberFrom(filter.q)),
          behind(sql.fragment`o.created_at, o.id`, page.after),
        ])}
        order by o.created_at desc, o.id desc
        limit ${page.limit + 1}`)
      return pageOf(
        rows.map(({ view, standing: found }) => ({
          ...view,
          payment_status: paymentStatusOf(view, found),
          fulfillment_status: fulfillmentStatusOf(view, found),
        })),
        page,
        byCreation,
      )
    },

    detail: createOrderDetail(db),
  }
}

/** `42` is a way to write ORD-000042. */
function numberFrom(asked: string): string {
  return /^\d+$/.test(asked) ? `ORD-${asked.padStart(6, '0')}` : asked.toUpperCase()
}
