import { Type } from 'typebox'
import type { ReturnStore } from '../../../application/ports/return-store.ts'
import type { Condition } from '../../../domain/returns/receipt.ts'
import type { ReturnableDevice } from '../../../domain/returns/returnable-units.ts'
import type { DeviceId, OrderItemId, ShipmentId, ShipmentItemId } from '../../../domain/shared/ids.ts'
import { flag, jsonOf, oneOf, text, whole } from '../columns.ts'
import { update } from '../gathered-writes.ts'
import { at, type Db, sql } from '../sql.ts'

const unitsRow = sql.rowsOf(
  Type.Object({
    shipmentItemId: oneOf<ShipmentItemId>(),
    orderItemId: oneOf<OrderItemId>(),
    sku: text,
    isProvisionable: flag,
    hasArrived: flag,
    quantity: whole,
    taken: whole,
    devices: jsonOf<ReturnableDevice[]>(),
  }),
)

const inReturnsRow = sql.rowsOf(
  Type.Object({
    shipmentItemId: oneOf<ShipmentItemId>(),
    quantity: whole,
    deviceIds: jsonOf<DeviceId[]>(),
  }),
)

const receivedDeviceRow = sql.rowsOf(
  Type.Object({
    deviceId: oneOf<DeviceId>(),
    serial: text,
    unitNumber: whole,
    shipmentItemId: oneOf<ShipmentItemId>(),
    shipmentId: oneOf<ShipmentId>(),
    sku: text,
    condition: oneOf<Condition>(),
    isAssigned: flag,
    hasStep: flag,
    isRestocked: flag,
  }),
)

/** The units of parcels as returns see them: what may come back, what has, and what goes out again. */
export function returnUnits(
  db: Db,
): Pick<ReturnStore, 'returnableUnits' | 'unitsInReturns' | 'receivedDevices' | 'restockDevices'> {
  return {
    async returnableUnits(orderId) {
      const rows = await db.any(unitsRow`
        select
          i.id as "shipmentItemId",
          i.order_item_id as "orderItemId",
          o.sku,
          o.is_provisionable as "isProvisionable",
          s.status = 'delivered' or s.tracking_status = 'returned' as "hasArrived",
          i.quantity,
          units_in_returns(i.id) + units_written_off(i.id) as taken,
          (
            select coalesce(json_agg(json_build_object(
              'deviceId', d.id,
              'serial', d.serial,
              'unitNumber', b.unit_number,
              'isTaken', exists (
                select from return_devices r
                join return_items k on k.id = r.return_item_id
                where r.device_id = d.id
                  and k.shipment_item_id = i.id
                  and (r.released_at is null or r.received_at is not null)
              ) or exists (
                select from write_off_devices x
                join write_offs w on w.id = x.write_off_id and w.reversed_at is null
                where x.device_id = d.id and w.shipment_item_id = i.id
              )
            ) order by b.unit_number), '[]')
            from shipment_devices b
            join devices d on d.id = b.device_id
            where b.shipment_item_id = i.id and b.released_at is null
          ) as devices
        from shipments s
        join shipment_items i on i.shipment_id = s.id
        join order_items o on o.id = i.order_item_id
        where s.order_id = ${orderId} and s.status <> 'cancelled'
        order by i.id`)
      return [...rows]
    },

    async unitsInReturns(shipmentId) {
      const rows = await db.any(inReturnsRow`
        select
          i.shipment_item_id as "shipmentItemId",
          sum(i.quantity - i.released_quantity)::integer as quantity,
          (
            select coalesce(json_agg(d.device_id), '[]')
            from return_items k
            join return_devices d on d.return_item_id = k.id
            where k.shipment_item_id = i.shipment_item_id
              and (d.released_at is null or d.received_at is not null)
          ) as "deviceIds"
        from shipment_items s
        join return_items i on i.shipment_item_id = s.id
        where s.shipment_id = ${shipmentId}
        group by i.shipment_item_id`)
      return [...rows]
    },

    async receivedDevices(returnId) {
      const rows = await db.any(receivedDeviceRow`
        select
          r.device_id as "deviceId",
          d.serial,
          r.unit_number as "unitNumber",
          i.shipment_item_id as "shipmentItemId",
          s.shipment_id as "shipmentId",
          o.sku,
          a.condition,
          r.restocked_at is not null as "isRestocked",
          exists (
            select from device_assignments a
            where a.device_id = r.device_id and a.company_id = i.company_id and a.unassigned_at is null
          ) as "isAssigned",
          exists (
            select from automation_steps t
            where t.shipment_item_id = i.shipment_item_id
              and t.unit_number = r.unit_number
              and t.scenario = 'sensor_return'
              and t.status <> 'cancelled'
          ) as "hasStep"
        from return_items i
        join return_devices r on r.return_item_id = i.id
        join return_receipts a on a.id = r.receipt_id
        join devices d on d.id = r.device_id
        join shipment_items s on s.id = i.shipment_item_id
        join order_items o on o.id = i.order_item_id
        where i.return_id = ${returnId} and r.received_at is not null
        order by d.serial`)
      return [...rows]
    },

    async restockDevices(returnId, deviceIds, { at: restockedAt, by }) {
      const devices = sql.array([...deviceIds], 'text')
      await update(
        db,
        'return_devices',
        sql.fragment`
        update return_devices
        set restocked_at = ${at(restockedAt)},
          restocked_by = ${by},
          released_at = coalesce(released_at, ${at(restockedAt)})
        where device_id = any(${devices})
          and return_item_id in (select id from return_items where return_id = ${returnId})`,
      )
      await update(
        db,
        'shipment_devices',
        sql.fragment`
        update shipment_devices
        set restocked_at = ${at(restockedAt)}
        where device_id = any(${devices})
          and released_at is null
          and shipment_item_id in (select shipment_item_id from return_items where return_id = ${returnId})`,
      )
    },
  }
}
