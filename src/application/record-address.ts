import { addressEvent, judgeAddress, newAddress } from '../domain/addresses/address.ts'
import type { AddressInput } from '../domain/addresses/validate-address.ts'
import type { Actor } from '../domain/shared/actor.ts'
import type { CompanyId } from '../domain/shared/ids.ts'
import { found } from './found.ts'
import type { AddressView } from './ports/address-reader.ts'
import type { IdGenerator } from './ports/id-generator.ts'
import type { Store } from './ports/unit-of-work.ts'
import { recordOverride } from './record-override.ts'

/** The address in the company's book: a new one, or the live one that says the same, which is then said. */
export async function recordAddress(
  store: Store,
  ids: IdGenerator,
  companyId: CompanyId,
  input: AddressInput,
  { override, actor, at }: { override: { reason: string } | null; actor: Actor; at: Date },
): Promise<AddressView> {
  const judged = judgeAddress(input, override !== null)
  const address = newAddress(judged, { id: ids.make('address'), companyId, supersedesId: null }, at)
  const addressId = await store.addresses.insertOnce(address)
  if (addressId === address.id) {
    const { label, validationStatus } = address
    store.publish([
      addressEvent('address.created', address, at, { label, validation_status: validationStatus }),
    ])
    if (override !== null) await recordOverride(store, ids, address, { reason: override.reason, actor, at })
  }
  const view = found(await store.views.addresses.detail(addressId), 'address', addressId)
  return addressId === address.id ? view : { ...view, already_recorded: true }
}
