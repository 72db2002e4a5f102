import { type CellRules, type ReadRow, readCells } from './import-row.ts'

export const addressColumns = [
  'company',
  'label',
  'recipient',
  'line1',
  'line2',
  'city',
  'region',
  'postal_code',
  'country',
  'phone',
] as const

export type AddressColumn = (typeof addressColumns)[number]

/** A place as a file names it: the company by id or by its legacy reference. */
export interface AddressRow {
  company: string
  label: string | null
  recipient: string
  line1: string
  line2: string | null
  city: string
  region: string | null
  postalCode: string | null
  country: string
  phone: string | null
}

const rules: CellRules<AddressColumn> = {
  company: { required: true, max: 200 },
  label: { max: 100 },
  recipient: { required: true, max: 200 },
  line1: { required: true, max: 200 },
  line2: { max: 200 },
  city: { required: true, max: 100 },
  region: { max: 100 },
  postal_code: { max: 20 },
  country: { required: true, max: 100 },
  phone: { max: 40 },
}

/** Reads one row of a file of addresses. */
export function readAddressRow(
  cells: readonly string[],
  columns: readonly AddressColumn[],
): ReadRow<AddressRow> {
  const read = readCells(cells, columns, rules)
  if ('faults' in read) return read
  const { row } = read
  return {
    row: {
      company: row.company ?? '',
      label: row.label,
      recipient: row.recipient ?? '',
      line1: row.line1 ?? '',
      line2: row.line2,
      city: row.city ?? '',
      region: row.region,
      postalCode: row.postal_code,
      country: row.country ?? '',
      phone: row.phone,
    },
  }
}
