import { type CellRules, type ReadRow, readCells } from './import-row.ts'

export const contactColumns = [
  'company',
  'first_name',
  'last_name',
  'email',
  'phone',
  'roles',
  'active',
  'notes',
] as const

export type ContactColumn = (typeof contactColumns)[number]

const roles = ['billing', 'executive', 'operations', 'shipping', 'technical'] as const
export type ImportedRole = (typeof roles)[number]

/** A person as a file names it: the company by id or by its legacy reference, the number as it was written. */
export interface ContactRow {
  company: string
  firstName: string
  lastName: string
  email: string
  phone: string | null
  /** Alphabetical, each once. */
  roles: ImportedRole[]
  active: boolean
  notes: string | null
}

const notBlank = { test: /\S/, detail: 'is required' }

const rules: CellRules<ContactColumn> = {
  company: { required: true, max: 200 },
  first_name: { required: true, max: 100, pattern: notBlank },
  last_name: { required: true, max: 100, pattern: notBlank },
  email: {
    required: true,
    max: 254,
    pattern: {
      test: /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i,
      detail: 'is no e-mail address',
    },
  },
  phone: { max: 40 },
  roles: {
    max: 200,
    pattern: {
      test: new RegExp(`^(?:${roles.join('|')})(?:;(?:${roles.join('|')}))*$`),
      detail: `must be some of ${roles.join(', ')}, with ; between them`,
    },
  },
  active: { max: 5, pattern: { test: /^(?:true|false)$/i, detail: 'must be true or false' } },
  notes: { max: 5000 },
}

/** Reads one row of a file of contacts. Without a word in `active` the person is; spreadsheets write it in capitals. */
export function readContactRow(
  cells: readonly string[],
  columns: readonly ContactColumn[],
): ReadRow<ContactRow> {
  const read = readCells(cells, columns, rules)
  if ('faults' in read) return read
  const { row } = read
  return {
    row: {
      company: row.company ?? '',
      firstName: row.first_name ?? '',
      lastName: row.last_name ?? '',
      email: row.email ?? '',
      phone: row.phone,
      roles: [...new Set((row.roles?.split(';') ?? []) as ImportedRole[])].sort(),
      active: row.active?.toLowerCase() !== 'false',
      notes: row.notes,
    },
  }
}
