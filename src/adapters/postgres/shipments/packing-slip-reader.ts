import type { PackedItem, PackingSlip } from '../../../application/ports/packing-slip-renderer.ts'
import type { ShipmentStatus } from '../../../application/ports/shipment-reader.ts'
import type { AddressSnapshot } from '../../../domain/shipments/shipment.ts'
import { type Db, sql } from '../sql.ts'
import { effectiveParcel, type ParcelColumns } from './parcel-columns.ts'

type Facts = Pick<
  PackingSlip,
  | 'language'
  | 'shipmentId'
  | 'orderNumber'
  | 'purchaseOrderRef'
  | 'packedOn'
  | 'companyName'
  | 'packageNumber'
  | 'packageCount'
  | 'courierName'
  | 'trackingNumber'
>

const facts = sql.fragment`
    json_build_object(
      'language', c.language,
      'shipmentId', s.id,
      'orderNumber', o.number,
      'purchaseOrderRef', o.purchase_order_ref,
      'packedOn', to_char(s.created_at at time zone 'utc', 'YYYY-MM-DD'),
      'companyName', c.name,
      'packageNumber', parcels.before + 1,
      'packageCount', parcels.live,
      'courierName', k.name,
      'trackingNumber', s.tracking_number)`

const items = sql.fragment`
    (
      select json_agg(
        json_build_object(
          'sku', l.sku,
          'description', l.description,
          'quantity', i.quantity,
          'serials', (
            select coalesce(json_agg(d.serial order by b.unit_number), '[]')
            from shipment_devices b
            join devices d on d.id = b.device_id
            where b.shipment_item_id = i.id and b.released_at is null),
          'hsCode', coalesce(i.hs_code, r.hs_code),
          'originCountry', coalesce(i.origin_country, r.origin_country)) order by l.position)
      from shipment_items i
      join order_items l on l.id = i.order_item_id
      join products r on r.id = l.product_id
      where i.shipment_id = s.id)`

/** What the packing slip of a parcel says. The packages of an order are counted together, oldest first. */
export async function readSlip(
  db: Db,
  shipmentId: string,
): Promise<{ slip: PackingSlip; status: ShipmentStatus } | null> {
  const row = await db.maybeOne(sql.view<{
    status: ShipmentStatus
    facts: Facts
    address: AddressSnapshot
    parcel: ParcelColumns
    items: PackedItem[]
  }>()`
    select
      s.status,
      ${facts} as facts,
      s.address_snapshot as address,
      ${effectiveParcel} as parcel,
      ${items} as items
    from shipments s
    join orders o on o.id = s.order_id
    join companies c on c.id = s.company_id
    left join couriers k on k.courier_code = s.courier_code
    cross join lateral (
      select
        count(*) as live,
        count(*) filter (where (other.created_at, other.id) < (s.created_at, s.id)) as before
      from shipments other
      where other.order_id = s.order_id and other.status <> 'cancelled'
    ) parcels
    where s.id = ${shipmentId}`)
  if (row === null) return null
  const { status, address, parcel } = row
  return {
    status,
    slip: {
      ...row.facts,
      items: row.items,
      recipient: address.recipient,
      addressLines: [
        address.line1,
        address.line2,
        [address.city, address.region, address.postal_code].filter((part) => part !== null).join(' '),
      ].filter((line) => line !== null),
      country: address.country,
      phone: address.phone,
      weightGrams: parcel.weight_grams,
      lengthMm: parcel.length_mm,
      widthMm: parcel.width_mm,
      heightMm: parcel.height_mm,
      valueMinor: parcel.value_minor,
      valueCurrency: parcel.value_currency,
      contentsDescription: parcel.contents_description,
      contentsType: parcel.contents_type,
      incoterm: parcel.incoterm,
    },
  }
}
