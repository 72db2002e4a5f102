import { Type } from 'typebox'
import type { PackingStore } from '../../../application/ports/packing-store.ts'
import type { AddressId } from '../../../domain/shared/ids.ts'
import type { ItemCustoms } from '../../../domain/shipments/parcel.ts'
import type { AddressSnapshot } from '../../../domain/shipments/shipment.ts'
import { jsonOf, maybeOneOf } from '../columns.ts'
import { insertRows, insertTogether, update, write } from '../gathered-writes.ts'
import { at, columnsOf, type Db, json, sql } from '../sql.ts'
import { effectiveParcel, type ParcelColumns, parcelOf, saidParcel } from './parcel-columns.ts'

const destinationRow = sql.rowsOf(
  Type.Object({ addressId: maybeOneOf<AddressId>(), addressSnapshot: jsonOf<AddressSnapshot>() }),
)
const declarationRow = sql.rowsOf(
  Type.Object({
    said: jsonOf<ParcelColumns | null>(),
    parcel: jsonOf<ParcelColumns>(),
    items: jsonOf<ItemCustoms[]>(),
  }),
)

export function createPackingStore(db: Db): PackingStore {
  return {
    pastDestination: (companyId, shipmentId) =>
      db.maybeOne(destinationRow`
        select
          address_id as "addressId",
          address_snapshot as "addressSnapshot"
        from shipments
        where id = ${shipmentId} and company_id = ${companyId}`),

    async declaration(shipmentId) {
      const row = await db.one(declarationRow`
        select
          ${saidParcel} as said,
          ${effectiveParcel} as parcel,
          (
            select json_agg(json_build_object(
              'shipmentItemId', i.id,
              'sku', l.sku,
              'hsCode', coalesce(i.hs_code, r.hs_code),
              'originCountry', coalesce(i.origin_country, r.origin_country)
            ) order by l.position)
            from shipment_items i
            join order_items l on l.id = i.order_item_id
            join products r on r.id = l.product_id
            where i.shipment_id = s.id
          ) as items
        from shipments s
        where s.id = ${shipmentId}`)
      return { said: parcelOf(row.said), parcel: parcelOf(row.parcel), items: row.items }
    },

    async saveParcel(shipmentId, parcel) {
      await write(db, {
        tables: ['shipment_parcels'],
        isInsert: true,
        statement: sql.fragment`
          insert into shipment_parcels (
            shipment_id, weight_grams, length_mm, width_mm, height_mm, value_minor, value_currency,
            contents_description, contents_type, incoterm
          )
          values (
            ${shipmentId}, ${parcel.weightGrams}, ${parcel.lengthMm}, ${parcel.widthMm}, ${parcel.heightMm},
            ${parcel.valueMinor}, ${parcel.valueCurrency}, ${parcel.contentsDescription}, ${parcel.contentsType},
            ${parcel.incoterm}
          )
          on conflict (shipment_id) do update
          set weight_grams = excluded.weight_grams,
            length_mm = excluded.length_mm,
            width_mm = excluded.width_mm,
            height_mm = excluded.height_mm,
            value_minor = excluded.value_minor,
            value_currency = excluded.value_currency,
            contents_description = excluded.contents_description,
            contents_type = excluded.contents_type,
            incoterm = excluded.incoterm`,
      })
    },

    async saveItemCustoms(shipmentItemId, { hsCode, originCountry }) {
      await update(
        db,
        'shipment_items',
        sql.fragment`
        update shipment_items
        set hs_code = ${hsCode === undefined ? sql.fragment`hs_code` : hsCode},
          origin_country = ${originCountry === undefined ? sql.fragment`origin_country` : originCountry}
        where id = ${shipmentItemId}`,
      )
    },

    addItems: (shipmentId, items) =>
      insertRows(
        db,
        'shipment_items',
        items.map((item) => columnsOf({ ...item, shipmentId })),
      ),

    async setQuantity(shipmentItemId, quantity, instantNow) {
      await update(
        db,
        'shipment_items',
        sql.fragment`
        update shipment_items
        set quantity = ${quantity}
        where id = ${shipmentItemId}`,
      )
      await update(
        db,
        'shipment_devices',
        sql.fragment`
        update shipment_devices
        set released_at = ${at(instantNow)}
        where shipment_item_id = ${shipmentItemId} and unit_number > ${quantity} and released_at is null`,
      )
      await update(
        db,
        'planned_steps',
        sql.fragment`
        delete from planned_steps
        where shipment_item_id = ${shipmentItemId} and unit_number > ${quantity}`,
      )
    },

    async removeItem(shipmentItemId) {
      await update(
        db,
        'planned_steps',
        sql.fragment`delete from planned_steps where shipment_item_id = ${shipmentItemId}`,
      )
      await update(
        db,
        'shipment_devices',
        sql.fragment`delete from shipment_devices where shipment_item_id = ${shipmentItemId}`,
      )
      await update(
        db,
        'shipment_items',
        sql.fragment`delete from shipment_items where id = ${shipmentItemId}`,
      )
    },

    async replacePlan({ units, steps }, instantNow) {
      const named = units.map(({ shipmentItemId, unitNumber }) => ({ id: shipmentItemId, unit: unitNumber }))
      await update(
        db,
        'planned_steps',
        sql.fragment`
        delete from planned_steps t
        using jsonb_to_recordset(${json(named)}::jsonb) as named (id text, unit integer)
        where t.shipment_item_id = named.id and t.unit_number = named.unit`,
      )
      await insertTogether(db, [
        { table: 'planned_steps', rows: steps.map((step) => columnsOf({ ...step, createdAt: instantNow })) },
      ])
    },
  }
}
