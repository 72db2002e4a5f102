import type { PriceAgreementId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { twinJobs } from '../agreement-changes.ts'
import { found } from '../found.ts'
import type { PriceAgreementView } from '../ports/agreement-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** Takes up the sync of every price that Stripe does not have. With nothing to do it answers all the same. */
export function retryPriceAgreementSync(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (
    input: { priceAgreementId: PriceAgreementId },
    context: ActionContext,
  ): Promise<PriceAgreementView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { priceAgreementId } = input
      const { agreement } = found(
        await store.agreements.getForUpdate(priceAgreementId),
        'price agreement',
        priceAgreementId,
      )
      if (agreement.status !== 'active') {
        throw new Refusal('move_not_allowed', 'Only the prices of an active agreement go to Stripe.', {
          current: agreement.status,
        })
      }
      const twins = await store.agreements.unsyncedTwins(priceAgreementId)
      store.enqueue(...twinJobs(priceAgreementId, twins, context.correlationId))
      return found(
        await store.views.agreements.detail(priceAgreementId, deps.clock.now()),
        'price agreement',
        priceAgreementId,
      )
    })
}
