import { closeCase as close } from '../../domain/returns/case.ts'
import type { CaseId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { CaseView } from '../ports/return-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** Ends a case whose returns and replacements have ended. A second time changes nothing. */
export function closeCase(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: { caseId: CaseId; note: string | null }, context: ActionContext): Promise<CaseView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { caseId, note } = input
      found(await store.cases.lockOrderOf(caseId), 'case', caseId)
      const loaded = found(await store.cases.get(caseId), 'case', caseId)
      if (loaded.case.status !== 'closed') {
        const decision = close(loaded.case, note, loaded.facts, deps.clock.now())
        await store.cases.save(decision.case)
        store.publish(decision.events)
      }
      return found(await store.views.returns.case(caseId), 'case', caseId)
    })
}
