import type { ReplacementSummaryView, ReplacementView } from '../../../application/ports/return-reader.ts'
import { replacementLifecycle } from '../../../domain/returns/replacement-lifecycle.ts'
import { openMoves } from '../../../domain/shared/lifecycle.ts'
import { type Db, sql } from '../sql.ts'

/** A replacement as lists show it. The new device is the one in its parcel, or the one that is meant for it. */
export const replacement = sql.fragment`
    json_build_object(
      'id', r.id,
      'case_id', r.case_id,
      'order_id', r.order_id,
      'order_number', o.number,
      'company_id', r.company_id,
      'company_name', c.name,
      'return_id', r.return_id,
      'status', r.status,
      'shipment_item_id', r.shipment_item_id,
      'old_serial', old.serial,
      'sku', p.sku,
      'new_serial', coalesce((
        select d.serial
        from fulfillment_items f
        join shipment_items i on i.fulfillment_item_id = f.id
        join shipment_devices b on b.shipment_item_id = i.id and b.released_at is null
        join devices d on d.id = b.device_id
        where f.fulfillment_order_id = r.fulfillment_order_id
        limit 1), meant.serial),
      'fulfillment_order_id', r.fulfillment_order_id,
      'is_advance', r.is_advance,
      'return_by', utc(r.return_by),
      'charge_minor', r.charge_minor,
      'currency', r.currency,
      'invoice_id', r.invoice_id,
      'shipped_at', utc(r.shipped_at),
      'old_received_at', utc(r.old_received_at),
      'overdue_at', utc(r.overdue_at),
      'charged_at', utc(r.charged_at),
      'closed_at', utc(r.closed_at),
      'close_note', r.close_note,
      'version', r.version,
      'created_at', utc(r.created_at),
      'updated_at', utc(r.updated_at))`

export const replacements = sql.fragment`
    replacements r
    join orders o on o.id = r.order_id
    join companies c on c.id = r.company_id
    join products p on p.id = r.product_id
    left join devices old on old.id = r.old_device_id
    left join devices meant on meant.id = r.new_device_id`

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
      where s.fulfillment_order_id = r.fulfillment_order_id)`

export async function readReplacement(db: Db, replacementId: string): Promise<ReplacementView | null> {
  const row = await db.maybeOne(sql.view<{
    view: ReplacementSummaryView
    shipments: ReplacementView['shipments']
    orderItemId: string | null
    returnStatus: ReplacementView['return_status']
    isOverdue: boolean
  }>()`
    select
      ${replacement} as view,
      ${shipments} as shipments,
      (select i.id from order_items i where i.replacement_id = r.id) as "orderItemId",
      (select b.status from returns b where b.id = r.return_id) as "returnStatus",
      r.is_advance and r.return_by <= now() as "isOverdue"
    from ${replacements}
    where r.id = ${replacementId}`)
  if (row === null) return null
  const hasShipped = row.view.shipped_at !== null
  const facts = {
    hasShipped,
    hasParcel: hasShipped || row.shipments.some(({ status }) => status !== 'cancelled'),
    isOverdue: row.isOverdue,
  }
  return {
    ...row.view,
    order_item_id: row.orderItemId,
    return_status: row.returnStatus,
    shipments: row.shipments,
    allowed_moves: openMoves(replacementLifecycle, row.view.status, facts),
  }
}
