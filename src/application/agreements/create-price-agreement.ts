import { type AskedLine, agreeLines } from '../../domain/agreements/agreement-lines.ts'
import { draftAgreement, type PriceAgreementTerms } from '../../domain/agreements/price-agreement.ts'
import type { CompanyId } from '../../domain/shared/ids.ts'
import { exponentOf } from '../../domain/shared/money.ts'
import { recordChange } from '../agreement-changes.ts'
import { found } from '../found.ts'
import type { PriceAgreementView } from '../ports/agreement-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export interface CreatePriceAgreementInput {
  companyId: CompanyId
  terms: PriceAgreementTerms
  lines: readonly AskedLine[]
}

/** Drafts prices for one company. Nobody is charged by them before they are activated. */
export function createPriceAgreement(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: CreatePriceAgreementInput, context: ActionContext): Promise<PriceAgreementView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { companyId, terms } = input
      found(await store.companies.find(companyId), 'company', companyId)
      exponentOf(terms.currency)
      const skus = input.lines.map(({ sku }) => sku)
      const products = await store.agreements.products(skus, terms.currency, at)
      const lines = agreeLines(input.lines, products, terms.currency, () =>
        deps.ids.make('priceAgreementLine'),
      )
      const { agreement, events } = draftAgreement(
        {
          id: deps.ids.make('priceAgreement'),
          number: await store.agreements.nextNumber(),
          revision: 1,
          amendsId: null,
          companyId,
          ...terms,
        },
        at,
      )
      await store.agreements.insert(agreement, lines)
      const change = { action: 'created' as const, before: null, after: { agreement, lines } }
      await recordChange(store, deps, context, change, agreement)
      store.publish(events)
      return found(await store.views.agreements.detail(agreement.id, at), 'price agreement', agreement.id)
    })
}
