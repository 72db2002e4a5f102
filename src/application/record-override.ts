import { type Address, addressEvent } from '../domain/addresses/address.ts'
import type { Actor } from '../domain/shared/actor.ts'
import type { IdGenerator } from './ports/id-generator.ts'
import type { Store } from './ports/unit-of-work.ts'

/** Keeps who let the address stand and why; nothing where the rules had found no fault. */
export async function recordOverride(
  store: Store,
  ids: IdGenerator,
  address: Address,
  { reason, actor, at }: { reason: string; actor: Actor; at: Date },
): Promise<void> {
  if (address.validationStatus !== 'overridden') return
  const { faults } = address.verdict
  await store.addresses.insertOverride({
    id: ids.make('addressOverride'),
    addressId: address.id,
    companyId: address.companyId,
    reason,
    faults,
    actor,
    createdAt: at,
  })
  store.publish([addressEvent('address.overridden', address, at, { reason, faults })])
}
