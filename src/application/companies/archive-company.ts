import { archive, refuseMerged } from '../../domain/companies/company.ts'
import { companyEvent } from '../../domain/companies/company-events.ts'
import type { CompanyId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { CompanyView } from '../ports/company-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** Closes a company for everything new; what is under way goes on. Archiving it again changes nothing. */
export function archiveCompany(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: { companyId: CompanyId; reason: string }, context: ActionContext): Promise<CompanyView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const company = found(await store.companies.getForUpdate(input.companyId), 'company', input.companyId)
      refuseMerged(company)
      if (company.archivedAt === null) {
        const at = deps.clock.now()
        const archived = archive(company, input.reason, at)
        await store.companies.save(archived)
        store.publish([companyEvent('company.archived', archived, at, { reason: input.reason })])
      }
      return found(await store.views.companies.detail(company.id), 'company', company.id)
    })
}
