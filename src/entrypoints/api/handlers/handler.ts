import type { IncomingHttpHeaders } from 'node:http'
import type { App } from '../../../application/app.ts'
import type { CsvFile } from '../../../application/ports/csv-file.ts'
import type { Page, PageRequest } from '../../../application/ports/page.ts'
import type { ActionContext } from '../../../application/ports/unit-of-work.ts'
import type { Id, IdKind } from '../../../domain/shared/ids.ts'
import type {
  Answer,
  BesidePage,
  Body,
  ExpectedVersion,
  FileOf,
  Item,
  OperationId,
  Params,
  Query,
} from '../contract/operation-shapes.ts'
import type { Cell } from '../csv/write-csv.ts'

/** What a handler is given: all of it follows the contract already. */
export interface OperationRequest<O extends OperationId> {
  params: Params<O>
  query: Query<O>
  body: Body<O>
  expectedVersion: ExpectedVersion<O>
  /** The body as it came, for whoever verifies a signature over it. */
  bytes: Buffer
  headers: IncomingHttpHeaders
  /** The file that was sent, where the operation takes one. */
  file: FileOf<O, CsvFile>
}

/** Answers from what is there; a view is the answer. */
export type Read<O extends OperationId> = (app: App, request: OperationRequest<O>) => Promise<Answer<O>>

/** Answers a page, and what the contract says beside it; cursor, `has_more` and the Link header are made around it. */
export interface List<O extends OperationId> {
  list: (app: App, request: OperationRequest<O>, page: PageRequest) => Promise<Page<Item<O>> & BesidePage<O>>
}

/** Changes something, once per Idempotency-Key. */
export interface Write<O extends OperationId> {
  run: (app: App, request: OperationRequest<O>, context: ActionContext) => Promise<Answer<O>>
  /** Path of what was made: from the answer alone, so that a replay says it too. */
  location?: (answer: Answer<O>) => string
  /** Whether what was to be made was there already: answered with 200 instead of 201. */
  isRepeat?: (answer: Answer<O>) => boolean
  /** Where If-Match is optional and the use case knows no version: what the caller's version is compared with. */
  current?: (app: App, request: OperationRequest<O>) => Promise<{ id: string; version: number } | null>
}

/** Answers in its own way: probes and metrics. */
export interface Reply {
  reply: (app: App) => Promise<{ status: number; headers: Record<string, string>; body: string }>
}

/** Answers a CSV file, page by page as the caller reads it. */
export interface Table<O extends OperationId> {
  table: (
    app: App,
    request: OperationRequest<O>,
  ) => Promise<{ name: string; columns: readonly string[]; pages: AsyncIterable<Cell[][]> }>
}

/** Answers a PDF file under its hash, which an `If-None-Match` may name. */
export interface Pdf<O extends OperationId> {
  pdf: (
    app: App,
    request: OperationRequest<O>,
  ) => Promise<{ number: string; bytes: Uint8Array; sha256: string }>
}

export type Handler<O extends OperationId> = Read<O> | List<O> | Write<O> | Table<O> | Pdf<O> | Reply

/** One handler per operation of the contract: one too few, or one misnamed, does not compile. */
export type Handlers = { [O in OperationId]: Handler<O> }

/** An id whose pattern the contract has checked. */
export function checkedId<K extends IdKind>(_kind: K, id: string): Id<K> {
  return id as Id<K>
}

/** The same for an id that may be left out. */
export function optionalId<K extends IdKind>(_kind: K, id: string | null | undefined): Id<K> | null {
  return (id ?? null) as Id<K> | null
}
