import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { ParameterizedContext } from 'koa'
import type { App } from '../../application/app.ts'
import type { CsvFile } from '../../application/ports/csv-file.ts'
import type { ActionContext } from '../../application/ports/unit-of-work.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import { refuseStale } from '../../domain/shared/stale.ts'
import type { Operation } from './contract/contract.ts'
import type { OperationId } from './contract/operation-shapes.ts'
import { writeCsv } from './csv/write-csv.ts'
import type { Cursors } from './cursor.ts'
import type { Handler, List, Pdf, Reply, Table, Write } from './handlers/handler.ts'
import type { Checked } from './middleware/check-request.ts'
import { answerOnce } from './middleware/idempotency.ts'
import type { RequestState } from './request-state.ts'

export type ApiContext = ParameterizedContext<RequestState>

/** A request that follows the contract, whichever operation it is for: its handler knows the exact shape. */
interface AnyRequest extends Checked {
  bytes: Buffer
  headers: IncomingHttpHeaders
  file: CsvFile | null
}

export type AnswerRequest = (ctx: ApiContext, request: AnyRequest, actor: Actor | null) => Promise<void>

interface Surroundings {
  app: App
  cursors: Cursors
  /** Where callers reach us: the start of links to next pages. */
  publicUrl: string
}

const DEFAULT_LIMIT = 25

/** How an operation is answered, decided once at the start from the kind of its handler. */
export function answering(
  operation: Operation,
  handler: Handler<never>,
  surroundings: Surroundings,
): AnswerRequest {
  if (typeof handler === 'function') {
    return async (ctx, request) =>
      sendJson(ctx, operation, surroundings.publicUrl, await handler(surroundings.app, request as never))
  }
  if ('list' in handler) return answeringList(operation, handler, surroundings)
  if ('run' in handler) return answeringWrite(operation, handler, surroundings)
  if ('table' in handler) return answeringTable(operation, handler, surroundings)
  if ('pdf' in handler) return answeringPdf(operation, handler, surroundings)
  return answeringItself(handler, surroundings)
}

function answeringList(
  operation: Operation,
  { list }: List<never>,
  surroundings: Surroundings,
): AnswerRequest {
  const { app, cursors, publicUrl } = surroundings
  return async (ctx, request) => {
    const { limit = DEFAULT_LIMIT, cursor } = request.query as { limit?: number; cursor?: string }
    const after = cursor === undefined ? null : cursors.decode(operation.id, cursor)
    const { data, next, ...beside } = await list(app, request as never, { limit, after })
    const next_cursor = next === null ? null : cursors.encode(operation.id, next)
    sendJson(ctx, operation, publicUrl, { ...beside, data, has_more: next !== null, next_cursor })
  }
}

function answeringWrite(
  operation: Operation,
  handler: Write<never>,
  surroundings: Surroundings,
): AnswerRequest {
  const { app, publicUrl } = surroundings
  const { successStatus, repeatStatus } = operation
  const statusOf = (answer: object): number =>
    repeatStatus !== null && handler.isRepeat?.(answer as never) === true ? repeatStatus : successStatus
  return async (ctx, request, actor) => {
    if (actor === null) throw new Error(`${operation.id} changes something for nobody.`)
    const context: ActionContext = {
      actor,
      correlationId: ctx.state.requestId,
      causationId: null,
      alongside: null,
    }
    const run = async (under: ActionContext): Promise<object> => {
      const { expectedVersion } = request
      if (expectedVersion === null || handler.current === undefined) {
        return handler.run(app, request as never, under)
      }
      const current = await handler.current(app, request as never)
      if (current === null) return handler.run(app, request as never, under)
      // At once, and again under the lock: somebody may be changing it just now.
      refuseStale(current.version, expectedVersion)
      const expected = { id: current.id, version: expectedVersion }
      return handler.run(app, request as never, { ...under, expected })
    }
    const key = request.headers['idempotency-key']
    let body: object
    if (typeof key === 'string') {
      const keyed = { operation: operation.id, key, method: ctx.method, path: ctx.url, bytes: request.bytes }
      const answered = await answerOnce(app, keyed, context, statusOf, run)
      body = answered.body
      if (answered.isReplay) ctx.set('Idempotent-Replayed', 'true')
    } else {
      body = await run(context)
    }
    if (handler.location !== undefined) ctx.set('Location', handler.location(body as never))
    sendJson(ctx, operation, publicUrl, body, statusOf(body))
  }
}

function answeringTable(operation: Operation, { table }: Table<never>, { app }: Surroundings): AnswerRequest {
  return async (ctx, request) => {
    const { name, columns, pages } = await table(app, request as never)
    ctx.status = operation.successStatus
    ctx.set('Content-Type', 'text/csv; charset=utf-8; header=present')
    ctx.set('Content-Disposition', `attachment; filename="${name}.csv"`)
    ctx.body = writeCsv(columns, pages)
  }
}

function answeringPdf(operation: Operation, { pdf }: Pdf<never>, { app }: Surroundings): AnswerRequest {
  return async (ctx, request) => {
    const { number, bytes, sha256 } = await pdf(app, request as never)
    const etag = `"${sha256}"`
    ctx.set('ETag', etag)
    if (isKnown(ctx.headers['if-none-match'], etag)) {
      ctx.status = 304
      return
    }
    ctx.status = operation.successStatus
    ctx.set('Content-Type', 'application/pdf')
    ctx.set('Content-Disposition', `inline; filename="${number}.pdf"`)
    ctx.body = Buffer.from(bytes)
  }
}

function answeringItself({ reply }: Reply, { app }: Surroundings): AnswerRequest {
  return async (ctx) => {
    const { status, headers, body } = await reply(app)
    ctx.status = status
    ctx.set(headers)
    ctx.body = body
  }
}

/** ETag and Link follow from the answer, so they are the same for a replay. */
function sendJson(
  ctx: ApiContext,
  operation: Operation,
  publicUrl: string,
  body: object,
  status = operation.successStatus,
): void {
  const text = JSON.stringify(body)
  if (operation.hasEtag) {
    const isRead = operation.method === 'GET'
    const etag = isRead ? `"${versionOf(body)}-${digestOf(text)}"` : `"${versionOf(body)}"`
    ctx.set('ETag', etag)
    if (isRead && isKnown(ctx.headers['if-none-match'], etag)) {
      ctx.status = 304
      return
    }
  }
  if (operation.pageParameter !== null) {
    const { next_cursor } = body as { next_cursor: string | null }
    if (next_cursor !== null) ctx.set('Link', nextLink(ctx, operation.pageParameter, next_cursor, publicUrl))
  }
  ctx.status = status
  ctx.set('Content-Type', 'application/json; charset=utf-8')
  ctx.body = text
}

/** The thing's version; an answer with an order inside has the order's. */
function versionOf(body: object): number {
  const { version, order } = body as { version?: number; order?: { version: number } }
  return version ?? order?.version ?? 0
}

/** What a view shows beside its own row changes without the version, so 304 needs to know the answer as a whole. */
function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  return (
    ifNoneMatch === '*' || ifNoneMatch.split(',').some((known) => known.trim().replace(/^W\//, '') === etag)
  )
}

function nextLink(ctx: ApiContext, parameter: string, cursor: string, publicUrl: string): string {
  const query = new URLSearchParams(ctx.querystring)
  query.set(parameter, cursor)
  return `<${publicUrl}${ctx.path}?${query.toString()}>; rel="next"`
}

/** The handlers under their operations' names; one that is missing, or left over, stops the start. */
export function handlerOf(
  handlers: object,
  operations: readonly Operation[],
): (id: OperationId) => Handler<never> {
  const table = new Map(Object.entries(handlers) as [string, Handler<never>][])
  const known = new Set<string>(operations.map(({ id }) => id))
  const unknown = [...table.keys()].find((id) => !known.has(id))
  if (unknown !== undefined) throw new Error(`The handler ${unknown} has no operation in the contract.`)
  return (id) => {
    const handler = table.get(id)
    if (handler === undefined) throw new Error(`The operation ${id} of the contract has no handler.`)
    return handler
  }
}
