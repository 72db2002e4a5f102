import { addressColumns, readAddressRow } from '../../domain/imports/address-row.ts'
import { type Parts, runImport } from './run-import.ts'

/** Takes a file of addresses. A place that is in the company's book already is unchanged. */
export function importAddresses(deps: Parts) {
  return runImport(deps, {
    kind: 'addresses',
    columns: addressColumns,
    read: readAddressRow,
    async add(store, rows, at) {
      const addresses = rows.map(({ line, row: { company: _named, ...rest }, company }) => ({
        ...rest,
        line,
        id: deps.ids.make('address'),
        companyId: company.id,
      }))
      const outcomes = await store.addAddresses(addresses, at)
      return new Map(
        [...outcomes].map(([line, outcome]) => [
          line,
          { verdict: outcome === 'created' ? ('created' as const) : ('unchanged' as const), remarks: [] },
        ]),
      )
    },
  })
}
