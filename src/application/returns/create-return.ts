import type { ReturnReason } from '../../domain/returns/return.ts'
import type { AskedReturn } from '../../domain/returns/returnable-units.ts'
import type { CaseId, OrderId } from '../../domain/shared/ids.ts'
import { caseFor } from '../case-work.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ReturnView } from '../ports/return-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { requestUnits } from './request-units.ts'

export interface CreateReturnInput {
  orderId: OrderId
  caseId: CaseId | null
  items: readonly AskedReturn[]
  reason: ReturnReason
  note: string | null
}

/** Asks for units to be taken back, in a new case or in an open one of the order. */
export function createReturn(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: CreateReturnInput, context: ActionContext): Promise<ReturnView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { orderId, caseId, items, reason, note } = input
      const loaded = found(await store.orders.getForUpdate(orderId), 'order', orderId)
      const requested = await requestUnits(deps, store, loaded, {
        items,
        caseFor: () => caseFor(deps, store, loaded, { caseId, kind: 'return', note }),
        reason,
        note,
      })
      const { id } = requested.return
      return found(await store.views.returns.detail(id), 'return', id)
    })
}
