import type { CaseKind } from '../../domain/returns/case.ts'
import type { OrderId } from '../../domain/shared/ids.ts'
import { caseFor } from '../case-work.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { CaseView } from '../ports/return-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** Opens a case by hand: for what was lost, or before it is known what will come of it. */
export function createCase(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (
    input: { orderId: OrderId; kind: CaseKind; note: string | null },
    context: ActionContext,
  ): Promise<CaseView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { orderId, kind, note } = input
      const loaded = found(await store.orders.getForUpdate(orderId), 'order', orderId)
      const caseId = await caseFor(deps, store, loaded, { caseId: null, kind, note })
      return found(await store.views.returns.case(caseId), 'case', caseId)
    })
}
