import type { FragmentSqlToken } from 'slonik'
import { Type } from 'typebox'
import type { LoadedShipment, ShipmentStore } from '../../../application/ports/shipment-store.ts'
import type {
  AddressId,
  CompanyId,
  DeviceId,
  FulfillmentOrderId,
  OrderId,
  ProductId,
  ShipmentId,
} from '../../../domain/shared/ids.ts'
import type { AddressSnapshot, ShipmentItem } from '../../../domain/shipments/shipment.ts'
import type { ShipmentStatus } from '../../../domain/shipments/shipment-lifecycle.ts'
import type { TrackingStatus } from '../../../domain/shipments/tracking-status.ts'
import { flag, instant, jsonOf, maybeInstant, maybeOneOf, maybeText, oneOf, text, whole } from '../columns.ts'
import { insertTogether, update } from '../gathered-writes.ts'
import { lockOrder } from '../order-lock.ts'
import { at, columnsOf, type Db, json, sql } from '../sql.ts'
import { courierEvents } from './courier-events.ts'
import { moveParcels } from './move-parcels.ts'
import { refuseUnusable } from './refuse-unusable.ts'

const shipmentRow = sql.rowsOf(
  Type.Object({
    id: oneOf<ShipmentId>(),
    fulfillmentOrderId: oneOf<FulfillmentOrderId>(),
    orderId: oneOf<OrderId>(),
    companyId: oneOf<CompanyId>(),
    status: oneOf<ShipmentStatus>(),
    trackingStatus: oneOf<TrackingStatus>(),
    trackingDetail: maybeText,
    addressId: maybeOneOf<AddressId>(),
    addressSnapshot: jsonOf<AddressSnapshot>(),
    courierCode: maybeText,
    trackingNumber: maybeText,
    trackingUrl: maybeText,
    trackingNumberReason: maybeText,
    courierService: maybeText,
    carrierCode: maybeText,
    carrierTrackingNumber: maybeText,
    readyAt: maybeInstant,
    inTransitAt: maybeInstant,
    deliveredAt: maybeInstant,
    cancelledAt: maybeInstant,
    deliveryCorrectedAt: maybeInstant,
    writtenOffAt: maybeInstant,
    version: whole,
    createdAt: instant,
    updatedAt: instant,
    items: jsonOf<ShipmentItem[]>(),
  }),
)
const parcelRow = sql.rowsOf(Type.Object({ shipmentId: oneOf<ShipmentId>(), isCourierEnabled: flag }))
const idRow = sql.rowsOf(Type.Object({ id: oneOf<ShipmentId>() }))
const courierRow = sql.rowsOf(
  Type.Object({
    courierCode: text,
    name: text,
    trackingUrlTemplate: text,
    adapter: text,
    enabled: flag,
    secretReference: maybeText,
  }),
)
const productRow = sql.rowsOf(Type.Object({ id: oneOf<ProductId>(), sku: text, isProvisionable: flag }))
const candidateRow = sql.rowsOf(
  Type.Object({ serial: text, deviceId: maybeOneOf<DeviceId>(), isRightProduct: flag, isTaken: flag }),
)
export function createShipmentStore(db: Db): ShipmentStore {
  async function load(where: ReturnType<typeof sql.fragment>): Promise<LoadedShipment[]> {
    const rows = await db.any(shipmentRow`
      select
        s.id,
        s.fulfillment_order_id as "fulfillmentOrderId",
        s.order_id as "orderId",
        s.company_id as "companyId",
        s.status,
        s.tracking_status as "trackingStatus",
        s.tracking_detail as "trackingDetail",
        s.address_id as "addressId",
        s.address_snapshot as "addressSnapshot",
        s.courier_code as "courierCode",
        s.tracking_number as "trackingNumber",
        s.tracking_url as "trackingUrl",
        s.tracking_number_reason as "trackingNumberReason",
        s.courier_service as "courierService",
        s.carrier_code as "carrierCode",
        s.carrier_tracking_number as "carrierTrackingNumber",
        s.ready_at as "readyAt",
        s.in_transit_at as "inTransitAt",
        s.delivered_at as "deliveredAt",
        s.cancelled_at as "cancelledAt",
        s.delivery_corrected_at as "deliveryCorrectedAt",
        s.written_off_at as "writtenOffAt",
        s.version,
        s.created_at as "createdAt",
        s.updated_at as "updatedAt",
        (
          select json_agg(json_build_object(
            'id', i.id,
            'fulfillmentItemId', i.fulfillment_item_id,
            'orderItemId', i.order_item_id,
            'sku', o.sku,
            'isProvisionable', o.is_provisionable,
            'quantity', i.quantity,
            'writtenOff', (
              select coalesce(sum(w.quantity), 0)
              from write_offs w
              where w.shipment_item_id = i.id and w.reversed_at is null
            ),
            'devices', (
              select coalesce(json_agg(json_build_object(
                'deviceId', d.id,
                'serial', d.serial,
                'unitNumber', b.unit_number,
                'isWrittenOff', exists (
                  select from write_off_devices x
                  join write_offs w on w.id = x.write_off_id and w.reversed_at is null
                  where x.device_id = b.device_id and w.shipment_item_id = b.shipment_item_id
                ),
                'isRestocked', b.restocked_at is not null
              ) order by b.unit_number), '[]')
              from shipment_devices b
              join devices d on d.id = b.device_id
              where b.shipment_item_id = i.id and b.released_at is null
            ),
            'replaces', case
              when r.id is not null then json_build_object('replacementId', r.id, 'oldSerial', old.serial)
            end,
            'plannedSteps', (
              select coalesce(json_agg(json_build_object(
                'unitNumber', t.unit_number,
                'scenario', t.scenario,
                'payload', t.payload,
                'isSkipped', t.is_skipped,
                'note', t.note
              ) order by t.unit_number, t.scenario), '[]')
              from planned_steps t
              where t.shipment_item_id = i.id
            )
          ) order by i.id)
          from shipment_items i
          join order_items o on o.id = i.order_item_id
          left join replacements r on r.id = o.replacement_id
          left join devices old on old.id = r.old_device_id
          where i.shipment_id = s.id
        ) as items
      from shipments s
      where ${where}
      order by s.id`)
    return rows.map(({ items, ...shipment }) => ({ shipment, items }))
  }

  return {
    lockOrderOf: (shipmentId) =>
      lockOrder(db, sql.fragment`(select order_id from shipments where id = ${shipmentId})`),

    get: async (shipmentId) => (await load(sql.fragment`s.id = ${shipmentId}`))[0] ?? null,
    ofOrder: (orderId) => load(sql.fragment`s.order_id = ${orderId}`),

    findByTracking: (courierCode, trackingNumber) =>
      db.maybeOne(parcelRow`
        select
          s.id as "shipmentId",
          c.enabled as "isCourierEnabled"
        from shipments s
        join couriers c on c.courier_code = s.courier_code
        where s.courier_code = ${courierCode} and s.tracking_number = ${trackingNumber} and s.status <> 'cancelled'
        order by s.status = 'draft', s.created_at desc
        limit 1`),

    async openWithNumber(courierCode, trackingNumber, except) {
      const row = await db.maybeOne(idRow`
        select id
        from shipments
        where courier_code = ${courierCode}
          and tracking_number = ${trackingNumber}
          and status in ('draft', 'ready', 'in_transit')
          and id is distinct from ${except}
        order by created_at desc
        limit 1`)
      return row?.id ?? null
    },

    findCourier: (courierCode) =>
      db.maybeOne(courierRow`
        select
          courier_code as "courierCode",
          name,
          tracking_url_template as "trackingUrlTemplate",
          adapter,
          enabled,
          secret_reference as "secretReference"
        from couriers
        where courier_code = ${courierCode}`),

    async insert(shipment, items) {
      await insertTogether(db, [
        { table: 'shipments', rows: [columnsOf(shipment)] },
        {
          table: 'shipment_items',
          rows: items.map((item) => columnsOf({ ...item, shipmentId: shipment.id })),
        },
      ])
    },

    async save(shipment, { pollsFrom } = {}) {
      await update(
        db,
        'shipments',
        sql.fragment`
        update shipments
        set status = ${shipment.status},
          tracking_status = ${shipment.trackingStatus},
          tracking_detail = ${shipment.trackingDetail},
          address_id = ${shipment.addressId},
          address_snapshot = ${json(shipment.addressSnapshot)}::jsonb,
          courier_code = ${shipment.courierCode},
          tracking_number = ${shipment.trackingNumber},
          tracking_url = ${shipment.trackingUrl},
          tracking_number_reason = ${shipment.trackingNumberReason},
          courier_service = ${shipment.courierService},
          carrier_code = ${shipment.carrierCode},
          carrier_tracking_number = ${shipment.carrierTrackingNumber},
          ready_at = ${shipment.readyAt === null ? null : at(shipment.readyAt)},
          in_transit_at = ${shipment.inTransitAt === null ? null : at(shipment.inTransitAt)},
          delivered_at = ${shipment.deliveredAt === null ? null : at(shipment.deliveredAt)},
          cancelled_at = ${shipment.cancelledAt === null ? null : at(shipment.cancelledAt)},
          delivery_corrected_at = ${shipment.deliveryCorrectedAt === null ? null : at(shipment.deliveryCorrectedAt)},
          written_off_at = ${shipment.writtenOffAt === null ? null : at(shipment.writtenOffAt)},
          version = ${shipment.version},
          updated_at = ${at(shipment.updatedAt)}${pollsFrom === undefined ? sql.fragment`` : firstPoll(shipment.courierCode, pollsFrom)}
        where id = ${shipment.id}`,
      )
    },

    moveParcels: (from, to, routes, movedAt) => moveParcels(db, { from, to, routes }, movedAt),

    async bindDevices(shipmentItemId, serialNumbers, instantNow) {
      await update(
        db,
        'shipment_devices',
        sql.fragment`
        update shipment_devices
        set released_at = ${at(instantNow)}
        where shipment_item_id = ${shipmentItemId} and released_at is null`,
      )
      const rows = await db.any(candidateRow`
        select
          wanted.serial,
          d.id as "deviceId",
          coalesce(d.product_id = o.product_id, false) as "isRightProduct",
          exists (
            select from shipment_devices b
            where b.device_id = d.id and b.released_at is null and b.restocked_at is null
          ) as "isTaken"
        from unnest(${sql.array([...serialNumbers], 'text')}) with ordinality as wanted (serial, place)
        join shipment_items i on i.id = ${shipmentItemId}
        join order_items o on o.id = i.order_item_id
        left join devices d on d.serial = wanted.serial
        order by wanted.place`)
      refuseUnusable(rows)
      await insertTogether(db, [
        {
          table: 'shipment_devices',
          rows: rows.map((row, index) => ({
            shipment_item_id: shipmentItemId,
            unit_number: index + 1,
            device_id: row.deviceId,
            bound_at: instantNow,
          })),
        },
      ])
    },

    async releaseDevices(shipmentId, instantNow) {
      await update(
        db,
        'shipment_devices',
        sql.fragment`
        update shipment_devices
        set released_at = ${at(instantNow)}
        where released_at is null
          and shipment_item_id in (select id from shipment_items where shipment_id = ${shipmentId})`,
      )
    },

    ...courierEvents(db),

    findProductBySku: (sku) =>
      db.maybeOne(productRow`
        select
          id,
          sku,
          is_provisionable as "isProvisionable"
        from products
        where sku = ${sku}`),

    async insertDevices(devices) {
      await insertTogether(db, [{ table: 'devices', rows: devices.map(columnsOf) }])
    },
  }
}

function firstPoll(courierCode: string | null, from: Date): FragmentSqlToken {
  return sql.fragment`,
          next_poll_at = coalesce((
            select ${at(from)} + make_interval(secs => coalesce((c.poll_seconds ->> 'pre_transit')::int, 21600))
            from couriers c
            where c.courier_code = ${courierCode} and c.tracking_mode in ('poll', 'push_and_poll')
          ), next_poll_at)`
}
