import { refuseReturn } from '../../domain/returns/return.ts'
import type { ReturnId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { ReturnView } from '../ports/return-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { lockedReturn } from './locked-return.ts'

/** Says no to a return. Its units are free again. A second time changes nothing. */
export function rejectReturn(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: { returnId: ReturnId; note: string | null }, context: ActionContext): Promise<ReturnView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { returnId, note } = input
      const { return: current, items } = await lockedReturn(store, returnId)
      if (current.status !== 'rejected') {
        const at = deps.clock.now()
        const decision = refuseReturn(current, items, 'reject', note, at)
        await store.returns.save(decision.return)
        await store.returns.saveItems(decision.items)
        await store.returns.releaseDevices(returnId, at)
        store.publish(decision.events)
      }
      return found(await store.views.returns.detail(returnId), 'return', returnId)
    })
}
