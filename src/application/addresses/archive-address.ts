import { addressEvent, shelvedAddress } from '../../domain/addresses/address.ts'
import type { AddressId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { AddressView } from '../ports/address-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { lockedAddress, moveDefaults } from './locked-address.ts'

/** Takes a place out of the book and out of the company's defaults. Archived already, it stays as it is. */
export function archiveAddress(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
  return (
    { addressId, expectedVersion }: { addressId: AddressId; expectedVersion: number | null },
    context: ActionContext,
  ): Promise<AddressView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { company, address } = await lockedAddress(store, addressId, expectedVersion)
      if (address.archivedAt === null) {
        const archived = shelvedAddress(address, at, at)
        await store.addresses.save(archived)
        const defaultOf = await moveDefaults(store, company, addressId, null, at)
        store.publish([addressEvent('address.archived', archived, at, { default_of: defaultOf })])
      }
      return found(await store.views.addresses.detail(addressId), 'address', addressId)
    })
}
