import { pipeline, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { guardedCell } from './formula-cells.ts'

/** Text is guarded against formulas; a number stands as it is, so that a negative one stays a number. */
export type Cell = string | number

/** A CSV file in UTF-8 with CR LF, as RFC 4180 has it: the columns first, then pages of rows as they are asked for. */
export function writeCsv(columns: readonly string[], pages: AsyncIterable<Cell[][]>): Readable {
  async function* rows() {
    yield columns
    for await (const page of pages) yield* page
  }
  const cells = stringify({
    record_delimiter: 'windows',
    // Half a line end would end the line for some readers, so it is quoted as well.
    quoted_match: /[\r\n]/,
    cast: { string: guardedCell },
  })
  // An error ends the stream and so the connection: half a file never looks like a whole one.
  return pipeline(Readable.from(rows()), cells, () => undefined)
}
