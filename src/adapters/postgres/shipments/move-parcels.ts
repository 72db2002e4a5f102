import type { FulfillmentItemId, FulfillmentOrderId } from '../../../domain/shared/ids.ts'
import { update, write } from '../gathered-writes.ts'
import { at, type Db, json, sql } from '../sql.ts'

export interface Relocation {
  from: readonly FulfillmentOrderId[]
  to: FulfillmentOrderId
  routes: readonly { from: FulfillmentItemId; to: FulfillmentItemId }[]
}

/** Hands parcels in draft or ready to another fulfilment order, with the units that they hold. */
export async function moveParcels(db: Db, { from, to, routes }: Relocation, movedAt: Date): Promise<void> {
  await update(
    db,
    'shipments',
    sql.fragment`
        update shipments
        set fulfillment_order_id = ${to},
          version = version + 1,
          updated_at = ${at(movedAt)}
        where fulfillment_order_id = any(${sql.array([...from], 'text')}) and status in ('draft', 'ready')`,
  )
  // It reads which parcels are there now, and the triggers read what their items hold.
  await write(db, {
    tables: ['shipment_items', 'shipments', 'fulfillment_items'],
    isInsert: false,
    statement: sql.fragment`
        update shipment_items i
        set fulfillment_item_id = r."to"
        from jsonb_to_recordset(${json(routes)}::jsonb) as r ("from" text, "to" text)
        where i.fulfillment_item_id = r."from"
          and i.shipment_id in (select id from shipments where fulfillment_order_id = ${to})`,
  })
}
