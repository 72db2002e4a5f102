import type { Address } from '../../domain/addresses/address.ts'
import type { Company } from '../../domain/companies/company.ts'
import type { AddressId } from '../../domain/shared/ids.ts'
import { refuseStale } from '../../domain/shared/stale.ts'
import { found } from '../found.ts'
import type { Store } from '../ports/unit-of-work.ts'

/** The company's lock first, then the address's: the defaults of the company change with its addresses. */
export async function lockedAddress(
  store: Store,
  addressId: AddressId,
  expectedVersion: number | null,
): Promise<{ company: Company; address: Address }> {
  const companyId = found(await store.addresses.companyOf(addressId), 'address', addressId)
  const company = found(await store.companies.getForUpdate(companyId), 'company', companyId)
  const address = found(await store.addresses.getForUpdate(addressId), 'address', addressId)
  refuseStale(address.version, expectedVersion)
  return { company, address }
}

/** Points the company's defaults from one address to another, or to none. Answers which of them did. */
export async function moveDefaults(
  store: Store,
  company: Company,
  from: AddressId,
  to: AddressId | null,
  at: Date,
): Promise<('shipping' | 'billing')[]> {
  const isShipping = company.defaultShippingAddressId === from
  const isBilling = company.defaultBillingAddressId === from
  if (isShipping || isBilling) {
    await store.companies.save({
      ...company,
      ...(isShipping ? { defaultShippingAddressId: to } : {}),
      ...(isBilling ? { defaultBillingAddressId: to } : {}),
      version: company.version + 1,
      updatedAt: at,
    })
  }
  return [...(isShipping ? ['shipping' as const] : []), ...(isBilling ? ['billing' as const] : [])]
}
