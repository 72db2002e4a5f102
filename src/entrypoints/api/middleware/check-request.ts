import type { IncomingHttpHeaders } from 'node:http'
import type { ParsedUrlQuery } from 'node:querystring'
import { Refusal } from '../../../domain/shared/refusal.ts'
import type { Operation } from '../contract/contract.ts'
import { faultsOf, type Place } from '../contract/faults.ts'
import { parseBody } from './read-body.ts'
import { unstorableFault, unstorableParameter } from './storable-text.ts'

/** A request as it arrived. */
export interface Arrived {
  path: string
  params: Record<string, string>
  query: ParsedUrlQuery
  headers: IncomingHttpHeaders
  bytes: Buffer
}

/** A request that follows the contract. */
export interface Checked {
  params: object
  query: object
  body: unknown
  expectedVersion: number | null
}

/** Holds a request against the contract: the path first (an impossible id is an unknown one), the body last. */
export function checkRequest(
  operation: Operation,
  { path, params, query, headers, bytes }: Arrived,
): Checked {
  if (operation.checkPath?.(params) === false) {
    throw new Refusal(
      'not_found',
      `There is nothing at ${path}.`,
      {},
      faultsOf('path', operation.checkPath.errors ?? []),
    )
  }
  const asked: Record<string, unknown> = { ...query }
  for (const [name, value] of Object.entries(asked)) {
    if (Array.isArray(value)) refuse([{ pointer: `query/${name}`, detail: 'was given more than once' }])
    const fault = unstorableParameter(name, value)
    if (fault !== null) refuse([fault])
  }
  check(operation.checkQuery, asked, 'query')
  // Too large to be a number, such as 1e400: the validator has turned the text into one, and has not looked again.
  for (const [name, value] of Object.entries(asked))
    if (value === Infinity || value === -Infinity)
      refuse([{ pointer: `query/${name}`, detail: 'must be integer' }])
  const expectedVersion = checkHeaders(operation, headers)
  if (operation.body === null || operation.body.media === 'text/csv')
    return { params, query: asked, body: undefined, expectedVersion }

  // A webhook's body is a provider's document: it is verified as bytes and read by the use case.
  const body = operation.permission === 'signature' ? undefined : parseBody(bytes)
  if (bytes.length === 0 && operation.body.required)
    refuse([{ pointer: '', detail: 'a JSON body is required' }])
  if (body !== undefined) {
    check(operation.body.check, body, 'body')
    const fault = unstorableFault(bytes, body)
    if (fault !== null) refuse([fault])
  }
  return { params, query: asked, body, expectedVersion }
}

function checkHeaders({ headers: declared }: Operation, headers: IncomingHttpHeaders): number | null {
  if (declared === null) return null
  const given: Record<string, unknown> = {}
  for (const name of declared.names) if (headers[name] !== undefined) given[name] = headers[name]
  if (!declared.check(given)) {
    const missing = declared.check.errors?.[0]?.params['missingProperty'] as unknown
    const faults = faultsOf('header', declared.check.errors ?? [])
    if (missing === 'if-match') {
      throw new Refusal('version_required', 'Send the ETag of the version you read as If-Match.', {}, faults)
    }
    if (missing === 'idempotency-key') {
      throw new Refusal(
        'idempotency_key_missing',
        'Send an Idempotency-Key, the same on every retry.',
        {},
        faults,
      )
    }
    refuse(faults)
  }
  const ifMatch = given['if-match']
  // Behind the version a read's tag names what was read, which is no part of what is compared.
  return typeof ifMatch === 'string' ? Number.parseInt(ifMatch.slice(1), 10) : null
}

function check(isValid: Operation['checkQuery'], value: unknown, place: Place): void {
  if (!isValid(value)) refuse(faultsOf(place, isValid.errors ?? []))
}

function refuse(faults: { pointer: string; detail: string }[]): never {
  throw new Refusal('request_invalid', 'The request does not follow the contract.', {}, faults)
}
