import { pipeline, type Readable } from 'node:stream'
import { TextDecoder } from 'node:util'
import { CsvError, parse } from 'csv-parse'
import type { CsvRecord } from '../../../application/ports/csv-file.ts'
import { Refusal } from '../../../domain/shared/refusal.ts'
import { restoredCell } from './formula-cells.ts'

/** No row of ours is nearly that long: a quote that nobody closes ends here and not at the end of the file. */
const LONGEST_RECORD = 64_000

/**
 * The records of a CSV file in UTF-8, with or without byte order mark, whatever its line ends; empty lines are left
 * out and guarded cells restored. Refuses `import_malformed` and says on which line.
 */
export async function* readCsv(source: Readable): AsyncGenerator<CsvRecord> {
  // The parser counts a line end within quotes twice when it is CR LF, so lines are counted here.
  let line = 1
  let emptyLines = 0
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
    on_record: (cells, { empty_lines }) => {
      line += empty_lines - emptyLines
      emptyLines = empty_lines
      const begins = String(line)
      for (const cell of cells) line += lineEndsIn(cell)
      line += 1
      return [begins, ...cells.map(restoredCell)]
    },
  })
  const records = pipeline(source, inUtf8, parser, () => undefined)
  try {
    for await (const record of records) {
      const [begins, ...cells] = record as string[]
      yield { line: Number(begins), cells }
    }
  } catch (error) {
    throw refusalBehind(error, line)
  }
}

function lineEndsIn(cell: string): number {
  return /[\r\n]/.test(cell) ? (cell.match(/\r\n|\r|\n/g)?.length ?? 0) : 0
}

/** Bytes as text; the first that are no UTF-8 end it, with the line on which they stand. */
async function* inUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let lines = 1
  for await (const chunk of chunks) {
    const text = decoded(decoder, chunk, lines)
    lines += text.split('\n').length - 1
    yield text
  }
  yield decoded(decoder, undefined, lines)
}

function decoded(decoder: TextDecoder, chunk: Buffer | undefined, lines: number): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined })
  } catch {
    const before = chunk === undefined ? '' : (chunk.toString('utf8').split('\ufffd')[0] ?? '')
    throw malformed(lines + before.split('\n').length - 1, 'holds bytes that are no UTF-8')
  }
}

function refusalBehind(error: unknown, line: number): unknown {
  if (!(error instanceof CsvError)) return error
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return malformed(line, 'opens a quote that is never closed')
    case 'CSV_MAX_RECORD_SIZE':
      return malformed(
        line,
        `begins a row of more than ${LONGEST_RECORD} characters; a quote may not be closed`,
      )
    default:
      return malformed(line, 'has a quote within a cell that is not quoted as a whole, or is not doubled')
  }
}

function malformed(line: number, what: string): Refusal {
  return new Refusal('import_malformed', `Line ${line} ${what}.`, { line })
}
