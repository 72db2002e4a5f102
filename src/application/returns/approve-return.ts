import { approveReturn as approve } from '../../domain/returns/return.ts'
import type { ReturnId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { ReturnView } from '../ports/return-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { lockedReturn } from './locked-return.ts'
import type { ReturnTerms } from './return-terms.ts'

/** Tells the customer where to send it and until when. A second time changes nothing. */
export function approveReturn(deps: { unitOfWork: UnitOfWork; clock: Clock; returnTerms: ReturnTerms }) {
  return (
    input: { returnId: ReturnId; returnBy: Date | null },
    context: ActionContext,
  ): Promise<ReturnView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { returnId } = input
      const { return: current } = await lockedReturn(store, returnId)
      if (current.status !== 'approved') {
        const at = deps.clock.now()
        const { addressLines, windowMs } = deps.returnTerms
        const returnBy = input.returnBy ?? new Date(at.getTime() + windowMs)
        const decision = approve(current, { returnAddress: addressLines, returnBy }, at)
        await store.returns.save(decision.return)
        store.publish(decision.events)
      }
      return found(await store.views.returns.detail(returnId), 'return', returnId)
    })
}
