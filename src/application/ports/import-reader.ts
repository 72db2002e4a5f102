import type { Page, PageRequest } from './page.ts'

export interface ImportRemarkView {
  column: string | null
  detail: string
}

export interface ImportRowView {
  line: number
  verdict: 'created' | 'unchanged' | 'refused'
  remarks: ImportRemarkView[]
}

/** What became of a file. */
export interface ImportView {
  id: string
  kind: 'contacts' | 'addresses'
  status: 'completed' | 'refused'
  dry_run: boolean
  row_count: number
  created_count: number
  unchanged_count: number
  refused_count: number
  remarked_count: number
  /** The first 100 rows with remarks; all of them have a list. */
  remarked_rows: ImportRowView[]
  created_by: string
  created_at: string
}

/** Imports as the contract shows them. */
export interface ImportReader {
  /** Newest first. */
  list(page: PageRequest): Promise<Page<ImportView>>
  /** Null when there is no such import. */
  detail(importId: string): Promise<ImportView | null>
  /** The rows with remarks in the order of the file. Null when there is no such import. */
  rows(importId: string, page: PageRequest): Promise<Page<ImportRowView> | null>
}
