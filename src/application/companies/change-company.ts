import { type Company, refuseMerged, refuseUnknownTimeZone } from '../../domain/companies/company.ts'
import type { AddressId, CompanyId } from '../../domain/shared/ids.ts'
import { exponentOf } from '../../domain/shared/money.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { refuseStale } from '../../domain/shared/stale.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { CompanyView } from '../ports/company-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export interface ChangeCompanyInput {
  companyId: CompanyId
  expectedVersion: number
  changes: Partial<
    Pick<
      Company,
      | 'name'
      | 'domain'
      | 'region'
      | 'currency'
      | 'timeZone'
      | 'paymentTermsDays'
      | 'language'
      | 'defaultShippingAddressId'
      | 'defaultBillingAddressId'
    >
  >
}

/** Changes what is named and leaves the rest; a default address must be in the company's own book. */
export function changeCompany(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: ChangeCompanyInput, context: ActionContext): Promise<CompanyView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const company = found(await store.companies.getForUpdate(input.companyId), 'company', input.companyId)
      refuseMerged(company)
      refuseStale(company.version, input.expectedVersion)
      const { changes } = input
      if (changes.currency !== undefined) exponentOf(changes.currency)
      if (changes.timeZone !== undefined) refuseUnknownTimeZone(changes.timeZone)
      for (const key of ['defaultShippingAddressId', 'defaultBillingAddressId'] as const) {
        const addressId: AddressId | null | undefined = changes[key]
        if (addressId === undefined || addressId === null) continue
        const { hasAddress } = await store.companies.billingParty(company.id, null, addressId)
        if (!hasAddress) {
          const pointer =
            key === 'defaultShippingAddressId'
              ? '/default_shipping_address_id'
              : '/default_billing_address_id'
          throw new Refusal('not_found', 'The company has no such address.', {}, [
            { pointer, detail: 'no such address of this company' },
          ])
        }
      }
      await store.companies.save({
        ...company,
        ...changes,
        version: company.version + 1,
        updatedAt: deps.clock.now(),
      })
      return found(await store.views.companies.detail(company.id), 'company', company.id)
    })
}
