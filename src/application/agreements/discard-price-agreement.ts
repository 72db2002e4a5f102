import { discardDraft } from '../../domain/agreements/price-agreement.ts'
import type { PriceAgreementId } from '../../domain/shared/ids.ts'
import { recordChange } from '../agreement-changes.ts'
import { found } from '../found.ts'
import type { PriceAgreementView } from '../ports/agreement-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** Throws a draft away and answers what it was. Its history stays. */
export function discardPriceAgreement(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (
    input: { priceAgreementId: PriceAgreementId },
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
      const { agreement, events } = discardDraft(before.agreement, at)
      const view = found(
        await store.views.agreements.detail(priceAgreementId, at),
        'price agreement',
        priceAgreementId,
      )
      await recordChange(store, deps, context, { action: 'discarded', before, after: null }, agreement)
      await store.agreements.remove(priceAgreementId)
      store.publish(events)
      return view
    })
}
