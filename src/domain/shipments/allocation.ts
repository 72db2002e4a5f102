import type { FulfillmentItemId } from '../shared/ids.ts'
import { Refusal } from '../shared/refusal.ts'

/** A fulfilment item with what is left of it. */
export interface AllocatableItem {
  id: FulfillmentItemId
  sku: string
  isProvisionable: boolean
  quantity: number
  allocated: number
}

export interface AskedUnits {
  fulfillmentItemId: FulfillmentItemId
  quantity: number
  serialNumbers: readonly string[]
}

/**
 * Adds up what is asked per item before comparing (two rows of one item are the classic hole, law Q3),
 * then refuses more than what remains and more serials than units.
 */
export function allocateUnits(items: readonly AllocatableItem[], asked: readonly AskedUnits[]): AskedUnits[] {
  const wanted = new Map<FulfillmentItemId, { quantity: number; serialNumbers: string[] }>()
  for (const row of asked) {
    const sum = wanted.get(row.fulfillmentItemId) ?? { quantity: 0, serialNumbers: [] }
    sum.quantity += row.quantity
    sum.serialNumbers.push(...row.serialNumbers)
    wanted.set(row.fulfillmentItemId, sum)
  }
  const short = [...wanted].flatMap(([id, { quantity }]) => {
    const item = items.find((one) => one.id === id)
    const remaining = item === undefined ? 0 : item.quantity - item.allocated
    return quantity > remaining ? [{ fulfillment_item_id: id, requested: quantity, remaining }] : []
  })
  if (short.length > 0) {
    throw new Refusal('quantity_exceeds_remaining', 'Some items have fewer units left than were asked for.', {
      items: short,
    })
  }
  return [...wanted].map(([fulfillmentItemId, { quantity, serialNumbers }]) => {
    const item = items.find((one) => one.id === fulfillmentItemId)
    refuseExcessSerials(item?.isProvisionable === true ? quantity : 0, serialNumbers, item?.sku ?? '')
    return { fulfillmentItemId, quantity, serialNumbers }
  })
}

/** At most one distinct serial per provisionable unit. */
export function refuseExcessSerials(units: number, serialNumbers: readonly string[], sku: string): void {
  if (serialNumbers.length > units || new Set(serialNumbers).size < serialNumbers.length) {
    throw new Refusal(
      'serials_exceed_quantity',
      `${sku} takes at most ${units} distinct serial numbers here.`,
      {
        sku,
        units,
        serial_numbers: [...serialNumbers],
      },
    )
  }
}
