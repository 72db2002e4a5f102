import type { FulfillmentItemId, ShipmentItemId } from '../shared/ids.ts'
import { Refusal } from '../shared/refusal.ts'
import { type AllocatableItem, refuseExcessSerials, refuseShort } from './allocation.ts'
import type { ShipmentItem } from './shipment.ts'

/** What becomes of an item of a parcel; null leaves quantity or devices as they are. */
export interface AskedContent {
  target: { shipmentItemId: ShipmentItemId } | { fulfillmentItemId: FulfillmentItemId }
  quantity: number | null
  serialNumbers: readonly string[] | null
}

export interface ContentChange {
  /** Changed items that are in the parcel already; without units it leaves the parcel. */
  changed: { item: ShipmentItem; quantity: number; serialNumbers: readonly string[] | null }[]
  added: { fulfillmentItemId: FulfillmentItemId; quantity: number; serialNumbers: readonly string[] }[]
}

/**
 * The contents of a parcel after a change. Quantities move in draft only and never above what remains of a
 * fulfilment item; units that leave are free again. A parcel that is ready keeps a device for every unit.
 */
export function changeContents(
  status: 'draft' | 'ready',
  items: readonly ShipmentItem[],
  available: readonly AllocatableItem[],
  asked: readonly AskedContent[],
): ContentChange {
  const change: ContentChange = { changed: [], added: [] }
  const seen = new Set<FulfillmentItemId>()
  const short: Parameters<typeof refuseShort>[0] = []
  asked.forEach((row, index) => {
    const pointer = `/items/${index}`
    const item = itemOf(items, row, pointer)
    const fulfillmentItemId =
      item?.fulfillmentItemId ??
      ('fulfillmentItemId' in row.target ? row.target.fulfillmentItemId : refuseUnknown(pointer))
    if (seen.has(fulfillmentItemId)) refuse(pointer, 'is named twice')
    seen.add(fulfillmentItemId)
    const source = available.find(({ id }) => id === fulfillmentItemId)
    const quantity = row.quantity ?? item?.quantity ?? refuse(`${pointer}/quantity`, 'is required')
    if (status !== 'draft' && quantity !== item?.quantity) refuseReady()
    const remaining = source === undefined ? 0 : source.quantity - source.allocated + (item?.quantity ?? 0)
    if (quantity > remaining) {
      short.push({ fulfillmentItemId, requested: quantity, remaining, pointer: `${pointer}/quantity` })
      return
    }
    const isProvisionable = item?.isProvisionable ?? source?.isProvisionable ?? false
    const sku = item?.sku ?? source?.sku ?? ''
    if (row.serialNumbers !== null) {
      refuseExcessSerials(isProvisionable ? quantity : 0, row.serialNumbers, sku, `${pointer}/serial_numbers`)
    }
    if (item !== undefined) {
      refuseFewer(status, item, row.serialNumbers)
      change.changed.push({ item, quantity, serialNumbers: row.serialNumbers })
    } else if (quantity > 0) {
      change.added.push({ fulfillmentItemId, quantity, serialNumbers: row.serialNumbers ?? [] })
    }
  })
  refuseShort(short)
  const left = items.filter(({ id }) =>
    change.changed.every(({ item, quantity }) => item.id !== id || quantity > 0),
  )
  if (left.length + change.added.length === 0)
    refuse('/items', 'would leave the parcel empty: cancel it instead')
  return change
}

function itemOf(
  items: readonly ShipmentItem[],
  { target }: AskedContent,
  pointer: string,
): ShipmentItem | undefined {
  if ('fulfillmentItemId' in target) {
    return items.find(({ fulfillmentItemId }) => fulfillmentItemId === target.fulfillmentItemId)
  }
  return items.find(({ id }) => id === target.shipmentItemId) ?? refuseUnknown(pointer)
}

/** A parcel that is ready may change its devices, not lose them (law Q6). */
function refuseFewer(
  status: 'draft' | 'ready',
  item: ShipmentItem,
  serialNumbers: readonly string[] | null,
): void {
  if (status === 'draft' || serialNumbers === null || !item.isProvisionable) return
  if (serialNumbers.length === item.quantity) return
  throw new Refusal('serials_missing', 'A parcel that is ready keeps a device for every unit.', {
    items: [{ shipment_item_id: item.id, sku: item.sku, bound: serialNumbers.length, needed: item.quantity }],
  })
}

function refuseReady(): never {
  throw new Refusal('shipment_not_editable', 'The quantities of a shipment change in draft only.', {
    current: 'ready',
  })
}

function refuseUnknown(pointer: string): never {
  return refuse(`${pointer}/shipment_item_id`, 'is no item of this shipment')
}

function refuse(pointer: string, detail: string): never {
  throw new Refusal('body_field_invalid', 'The contents do not fit the shipment.', {}, [{ pointer, detail }])
}
