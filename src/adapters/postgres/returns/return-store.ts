import { Type } from 'typebox'
import type { LoadedReturn, ReturnStore } from '../../../application/ports/return-store.ts'
import type { Return, ReturnItem, ReturnReason } from '../../../domain/returns/return.ts'
import type { ReturnStatus } from '../../../domain/returns/return-lifecycle.ts'
import type { CaseId, CompanyId, OrderId, ReturnId } from '../../../domain/shared/ids.ts'
import { instant, jsonOf, maybeInstant, maybeText, oneOf, whole } from '../columns.ts'
import { insertRows, insertTogether, update } from '../gathered-writes.ts'
import { lockOrder } from '../order-lock.ts'
import { at, columnsOf, type Db, json, sql } from '../sql.ts'
import { returnUnits } from './return-units.ts'

const returnRow = sql.rowsOf(
  Type.Object({
    id: oneOf<ReturnId>(),
    caseId: oneOf<CaseId>(),
    orderId: oneOf<OrderId>(),
    companyId: oneOf<CompanyId>(),
    status: oneOf<ReturnStatus>(),
    reason: oneOf<ReturnReason>(),
    note: maybeText,
    returnAddress: jsonOf<string[] | null>(),
    returnBy: maybeInstant,
    decisionNote: maybeText,
    resolution: maybeText,
    approvedAt: maybeInstant,
    closedAt: maybeInstant,
    version: whole,
    createdAt: instant,
    updatedAt: instant,
    items: jsonOf<ReturnItem[]>(),
  }),
)

export function createReturnStore(db: Db): ReturnStore {
  async function get(returnId: ReturnId): Promise<LoadedReturn | null> {
    const row = await db.maybeOne(returnRow`
      select
        r.id,
        r.case_id as "caseId",
        r.order_id as "orderId",
        r.company_id as "companyId",
        r.status,
        r.reason,
        r.note,
        r.return_address as "returnAddress",
        r.return_by as "returnBy",
        r.decision_note as "decisionNote",
        r.resolution,
        r.approved_at as "approvedAt",
        r.closed_at as "closedAt",
        r.version,
        r.created_at as "createdAt",
        r.updated_at as "updatedAt",
        (
          select json_agg(json_build_object(
            'id', i.id,
            'shipmentItemId', i.shipment_item_id,
            'orderItemId', i.order_item_id,
            'sku', o.sku,
            'isProvisionable', o.is_provisionable,
            'quantity', i.quantity,
            'receivedQuantity', i.received_quantity,
            'releasedQuantity', i.released_quantity,
            'notReturnedQuantity', i.not_returned_quantity,
            'devices', (
              select coalesce(json_agg(json_build_object(
                'deviceId', d.id,
                'serial', d.serial,
                'unitNumber', b.unit_number,
                'isListed', mine.device_id is not null,
                'isReceived', mine.received_at is not null,
                'isTaken', exists (
                  select from return_devices other
                  join return_items k on k.id = other.return_item_id
                  where other.device_id = d.id
                    and other.return_item_id <> i.id
                    and k.shipment_item_id = i.shipment_item_id
                    and (other.released_at is null or other.received_at is not null)
                ) or exists (
                  select from write_off_devices x
                  join write_offs w on w.id = x.write_off_id and w.reversed_at is null
                  where x.device_id = d.id and w.shipment_item_id = i.shipment_item_id
                )
              ) order by b.unit_number), '[]')
              from shipment_devices b
              join devices d on d.id = b.device_id
              left join return_devices mine on mine.device_id = d.id and mine.return_item_id = i.id
              where b.shipment_item_id = i.shipment_item_id and b.released_at is null
            )
          ) order by i.id)
          from return_items i
          join order_items o on o.id = i.order_item_id
          where i.return_id = r.id
        ) as items
      from returns r
      where r.id = ${returnId}`)
    if (row === null) return null
    const { items, ...found } = row
    return { return: found, items }
  }

  return {
    get,

    lockOrderOf: (returnId) =>
      lockOrder(db, sql.fragment`(select order_id from returns where id = ${returnId})`),

    ...returnUnits(db),

    async insert(requested, items) {
      const { id: returnId, companyId } = requested
      await insertTogether(db, [
        { table: 'returns', rows: [columnsOf(requested)] },
        {
          table: 'return_items',
          rows: items.map(({ devices: _, ...item }) => columnsOf({ ...item, returnId, companyId })),
        },
        {
          table: 'return_devices',
          rows: items.flatMap(({ id, devices }) =>
            devices.map(({ deviceId, unitNumber }) => columnsOf({ returnItemId: id, deviceId, unitNumber })),
          ),
        },
      ])
    },

    async save(changed: Return) {
      await update(
        db,
        'returns',
        sql.fragment`
        update returns
        set status = ${changed.status},
          return_address = ${changed.returnAddress === null ? null : json(changed.returnAddress)}::jsonb,
          return_by = ${changed.returnBy === null ? null : at(changed.returnBy)},
          decision_note = ${changed.decisionNote},
          resolution = ${changed.resolution},
          approved_at = ${changed.approvedAt === null ? null : at(changed.approvedAt)},
          closed_at = ${changed.closedAt === null ? null : at(changed.closedAt)},
          version = ${changed.version},
          updated_at = ${at(changed.updatedAt)}
        where id = ${changed.id}`,
      )
    },

    async saveItems(items) {
      const rows = items.map(({ id, receivedQuantity, releasedQuantity, notReturnedQuantity }) =>
        columnsOf({ id, receivedQuantity, releasedQuantity, notReturnedQuantity }),
      )
      await update(
        db,
        'return_items',
        sql.fragment`
        update return_items i
        set received_quantity = n.received_quantity,
          released_quantity = n.released_quantity,
          not_returned_quantity = n.not_returned_quantity
        from jsonb_populate_recordset(null::return_items, ${json(rows)}::jsonb) n
        where i.id = n.id`,
      )
    },

    async releaseDevices(returnId, releasedAt) {
      await update(
        db,
        'return_devices',
        sql.fragment`
        update return_devices
        set released_at = ${at(releasedAt)}
        where released_at is null
          and return_item_id in (select id from return_items where return_id = ${returnId})`,
      )
    },

    async insertReceipts(receipts) {
      await insertTogether(db, [
        {
          table: 'return_receipts',
          rows: receipts.map(({ devices: _, ...receipt }) => columnsOf(receipt)),
        },
        {
          table: 'return_devices',
          rows: receipts.flatMap(({ id: receiptId, returnItemId, receivedAt, devices }) =>
            devices.map(({ deviceId, unitNumber }) =>
              columnsOf({ returnItemId, deviceId, unitNumber, receiptId, receivedAt }),
            ),
          ),
          onConflict: sql.fragment`
            on conflict (return_item_id, device_id) do update
            set receipt_id = excluded.receipt_id,
              received_at = excluded.received_at`,
        },
      ])
    },

    async insertShipment(shipment, { companyId }) {
      await insertRows(db, 'return_shipments', [columnsOf({ ...shipment, companyId })])
    },

    async receiveShipment(returnId, shipmentId, receivedAt) {
      const { rowCount } = await db.query(sql.command`
        update return_shipments
        set status = 'received',
          received_at = coalesce(received_at, ${at(receivedAt)})
        where id = ${shipmentId} and return_id = ${returnId}`)
      return rowCount === 1
    },
  }
}
