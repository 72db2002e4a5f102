import type { FragmentSqlToken } from 'slonik'
import type {
  CourierView,
  ShipmentReader,
  ShipmentSummaryView,
  ShipmentView,
} from '../../../application/ports/shipment-reader.ts'
import type { ShipmentItemId } from '../../../domain/shared/ids.ts'
import { openMoves } from '../../../domain/shared/lifecycle.ts'
import { missingForCustoms } from '../../../domain/shipments/parcel.ts'
import { shipmentLifecycle } from '../../../domain/shipments/shipment-lifecycle.ts'
import { allOf, behind, byCreation, equals, pageOfRows } from '../page-reader.ts'
import { type Db, sql } from '../sql.ts'
import { getDevices, listDevices } from './device-reader.ts'
import { effectiveParcel, type ParcelColumns, parcelOf } from './parcel-columns.ts'
import { candidatesAmong, courierPageRow } from './tracking-candidates.ts'

const summary = sql.fragment`
    json_build_object(
      'id', s.id,
      'fulfillment_order_id', s.fulfillment_order_id,
      'order_id', s.order_id,
      'order_number', o.number,
      'company_id', s.company_id,
      'company_name', c.name,
      'status', s.status,
      'tracking_status', s.tracking_status,
      'tracking_detail', s.tracking_detail,
      'address_id', s.address_id,
      'address_snapshot', s.address_snapshot,
      'courier_code', s.courier_code,
      'tracking_number', s.tracking_number,
      'tracking_url', s.tracking_url,
      'courier_service', s.courier_service,
      'carrier_code', s.carrier_code,
      'carrier_tracking_number', s.carrier_tracking_number,
      'ready_at', utc(s.ready_at),
      'in_transit_at', utc(s.in_transit_at),
      'delivered_at', utc(s.delivered_at),
      'cancelled_at', utc(s.cancelled_at),
      'delivery_corrected_at', utc(s.delivery_corrected_at),
      'written_off_at', utc(s.written_off_at),
      'version', s.version,
      'created_at', utc(s.created_at),
      'updated_at', utc(s.updated_at))`

const shipments = sql.fragment`
    shipments s
    join orders o on o.id = s.order_id
    join companies c on c.id = s.company_id`

const items = sql.fragment`
    (
      select coalesce(json_agg(
        json_build_object(
          'id', i.id,
          'fulfillment_item_id', i.fulfillment_item_id,
          'order_item_id', i.order_item_id,
          'sku', l.sku,
          'description', l.description,
          'is_provisionable', l.is_provisionable,
          'quantity', i.quantity,
          'written_off', (
            select coalesce(sum(w.quantity), 0)
            from write_offs w
            where w.shipment_item_id = i.id and w.reversed_at is null),
          'hs_code', coalesce(i.hs_code, r.hs_code),
          'origin_country', coalesce(i.origin_country, r.origin_country),
          'devices', (
            select coalesce(json_agg(
              json_build_object(
                'unit_number', b.unit_number,
                'device_id', b.device_id,
                'serial', d.serial) order by b.unit_number), '[]')
            from shipment_devices b
            join devices d on d.id = b.device_id
            where b.shipment_item_id = i.id and b.released_at is null)) order by l.position), '[]')
      from shipment_items i
      join order_items l on l.id = i.order_item_id
      join products r on r.id = l.product_id
      where i.shipment_id = s.id)`

const steps = sql.fragment`
    (
      select coalesce(json_agg(
        json_build_object(
          'id', t.id,
          'scenario', t.scenario,
          'status', t.status,
          'device_serial', d.serial,
          'attempts', t.attempts,
          'max_attempts', t.max_attempts,
          'last_error', t.last_error) order by t.created_at, t.id), '[]')
      from automation_steps t
      join devices d on d.id = t.device_id
      where t.shipment_id = s.id)`

// A scan without a zone has no instant: it stands where we learnt of it.
const scans = sql.fragment`
    (
      select coalesce(json_agg(newest.view order by newest.at desc, newest.sequence desc), '[]')
      from (
        select
          coalesce(e.occurred_at, e.received_at) as at,
          e.sequence,
          json_build_object(
          'id', e.id,
          'code', e.code,
          'description', e.description,
          'canonical', e.canonical,
          'detail', e.detail,
          'occurred_at', utc(e.occurred_at),
          'place', e.place,
          'source', e.source,
          'received_at', utc(e.received_at)) as view
        from courier_events e
        where e.shipment_id = s.id
        order by at desc, e.sequence desc
        limit 50
      ) newest)`

const writeOffs = sql.fragment`
    (
      select coalesce(json_agg(
        json_build_object(
          'id', w.id,
          'case_id', w.case_id,
          'shipment_item_id', w.shipment_item_id,
          'sku', l.sku,
          'quantity', w.quantity,
          'serial_numbers', (
            select coalesce(json_agg(d.serial order by d.serial), '[]')
            from write_off_devices x
            join devices d on d.id = x.device_id
            where x.write_off_id = w.id),
          'cause', w.cause,
          'note', w.note,
          'written_off_by', w.written_off_by,
          'written_off_at', utc(w.written_off_at),
          'reversed_by', w.reversed_by,
          'reversed_at', utc(w.reversed_at),
          'reverse_reason', w.reverse_reason) order by w.written_off_at, w.id), '[]')
      from write_offs w
      join shipment_items i on i.id = w.shipment_item_id
      join order_items l on l.id = i.order_item_id
      where w.shipment_id = s.id)`

const courier = sql.fragment`
    json_build_object(
      'courier_code', c.courier_code,
      'name', c.name,
      'tracking_url_template', c.tracking_url_template,
      'adapter', c.adapter,
      'enabled', c.enabled,
      'delivery_sla_days', c.delivery_sla_days,
      'delivery_sla_days_by_service', c.delivery_sla_days_by_service,
      'tracking_mode', c.tracking_mode,
      'polling', json_build_object(
        'seconds_by_status', c.poll_seconds,
        'ageing', c.poll_ageing,
        'net_seconds', c.net_poll_seconds,
        'age_limit_days', c.age_limit_days,
        'not_found_days', c.not_found_days),
      'calls', json_build_object(
        'burst', c.burst_calls,
        'refill', c.refill_calls,
        'refill_seconds', c.refill_seconds,
        'per_day', c.day_calls),
      'secret_reference', c.secret_reference,
      'paused_until', utc(a.paused_until),
      'pause_reason', a.pause_reason,
      'pause_kind', a.pause_kind,
      'rejected_pushes_today', (
        select coalesce(sum(r.pushes), 0)
        from courier_rejected_pushes r
        where r.courier_code = c.courier_code and r.day = (now() at time zone 'utc')::date),
      'version', c.version,
      'updated_at', utc(c.updated_at))`

const couriers = sql.fragment`
    couriers c
    left join courier_accounts a on a.courier_code = c.courier_code`

/** Reads shipments, couriers and devices in the contract's shape. */
export function createShipmentReader(db: Db): ShipmentReader {
  return {
    async list(filter, page) {
      const rows = await db.any(sql.view<{ view: ShipmentSummaryView }>()`
        select ${summary} as view
        from ${shipments}
        where ${allOf([
          equals(sql.fragment`s.order_id`, filter.order_id),
          equals(sql.fragment`s.status`, filter.status),
          equals(sql.fragment`s.courier_code`, filter.courier_code),
          filter.tracking_number === undefined
            ? null
            : sql.fragment`${filter.tracking_number} in (s.tracking_number, s.carrier_tracking_number)`,
          behind(sql.fragment`s.created_at, s.id`, page.after),
        ])}
        order by s.created_at desc, s.id desc
        limit ${page.limit + 1}`)
      return pageOfRows(rows, page, byCreation)
    },

    // For one the planner keeps its plan, for an array it makes a new one each time.
    detail: async (shipmentId) =>
      (await readDetails(db, sql.fragment`(values (${shipmentId}::text, 1))`))[0] ?? null,
    details: (shipmentIds) =>
      readDetails(db, sql.fragment`unnest(${sql.array([...shipmentIds], 'text')}) with ordinality`),

    async couriers(page) {
      const rows = await db.any(sql.view<{ view: CourierView }>()`
        select ${courier} as view
        from ${couriers}
        where ${page.after === null ? sql.fragment`true` : sql.fragment`c.courier_code > ${page.after.id}`}
        order by c.courier_code
        limit ${page.limit + 1}`)
      // A courier is configuration and has no time; the code alone is the key.
      return pageOfRows(rows, page, (view) => ({ at: new Date(0).toISOString(), id: view.courier_code }))
    },

    async courier(courierCode) {
      const row = await db.maybeOne(sql.view<{ view: CourierView }>()`
        select ${courier} as view
        from ${couriers}
        where c.courier_code = ${courierCode}`)
      return row?.view ?? null
    },

    async trackingNumber(text) {
      const enabled = await db.any(courierPageRow`
        select
          courier_code as "courierCode",
          name,
          adapter,
          tracking_url_template as "trackingUrlTemplate"
        from couriers
        where enabled
        order by courier_code`)
      return candidatesAmong(enabled, text)
    },

    devices: (filter, page) => listDevices(db, filter, page),
    devicesById: (deviceIds) => getDevices(db, deviceIds),
  }
}

async function readDetails(db: Db, asked: FragmentSqlToken): Promise<ShipmentView[]> {
  const rows = await db.any(sql.view<{
    view: ShipmentSummaryView
    parcel: ParcelColumns
    items: ShipmentView['items']
    steps: ShipmentView['automation_steps']
    scans: ShipmentView['courier_events']
    write_offs: ShipmentView['write_offs']
  }>()`
    select
      ${summary} as view,
      ${effectiveParcel} as parcel,
      ${items} as items,
      ${steps} as steps,
      ${scans} as scans,
      ${writeOffs} as write_offs
    from ${asked} as asked (id, place)
    join shipments s on s.id = asked.id
    join orders o on o.id = s.order_id
    join companies c on c.id = s.company_id
    order by asked.place`)
  return rows.map(({ view, parcel, items, steps, scans, write_offs }) => {
    const facts = {
      hasTracking: view.courier_code !== null && view.tracking_number !== null,
      hasEverySerial: items.every((item) => !item.is_provisionable || item.devices.length >= item.quantity),
      isWrittenOff: items.every((item) => item.written_off === item.quantity),
    }
    return {
      ...view,
      parcel: parcelView(parcel),
      customs_missing: missingForCustoms({
        parcel: parcelOf(parcel),
        items: items.map((item) => ({
          shipmentItemId: item.id as ShipmentItemId,
          sku: item.sku,
          hsCode: item.hs_code,
          originCountry: item.origin_country,
        })),
      }),
      items,
      automation_steps: steps,
      courier_events: scans,
      write_offs,
      allowed_moves: openMoves(shipmentLifecycle, view.status, facts),
    }
  })
}

function parcelView({ value_minor, value_currency, ...parcel }: ParcelColumns): ShipmentView['parcel'] {
  const value =
    value_minor === null || value_currency === null
      ? null
      : { amount_minor: value_minor, currency: value_currency }
  return { ...parcel, value }
}
