import type { AddressInput } from '../../domain/addresses/validate-address.ts'
import type { CompanyId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { AddressView } from '../ports/address-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { recordAddress } from '../record-address.ts'

export interface CreateAddressInput {
  companyId: CompanyId
  address: AddressInput
  /** Lets it stand although the rules of its country find faults. */
  override: { reason: string } | null
}

/** A place in a company's book, judged by the rules of its country. The same place twice is the first one. */
export function createAddress(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (
    { companyId, address, override }: CreateAddressInput,
    context: ActionContext,
  ): Promise<AddressView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      found(await store.companies.find(companyId), 'company', companyId)
      const { actor } = context
      return recordAddress(store, deps.ids, companyId, address, { override, actor, at: deps.clock.now() })
    })
}
