import { refuseMerged, restore } from '../../domain/companies/company.ts'
import { companyEvent } from '../../domain/companies/company-events.ts'
import type { CompanyId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { CompanyView } from '../ports/company-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** Opens an archived company again. One that is open stays as it is. */
export function restoreCompany(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: { companyId: CompanyId }, context: ActionContext): Promise<CompanyView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const company = found(await store.companies.getForUpdate(input.companyId), 'company', input.companyId)
      refuseMerged(company)
      if (company.archivedAt !== null) {
        const at = deps.clock.now()
        const restored = restore(company, at)
        await store.companies.save(restored)
        store.publish([companyEvent('company.restored', restored, at, {})])
      }
      return found(await store.views.companies.detail(company.id), 'company', company.id)
    })
}
