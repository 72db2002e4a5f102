import type { AddressId } from '../../domain/shared/ids.ts'
import { found, refuseStale } from '../found.ts'
import type { AddressView } from '../ports/address-reader.ts'
import type { Address } from '../ports/address-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

export interface ChangeAddressInput {
  addressId: AddressId
  expectedVersion: number
  changes: Partial<
    Pick<
      Address,
      'label' | 'recipient' | 'line1' | 'line2' | 'city' | 'region' | 'postalCode' | 'country' | 'phone'
    >
  >
}

/** Changes what is named and leaves the rest. Parcels and invoices keep the snapshots they took. */
export function changeAddress(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (input: ChangeAddressInput, context: ActionContext): Promise<AddressView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const address = found(await store.addresses.getForUpdate(input.addressId), 'address', input.addressId)
      refuseStale(address.version, input.expectedVersion)
      await store.addresses.save({
        ...address,
        ...input.changes,
        version: address.version + 1,
        updatedAt: deps.clock.now(),
      })
      return found(await store.views.addresses.detail(address.id), 'address', address.id)
    })
}
