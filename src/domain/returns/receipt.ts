import type { ReturnItemId } from '../shared/ids.ts'
import { Refusal } from '../shared/refusal.ts'
import {
  moved,
  type Return,
  type ReturnDecision,
  type ReturnDevice,
  type ReturnItem,
  returnEvent,
} from './return.ts'
import { devicesNamed, refuseExcess } from './returnable-units.ts'

export type Condition = 'as_new' | 'used' | 'damaged' | 'wrong_item'

export interface AskedReceipt {
  returnItemId: ReturnItemId
  quantity: number
  serialNumbers: readonly string[]
  condition: Condition
  note: string | null
}

/** Units that arrived in one condition, with the devices among them. */
export interface Receipt extends Omit<AskedReceipt, 'serialNumbers'> {
  devices: ReturnDevice[]
}

/**
 * What arrived, item by item. Rows of one item are added up before they are compared with what is still to come.
 * Every provisionable unit names its device, unless something else came in its place.
 */
export function receiveReturn(
  current: Return,
  items: readonly ReturnItem[],
  asked: readonly AskedReceipt[],
  at: Date,
): ReturnDecision & { items: ReturnItem[]; receipts: Receipt[] } {
  const arrived = new Map<ReturnItemId, number>()
  for (const row of asked) arrived.set(row.returnItemId, (arrived.get(row.returnItemId) ?? 0) + row.quantity)
  const received = items.map((item) => ({
    ...item,
    receivedQuantity: item.receivedQuantity + (arrived.get(item.id) ?? 0),
  }))
  const hasEverythingReceived = received.every((item) => item.receivedQuantity >= item.quantity)
  const next = moved(current, { type: 'receive' }, at, hasEverythingReceived)
  refuseSurplus(items, arrived)
  const receipts = receiptsOf(items, asked)
  const data = {
    units: asked.reduce((sum, row) => sum + row.quantity, 0),
    of_units: items.reduce((sum, item) => sum + item.quantity, 0),
    conditions: tallied(asked),
  }
  return {
    return: next,
    items: received,
    receipts,
    events: [returnEvent(next, 'return.received', at, data)],
  }
}

function receiptsOf(items: readonly ReturnItem[], asked: readonly AskedReceipt[]): Receipt[] {
  const seen = new Map<ReturnItemId, ReturnDevice[]>()
  return asked.flatMap(({ serialNumbers, ...row }) => {
    const item = items.find((one) => one.id === row.returnItemId)
    if (item === undefined) return []
    const needed = item.isProvisionable && row.condition !== 'wrong_item' ? row.quantity : 0
    refuseExcess(needed, serialNumbers, item.sku)
    if (serialNumbers.length < needed) refuseUnnamed(item, needed, serialNumbers)
    const before = seen.get(item.id) ?? []
    const devices = devicesNamed(
      item.devices.map((device) => ({
        ...device,
        isTaken: device.isTaken || device.isReceived || before.some(({ serial }) => serial === device.serial),
      })),
      serialNumbers,
    )
    seen.set(item.id, [...before, ...devices])
    refuseUnlisted(item, seen.get(item.id) ?? [])
    return [{ ...row, devices }]
  })
}

/** A device that the return does not list may come in the place of a unit whose device it does not know. */
function refuseUnlisted(item: ReturnItem, devices: readonly ReturnDevice[]): void {
  const unknown = item.quantity - item.devices.filter(({ isListed }) => isListed).length
  const unlisted = devices.filter(({ isListed }) => !isListed)
  if (unlisted.length <= unknown) return
  throw new Refusal('device_not_available', 'Some devices are not those that the return is for.', {
    devices: unlisted.map(({ serial }) => ({ serial, reason: 'the return names other devices' })),
  })
}

function refuseUnnamed(item: ReturnItem, needed: number, serialNumbers: readonly string[]): never {
  throw new Refusal('serials_missing', 'Name the device of every provisionable unit that came.', {
    items: [{ return_item_id: item.id, sku: item.sku, named: serialNumbers.length, needed }],
  })
}

function refuseSurplus(items: readonly ReturnItem[], arrived: ReadonlyMap<ReturnItemId, number>): void {
  const surplus = [...arrived].flatMap(([id, quantity]) => {
    const item = items.find((one) => one.id === id)
    const remaining = item === undefined ? 0 : item.quantity - item.receivedQuantity
    return quantity > remaining ? [{ return_item_id: id, requested: quantity, remaining }] : []
  })
  if (surplus.length === 0) return
  throw new Refusal('quantity_exceeds_remaining', 'More would have arrived than the return is for.', {
    items: surplus,
  })
}

function tallied(asked: readonly AskedReceipt[]): Record<string, number> {
  const tally: Record<string, number> = {}
  for (const { condition, quantity } of asked) tally[condition] = (tally[condition] ?? 0) + quantity
  return tally
}
