import { type Return, type ReturnReason, requestReturn } from '../../domain/returns/return.ts'
import {
  type AskedReturn,
  type ChosenUnits,
  chooseReturnUnits,
} from '../../domain/returns/returnable-units.ts'
import type { CaseId } from '../../domain/shared/ids.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { LoadedOrder } from '../ports/order-store.ts'
import type { Store } from '../ports/unit-of-work.ts'

/**
 * A return for units that have arrived and are in no other. The order's lock must be held, so that two who ask at once
 * are never promised the same unit; a constraint stands behind it.
 */
export async function requestUnits(
  deps: { clock: Clock; ids: IdGenerator },
  store: Store,
  { order }: LoadedOrder,
  asked: {
    items: readonly AskedReturn[]
    caseFor: () => Promise<CaseId>
    reason: ReturnReason
    note: string | null
  },
): Promise<{ return: Return; chosen: ChosenUnits[] }> {
  const chosen = chooseReturnUnits(await store.returns.returnableUnits(order.id), asked.items)
  const units = chosen.reduce((sum, { quantity }) => sum + quantity, 0)
  const { reason, note } = asked
  const caseId = await asked.caseFor()
  const requested = requestReturn(
    { id: deps.ids.make('return'), caseId, orderId: order.id, companyId: order.companyId, reason, note },
    units,
    deps.clock.now(),
  )
  await store.returns.insert(
    requested.return,
    chosen.map(({ units: { shipmentItemId, orderItemId }, quantity, devices }) => ({
      id: deps.ids.make('returnItem'),
      shipmentItemId,
      orderItemId,
      quantity,
      devices,
    })),
  )
  store.publish(requested.events)
  return { return: requested.return, chosen }
}
