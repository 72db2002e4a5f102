import { assign, refuseMerged } from '../../domain/companies/company.ts'
import { companyEvent } from '../../domain/companies/company-events.ts'
import type { CompanyId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import { invoiceSeriesOf } from '../invoice-series-of.ts'
import type { Clock } from '../ports/clock.ts'
import type { CompanyView } from '../ports/company-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export interface AssignLegalEntityInput {
  companyId: CompanyId
  /** Null: the default one. */
  legalEntityCode: string | null
}

/** Says by whom of us a company's next invoices are. What was drafted before keeps its series. */
export function assignLegalEntity(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: AssignLegalEntityInput, context: ActionContext): Promise<CompanyView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { companyId, legalEntityCode } = input
      const company = found(await store.companies.getForUpdate(companyId), 'company', companyId)
      refuseMerged(company)
      if (legalEntityCode !== null) await invoiceSeriesOf(store, legalEntityCode)
      if (company.legalEntity !== legalEntityCode) {
        const at = deps.clock.now()
        const assigned = assign(company, legalEntityCode, at)
        await store.companies.save(assigned)
        const data = { legal_entity_code: legalEntityCode, previous: company.legalEntity }
        store.publish([companyEvent('company.legal_entity_assigned', assigned, at, data)])
      }
      return found(await store.views.companies.detail(companyId), 'company', companyId)
    })
}
