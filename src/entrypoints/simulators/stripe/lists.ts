import type { Table } from '../machinery/table.ts'
import { Parameters } from './parameters.ts'
import { StripeRefusal } from './refusal.ts'

export const LIST_PARAMETERS = ['limit', 'starting_after', 'ending_before', 'created', 'expand'] as const

export interface StripeList {
  object: 'list'
  url: string
  has_more: boolean
  data: unknown[]
  [field: string]: unknown
}

interface Span {
  atLeast: number
  atMost: number
}

/** Newest first, with Stripe's cursors. It stops reading once rows are older than asked for. */
export function listRows<Row>(
  parameters: Parameters,
  table: Table<Row>,
  about: {
    url: string
    shown: (row: Row) => unknown
    createdOf: (row: Row) => number
    matches?: (row: Row) => boolean
    /** Given when an index already names the candidates. */
    ids?: Iterable<string>
  },
): StripeList {
  const limit = limitOf(parameters)
  const span = createdSpan(parameters)
  const after = cursor(parameters, table, 'starting_after')
  const before = cursor(parameters, table, 'ending_before')
  const found: unknown[] = []
  let hasMore = false
  for (const [, row] of candidates(table, after, before, about.ids)) {
    const created = about.createdOf(row)
    if (created < span.atLeast && before === undefined && about.ids === undefined) break
    if (created < span.atLeast || created > span.atMost) continue
    if (about.matches !== undefined && !about.matches(row)) continue
    if (found.length === limit) {
      hasMore = true
      break
    }
    found.push(about.shown(row))
  }
  if (before !== undefined) found.reverse()
  return { object: 'list', url: about.url, has_more: hasMore, data: found }
}

export function limitOf(parameters: Parameters): number {
  const limit = parameters.integer('limit', 1) ?? 10
  if (limit > 100) {
    throw new StripeRefusal('Invalid integer: limit must be at most 100', {
      code: 'parameter_invalid_integer',
      param: 'limit',
    })
  }
  return limit
}

function* candidates<Row>(
  table: Table<Row>,
  after: string | undefined,
  before: string | undefined,
  ids: Iterable<string> | undefined,
): Generator<[string, Row]> {
  if (ids === undefined) {
    yield* before === undefined ? table.newestFirst(after) : table.newerThan(before)
    return
  }
  const newestFirst = [...ids].reverse()
  const from = after === undefined ? 0 : newestFirst.indexOf(after) + 1
  for (const id of newestFirst.slice(from)) {
    const row = table.get(id)
    if (row !== undefined) yield [id, row]
  }
}

function cursor<Row>(parameters: Parameters, table: Table<Row>, name: string): string | undefined {
  const id = parameters.text(name)
  if (id === null) return undefined
  if (table.get(id) === undefined) {
    throw new StripeRefusal(`No such object: '${id}'`, { code: 'resource_missing', param: name })
  }
  return id
}

function createdSpan(parameters: Parameters): Span {
  const span = { atLeast: 0, atMost: Number.MAX_SAFE_INTEGER }
  if (!parameters.has('created')) return span
  const bounds = nestedOrNull(parameters)
  if (bounds === null) {
    const exactly = parameters.integer('created') ?? 0
    return { atLeast: exactly, atMost: exactly }
  }
  bounds.only(new Set(['gt', 'gte', 'lt', 'lte']))
  return {
    atLeast: Math.max(bounds.integer('gte') ?? 0, (bounds.integer('gt') ?? -1) + 1),
    atMost: Math.min(bounds.integer('lte') ?? span.atMost, (bounds.integer('lt') ?? span.atMost + 1) - 1),
  }
}

function nestedOrNull(parameters: Parameters): Parameters | null {
  try {
    return parameters.nested('created')
  } catch (error) {
    // `created=1790000000` and `created[gte]=…` are both allowed.
    if (error instanceof StripeRefusal) return null
    throw error
  }
}
