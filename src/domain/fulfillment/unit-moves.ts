import type { FulfillmentItemId, FulfillmentOrderId, OrderItemId } from '../shared/ids.ts'
import { Refusal } from '../shared/refusal.ts'
import { type FulfillmentEvent, fulfillmentEvent } from './fulfillment-events.ts'
import type { FulfillmentFacts } from './fulfillment-lifecycle.ts'
import {
  cancelFulfillment,
  type FulfillmentItem,
  type FulfillmentOrder,
  openFulfillment,
} from './fulfillment-order.ts'

/** What a split changes: rows that keep a part, rows that go whole, and rows that begin with the other part. */
export interface Split {
  source: FulfillmentOrder
  made: FulfillmentOrder
  shrunk: { id: FulfillmentItemId; quantity: number }[]
  moved: FulfillmentItemId[]
  begun: { orderItemId: OrderItemId; quantity: number }[]
  events: FulfillmentEvent[]
}

/** Moves units that are in no parcel into a fulfilment order of their own. Something must stay behind. */
export function splitFulfillment(
  source: FulfillmentOrder,
  items: readonly FulfillmentItem[],
  asked: readonly { fulfillmentItemId: FulfillmentItemId; quantity: number }[],
  id: FulfillmentOrderId,
  at: Date,
): Split {
  refuseEnded(source, 'split')
  const wanted = new Map<FulfillmentItemId, number>()
  for (const row of asked)
    wanted.set(row.fulfillmentItemId, (wanted.get(row.fulfillmentItemId) ?? 0) + row.quantity)
  refuseMoreThanFree(items, wanted)

  const taken = items.flatMap((item) => {
    const quantity = wanted.get(item.id) ?? 0
    return quantity === 0 ? [] : [{ item, quantity }]
  })
  const units = taken.reduce((sum, { quantity }) => sum + quantity, 0)
  if (units === items.reduce((sum, item) => sum + item.quantity, 0)) {
    throw new Refusal('body_field_invalid', 'A split must leave something behind.', {}, [
      { pointer: '/items', detail: 'are all units that there are' },
    ])
  }
  const parts = taken.filter(({ item, quantity }) => quantity < item.quantity)
  const made = openFulfillment({ id, orderId: source.orderId, companyId: source.companyId }, units, at)
  const left = { ...source, version: source.version + 1, updatedAt: at }
  return {
    source: left,
    made: made.fulfillment,
    shrunk: parts.map(({ item, quantity }) => ({ id: item.id, quantity: item.quantity - quantity })),
    moved: taken.filter(({ item, quantity }) => quantity === item.quantity).map(({ item }) => item.id),
    begun: parts.map(({ item, quantity }) => ({ orderItemId: item.orderItemId, quantity })),
    events: [
      fulfillmentEvent('fulfillment.split', left, at, { into_fulfillment_order_id: id, units }),
      ...made.events,
    ],
  }
}

export interface MergeSide {
  fulfillment: FulfillmentOrder
  items: readonly FulfillmentItem[]
  facts: FulfillmentFacts
}

/** What a merge changes: rows that grow, rows that begin, and where each row of the others went. */
export interface Merge {
  target: FulfillmentOrder
  emptied: FulfillmentOrder[]
  grown: { id: FulfillmentItemId; quantity: number }[]
  begun: { id: FulfillmentItemId; orderItemId: OrderItemId; quantity: number }[]
  routes: { from: FulfillmentItemId; to: FulfillmentItemId }[]
  events: FulfillmentEvent[]
}

/**
 * Takes other fulfilment orders of the same order over, with their parcels that are still here. One of which a parcel
 * has left stays what it is: a courier's parcel belongs to the fulfilment order it left from. So does one of a
 * replacement, which is given up, and counted as shipped, by its fulfilment order alone.
 */
export function mergeFulfillments(
  target: MergeSide,
  others: readonly MergeSide[],
  makeId: () => FulfillmentItemId,
  at: Date,
): Merge {
  refuseEnded(target.fulfillment, 'merge')
  for (const side of [target, ...others]) refuseReplacement(side)
  const rows = new Map<
    OrderItemId,
    { id: FulfillmentItemId; orderItemId: OrderItemId; quantity: number; isNew: boolean }
  >(target.items.map((item) => [item.orderItemId, { ...item, isNew: false }]))
  const touched = new Set<OrderItemId>()
  const emptied: FulfillmentOrder[] = []
  const routes: Merge['routes'] = []
  const events: FulfillmentEvent[] = []
  let units = 0
  for (const { fulfillment, items, facts } of others) {
    const count = items.reduce((sum, item) => sum + item.quantity, 0)
    const { fulfillment: cancelled } = cancelFulfillment(fulfillment, facts, count, at)
    const merged = { ...cancelled, mergedIntoId: target.fulfillment.id }
    emptied.push(merged)
    events.push(
      fulfillmentEvent('fulfillment.merged', merged, at, {
        into_fulfillment_order_id: target.fulfillment.id,
        units: count,
      }),
    )
    units += count
    for (const item of items) {
      const row = rows.get(item.orderItemId) ?? {
        id: makeId(),
        orderItemId: item.orderItemId,
        quantity: 0,
        isNew: true,
      }
      row.quantity += item.quantity
      rows.set(item.orderItemId, row)
      touched.add(item.orderItemId)
      routes.push({ from: item.id, to: row.id })
    }
  }
  const grown = { ...target.fulfillment, version: target.fulfillment.version + 1, updatedAt: at }
  const changed = [...rows.values()].filter(({ orderItemId }) => touched.has(orderItemId))
  return {
    target: grown,
    emptied,
    grown: changed.filter(({ isNew }) => !isNew).map(({ id, quantity }) => ({ id, quantity })),
    begun: changed
      .filter(({ isNew }) => isNew)
      .map(({ id, orderItemId, quantity }) => ({ id, orderItemId, quantity })),
    routes,
    events: [
      ...events,
      fulfillmentEvent('fulfillment.units_received', grown, at, {
        from_fulfillment_order_ids: emptied.map(({ id }) => id),
        units,
      }),
    ],
  }
}

function refuseEnded({ status }: FulfillmentOrder, move: string): void {
  if (status !== 'completed' && status !== 'cancelled') return
  throw new Refusal('move_not_allowed', `The fulfilment order is ${status}: its units stay where they are.`, {
    current: status,
    move,
    allowed_moves: [],
  })
}

function refuseReplacement({ fulfillment: { id, status }, items }: MergeSide): void {
  if (!items.some(({ isReplacement }) => isReplacement)) return
  throw new Refusal('move_not_allowed', 'The fulfilment order of a replacement is prepared by itself.', {
    fulfillment_order_id: id,
    current: status,
    move: 'merge',
    allowed_moves: [],
  })
}

function refuseMoreThanFree(
  items: readonly FulfillmentItem[],
  wanted: ReadonlyMap<FulfillmentItemId, number>,
): void {
  const short = [...wanted].flatMap(([id, quantity]) => {
    const item = items.find((one) => one.id === id)
    const remaining = item === undefined ? 0 : item.quantity - item.allocated
    return quantity > remaining ? [{ fulfillment_item_id: id, requested: quantity, remaining }] : []
  })
  if (short.length === 0) return
  throw new Refusal(
    'quantity_exceeds_remaining',
    'Some items have fewer units in no parcel than were asked for.',
    {
      items: short,
    },
  )
}
