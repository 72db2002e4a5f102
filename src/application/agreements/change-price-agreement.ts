import { type AskedLine, agreeLines } from '../../domain/agreements/agreement-lines.ts'
import { changeDraft, type PriceAgreementTerms } from '../../domain/agreements/price-agreement.ts'
import type { PriceAgreementId } from '../../domain/shared/ids.ts'
import { refuseStale } from '../../domain/shared/stale.ts'
import { recordChange } from '../agreement-changes.ts'
import { found } from '../found.ts'
import type { PriceAgreementView } from '../ports/agreement-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export interface ChangePriceAgreementInput {
  priceAgreementId: PriceAgreementId
  expectedVersion: number
  terms: Partial<PriceAgreementTerms>
  /** All the lines anew; null leaves them. */
  lines: readonly AskedLine[] | null
}

/** Changes a draft. Terms that are not named stay; lines are replaced whole, under the currency that results. */
export function changePriceAgreement(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: ChangePriceAgreementInput, context: ActionContext): Promise<PriceAgreementView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { priceAgreementId } = input
      const before = found(
        await store.agreements.getForUpdate(priceAgreementId),
        'price agreement',
        priceAgreementId,
      )
      refuseStale(before.agreement.version, input.expectedVersion)
      const { agreement, events } = changeDraft(before.agreement, input.terms, at)
      const asked = input.lines ?? before.lines
      const products = await store.agreements.products(
        asked.map(({ sku }) => sku),
        agreement.currency,
        at,
      )
      const lines = agreeLines(asked, products, agreement.currency, () => deps.ids.make('priceAgreementLine'))
      await store.agreements.save(agreement)
      if (input.lines !== null) await store.agreements.replaceLines(agreement, lines)
      const after = { agreement, lines }
      await recordChange(store, deps, context, { action: 'changed', before, after }, agreement)
      store.publish(events)
      return found(await store.views.agreements.detail(agreement.id, at), 'price agreement', agreement.id)
    })
}
