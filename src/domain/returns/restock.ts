import type { DeviceId } from '../shared/ids.ts'
import { Refusal } from '../shared/refusal.ts'
import type { Condition } from './receipt.ts'

/** A device of a return that is here, as far as its way back into stock goes. */
export interface ReceivedUnit {
  deviceId: DeviceId
  serial: string
  condition: Condition
  isAssigned: boolean
  /** An attempt of its automation is under way. */
  isBeingSetUp: boolean
  isRestocked: boolean
}

/**
 * Which received devices go back into stock: those named, or all. Refused as a whole where one came damaged, or is its
 * company's still or about to be: the next company's set-up would take it from that one. What is in stock already is
 * left as it is.
 */
export function chooseForStock<U extends ReceivedUnit>(
  received: readonly U[],
  serialNumbers: readonly string[] | null,
): U[] {
  const named = serialNumbers ?? received.map(({ serial }) => serial)
  const rows = named.map((serial) => ({ serial, unit: received.find((one) => one.serial === serial) }))
  const unusable = rows.flatMap(({ serial, unit }) => {
    const reason = obstacle(unit)
    return reason === null ? [] : [{ serial, reason }]
  })
  if (unusable.length > 0) {
    throw new Refusal('device_not_available', 'Some devices cannot go back into stock.', {
      devices: unusable,
    })
  }
  return rows.flatMap(({ unit }) => (unit === undefined || unit.isRestocked ? [] : [unit]))
}

function obstacle(unit: ReceivedUnit | undefined): string | null {
  if (unit === undefined) return 'not received in this return'
  if (unit.isRestocked) return null
  if (unit.condition === 'damaged') return 'received as damaged'
  if (unit.condition === 'wrong_item') return 'received as the wrong item'
  if (unit.isBeingSetUp) return 'being set up at this moment'
  return unit.isAssigned ? 'still assigned to the company' : null
}
