import { assessAddress, type StoredVerdict } from '../../domain/addresses/address.ts'
import { addressColumns, readAddressRow } from '../../domain/imports/address-row.ts'
import type { RowVerdict } from '../../domain/imports/import-report.ts'
import type { Remark } from '../../domain/imports/import-row.ts'
import type { RowOutcome } from '../ports/import-store.ts'
import { type Parts, runImport } from './run-import.ts'

/**
 * Takes a file of addresses, each judged by the rules of its country. A place that is in the company's book already
 * is unchanged, also one that somebody let stand against the rules.
 */
export function importAddresses(deps: Parts) {
  return runImport(deps, {
    kind: 'addresses',
    columns: addressColumns,
    read: readAddressRow,
    async add(store, rows, at) {
      const addresses = rows.map(({ line, row: { company: _named, ...texts }, company }) => ({
        ...assessAddress(texts),
        line,
        id: deps.ids.make('address'),
        companyId: company.id,
        isClosed: company.isClosed,
      }))
      const outcomes = await store.addAddresses(addresses, at)
      return new Map(
        addresses.flatMap(({ line, verdict }) => {
          const outcome = outcomes.get(line) ?? 'faulty'
          return outcome === 'closed' ? [] : [[line, saidOf(outcome, verdict)]]
        }),
      )
    },
  })
}

function saidOf(outcome: RowOutcome, verdict: StoredVerdict): { verdict: RowVerdict; remarks: Remark[] } {
  if (outcome === 'created') {
    const remarks = verdict.corrections.map(({ field, rule }) => ({
      column: field,
      detail: `was corrected (${rule})`,
    }))
    return { verdict: 'created', remarks }
  }
  if (outcome === 'unchanged') return { verdict: 'unchanged', remarks: [] }
  const remarks = verdict.faults.map(({ field, message }) => ({ column: field, detail: message }))
  return { verdict: 'refused', remarks }
}
