import type { Case, LinkedType } from '../../domain/returns/case.ts'
import type { CaseId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { linkRecord } from '../case-work.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { CaseView } from '../ports/return-reader.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'

interface LinkCaseInput {
  caseId: CaseId
  type: LinkedType
  id: string
}

/** Puts a refund, a credit note or the like into a case. Nothing happens to it (law R4). */
export function linkCase(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: LinkCaseInput, context: ActionContext): Promise<CaseView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { caseId, ...linked } = input
      found(await store.cases.lockOrderOf(caseId), 'case', caseId)
      const loaded = found(await store.cases.get(caseId), 'case', caseId)
      await refuseForeign(store, loaded.case, linked)
      await linkRecord(deps, store, caseId, linked, context)
      return found(await store.views.returns.case(caseId), 'case', caseId)
    })
}

/** Of the same company, and of the same order where the record knows one. */
async function refuseForeign(
  store: Store,
  about: Case,
  linked: { type: LinkedType; id: string },
): Promise<void> {
  const owner = await store.cases.ownerOf(linked.type, linked.id)
  const isOurs =
    owner?.companyId === about.companyId && (owner.orderId === null || owner.orderId === about.orderId)
  if (isOurs) return
  const kind = linked.type.replaceAll('_', ' ')
  throw new Refusal('not_found', `The case's order has no such ${kind}.`, {}, [
    { pointer: '/id', detail: `no such ${kind} of this company and order` },
  ])
}
