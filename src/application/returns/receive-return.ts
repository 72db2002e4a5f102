import { type AskedReceipt, type Receipt, receiveReturn as receive } from '../../domain/returns/receipt.ts'
import { type Replacement, receiveOldUnit } from '../../domain/returns/replacement.ts'
import type { ReturnItem } from '../../domain/returns/return.ts'
import type { ReturnId, ReturnShipmentId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { LoadedReplacement } from '../ports/replacement-store.ts'
import type { ReturnView } from '../ports/return-reader.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'
import { prepareReplacement } from '../replacement-work.ts'

interface Dependencies {
  unitOfWork: UnitOfWork
  clock: Clock
  ids: IdGenerator
}

export interface ReceiveReturnInput {
  returnId: ReturnId
  returnShipmentId: ReturnShipmentId | null
  items: readonly AskedReceipt[]
}

/** Writes down what arrived, part by part. Devices stay assigned until somebody asks for their un-assignment. */
export function receiveReturn(deps: Dependencies) {
  return (input: ReceiveReturnInput, context: ActionContext): Promise<ReturnView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { returnId, returnShipmentId } = input
      const orderId = found(await store.returns.lockOrderOf(returnId), 'return', returnId)
      const { return: current, items } = found(await store.returns.get(returnId), 'return', returnId)
      const decision = receive(current, items, input.items, at)
      if (returnShipmentId !== null) {
        const isOurs = await store.returns.receiveShipment(returnId, returnShipmentId, at)
        found(isOurs ? true : null, 'parcel of this return', returnShipmentId)
      }
      await store.returns.save(decision.return)
      await store.returns.saveItems(decision.items)
      await store.returns.insertReceipts(
        decision.receipts.map((receipt) => ({
          ...receipt,
          id: deps.ids.make('returnReceipt'),
          returnShipmentId,
          receivedAt: at,
          receivedBy: context.actor.id,
        })),
      )
      store.publish(decision.events)
      const replaced = await store.replacements.ofReturn(returnId)
      if (replaced !== null && isBack(replaced, items, decision.receipts)) {
        const loadedOrder = found(await store.orders.find(orderId), 'order', orderId)
        await follow(deps, store, replaced, loadedOrder, context)
      }
      return found(await store.views.returns.detail(returnId), 'return', returnId)
    })
}

/** Whether the replaced unit itself is among what arrived. */
function isBack(
  { replacement }: LoadedReplacement,
  items: readonly ReturnItem[],
  receipts: readonly Receipt[],
): boolean {
  const { shipmentItemId, oldDeviceId } = replacement
  return receipts.some(
    ({ returnItemId, condition, devices }) =>
      condition !== 'wrong_item' &&
      items.some((item) => item.id === returnItemId && item.shipmentItemId === shipmentItemId) &&
      (oldDeviceId === null || devices.some(({ deviceId }) => deviceId === oldDeviceId)),
  )
}

/** The replacement learns that the old unit is back; one that waited for it is prepared now. */
async function follow(
  deps: Dependencies,
  store: Store,
  { replacement, sku, oldSku, oldSerial }: LoadedReplacement,
  loadedOrder: Parameters<typeof prepareReplacement>[2],
  context: ActionContext,
): Promise<void> {
  const at = deps.clock.now()
  const decision = receiveOldUnit(replacement, at)
  if (decision.replacement === replacement) return
  const save = (changed: Replacement) => store.replacements.save(changed)
  if (replacement.fulfillmentOrderId === null) {
    const note = `Replaces ${oldSerial ?? oldSku}`
    await prepareReplacement(deps, store, loadedOrder, { replacement: decision.replacement, sku, note }, save)
  } else {
    await save(decision.replacement)
  }
  await store.tasks.settle('replacement_charge_due', replacement.id, context.actor.id, at)
  store.publish(decision.events)
}
