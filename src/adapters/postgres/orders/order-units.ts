import type { UnitsView } from '../../../application/ports/fulfillment-reader.ts'
import type { OrderStatus } from '../../../application/ports/order-reader.ts'
import type { PackedUnits } from './order-blockers-reader.ts'

/** Where the units of a line are: each in one bucket, what no parcel holds being open. */
export function bucketsOf(
  status: OrderStatus,
  line: { id: string; quantity: number },
  packed: readonly PackedUnits[],
): UnitsView {
  const units = {
    ordered: line.quantity,
    open: 0,
    allocated: 0,
    shipped: 0,
    delivered: 0,
    cancelled: 0,
    written_off: 0,
  }
  for (const unit of packed) {
    if (unit.order_item_id !== line.id || unit.status === 'cancelled') continue
    units.written_off += unit.written_off
    const kept = unit.quantity - unit.written_off
    if (unit.status === 'in_transit') units.shipped += kept
    else if (unit.status === 'delivered') units.delivered += kept
    else units.allocated += kept
  }
  const left = line.quantity - units.allocated - units.shipped - units.delivered - units.written_off
  return { ...units, [status === 'cancelled' ? 'cancelled' : 'open']: left }
}

/** How many of the rows' units are of the line and count. */
export function unitsOf<Unit extends { order_item_id: string; quantity: number }>(
  rows: readonly Unit[],
  orderItemId: string,
  counts: (unit: Unit) => boolean,
): number {
  return rows.reduce(
    (total, unit) => (unit.order_item_id === orderItemId && counts(unit) ? total + unit.quantity : total),
    0,
  )
}
