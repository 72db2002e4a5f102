import type { Page, PageRequest } from '../../../application/ports/page.ts'
import type { Cell } from './write-csv.ts'

const PAGE = 1000

type Listed<C extends string> = Record<C, Cell | boolean | null>

/** The cells of one row of a list; what is not there is an empty one. */
export function cellsOf<C extends string>(columns: readonly C[], view: Partial<Listed<C>>): Cell[] {
  return columns.map((column) => {
    const value: Cell | boolean = view[column] ?? ''
    return typeof value === 'boolean' ? String(value) : value
  })
}

/**
 * A whole list as pages of cells, read as the caller takes them, so that no connection waits for whoever reads slowly.
 * What is added behind the page at hand is included.
 */
export async function* listedCells<C extends string, V extends Listed<C>>(
  columns: readonly C[],
  list: (page: PageRequest) => Promise<Page<V>>,
): AsyncGenerator<Cell[][]> {
  let after: PageRequest['after'] = null
  do {
    const { data, next }: Page<V> = await list({ limit: PAGE, after })
    yield data.map((view) => cellsOf(columns, view))
    after = next
  } while (after !== null)
}
