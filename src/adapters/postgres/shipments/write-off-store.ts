import { Type } from 'typebox'
import type { WriteOffStore } from '../../../application/ports/write-off-store.ts'
import type {
  CaseId,
  CompanyId,
  DeviceId,
  OrderId,
  ShipmentId,
  ShipmentItemId,
  WriteOffId,
} from '../../../domain/shared/ids.ts'
import type { WriteOffCause } from '../../../domain/shipments/write-off.ts'
import { instant, jsonOf, maybeInstant, maybeText, oneOf, text, whole } from '../columns.ts'
import { insertTogether, update } from '../gathered-writes.ts'
import { at, columnsOf, type Db, sql } from '../sql.ts'

const writeOffRow = sql.rowsOf(
  Type.Object({
    id: oneOf<WriteOffId>(),
    caseId: oneOf<CaseId>(),
    shipmentItemId: oneOf<ShipmentItemId>(),
    shipmentId: oneOf<ShipmentId>(),
    orderId: oneOf<OrderId>(),
    companyId: oneOf<CompanyId>(),
    quantity: whole,
    cause: oneOf<WriteOffCause>(),
    note: maybeText,
    writtenOffBy: text,
    writtenOffAt: instant,
    reversedBy: maybeText,
    reversedAt: maybeInstant,
    reverseReason: maybeText,
    deviceIds: jsonOf<DeviceId[]>(),
  }),
)

export function createWriteOffStore(db: Db): WriteOffStore {
  return {
    async find(shipmentId, writeOffId) {
      const row = await db.maybeOne(writeOffRow`
        select
          w.id,
          w.case_id as "caseId",
          w.shipment_item_id as "shipmentItemId",
          w.shipment_id as "shipmentId",
          w.order_id as "orderId",
          w.company_id as "companyId",
          w.quantity,
          w.cause,
          w.note,
          w.written_off_by as "writtenOffBy",
          w.written_off_at as "writtenOffAt",
          w.reversed_by as "reversedBy",
          w.reversed_at as "reversedAt",
          w.reverse_reason as "reverseReason",
          (
            select coalesce(json_agg(d.device_id order by d.device_id), '[]')
            from write_off_devices d
            where d.write_off_id = w.id
          ) as "deviceIds"
        from write_offs w
        where w.id = ${writeOffId} and w.shipment_id = ${shipmentId}`)
      if (row === null) return null
      const { deviceIds, ...writeOff } = row
      return { writeOff, deviceIds }
    },

    async insert(writeOffs) {
      await insertTogether(db, [
        { table: 'write_offs', rows: writeOffs.map(({ writeOff }) => columnsOf(writeOff)) },
        {
          table: 'write_off_devices',
          rows: writeOffs.flatMap(({ writeOff, deviceIds }) =>
            deviceIds.map((deviceId) => columnsOf({ writeOffId: writeOff.id, deviceId })),
          ),
        },
      ])
    },

    async save(writeOff) {
      await update(
        db,
        'write_offs',
        sql.fragment`
        update write_offs
        set reversed_by = ${writeOff.reversedBy},
          reversed_at = ${writeOff.reversedAt === null ? null : at(writeOff.reversedAt)},
          reverse_reason = ${writeOff.reverseReason}
        where id = ${writeOff.id}`,
      )
    },
  }
}
