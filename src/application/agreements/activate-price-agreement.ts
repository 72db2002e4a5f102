import { pricesOf } from '../../domain/agreements/agreement-lines.ts'
import { activateAgreement } from '../../domain/agreements/price-agreement.ts'
import { companyArchived } from '../../domain/companies/company.ts'
import type { PriceAgreementId } from '../../domain/shared/ids.ts'
import { recordChange, twinJobs } from '../agreement-changes.ts'
import { found } from '../found.ts'
import type { PriceAgreementView } from '../ports/agreement-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/**
 * Puts a draft into force; the revision it amends ends in the same transaction. Its prices go to Stripe by jobs that
 * commit with it. Two at once: the later one finds it active and is refused. An archived company gets no new prices.
 */
export function activatePriceAgreement(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (
    input: { priceAgreementId: PriceAgreementId },
    context: ActionContext,
  ): Promise<PriceAgreementView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { agreements } = store
      const { priceAgreementId } = input
      const before = found(
        await agreements.getForUpdate(priceAgreementId),
        'price agreement',
        priceAgreementId,
      )
      const { lines, amended } = before
      const { companyId } = before.agreement
      const company = found(await store.companies.find(companyId), 'company', companyId)
      if (company.archivedAt !== null) throw companyArchived(companyId)
      const { agreement, ended, events } = activateAgreement(before.agreement, amended?.agreement ?? null, at)
      if (ended !== null && amended !== null) {
        await agreements.save(ended)
        const after = { agreement: ended, lines: amended.lines }
        await recordChange(store, deps, context, { action: 'amended', before: amended, after }, ended)
      }
      await agreements.save(agreement)
      const after = { agreement, lines }
      await recordChange(store, deps, context, { action: 'activated', before, after }, agreement)

      const productIds = lines.map(({ productId }) => productId)
      const listPrices = await agreements.listPrices(productIds, agreement.currency, at)
      await agreements.addPrices(agreement, pricesOf(lines, listPrices, agreement.currency), at)
      const twins = await agreements.unsyncedTwins(agreement.id)
      store.enqueue(...twinJobs(agreement.id, twins, 'activated'))
      store.publish(events)
      return found(await store.views.agreements.detail(agreement.id, at), 'price agreement', agreement.id)
    })
}
