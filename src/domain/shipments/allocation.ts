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
    if (quantity <= remaining) return []
    const index = asked.findIndex((row) => row.fulfillmentItemId === id)
    return [{ fulfillmentItemId: id, requested: quantity, remaining, pointer: `/items/${index}/quantity` }]
  })
  refuseShort(short)
  return [...wanted].map(([fulfillmentItemId, { quantity, serialNumbers }]) => {
    const item = items.find((one) => one.id === fulfillmentItemId)
    const index = asked.findIndex((row) => row.fulfillmentItemId === fulfillmentItemId)
    const units = item?.isProvisionable === true ? quantity : 0
    refuseExcessSerials(units, serialNumbers, item?.sku ?? '', `/items/${index}/serial_numbers`)
    return { fulfillmentItemId, quantity, serialNumbers }
  })
}

/** Refuses all items together of which more was asked than is left. */
export function refuseShort(
  short: { fulfillmentItemId: FulfillmentItemId; requested: number; remaining: number; pointer: string }[],
): void {
  if (short.length === 0) return
  throw new Refusal(
    'quantity_exceeds_remaining',
    'Some items have fewer units left than were asked for.',
    {
      items: short.map(({ fulfillmentItemId, requested, remaining }) => ({
        fulfillment_item_id: fulfillmentItemId,
        requested,
        remaining,
      })),
    },
    short.map(({ pointer, remaining }) => ({ pointer, detail: `must be at most ${remaining}` })),
  )
}

/** At most one distinct serial per provisionable unit. */
export function refuseExcessSerials(
  units: number,
  serialNumbers: readonly string[],
  sku: string,
  pointer: string,
): void {
  if (serialNumbers.length > units || new Set(serialNumbers).size < serialNumbers.length) {
    throw new Refusal(
      'serials_exceed_quantity',
      `${sku} takes at most ${units} distinct serial numbers here.`,
      {
        sku,
        units,
        serial_numbers: [...serialNumbers],
      },
      [{ pointer, detail: `must be at most ${units} distinct serial numbers` }],
    )
  }
}
