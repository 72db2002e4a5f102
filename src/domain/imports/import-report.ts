import type { DomainEvent } from '../shared/events.ts'
import type { ImportId } from '../shared/ids.ts'
import type { Remark } from './import-row.ts'

export type ImportKind = 'contacts' | 'addresses'
export type RowVerdict = 'created' | 'unchanged' | 'refused'

/** A row of which there is more to say than its verdict. Lines are counted from 1, the header's. */
export interface RemarkedRow {
  line: number
  verdict: RowVerdict
  remarks: Remark[]
}

/** What became of a file: every row is counted, those with remarks are named. */
export interface ImportReport {
  created: number
  unchanged: number
  refused: number
  remarked: RemarkedRow[]
}

export interface Import extends ImportReport {
  id: ImportId
  kind: ImportKind
  isDryRun: boolean
  createdAt: Date
}

export function emptyReport(): ImportReport {
  return { created: 0, unchanged: 0, refused: 0, remarked: [] }
}

/** Counts a row in; it is named when there is something to say. */
export function reportRow(report: ImportReport, row: RemarkedRow): void {
  report[row.verdict] += 1
  if (row.remarks.length > 0) report.remarked.push(row)
}

export type ImportFinished = DomainEvent<
  'import.finished',
  { kind: ImportKind; dry_run: boolean; created: number; unchanged: number; refused: number }
>

/** A file was read to its end: all of it was kept, or, with a refused row or in a dry run, nothing. */
export function importFinished(one: Import): ImportFinished {
  const { created, unchanged, refused } = one
  return {
    type: 'import.finished',
    aggregateType: 'import',
    aggregateId: one.id,
    aggregateVersion: 1,
    companyId: null,
    orderId: null,
    shipmentId: null,
    data: { kind: one.kind, dry_run: one.isDryRun, created, unchanged, refused },
    occurredAt: one.createdAt,
  }
}
