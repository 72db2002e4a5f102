import { chooseForStock } from '../../domain/returns/restock.ts'
import { returnEvent } from '../../domain/returns/return.ts'
import type { ReturnId } from '../../domain/shared/ids.ts'
import { callOffDevices } from '../delivery-automation.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { ReturnView } from '../ports/return-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { lockedReturn } from './locked-return.ts'

/**
 * Puts received devices back into stock: each may go out in another parcel. What still waited to set one up for its
 * company is called off. Asking again changes nothing.
 */
export function restockReturnDevices(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (
    input: { returnId: ReturnId; serialNumbers: readonly string[] | null },
    context: ActionContext,
  ): Promise<ReturnView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { returnId, serialNumbers } = input
      const { return: current } = await lockedReturn(store, returnId)
      // Their lock first: an attempt that ends meanwhile has assigned its device by the time we look.
      const steps = await store.automation.ofReturn(returnId)
      const running = steps.filter(({ step }) => step.status === 'running').map(({ step }) => step.deviceId)
      const received = await store.returns.receivedDevices(returnId)
      const chosen = chooseForStock(
        received.map((unit) => ({ ...unit, isBeingSetUp: running.includes(unit.deviceId) })),
        serialNumbers,
      )
      if (chosen.length > 0) {
        const at = deps.clock.now()
        const changed = { ...current, version: current.version + 1, updatedAt: at }
        await store.returns.save(changed)
        const deviceIds = chosen.map(({ deviceId }) => deviceId)
        const by = context.actor.id
        await store.returns.restockDevices(returnId, deviceIds, { at, by })
        const reason = `The device went back into stock (${returnId}).`
        await callOffDevices(store, steps, deviceIds, { reason, by }, at)
        const data = { serial_numbers: chosen.map(({ serial }) => serial) }
        store.publish([returnEvent(changed, 'return.devices_restocked', at, data)])
      }
      return found(await store.views.returns.detail(returnId), 'return', returnId)
    })
}
