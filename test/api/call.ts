import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import type { Operation } from '../../src/entrypoints/api/contract/contract.ts'
import type { Answer, OperationId } from '../../src/entrypoints/api/contract/operation-shapes.ts'
import type { Problem } from '../../src/entrypoints/api/problems.ts'
import { platform } from './platform-of-suite.ts'

export interface Request {
  params?: Record<string, string>
  query?: Record<string, string | number | boolean>
  /** Sent as JSON; a string or bytes go as they are. */
  body?: unknown
  headers?: Record<string, string>
  /** The Idempotency-Key; a fresh one where the operation needs one. Null sends none. */
  key?: string | null
  /** The version for If-Match. */
  version?: number
  /** Another API key; null sends none. */
  apiKey?: string | null
}

export interface Called {
  status: number
  headers: Headers
  body: unknown
}

/** Calls an operation and holds its status and body against the contract. */
export async function call(id: OperationId, request: Request = {}): Promise<Called> {
  const { contract, apiUrl, apiKey } = await platform()
  const operation = contract.operations.find((one) => one.id === id)!
  const response = await fetch(`${apiUrl}${targetOf(operation, request)}`, {
    method: operation.method,
    headers: headersOf(operation, request, apiKey),
    ...(request.body === undefined ? {} : { body: bodyOf(request.body) }),
  })
  const { status, headers } = response
  const text = await response.text()
  expect(headers.get('request-id'), `Request-Id of ${id}`).to.be.a('string')
  const isJson = /json/.test(headers.get('content-type') ?? '')
  const body: unknown = text === '' ? undefined : isJson ? JSON.parse(text) : text
  if (status === 304) expect(text, `body of ${id} 304`).to.equal('')
  else expect(contract.checkResponse(id, status, body), `${id} ${status}: ${text}`).to.deep.equal([])
  return { status, headers, body }
}

/** Calls, and expects the operation's one status of success. */
export async function done<O extends OperationId>(
  id: O,
  request: Request = {},
): Promise<{ headers: Headers; body: Answer<O> }> {
  const { contract } = await platform()
  const { status, headers, body } = await call(id, request)
  const expected = contract.operations.find((one) => one.id === id)!.successStatus
  expect(status, `${id}: ${JSON.stringify(body)}`).to.equal(expected)
  return { headers, body: body as Answer<O> }
}

/** Calls, and expects to be refused with this status and code. */
export async function refused(
  id: OperationId,
  status: number,
  code: Problem['code'],
  request: Request = {},
): Promise<Problem & { headers: Headers }> {
  const called = await call(id, request)
  const problem = called.body as Problem
  expect({ status: called.status, code: problem.code }, `${id}: ${problem.detail}`).to.deep.equal({
    status,
    code,
  })
  expect(problem.status).to.equal(status)
  expect(called.headers.get('content-type')).to.match(/^application\/problem\+json/)
  expect(called.headers.get('request-id')).to.equal(problem.request_id)
  return { ...problem, headers: called.headers }
}

/** Collects a list page by page; the pages must not overlap, and all but the last must be full. */
export async function pagesOf<T extends { id: string }>(
  id: OperationId,
  limit: number,
  request: Request = {},
): Promise<T[]> {
  const rows: T[] = []
  let cursor: string | null = null
  do {
    const query: Record<string, string | number | boolean> = { ...request.query, limit }
    if (cursor !== null) query['cursor'] = cursor
    const { headers, body } = await call(id, { ...request, query })
    const page = body as { data: T[]; has_more: boolean; next_cursor: string | null }
    expect(page.has_more).to.equal(page.next_cursor !== null)
    if (page.has_more) {
      expect(page.data).to.have.length(limit)
      expect(headers.get('link')).to.match(/^<http.*cursor=.*>; rel="next"$/)
    }
    rows.push(...page.data)
    cursor = page.next_cursor
  } while (cursor !== null)
  const ids = rows.map((row) => row.id)
  expect(new Set(ids).size, 'rows on two pages').to.equal(ids.length)
  return rows
}

function targetOf({ path }: Operation, { params = {}, query = {} }: Request): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`The path ${path} needs ${name}.`)
    return encodeURIComponent(value)
  })
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) search.set(name, String(value))
  return search.size === 0 ? filled : `${filled}?${search.toString()}`
}

function headersOf(operation: Operation, request: Request, ownKey: string): Record<string, string> {
  const { apiKey = ownKey, version, body } = request
  const key = request.key === undefined ? freshKeyFor(operation) : request.key
  const isOpen = operation.permission === 'public' || operation.permission === 'signature'
  return {
    ...(apiKey === null || isOpen ? {} : { authorization: `Bearer ${apiKey}` }),
    ...(body === undefined ? {} : { 'content-type': operation.body?.media ?? 'application/json' }),
    ...(key === null ? {} : { 'idempotency-key': key }),
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    ...request.headers,
  }
}

function freshKeyFor({ headers }: Operation): string | null {
  return headers?.names.includes('idempotency-key') === true ? randomUUID() : null
}

function bodyOf(body: unknown): string | Buffer<ArrayBuffer> {
  if (typeof body === 'string') return body
  return Buffer.isBuffer(body) ? Buffer.from(body) : JSON.stringify(body)
}
