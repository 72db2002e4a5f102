import {
  type ContentsType,
  emptyParcel,
  type Incoterm,
  type Parcel,
} from '../../../domain/shipments/parcel.ts'
import { sql } from '../sql.ts'

/**
 * What holds of the parcel `s`: what was said, else the weight that its products have and the value that its order
 * was priced at. As wire names; `value_minor` and `value_currency` belong together.
 */
export const effectiveParcel = sql.fragment`
    (
      select json_build_object(
        'weight_grams', coalesce(k.weight_grams, made.weight_grams),
        'length_mm', k.length_mm,
        'width_mm', k.width_mm,
        'height_mm', k.height_mm,
        'value_minor', coalesce(k.value_minor, made.value_minor),
        'value_currency', case
          when k.value_minor is not null then k.value_currency
          when made.value_minor is not null then made.currency
        end,
        'contents_description', k.contents_description,
        'contents_type', k.contents_type,
        'incoterm', k.incoterm)
      from (
        select
          case when bool_and(r.weight_grams is not null) then sum(r.weight_grams::bigint * i.quantity) end as weight_grams,
          nullif(sum(l.unit_amount_minor * i.quantity), 0) as value_minor,
          min(priced.currency) as currency
        from shipment_items i
        join order_items l on l.id = i.order_item_id
        join orders priced on priced.id = l.order_id
        join products r on r.id = l.product_id
        where i.shipment_id = s.id
      ) made
      left join shipment_parcels k on k.shipment_id = s.id)`

/** What was said of the parcel `s`, of which nothing may have been said. */
export const saidParcel = sql.fragment`
    (
      select json_build_object(
        'weight_grams', k.weight_grams,
        'length_mm', k.length_mm,
        'width_mm', k.width_mm,
        'height_mm', k.height_mm,
        'value_minor', k.value_minor,
        'value_currency', k.value_currency,
        'contents_description', k.contents_description,
        'contents_type', k.contents_type,
        'incoterm', k.incoterm)
      from shipment_parcels k
      where k.shipment_id = s.id)`

/** A parcel as the statements above answer it. */
export interface ParcelColumns {
  weight_grams: number | null
  length_mm: number | null
  width_mm: number | null
  height_mm: number | null
  value_minor: number | null
  value_currency: string | null
  contents_description: string | null
  contents_type: string | null
  incoterm: string | null
}

/** The same in the domain's words. */
export function parcelOf(columns: ParcelColumns | null): Parcel {
  if (columns === null) return emptyParcel
  return {
    weightGrams: columns.weight_grams,
    lengthMm: columns.length_mm,
    widthMm: columns.width_mm,
    heightMm: columns.height_mm,
    valueMinor: columns.value_minor === null ? null : BigInt(columns.value_minor),
    valueCurrency: columns.value_currency,
    contentsDescription: columns.contents_description,
    contentsType: columns.contents_type as ContentsType | null,
    incoterm: columns.incoterm as Incoterm | null,
  }
}
