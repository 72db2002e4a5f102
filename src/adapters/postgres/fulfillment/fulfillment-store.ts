import type { FragmentSqlToken } from 'slonik'
import { Type } from 'typebox'
import type { FulfillmentStore, LoadedFulfillment } from '../../../application/ports/fulfillment-store.ts'
import type { FulfillmentStatus } from '../../../domain/fulfillment/fulfillment-lifecycle.ts'
import type { FulfillmentItem, FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts'
import type { CompanyId, FulfillmentOrderId, OrderId, OrderItemId } from '../../../domain/shared/ids.ts'
import { flag, instant, jsonOf, maybeInstant, maybeOneOf, oneOf, text, whole } from '../columns.ts'
import { insertRows, insertTogether, update } from '../gathered-writes.ts'
import { lockOrder } from '../order-lock.ts'
import { at, columnsOf, type Db, json, sql } from '../sql.ts'

const fulfillmentRow = sql.rowsOf(
  Type.Object({
    id: oneOf<FulfillmentOrderId>(),
    orderId: oneOf<OrderId>(),
    companyId: oneOf<CompanyId>(),
    status: oneOf<FulfillmentStatus>(),
    completedAt: maybeInstant,
    cancelledAt: maybeInstant,
    mergedIntoId: maybeOneOf<FulfillmentOrderId>(),
    version: whole,
    createdAt: instant,
    updatedAt: instant,
    items: jsonOf<FulfillmentItem[]>(),
    hasLiveShipments: flag,
    hasHandedOver: flag,
  }),
)

const openItemRow = sql.rowsOf(
  Type.Object({
    orderItemId: oneOf<OrderItemId>(),
    sku: text,
    isProvisionable: flag,
    ordered: whole,
    held: whole,
  }),
)

export function createFulfillmentStore(db: Db): FulfillmentStore {
  async function load(where: ReturnType<typeof sql.fragment>): Promise<LoadedFulfillment[]> {
    const rows = await db.any(fulfillmentRow`
      select
        f.id,
        f.order_id as "orderId",
        f.company_id as "companyId",
        f.status,
        f.completed_at as "completedAt",
        f.cancelled_at as "cancelledAt",
        f.merged_into_id as "mergedIntoId",
        f.version,
        f.created_at as "createdAt",
        f.updated_at as "updatedAt",
        (
          select json_agg(json_build_object(
            'id', i.id,
            'orderItemId', i.order_item_id,
            'sku', o.sku,
            'isProvisionable', o.is_provisionable,
            'isReplacement', o.replacement_id is not null,
            'quantity', i.quantity,
            'allocated', u.allocated,
            'delivered', u.delivered,
            'writtenOff', u.written_off
          ) order by i.id)
          from fulfillment_items i
          join order_items o on o.id = i.order_item_id
          cross join lateral (
            select
              coalesce(sum(l.quantity), 0) as allocated,
              coalesce(sum(l.kept) filter (where l.status = 'delivered'), 0) as delivered,
              coalesce(sum(l.written_off), 0) as written_off
            from live_units l
            where l.fulfillment_item_id = i.id
          ) u
          where i.fulfillment_order_id = f.id
        ) as items,
        exists (
          select from shipments s
          where s.fulfillment_order_id = f.id and s.status <> 'cancelled'
        ) as "hasLiveShipments",
        exists (
          select from shipments s
          where s.fulfillment_order_id = f.id and s.status in ('in_transit', 'delivered', 'written_off')
        ) as "hasHandedOver"
      from fulfillment_orders f
      where ${where}
      order by f.id`)
    return rows.map(({ items, hasLiveShipments, hasHandedOver, ...fulfillment }) => ({
      fulfillment,
      items,
      facts: {
        hasLiveShipments,
        hasHandedOver,
        hasEveryUnitSettled: items.every((item) => item.delivered + item.writtenOff === item.quantity),
      },
    }))
  }

  async function lockItems(which: FragmentSqlToken): Promise<void> {
    await db.query(sql.command`
      select from fulfillment_items
      where ${which}
      order by id
      for update`)
  }

  return {
    lockOrderOf: (fulfillmentOrderId) =>
      lockOrder(db, sql.fragment`(select order_id from fulfillment_orders where id = ${fulfillmentOrderId})`),

    async get(fulfillmentOrderId) {
      await lockItems(sql.fragment`fulfillment_order_id = ${fulfillmentOrderId}`)
      return (await load(sql.fragment`f.id = ${fulfillmentOrderId}`))[0] ?? null
    },

    async getAll(fulfillmentOrderIds) {
      await lockItems(
        sql.fragment`fulfillment_order_id = any(${sql.array([...fulfillmentOrderIds], 'text')})`,
      )
      return load(sql.fragment`f.id = any(${sql.array([...fulfillmentOrderIds], 'text')})`)
    },

    ofOrder: (orderId) => load(sql.fragment`f.order_id = ${orderId}`),

    async openItems(orderId) {
      const rows = await db.any(openItemRow`
        select
          o.id as "orderItemId",
          o.sku,
          o.is_provisionable as "isProvisionable",
          o.quantity as ordered,
          coalesce((
            select sum(i.quantity)
            from fulfillment_items i
            join fulfillment_orders f on f.id = i.fulfillment_order_id
            where i.order_item_id = o.id and f.status <> 'cancelled'
          ), 0)::integer as held
        from order_items o
        where o.order_id = ${orderId} and o.replacement_id is null
        order by o.position`)
      return [...rows]
    },

    async insert(fulfillment, items) {
      await insertTogether(db, [
        { table: 'fulfillment_orders', rows: [columnsOf(fulfillment)] },
        {
          table: 'fulfillment_items',
          rows: items.map((item) => columnsOf({ ...item, fulfillmentOrderId: fulfillment.id })),
        },
      ])
    },

    async insertItems(fulfillmentOrderId, items) {
      await insertRows(
        db,
        'fulfillment_items',
        items.map((item) => columnsOf({ ...item, fulfillmentOrderId })),
      )
    },

    async setQuantities(items) {
      if (items.length === 0) return
      await update(
        db,
        'fulfillment_items',
        sql.fragment`
        update fulfillment_items i
        set quantity = n.quantity
        from jsonb_to_recordset(${json(items)}::jsonb) as n (id text, quantity integer)
        where i.id = n.id`,
      )
    },

    async moveItems(itemIds, to) {
      if (itemIds.length === 0) return
      await update(
        db,
        'fulfillment_items',
        sql.fragment`
        update fulfillment_items
        set fulfillment_order_id = ${to}
        where id = any(${sql.array([...itemIds], 'text')})`,
      )
    },

    async save(fulfillment: FulfillmentOrder) {
      await update(
        db,
        'fulfillment_orders',
        sql.fragment`
        update fulfillment_orders
        set status = ${fulfillment.status},
          completed_at = ${fulfillment.completedAt === null ? null : at(fulfillment.completedAt)},
          cancelled_at = ${fulfillment.cancelledAt === null ? null : at(fulfillment.cancelledAt)},
          merged_into_id = ${fulfillment.mergedIntoId},
          version = ${fulfillment.version},
          updated_at = ${at(fulfillment.updatedAt)}
        where id = ${fulfillment.id}`,
      )
    },
  }
}
