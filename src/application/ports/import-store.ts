import type { Judged } from '../../domain/addresses/address.ts'
import type { ContactRow } from '../../domain/imports/contact-row.ts'
import type { Import, ImportKind } from '../../domain/imports/import-report.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { AddressId, CompanyId, ContactId } from '../../domain/shared/ids.ts'

export interface NamedCompany {
  /** As the file names it: the company's id or its mirror's legacy reference. */
  reference: string
  id: CompanyId
  /** Where its numbers are dialled (its region, else its default address), as far as we know. */
  country: string | null
  /** It is archived, or was merged into another: nothing is added to it. */
  isClosed: boolean
  mergedIntoId: CompanyId | null
}

interface Numbered {
  line: number
  companyId: CompanyId
  /** Only looked for, and never added. */
  isClosed: boolean
}

export type NewContact = Omit<ContactRow, 'company'> & Numbered & { id: ContactId; phoneRaw: string | null }
/** One with faults is only looked for, and never added. */
export type NewAddress = Judged & Numbered & { id: AddressId }

/**
 * What became of a row: `taken` when its e-mail address stands for somebody else of the company, also for one who was
 * merged; `closed` or `faulty` when it was not added because of its company or its faults and is not there either.
 */
export type RowOutcome = 'created' | 'unchanged' | 'taken' | 'closed' | 'faulty'

/** What an import reads and writes, a batch of rows at a time. */
export interface ImportStore {
  /** False while another transaction imports this kind; otherwise others are kept out until this one ends. */
  claim(kind: ImportKind): Promise<boolean>
  /** The companies behind these references; who is not there is left out. */
  companies(references: readonly string[]): Promise<NamedCompany[]>
  /** Adds who is not there yet, in the order of the lines. The outcome of each line. */
  addContacts(rows: readonly NewContact[], at: Date): Promise<Map<number, RowOutcome>>
  /** Adds the places that are not there yet; the same place twice is one. The outcome of each line. */
  addAddresses(rows: readonly NewAddress[], at: Date): Promise<Map<number, RowOutcome>>
  /** Keeps what became of a file. */
  record(report: Import, actor: Actor): Promise<void>
}
