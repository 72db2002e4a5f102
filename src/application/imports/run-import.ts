import {
  emptyReport,
  type Import,
  type ImportKind,
  type ImportReport,
  importFinished,
  type RowVerdict,
  reportRow,
} from '../../domain/imports/import-report.ts'
import { columnsOf, type ReadRow, type Remark } from '../../domain/imports/import-row.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { CsvFile, CsvRecord } from '../ports/csv-file.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { ImportView } from '../ports/import-reader.ts'
import type { ImportStore, NamedCompany } from '../ports/import-store.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'

/** Large enough that statements are few, small enough that a batch is little memory. */
const BATCH = 1000
const MAX_ROWS = 100_000

export interface ImportInput {
  file: CsvFile
  /** The same verdicts, nothing kept. */
  isDryRun: boolean
}

export interface Parts {
  unitOfWork: UnitOfWork
  clock: Clock
  ids: IdGenerator
}

export interface Numbered<Row> {
  line: number
  row: Row
  company: NamedCompany
}

/** What is particular to one kind of file. */
export interface Importing<Column extends string, Row extends { company: string }> {
  kind: ImportKind
  columns: readonly Column[]
  read(cells: readonly string[], columns: readonly Column[]): ReadRow<Row>
  /** Writes a batch; the verdict on each of its lines, but for those that a closed company does not take. */
  add(
    store: ImportStore,
    rows: readonly Numbered<Row>[],
    at: Date,
  ): Promise<Map<number, { verdict: RowVerdict; remarks: Remark[] }>>
}

/** Ends the transaction of a file of which nothing is kept: what was written to find its verdicts is undone. */
class NothingKept extends Error {
  override readonly name = 'NothingKept'
  readonly report: ImportReport
  constructor(report: ImportReport) {
    super('Nothing of this file is kept.')
    this.report = report
  }
}

/**
 * Reads a file in one transaction: all of its rows are kept or, when one is refused or it is a dry run, none.
 * Either way the report is kept and answered.
 */
export function runImport<Column extends string, Row extends { company: string }>(
  { unitOfWork, clock, ids }: Parts,
  importing: Importing<Column, Row>,
) {
  return async ({ file, isDryRun }: ImportInput, context: ActionContext): Promise<ImportView> => {
    const at = clock.now()
    const finish = async (store: Store, report: ImportReport): Promise<ImportView> => {
      const one: Import = { ...report, id: ids.make('import'), kind: importing.kind, isDryRun, createdAt: at }
      await store.imports.record(one, context.actor)
      store.publish([importFinished(one)])
      return found(await store.views.imports.detail(one.id), 'import', one.id)
    }
    try {
      return await unitOfWork.conclude(context, async (store) => {
        const report = await take(store.imports, file, importing, at)
        if (isDryRun || report.refused > 0) throw new NothingKept(report)
        return finish(store, report)
      })
    } catch (error) {
      if (!(error instanceof NothingKept)) throw error
      const { report } = error
      return unitOfWork.conclude(context, (store) => finish(store, report))
    }
  }
}

async function take<Column extends string, Row extends { company: string }>(
  store: ImportStore,
  file: CsvFile,
  importing: Importing<Column, Row>,
  at: Date,
): Promise<ImportReport> {
  if (!(await store.claim(importing.kind))) {
    throw new Refusal('import_running', `Another file of ${importing.kind} is being taken now.`)
  }
  const report = emptyReport()
  let columns: Column[] | undefined
  let batch: CsvRecord[] = []
  let count = 0
  const takeBatch = async (named: readonly Column[]) => {
    await takeRows(store, importing, named, batch, report, at)
    batch = []
  }
  for await (const record of file.records()) {
    if (columns === undefined) {
      columns = headerOf(record.cells, importing.columns)
      continue
    }
    count += 1
    if (count > MAX_ROWS) {
      throw new Refusal('import_too_long', `The file has more than ${MAX_ROWS} rows.`, { limit: MAX_ROWS })
    }
    batch.push(record)
    if (batch.length === BATCH) await takeBatch(columns)
  }
  await takeBatch(columns ?? headerOf([], importing.columns))
  return report
}

function headerOf<Column extends string>(named: readonly string[], expected: readonly Column[]): Column[] {
  const columns = columnsOf(named, expected)
  if (columns !== null) return columns
  throw new Refusal('import_header_wrong', `The first line must name ${expected.join(', ')}.`, {
    expected,
    found: named,
  })
}

async function takeRows<Column extends string, Row extends { company: string }>(
  store: ImportStore,
  importing: Importing<Column, Row>,
  columns: readonly Column[],
  records: readonly CsvRecord[],
  report: ImportReport,
  at: Date,
): Promise<void> {
  const read = records.map(({ line, cells }) => ({ line, ...importing.read(cells, columns) }))
  const references = new Set(read.flatMap((one) => ('row' in one ? [one.row.company] : [])))
  const companies = new Map(
    (await store.companies([...references])).map((company) => [company.reference, company]),
  )
  const rows = read.flatMap((one) => {
    const company = 'row' in one ? companies.get(one.row.company) : undefined
    return 'row' in one && company !== undefined ? [{ line: one.line, row: one.row, company }] : []
  })
  const verdicts = await importing.add(store, rows, at)
  for (const one of read) {
    const remarks = 'faults' in one ? one.faults : [withoutCompany(companies.get(one.row.company))]
    reportRow(report, { line: one.line, ...(verdicts.get(one.line) ?? { verdict: 'refused', remarks }) })
  }
}

function withoutCompany(company: NamedCompany | undefined): Remark {
  if (company === undefined)
    return { column: 'company', detail: 'is no company, by id or by legacy reference' }
  const { mergedIntoId } = company
  const detail =
    mergedIntoId === null ? 'is archived and takes nothing new' : `was merged into ${mergedIntoId}`
  return { column: 'company', detail }
}
