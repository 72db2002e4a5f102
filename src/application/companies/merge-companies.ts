import { type Company, merge, refuseMerged } from '../../domain/companies/company.ts'
import { companyEvent } from '../../domain/companies/company-events.ts'
import { mergeBlockers } from '../../domain/companies/merge-blockers.ts'
import type { AddressId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { CompanyView } from '../ports/company-reader.ts'
import type { MergePair } from '../ports/company-store.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** The survivor takes over all that belongs to the other company, which stays as a trace (docs/decisions/0011). */
export function mergeCompanies(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (pair: MergePair, context: ActionContext): Promise<CompanyView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const { survivorId, mergedId } = pair
      if (survivorId === mergedId) {
        throw new Refusal('body_field_invalid', 'A company cannot be merged into itself.', {}, [
          { pointer: '/merge_company_id', detail: 'is the company itself' },
        ])
      }
      const locked = await store.companies.getPairForUpdate(pair)
      const survivor = found(locked.survivor, 'company', survivorId)
      const merged = found(locked.merged, 'company', mergedId)
      refuseMerged(survivor)
      refuseMerged(merged)
      const blockers = mergeBlockers(
        { ...survivor, isArchived: survivor.archivedAt !== null },
        { ...merged, isArchived: merged.archivedAt !== null },
        await store.companies.agreementOverlaps(pair),
      )
      if (blockers.length > 0) {
        throw new Refusal('company_merge_blocked', 'The companies do not fit together yet.', { blockers })
      }
      const at = deps.clock.now()
      const twins = await store.companies.addressTwins(pair)
      const moved = await store.companies.moveBelongings(pair, at)
      const after = merge(survivor, withTwins(merged, twins), at)
      await store.companies.save(after.merged)
      await store.companies.save(after.survivor)
      store.publish([
        companyEvent('company.merged', after.survivor, at, { merged_company_id: mergedId, moved }),
      ])
      return found(await store.views.companies.detail(survivorId), 'company', survivorId)
    })
}

/** The company as if it had named the survivor's addresses where the two books say the same. */
function withTwins(company: Company, twins: ReadonlyMap<AddressId, AddressId>): Company {
  const twinOf = (id: AddressId | null) => (id === null ? null : (twins.get(id) ?? id))
  return {
    ...company,
    defaultShippingAddressId: twinOf(company.defaultShippingAddressId),
    defaultBillingAddressId: twinOf(company.defaultBillingAddressId),
  }
}
