import {
  type Address,
  addressEvent,
  changedFields,
  type Judged,
  judgeChange,
  newAddress,
  refuseArchived,
  revisedAddress,
  shelvedAddress,
  wireName,
} from '../../domain/addresses/address.ts'
import type { AddressInput } from '../../domain/addresses/validate-address.ts'
import type { Company } from '../../domain/companies/company.ts'
import type { AddressId } from '../../domain/shared/ids.ts'
import { found } from '../found.ts'
import type { AddressView } from '../ports/address-reader.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'
import { recordOverride } from '../record-override.ts'
import { lockedAddress, moveDefaults } from './locked-address.ts'

export interface ChangeAddressInput {
  addressId: AddressId
  expectedVersion: number
  changes: Partial<AddressInput>
  override: { reason: string } | null
}

/**
 * Changes what is named and leaves the rest. A place that a parcel or an order used stays as they knew it: it is
 * archived, and a new address takes its place and its defaults. The label alone is changed where it stands.
 */
export function changeAddress(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: IdGenerator }) {
  return (
    { addressId, expectedVersion, changes, override }: ChangeAddressInput,
    context: ActionContext,
  ): Promise<AddressView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { company, address } = await lockedAddress(store, addressId, expectedVersion)
      refuseArchived(address)
      const judged = judgeChange(address, changes, override !== null)
      const isElsewhere = changedFields(address, judged).some((field) => field !== 'label')
      const isUsed = address.lastUsedAt !== null || (await store.addresses.isReferenced(addressId))
      const changed =
        isElsewhere && isUsed
          ? await supersede(store, deps.ids, company, address, judged, at)
          : await revise(store, address, judged, at)
      if (override !== null) {
        await recordOverride(store, deps.ids, changed, { reason: override.reason, actor: context.actor, at })
      }
      return found(await store.views.addresses.detail(changed.id), 'address', changed.id)
    })
}

async function revise(store: Store, address: Address, judged: Judged, at: Date): Promise<Address> {
  const revised = revisedAddress(address, judged, at)
  await store.addresses.save(revised)
  const fields = changedFields(address, judged).map(wireName)
  store.publish([
    addressEvent('address.changed', revised, at, { fields, validation_status: revised.validationStatus }),
  ])
  return revised
}

async function supersede(
  store: Store,
  ids: IdGenerator,
  company: Company,
  address: Address,
  judged: Judged,
  at: Date,
): Promise<Address> {
  const { companyId } = address
  const replacement = newAddress(judged, { id: ids.make('address'), companyId, supersedesId: address.id }, at)
  const shelved = shelvedAddress(address, at, at)
  await store.addresses.save(shelved)
  await store.addresses.insert(replacement)
  await moveDefaults(store, company, address.id, replacement.id, at)
  const { label, validationStatus } = replacement
  store.publish([
    addressEvent('address.superseded', shelved, at, {
      by_address_id: replacement.id,
      fields: changedFields(address, judged).map(wireName),
    }),
    addressEvent('address.created', replacement, at, { label, validation_status: validationStatus }),
  ])
  return replacement
}
