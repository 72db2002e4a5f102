import type { Page, PageRequest } from '../../../application/ports/page.ts'
import type { DeviceFilter, DeviceView } from '../../../application/ports/shipment-reader.ts'
import { allOf, behind, byCreation, equals, pageOfRows } from '../page-reader.ts'
import { type Db, sql } from '../sql.ts'

const device = sql.fragment`
    json_build_object(
      'id', d.id,
      'serial', d.serial,
      'product_id', d.product_id,
      'sku', p.sku,
      'shipment_id', bound.shipment_id,
      'company_id', held.company_id,
      'mirror', case
        when m.device_id is not null then json_build_object(
          'legacy_status', m.legacy_status,
          'revision', m.revision,
          'refreshed_at', utc(m.refreshed_at))
      end,
      'created_at', utc(d.created_at))`

// A device is in at most one live binding (unique index) and has at most one open assignment (exclusion).
const surroundings = sql.fragment`
    join products p on p.id = d.product_id
    left join shipment_devices b on b.device_id = d.id and b.released_at is null and b.restocked_at is null
    left join shipment_items bound on bound.id = b.shipment_item_id
    left join device_assignments held on held.device_id = d.id and held.unassigned_at is null
    left join device_mirrors m on m.device_id = d.id`

export async function listDevices(
  db: Db,
  filter: DeviceFilter,
  page: PageRequest,
): Promise<Page<DeviceView>> {
  const free = sql.fragment`(b.device_id is null and held.device_id is null)`
  const rows = await db.any(sql.view<{ view: DeviceView }>()`
    select ${device} as view
    from devices d
    ${surroundings}
    where ${allOf([
      equals(sql.fragment`p.sku`, filter.sku),
      equals(sql.fragment`d.serial`, filter.serial),
      filter.available === undefined ? null : filter.available ? free : sql.fragment`not ${free}`,
      behind(sql.fragment`d.created_at, d.id`, page.after),
    ])}
    order by d.created_at desc, d.id desc
    limit ${page.limit + 1}`)
  return pageOfRows(rows, page, byCreation)
}

export async function getDevices(db: Db, deviceIds: readonly string[]): Promise<DeviceView[]> {
  const rows = await db.any(sql.view<{ view: DeviceView }>()`
    select ${device} as view
    from unnest(${sql.array([...deviceIds], 'text')}) with ordinality as asked (id, place)
    join devices d on d.id = asked.id
    ${surroundings}
    order by asked.place`)
  return rows.map((row) => row.view)
}
