import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import Router, { type RouterMiddleware } from '@koa/router'
import Koa from 'koa'
import type { App } from '../../application/app.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { explainedListening, hostInUrl } from '../bootstrap/ports.ts'
import { type AnswerRequest, answering, handlerOf } from './answering.ts'
import { loadContract, type Operation } from './contract/contract.ts'
import { createCursors } from './cursor.ts'
import { handlers } from './handlers/all-operations.ts'
import { accessLog } from './middleware/access-log.ts'
import { type Authenticate, authenticator } from './middleware/authenticate.ts'
import { checkRequest } from './middleware/check-request.ts'
import { readBody } from './middleware/read-body.ts'
import { receiveFile } from './middleware/receive-file.ts'
import { nameRequest } from './middleware/request-id.ts'
import { addProblemPages } from './pages/problem-pages.ts'
import { addReferencePages } from './pages/reference-pages.ts'
import { answerProblems } from './problems.ts'
import type { RequestState } from './request-state.ts'

const CONTRACT = new URL('../../../openapi.yaml', import.meta.url)

/** Longer than load balancers keep an idle connection, so that they close it and never hit a closing one. */
const KEEP_ALIVE_MS = 65_000

const SWEEP_MS = 20

const nothing = Buffer.alloc(0)

export interface ApiOptions {
  port: number
  host: string
  /** Where callers reach us: the start of links to next pages. */
  publicUrl: string
  /** Signs the cursors of lists; the same for every process behind one address. */
  cursorSecret: string
  contractPath?: string
}

export interface RunningApi {
  url: string
  port: number
  /** Says not ready, takes no new connections, lets requests finish; after the deadline it cuts them off. */
  stop(deadlineMs: number): Promise<void>
}

/** Starts the HTTP API. Rejects when the contract is incomplete, or with AddressUnusable when it cannot listen. */
export async function startApi(app: App, options: ApiOptions): Promise<RunningApi> {
  let isStopping = false
  const served: App = {
    ...app,
    readiness: async () =>
      isStopping ? [{ name: 'process', ok: false, detail: 'The process is stopping.' }] : app.readiness(),
  }
  const answer = createApi(served, options).callback()
  const server = createServer((request, response) => {
    if (isStopping) response.setHeader('Connection', 'close')
    void answer(request, response)
  })
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.listen(options.port, options.host)
  await once(server, 'listening').catch((error: unknown) => {
    throw explainedListening(options.host, options.port, error)
  })

  const { port } = server.address() as AddressInfo
  return {
    url: `http://${hostInUrl(options.host)}:${port}`,
    port,
    stop(deadlineMs) {
      isStopping = true
      return close(server, deadlineMs)
    },
  }
}

function createApi(app: App, options: ApiOptions): Koa<RequestState> {
  const contract = loadContract(options.contractPath ?? fileURLToPath(CONTRACT))
  const handlerNamed = handlerOf(handlers, contract.operations)
  const authenticate = authenticator(app)
  const surroundings = { app, cursors: createCursors(options.cursorSecret), publicUrl: options.publicUrl }

  const router = new Router<RequestState>({ strict: true, sensitive: true })
  for (const operation of contract.operations) {
    const answer = answering(operation, handlerNamed(operation.id), surroundings)
    router.register(
      operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      [operation.method],
      serve(operation, authenticate, answer),
    )
  }
  addProblemPages(router)
  addReferencePages(router, contract.text)

  const koa = new Koa<RequestState>()
  koa.on('error', (error: unknown) => {
    app.logger.warn({ err: error }, 'connection failed')
  })
  koa.use(nameRequest)
  koa.use(accessLog(app))
  koa.use(answerProblems(app))
  koa.use(router.routes())
  koa.use(refuseUnrouted)
  return koa
}

/** What happens to a request once its operation is known. Nobody's bytes are read before we know who sends them. */
function serve(
  operation: Operation,
  authenticate: Authenticate,
  answer: AnswerRequest,
): RouterMiddleware<RequestState> {
  const isOpen = operation.permission === 'public' || operation.permission === 'signature'
  return async (ctx) => {
    ctx.state.operation = operation.id
    const { path, params, query, headers } = ctx
    const actor = isOpen ? null : await authenticate(headers.authorization, operation.permission)
    ctx.state.actor = actor
    if (operation.body?.media === 'text/csv') {
      const checked = checkRequest(operation, { path, params, query, headers, bytes: nothing })
      const received = await receiveFile(ctx.req)
      try {
        await answer(ctx, { ...checked, bytes: received.digest, headers, file: received.file }, actor)
      } finally {
        await received.dispose()
      }
      return
    }
    const bytes = await readBody(ctx.req, operation)
    const checked = checkRequest(operation, { path, params, query, headers, bytes })
    for (const permission of furtherPermissions(operation, checked.body))
      await authenticate(headers.authorization, permission)
    await answer(ctx, { ...checked, bytes, headers, file: null }, actor)
  }
}

/** What this body, or one of its lines, needs beyond the operation's own permission. */
function furtherPermissions({ bodyPermissions }: Operation, body: unknown): string[] {
  const whole = (body ?? {}) as { lines?: readonly object[] }
  const parts = [whole, ...(whole.lines ?? [])]
  return bodyPermissions
    .filter(([property]) => parts.some((part) => Object.hasOwn(part, property)))
    .map(([, permission]) => permission)
}

function refuseUnrouted(ctx: { path: string; method: string; matched?: { methods: string[] }[] }): never {
  const allow = [...new Set((ctx.matched ?? []).flatMap(({ methods }) => methods))].sort()
  if (allow.length === 0) throw new Refusal('route_not_found', `There is nothing at ${ctx.path}.`)
  throw new Refusal('method_not_allowed', `${ctx.method} is not possible here; ${allow.join(', ')} is.`, {
    allow,
  })
}

async function close(server: Server, deadlineMs: number): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  // A connection whose request has just been answered is idle from then on, and would be kept for more.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
  const overdue = setTimeout(() => server.closeAllConnections(), deadlineMs)
  await closed
  clearInterval(sweep)
  clearTimeout(overdue)
}
