import type {
  AutomationPlanView,
  PackingReader,
  PastDestinationView,
  PlannedUnitView,
  ShipmentOptionsView,
} from '../../../application/ports/packing-reader.ts'
import type { ShipmentItem } from '../../../domain/shipments/shipment.ts'
import { usualStep } from '../../../domain/shipments/step-plan.ts'
import { pageOf } from '../page-reader.ts'
import { at, type Db, sql } from '../sql.ts'
import { readSlip } from './packing-slip-reader.ts'

/** The builder shows so many former destinations, and so many of the book; lists have the rest. */
const SHOWN = 25
const SHOWN_OF_BOOK = 100

const packable = sql.fragment`
    (
      select json_agg(
        json_build_object(
          'fulfillment_item_id', i.id,
          'order_item_id', i.order_item_id,
          'sku', l.sku,
          'description', l.description,
          'is_provisionable', l.is_provisionable,
          'quantity', i.quantity,
          'allocated', units.allocated,
          'remaining', i.quantity - units.allocated,
          'provisionable', case when l.is_provisionable then i.quantity - units.allocated else 0 end,
          'available_devices', case when l.is_provisionable then stock.devices else 0 end,
          'hs_code', r.hs_code,
          'origin_country', r.origin_country,
          'weight_grams', r.weight_grams,
          'unit_value_minor', l.unit_amount_minor) order by l.position)
      from fulfillment_items i
      join order_items l on l.id = i.order_item_id
      join products r on r.id = l.product_id
      cross join lateral (
        select coalesce(sum(si.quantity), 0) as allocated
        from shipment_items si
        join shipments s on s.id = si.shipment_id
        where si.fulfillment_item_id = i.id and s.status <> 'cancelled'
      ) units
      cross join lateral (
        select count(*) as devices
        from devices d
        where d.product_id = l.product_id
          and l.is_provisionable
          and not exists (select from shipment_devices b where b.device_id = d.id and b.released_at is null)
          and not exists (
            select from device_assignments held where held.device_id = d.id and held.unassigned_at is null
          )
      ) stock
      where i.fulfillment_order_id = f.id)`

const book = sql.fragment`
    (
      select coalesce(json_agg(place.view order by place.is_default desc, place.last_used_at desc nulls last, place.id), '[]')
      from (
        select
          a.id,
          a.last_used_at,
          coalesce(a.id = c.default_shipping_address_id, false) as is_default,
          json_build_object(
            'address_id', a.id,
            'address_snapshot', json_build_object(
              'label', a.label,
              'recipient', a.recipient,
              'line1', a.line1,
              'line2', a.line2,
              'city', a.city,
              'region', a.region,
              'postal_code', a.postal_code,
              'country', a.country,
              'phone', a.phone),
            'is_default', coalesce(a.id = c.default_shipping_address_id, false),
            'last_used_at', utc(a.last_used_at)) as view
        from addresses a
        where a.company_id = c.id and a.archived_at is null
        order by is_default desc, a.last_used_at desc nulls last, a.id
        limit ${SHOWN_OF_BOOK}
      ) place)`

const couriers = sql.fragment`
    (
      select coalesce(json_agg(
        json_build_object('courier_code', k.courier_code, 'name', k.name) order by k.courier_code), '[]')
      from couriers k
      where k.enabled)`

/** Two snapshots that say the same are one place, as in the book. */
const placeOf = sql.fragment`
    address_hash(
      s.address_snapshot ->> 'recipient',
      s.address_snapshot ->> 'line1',
      s.address_snapshot ->> 'line2',
      s.address_snapshot ->> 'city',
      s.address_snapshot ->> 'region',
      s.address_snapshot ->> 'postal_code',
      s.address_snapshot ->> 'country')`

async function listPast(
  db: Db,
  companyId: string,
  { after, limit }: { after: { at: string; id: string } | null; limit: number },
): Promise<PastDestinationView[]> {
  const rows = await db.any(sql.view<{ view: PastDestinationView }>()`
    select
      json_build_object(
        'shipment_id', newest.id,
        'address_id', live.id,
        'address_snapshot', newest.address_snapshot,
        'last_used_at', utc(newest.created_at),
        'shipments', newest.shipments) as view
    from (
      select distinct on (place)
        s.id,
        s.address_id,
        s.address_snapshot,
        s.created_at,
        place,
        count(*) over (partition by place) as shipments
      from shipments s
      cross join lateral (select ${placeOf} as place) named
      where s.company_id = ${companyId} and s.status <> 'cancelled'
      order by place, s.created_at desc, s.id desc
    ) newest
    left join addresses live on live.id = newest.address_id and live.archived_at is null
    where ${
      after === null
        ? sql.fragment`true`
        : sql.fragment`(newest.created_at, newest.id) < (${at(new Date(after.at))}, ${after.id})`
    }
    order by newest.created_at desc, newest.id desc
    limit ${limit}`)
  return rows.map((row) => row.view)
}

const units = sql.fragment`
    (
      select coalesce(json_agg(
        json_build_object(
          'shipment_item_id', i.id,
          'sku', l.sku,
          'unit_number', unit.number,
          'device_id', d.id,
          'serial', d.serial,
          'replaces', case
            when r.id is not null then json_build_object('replacementId', r.id, 'oldSerial', old.serial)
          end,
          'steps', (
            select coalesce(json_agg(
              json_build_object(
                'scenario', coalesce(t.scenario, q.scenario),
                'payload', coalesce(q.payload, t.payload),
                'skip', coalesce(t.is_skipped, false),
                'note', t.note,
                'is_planned', t.scenario is not null,
                'automation_step_id', q.id,
                'status', q.status) order by coalesce(t.scenario, q.scenario)), '[]')
            from (
              select *
              from planned_steps
              where shipment_item_id = i.id and unit_number = unit.number
            ) t
            full join (
              select *
              from automation_steps
              where shipment_item_id = i.id and unit_number = unit.number
            ) q on q.scenario = t.scenario
            where t.scenario is not null or q.scenario <> 'sensor_return')) order by l.position, unit.number), '[]')
      from shipment_items i
      join order_items l on l.id = i.order_item_id and l.is_provisionable
      cross join lateral generate_series(1, i.quantity) as unit (number)
      left join shipment_devices b
        on b.shipment_item_id = i.id and b.unit_number = unit.number and b.released_at is null
      left join devices d on d.id = b.device_id
      left join replacements r on r.id = l.replacement_id
      left join devices old on old.id = r.old_device_id
      where i.shipment_id = s.id)`

type StoredUnit = Omit<PlannedUnitView, 'is_default' | 'steps'> & {
  replaces: ShipmentItem['replaces']
  steps: (PlannedUnitView['steps'][number] & { is_planned: boolean })[]
}

/** A unit without a plan shows the usual step, before it is queued as well as afterwards. */
function plannedUnit({ steps, replaces, ...unit }: StoredUnit): PlannedUnitView {
  const usual = { ...usualStep({ replaces }), skip: false, note: null }
  return {
    ...unit,
    is_default: steps.every(({ is_planned }) => !is_planned),
    steps:
      steps.length === 0
        ? [{ ...usual, automation_step_id: null, status: null }]
        : steps.map(({ is_planned: _isPlanned, ...step }) => step),
  }
}

/** Reads what the builder of parcels looks at, in the contract's shape. */
export function createPackingReader(db: Db): PackingReader {
  return {
    async options(fulfillmentOrderId) {
      const row = await db.maybeOne(sql.view<{
        view: Omit<ShipmentOptionsView, 'items' | 'book' | 'couriers' | 'past_destinations'>
        items: ShipmentOptionsView['items']
        book: ShipmentOptionsView['book']
        couriers: ShipmentOptionsView['couriers']
      }>()`
        select
          json_build_object(
            'fulfillment_order_id', f.id,
            'order_id', f.order_id,
            'company_id', f.company_id,
            'status', f.status,
            'currency', o.currency) as view,
          ${packable} as items,
          ${book} as book,
          ${couriers} as couriers
        from fulfillment_orders f
        join orders o on o.id = f.order_id
        join companies c on c.id = f.company_id
        where f.id = ${fulfillmentOrderId}`)
      if (row === null) return null
      const { view, items, ...rest } = row
      const past = await listPast(db, view.company_id, { after: null, limit: SHOWN })
      return { ...view, items, book: rest.book, past_destinations: past, couriers: rest.couriers }
    },

    async pastDestinations(companyId, page) {
      const views = await listPast(db, companyId, { after: page.after, limit: page.limit + 1 })
      return pageOf(views, page, (view) => ({ at: view.last_used_at, id: view.shipment_id }))
    },

    async plan(shipmentId) {
      const row = await db.maybeOne(sql.view<{
        view: Omit<AutomationPlanView, 'units' | 'is_editable'>
        units: StoredUnit[]
      }>()`
        select
          json_build_object('shipment_id', s.id, 'status', s.status, 'version', s.version) as view,
          ${units} as units
        from shipments s
        where s.id = ${shipmentId}`)
      if (row === null) return null
      const { status } = row.view
      return {
        ...row.view,
        is_editable: status === 'draft' || status === 'ready',
        units: row.units.map(plannedUnit),
      }
    },

    slip: (shipmentId) => readSlip(db, shipmentId),
  }
}
