// What spreadsheets take for the start of a formula, behind any apostrophes that an export put there before.
const formula = /^'*[=+\-@\t\r\n]/

/** A cell that no spreadsheet calculates. `restoredCell` gives back exactly what went in, whatever it was. */
export function guardedCell(value: string): string {
  return formula.test(value) ? `'${value}` : value
}

/** What stood in a cell before it was guarded. */
export function restoredCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
}
