import type { Table } from './table.ts'

export function newest<Row>(table: Table<Row>, count: number): [string, Row][] {
  const rows: [string, Row][] = []
  for (const row of table.newestFirst()) {
    if (rows.length === count) break
    rows.push(row)
  }
  return rows
}
