import type { ShipmentItemId } from '../shared/ids.ts'
import { Refusal } from '../shared/refusal.ts'

export const contentsTypes = [
  'merchandise',
  'sample',
  'gift',
  'documents',
  'returned_goods',
  'other',
] as const
export type ContentsType = (typeof contentsTypes)[number]

export const incoterms = ['EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP'] as const
export type Incoterm = (typeof incoterms)[number]

/** A parcel as a package: what it weighs and measures, and what is declared about it. Null is not known. */
export interface Parcel {
  weightGrams: number | null
  lengthMm: number | null
  widthMm: number | null
  heightMm: number | null
  valueMinor: bigint | null
  valueCurrency: string | null
  contentsDescription: string | null
  contentsType: ContentsType | null
  incoterm: Incoterm | null
}

/** What customs ask about the units of a shipment item. */
export interface ItemCustoms {
  shipmentItemId: ShipmentItemId
  sku: string
  hsCode: string | null
  originCountry: string | null
}

/** What was said of a parcel, and what holds: defaults come from its products and from the order's prices. */
export interface Declaration {
  said: Parcel
  parcel: Parcel
  items: ItemCustoms[]
}

export const emptyParcel: Parcel = {
  weightGrams: null,
  lengthMm: null,
  widthMm: null,
  heightMm: null,
  valueMinor: null,
  valueCurrency: null,
  contentsDescription: null,
  contentsType: null,
  incoterm: null,
}

const wireNames: Readonly<Record<Exclude<keyof Parcel, 'valueCurrency'>, string>> = {
  weightGrams: 'weight_grams',
  lengthMm: 'length_mm',
  widthMm: 'width_mm',
  heightMm: 'height_mm',
  valueMinor: 'value',
  contentsDescription: 'contents_description',
  contentsType: 'contents_type',
  incoterm: 'incoterm',
}

/** Whether customs see a parcel between two countries. */
export function isCrossBorder(fromCountry: string, toCountry: string): boolean {
  return fromCountry !== toCountry
}

/** What customs would ask and nobody has said, as paths: `parcel.weight_grams`, `items.<id>.hs_code`. */
export function missingForCustoms({ parcel, items }: Pick<Declaration, 'parcel' | 'items'>): string[] {
  const ofParcel = Object.entries(wireNames)
    .filter(([field]) => parcel[field as keyof Parcel] === null)
    .map(([, name]) => `parcel.${name}`)
  const ofItems = items.flatMap(({ shipmentItemId, hsCode, originCountry }) => [
    ...(hsCode === null ? [`items.${shipmentItemId}.hs_code`] : []),
    ...(originCountry === null ? [`items.${shipmentItemId}.origin_country`] : []),
  ])
  return [...ofParcel, ...ofItems]
}

/** Refuses a parcel for another country about which customs would have to ask. */
export function refuseUndeclared(
  { from, to }: { from: string; to: string },
  declaration: Pick<Declaration, 'parcel' | 'items'>,
): void {
  const missing = missingForCustoms(declaration)
  if (missing.length === 0) return
  throw new Refusal('customs_missing', 'A parcel for another country needs its customs declaration first.', {
    from_country: from,
    to_country: to,
    missing,
    items: declaration.items
      .filter(({ hsCode, originCountry }) => hsCode === null || originCountry === null)
      .map(({ shipmentItemId, sku }) => ({ shipment_item_id: shipmentItemId, sku })),
  })
}
