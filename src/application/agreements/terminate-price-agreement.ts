import { terminateAgreement } from '../../domain/agreements/price-agreement.ts'
import type { PriceAgreementId } from '../../domain/shared/ids.ts'
import { recordChange } from '../agreement-changes.ts'
import { found } from '../found.ts'
import type { PriceAgreementView } from '../ports/agreement-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** Ends an active agreement before its time. Its prices are taken off sale by the sweep that follows. */
export function terminatePriceAgreement(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (
    input: { priceAgreementId: PriceAgreementId; reason: string },
    context: ActionContext,
  ): Promise<PriceAgreementView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { priceAgreementId } = input
      const before = found(
        await store.agreements.getForUpdate(priceAgreementId),
        'price agreement',
        priceAgreementId,
      )
      const { agreement, events } = terminateAgreement(before.agreement, input.reason, at)
      await store.agreements.save(agreement)
      const after = { agreement, lines: before.lines }
      await recordChange(store, deps, context, { action: 'terminated', before, after }, agreement)
      store.publish(events)
      return found(await store.views.agreements.detail(agreement.id, at), 'price agreement', agreement.id)
    })
}
