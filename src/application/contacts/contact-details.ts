import type { CompanyId, ContactId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import type { ContactStore } from '../ports/contact-store.ts'
import type { PhoneNumbers } from '../ports/phone-numbers.ts'

/** The number in E.164 beside what was written; refuses what is no number. */
export function phoneFrom(
  phoneNumbers: PhoneNumbers,
  written: string | null,
  country: string | null,
): { phone: string | null; phoneRaw: string | null } {
  if (written === null) return { phone: null, phoneRaw: null }
  const phone = phoneNumbers.e164(written, country)
  if (phone !== null) return { phone, phoneRaw: written }
  const detail =
    country === null ? 'is no telephone number with its country code' : `is no telephone number of ${country}`
  throw new Refusal('body_field_invalid', 'The telephone number cannot be read.', { country }, [
    { pointer: '/phone', detail },
  ])
}

/** Refuses an e-mail that another contact of the company has, or had before it was merged, and names that contact. */
export async function refuseTakenEmail(
  contacts: ContactStore,
  companyId: CompanyId,
  email: string,
  owner: ContactId | null,
): Promise<void> {
  const holder = await contacts.holderOfEmail(companyId, email)
  if (holder === null || holder.id === owner) return
  throw new Refusal(
    'contact_email_taken',
    'The company has a contact with this e-mail already.',
    { contact_id: holder.id, active: holder.active },
    [{ pointer: '/email', detail: `is taken in this company by ${holder.id}` }],
  )
}
