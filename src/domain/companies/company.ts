import type { AddressId, CompanyId, CompanyMirrorId } from '../shared/ids.ts'
import { Refusal } from '../shared/refusal.ts'

export interface Company {
  id: CompanyId
  companyMirrorId: CompanyMirrorId
  name: string
  domain: string | null
  region: string | null
  currency: string
  timeZone: string
  paymentTermsDays: number
  /** Of documents that are sent to it. */
  language: 'en' | 'fr'
  defaultShippingAddressId: AddressId | null
  defaultBillingAddressId: AddressId | null
  /** Who of us its invoices are by; null for the default one. */
  legalEntity: string | null
  archivedAt: Date | null
  archiveReason: string | null
  mergedAt: Date | null
  mergedIntoId: CompanyId | null
  version: number
  createdAt: Date
  updatedAt: Date
}

/** Refuses every change of a company that is only the trace of a merge, and names the one that lives on. */
export function refuseMerged(company: Pick<Company, 'id' | 'mergedIntoId'>): void {
  if (company.mergedIntoId !== null) throw companyMerged(company.mergedIntoId)
}

/** Refuses what is no IANA time zone by its full name: offsets and abbreviations mean different things to many. */
export function refuseUnknownTimeZone(timeZone: string): void {
  if (!isTimeZone(timeZone)) throw timeZoneUnknown()
}

/** The refusal that says how a time zone is written. */
export function timeZoneUnknown(): Refusal {
  return new Refusal('body_field_invalid', 'The time zone is not known.', {}, [
    { pointer: '/time_zone', detail: 'is no IANA time zone such as Europe/Paris, nor UTC' },
  ])
}

/** The refusal that names the survivor. */
export function companyMerged(mergedIntoId: string): Refusal {
  return new Refusal('company_merged', `The company was merged into ${mergedIntoId}. Use that one.`, {
    merged_into_id: mergedIntoId,
  })
}

/** The refusal that says how to undo the archive. */
export function companyArchived(companyId: string): Refusal {
  return new Refusal(
    'company_archived',
    `The company is archived. Restore it with POST /v1/companies/${companyId}/restore, then repeat.`,
    { company_id: companyId },
  )
}

/** Closes the company for new orders, contacts, addresses and agreements. */
export function archive(company: Company, reason: string, at: Date): Company {
  return changed(company, { archivedAt: at, archiveReason: reason }, at)
}

/** The undo of `archive`. */
export function restore(company: Company, at: Date): Company {
  return changed(company, { archivedAt: null, archiveReason: null }, at)
}

/** Its next invoices are by that legal entity of ours. */
export function assign(company: Company, legalEntity: string | null, at: Date): Company {
  return changed(company, { legalEntity }, at)
}

/**
 * The pair after a merge. The survivor keeps what it says of itself and takes over only the default addresses that
 * it lacks; the merged one keeps its name and its mirror and points to the survivor.
 */
export function merge(survivor: Company, merged: Company, at: Date): { survivor: Company; merged: Company } {
  return {
    survivor: changed(
      survivor,
      {
        defaultShippingAddressId: survivor.defaultShippingAddressId ?? merged.defaultShippingAddressId,
        defaultBillingAddressId: survivor.defaultBillingAddressId ?? merged.defaultBillingAddressId,
      },
      at,
    ),
    merged: changed(
      merged,
      {
        defaultShippingAddressId: null,
        defaultBillingAddressId: null,
        mergedAt: at,
        mergedIntoId: survivor.id,
      },
      at,
    ),
  }
}

function isTimeZone(timeZone: string): boolean {
  if (timeZone === 'UTC') return true
  if (!timeZone.includes('/')) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}

function changed(company: Company, changes: Partial<Company>, at: Date): Company {
  return { ...company, ...changes, version: company.version + 1, updatedAt: at }
}
