import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect } from 'chai'
import fc from 'fast-check'
import type { CsvRecord } from '../../../src/application/ports/csv-file.ts'
import { Refusal } from '../../../src/domain/shared/refusal.ts'
import { guardedCell, restoredCell } from '../../../src/entrypoints/api/csv/formula-cells.ts'
import { readCsv } from '../../../src/entrypoints/api/csv/read-csv.ts'
import { writeCsv } from '../../../src/entrypoints/api/csv/write-csv.ts'

/** Bytes in pieces, so that characters and line ends are cut in the middle. */
function inPieces(bytes: Buffer, size = 3): Readable {
  const pieces: Buffer[] = []
  for (let from = 0; from < bytes.length; from += size) pieces.push(bytes.subarray(from, from + size))
  return Readable.from(pieces)
}

async function recordsOf(content: string | Buffer): Promise<CsvRecord[]> {
  const records: CsvRecord[] = []
  for await (const record of readCsv(inPieces(Buffer.from(content)))) records.push(record)
  return records
}

async function refusalOf(content: string | Buffer): Promise<Refusal> {
  try {
    await recordsOf(content)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('The file was read to its end.')
}

async function written(columns: string[], ...pages: string[][][]): Promise<string> {
  return text(writeCsv(columns, Readable.from(pages)))
}

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', "'", '\t', '\r', '\n', '"', ',', ';', 'a', 'é', '😀'),
  }),
)

describe('CSV files', () => {
  it('know the line of each record behind byte order mark, empty lines and quoted line ends', async () => {
    const file = '\ufeffa,b\r\n1,"x\r\ny"\r\n\r\n2,"say ""é"""\r\n3,4,5'
    expect(await recordsOf(file)).to.deep.equal([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', 'x\r\ny'] },
      { line: 5, cells: ['2', 'say "é"'] },
      { line: 6, cells: ['3', '4', '5'] },
    ])
    expect(await recordsOf('a,b\n1,2\n')).to.have.length(2)
    expect(await recordsOf('')).to.deep.equal([])
  })

  it('are refused with the line of a quote that is never closed, also when the file is long', async () => {
    const closed = await refusalOf('a,b\n1,"x\r\ny"\n"3,4\n5,6\n')
    expect(closed).to.deep.include({ code: 'import_malformed', details: { line: 4 } })
    const long = await refusalOf(`a,b\n"3,4\n${'5,6\n'.repeat(40_000)}`)
    expect(long).to.deep.include({ code: 'import_malformed', details: { line: 2 } })
    const within = await refusalOf('a,b\n1,2\n3,4"x\n')
    expect(within).to.deep.include({ code: 'import_malformed', details: { line: 3 } })
  })

  it('are refused with the line of the first bytes that are no UTF-8', async () => {
    const latin = Buffer.concat([
      Buffer.from('a,b\n1,é\n2,'),
      Buffer.from('Zoë', 'latin1'),
      Buffer.from('\n'),
    ])
    expect(await refusalOf(latin)).to.deep.include({ code: 'import_malformed', details: { line: 3 } })
    const cut = Buffer.from('a,b\n1,é').subarray(0, -1)
    expect(await refusalOf(cut)).to.deep.include({ code: 'import_malformed', details: { line: 2 } })
  })

  it('are written so that no cell is a formula', async () => {
    const file = await written(
      ['name', 'note'],
      [
        ['=1+1', '+1 416'],
        ['-x', '@y'],
      ],
      [['\tz', '\rw']],
      [['\n=1+1', 'two\nlines']],
    )
    expect(file).to.equal(
      `name,note\r\n'=1+1,'+1 416\r\n'-x,'@y\r\n'\tz,"'\rw"\r\n"'\n=1+1","two\nlines"\r\n`,
    )
  })

  it('restore every guarded cell to exactly what it was', () => {
    fc.assert(
      fc.property(cell, (value) => {
        expect(guardedCell(value)).not.to.match(/^[=+\-@\t\r\n]/)
        expect(restoredCell(guardedCell(value))).to.equal(value)
      }),
    )
    expect(restoredCell("'t Hooft")).to.equal("'t Hooft")
  })

  it('come back as they were written, whatever stands in their cells', async () => {
    const row = fc.array(cell, { minLength: 2, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 5 }), async (rows) => {
        const records = await recordsOf(await written(['a', 'b'], rows))
        expect(records.map(({ cells }) => cells)).to.deep.equal([['a', 'b'], ...rows])
      }),
    )
  })
})
