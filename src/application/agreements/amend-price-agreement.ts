import { draftAgreement, refuseAmendment } from '../../domain/agreements/price-agreement.ts'
import type { PriceAgreementId } from '../../domain/shared/ids.ts'
import { recordChange } from '../agreement-changes.ts'
import { found } from '../found.ts'
import type { PriceAgreementView } from '../ports/agreement-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** Drafts the next revision of an active agreement, a copy to be changed. The active one stays until then. */
export function amendPriceAgreement(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (
    input: { priceAgreementId: PriceAgreementId },
    context: ActionContext,
  ): Promise<PriceAgreementView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { priceAgreementId } = input
      const amended = found(
        await store.agreements.getForUpdate(priceAgreementId),
        'price agreement',
        priceAgreementId,
      )
      refuseAmendment(amended.agreement, amended.newer, at)
      const { companyId, number, revision, name, currency, validFrom, validTo, notes } = amended.agreement
      const { agreement, events } = draftAgreement(
        {
          id: deps.ids.make('priceAgreement'),
          number,
          revision: revision + 1,
          amendsId: priceAgreementId,
          companyId,
          name,
          currency,
          validFrom,
          validTo,
          notes,
        },
        at,
      )
      const lines = amended.lines.map((line) => ({ ...line, id: deps.ids.make('priceAgreementLine') }))
      await store.agreements.insert(agreement, lines)
      const change = { action: 'created' as const, before: null, after: { agreement, lines } }
      await recordChange(store, deps, context, change, agreement)
      store.publish(events)
      return found(await store.views.agreements.detail(agreement.id, at), 'price agreement', agreement.id)
    })
}
