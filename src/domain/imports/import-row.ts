/** What is to be said of one row; `column` is null when it concerns the row as a whole. */
export interface Remark {
  column: string | null
  detail: string
}

/** What a row says once it is read, or why it cannot be meant. */
export type ReadRow<Row> = { row: Row } | { faults: Remark[] }

/** How a cell is written: whether it must be filled, how long it may be, and what else it must look like. */
interface CellRule {
  required?: boolean
  max: number
  pattern?: { test: RegExp; detail: string }
}

export type CellRules<Column extends string> = Readonly<Record<Column, CellRule>>

/** The cells under their columns, an empty one as null; every fault of the row at once. */
export function readCells<Column extends string>(
  cells: readonly string[],
  columns: readonly Column[],
  rules: CellRules<Column>,
): ReadRow<Record<Column, string | null>> {
  if (cells.length !== columns.length) {
    return {
      faults: [{ column: null, detail: `has ${cells.length} cells; the header has ${columns.length}` }],
    }
  }
  const faults: Remark[] = []
  const row = {} as Record<Column, string | null>
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? ''
    const detail = faultOf(cell, rules[column])
    if (detail !== null) faults.push({ column, detail })
    row[column] = cell === '' ? null : cell
  }
  return faults.length > 0 ? { faults } : { row }
}

function faultOf(cell: string, { required = false, max, pattern }: CellRule): string | null {
  if (cell === '') return required ? 'is required' : null
  if (isLongerThan(max, cell)) return `is longer than ${max} characters`
  if (cell.includes('\0')) return 'must not contain NUL characters'
  return pattern === undefined || pattern.test.test(cell) ? null : pattern.detail
}

/** Counts characters as the contract does: those beyond the basic plane once, not twice. */
function isLongerThan(max: number, cell: string): boolean {
  return cell.length > max && Array.from(cell).length > max
}

/** The columns in the order of the file, or null when they are not exactly the expected ones, each once. */
export function columnsOf<Column extends string>(
  header: readonly string[],
  expected: readonly Column[],
): Column[] | null {
  const isExact = header.length === expected.length && expected.every((column) => header.includes(column))
  return isExact ? (header as Column[]) : null
}
