import { addressEvent, shelvedAddress } from '../../domain/addresses/address.ts'
import type { AddressId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { AddressView } from '../ports/address-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { lockedAddress } from './locked-address.ts'

/** Puts a place back into the book, as no default. Refused while a live address of the company says the same. */
export function restoreAddress(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (
    { addressId, expectedVersion }: { addressId: AddressId; expectedVersion: number | null },
    context: ActionContext,
  ): Promise<AddressView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { address } = await lockedAddress(store, addressId, expectedVersion)
      if (address.archivedAt !== null) {
        const restored = shelvedAddress(address, null, at)
        await store.addresses.save(restored)
        store.publish([addressEvent('address.restored', restored, at, {})])
      }
      return found(await store.views.addresses.detail(addressId), 'address', addressId)
    })
}
