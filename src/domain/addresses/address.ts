import type { DomainEvent } from '../shared/events.ts'
import type { AddressId, CompanyId } from '../shared/ids.ts'
import { Refusal } from '../shared/refusal.ts'
import {
  type AddressCorrection,
  type AddressFault,
  type AddressField,
  type AddressInput,
  validateAddress,
} from './validate-address.ts'

/** A verdict as it is kept: its fields under the names of the contract. */
export interface StoredVerdict {
  faults: (Omit<AddressFault, 'field'> & { field: string })[]
  corrections: (Omit<AddressCorrection, 'field'> & { field: string })[]
}

/** A place in a company's book. */
export interface Address extends AddressInput {
  id: AddressId
  companyId: CompanyId
  validationStatus: 'unverified' | 'valid' | 'corrected' | 'invalid' | 'overridden'
  /** Faults that were overridden and corrections that were made when it was written. */
  verdict: StoredVerdict
  lastUsedAt: Date | null
  /** The address that this one replaced. */
  supersedesId: AddressId | null
  archivedAt: Date | null
  version: number
  createdAt: Date
  updatedAt: Date
}

export type Judged = AddressInput & Pick<Address, 'validationStatus' | 'verdict'>

export type AddressEvent =
  | DomainEvent<'address.created', { label: string | null; validation_status: string }>
  | DomainEvent<'address.changed', { fields: string[]; validation_status: string }>
  | DomainEvent<'address.superseded', { by_address_id: AddressId; fields: string[] }>
  | DomainEvent<'address.overridden', { reason: string; faults: StoredVerdict['faults'] }>
  | DomainEvent<'address.archived', { default_of: ('shipping' | 'billing')[] }>
  | DomainEvent<'address.restored', Record<string, never>>

const texts = [
  'label',
  'recipient',
  'line1',
  'line2',
  'city',
  'region',
  'postalCode',
  'country',
  'phone',
] as const satisfies AddressField[]

/** What somebody wrote, out of more. */
function textsOf(address: AddressInput): AddressInput {
  const { label, recipient, line1, line2, city, region, postalCode, country, phone } = address
  return { label, recipient, line1, line2, city, region, postalCode, country, phone }
}

/** The address as its country writes it, with what was found and corrected. */
export function assessAddress(input: AddressInput): Judged {
  const { status, faults, corrections, address } = validateAddress(textsOf(input))
  const verdict = { faults: faults.map(underWireName), corrections: corrections.map(underWireName) }
  return { ...address, validationStatus: status, verdict }
}

/** The address as its country writes it. Faults are refused, each with its pointer, unless they are overridden. */
export function judgeAddress(input: AddressInput, isOverridden: boolean): Judged {
  const judged = assessAddress(input)
  if (judged.validationStatus !== 'invalid') return judged
  if (isOverridden) return { ...judged, validationStatus: 'overridden' }
  const { faults } = judged.verdict
  throw new Refusal(
    'address_invalid',
    'The address does not follow the rules of its country.',
    { faults },
    faults.map(({ field, message }) => ({ pointer: `/${field}`, detail: message })),
  )
}

/**
 * The changed address, judged. One that only gets another label or telephone is the same place and keeps its verdict,
 * so that an overridden address can be renamed.
 */
export function judgeChange(address: Address, changes: Partial<AddressInput>, isOverridden: boolean): Judged {
  const wished = { ...textsOf(address), ...changes }
  const isSamePlace = changedFields(address, wished).every((field) => field === 'label' || field === 'phone')
  if (!isSamePlace || isOverridden) return judgeAddress(wished, isOverridden)
  return { ...wished, validationStatus: address.validationStatus, verdict: address.verdict }
}

/** A new place in the book. */
export function newAddress(
  judged: Judged,
  its: { id: AddressId; companyId: CompanyId; supersedesId: AddressId | null },
  at: Date,
): Address {
  return { ...judged, ...its, lastUsedAt: null, archivedAt: null, version: 1, createdAt: at, updatedAt: at }
}

/** The same row with other words or another verdict. */
export function revisedAddress(address: Address, judged: Judged, at: Date): Address {
  return { ...address, ...judged, version: address.version + 1, updatedAt: at }
}

/** Out of the book (`at`) or back in it (null); what was made with it stays as it is. */
export function shelvedAddress(address: Address, archivedAt: Date | null, at: Date): Address {
  return { ...address, archivedAt, version: address.version + 1, updatedAt: at }
}

/** Which parts differ. The label is the book's own name for the place and part of no place. */
export function changedFields(before: AddressInput, after: AddressInput): AddressField[] {
  return texts.filter((field) => before[field] !== after[field])
}

/** Refuses to change what is out of the book. */
export function refuseArchived(address: Address): void {
  if (address.archivedAt === null) return
  throw new Refusal('move_not_allowed', 'The address is archived: restore it first.', {
    current: 'archived',
    allowed_moves: ['restore'],
  })
}

function underWireName<T extends { field: AddressField }>(part: T): Omit<T, 'field'> & { field: string } {
  return { ...part, field: wireName(part.field) }
}

/** The contract's name of a field. */
export function wireName(field: AddressField): string {
  return field === 'postalCode' ? 'postal_code' : field
}

/** Builds an event of an address. */
export function addressEvent<T extends AddressEvent['type']>(
  type: T,
  address: Address,
  occurredAt: Date,
  data: Extract<AddressEvent, { type: T }>['data'],
): AddressEvent {
  return {
    type,
    aggregateType: 'address',
    aggregateId: address.id,
    aggregateVersion: address.version,
    companyId: address.companyId,
    orderId: null,
    shipmentId: null,
    data,
    occurredAt,
  } as AddressEvent
}
