import { contactColumns, readContactRow } from '../../domain/imports/contact-row.ts'
import type { RowVerdict } from '../../domain/imports/import-report.ts'
import type { Remark } from '../../domain/imports/import-row.ts'
import type { NewContact } from '../ports/import-store.ts'
import type { PhoneNumbers } from '../ports/phone-numbers.ts'
import { type Parts, runImport } from './run-import.ts'

/**
 * Takes a file of contacts. Who is there already with the same data is unchanged; an e-mail address of somebody
 * else in the company, or of one who was merged, is refused, never overwritten.
 */
export function importContacts(deps: Parts & { phoneNumbers: PhoneNumbers }) {
  return runImport(deps, {
    kind: 'contacts',
    columns: contactColumns,
    read: readContactRow,
    async add(store, rows, at) {
      const verdicts = new Map<number, { verdict: RowVerdict; remarks: Remark[] }>()
      const contacts: NewContact[] = []
      for (const { line, row, company } of rows) {
        const { company: _named, phone, ...rest } = row
        const number = phone === null ? null : deps.phoneNumbers.e164(phone, company.country)
        if (phone !== null && number === null) {
          verdicts.set(line, {
            verdict: 'refused',
            remarks: [{ column: 'phone', detail: 'is no telephone number' }],
          })
          continue
        }
        contacts.push({
          ...rest,
          line,
          id: deps.ids.make('contact'),
          companyId: company.id,
          isClosed: company.isClosed,
          phone: number,
          phoneRaw: phone,
        })
      }
      for (const [line, outcome] of await store.addContacts(contacts, at)) {
        if (outcome === 'closed') continue
        const isAdded = outcome === 'created' || outcome === 'unchanged'
        verdicts.set(line, isAdded ? { verdict: outcome, remarks: [] } : taken)
      }
      return verdicts
    },
  })
}

const taken: { verdict: RowVerdict; remarks: Remark[] } = {
  verdict: 'refused',
  remarks: [
    {
      column: 'email',
      detail: 'stands for a contact of the company with other data or that was merged, or for an earlier row',
    },
  ],
}
