import { judgeAddress, refuseArchived, revisedAddress } from '../../domain/addresses/address.ts'
import type { AddressId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import type { AddressView } from '../ports/address-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { recordOverride } from '../record-override.ts'
import { lockedAddress } from './locked-address.ts'

export interface OverrideAddressInput {
  addressId: AddressId
  expectedVersion: number | null
  reason: string
}

/**
 * Lets an address of the book stand although the rules of its country find faults in it; its words stay as they are.
 * Refused where they find none. Overridden already, it stays as it is.
 */
export function overrideAddress(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (
    { addressId, expectedVersion, reason }: OverrideAddressInput,
    context: ActionContext,
  ): Promise<AddressView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { address } = await lockedAddress(store, addressId, expectedVersion)
      refuseArchived(address)
      if (address.validationStatus !== 'overridden') {
        const { validationStatus, verdict } = judgeAddress(address, true)
        if (validationStatus !== 'overridden') {
          throw new Refusal('move_not_allowed', 'The rules of its country find no fault in the address.', {
            current: address.validationStatus,
            allowed_moves: [],
          })
        }
        const judged = { ...address, validationStatus, verdict: { ...verdict, corrections: [] } }
        const overridden = revisedAddress(address, judged, at)
        await store.addresses.save(overridden)
        await recordOverride(store, deps.ids, overridden, { reason, actor: context.actor, at })
      }
      return found(await store.views.addresses.detail(addressId), 'address', addressId)
    })
}
