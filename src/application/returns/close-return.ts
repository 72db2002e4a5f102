import { closeReturn as close, type MissingUnits } from '../../domain/returns/return.ts'
import type { ReturnId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { ReturnView } from '../ports/return-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { lockedReturn } from './locked-return.ts'

export interface CloseReturnInput {
  returnId: ReturnId
  resolution: string
  missingUnits: MissingUnits
}

/** Ends a return with what came of it. A second time changes nothing. */
export function closeReturn(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: CloseReturnInput, context: ActionContext): Promise<ReturnView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { returnId, ...outcome } = input
      const { return: current, items } = await lockedReturn(store, returnId)
      if (current.status !== 'closed') {
        const at = deps.clock.now()
        const decision = close(current, items, outcome, at)
        await store.returns.save(decision.return)
        await store.returns.saveItems(decision.items)
        await store.returns.releaseDevices(returnId, at)
        store.publish(decision.events)
      }
      return found(await store.views.returns.detail(returnId), 'return', returnId)
    })
}
