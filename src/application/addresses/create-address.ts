import type { CompanyId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { AddressView } from '../ports/address-reader.ts'
import type { Address } from '../ports/address-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export type CreateAddressInput = { companyId: CompanyId } & Pick<
  Address,
  'label' | 'recipient' | 'line1' | 'line2' | 'city' | 'region' | 'postalCode' | 'country' | 'phone'
>

/** A place in a company's book. */
export function createAddress(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (input: CreateAddressInput, context: ActionContext): Promise<AddressView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      found(await store.companies.find(input.companyId), 'company', input.companyId)
      const address: Address = {
        ...input,
        id: deps.ids.make('address'),
        version: 1,
        createdAt: at,
        updatedAt: at,
      }
      await store.addresses.insert(address)
      return found(await store.views.addresses.detail(address.id), 'address', address.id)
    })
}
