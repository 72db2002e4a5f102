import {
  BackendTerminatedError,
  BackendTerminatedUnexpectedlyError,
  ConnectionError,
  type DatabasePool,
  StatementTimeoutError,
} from 'slonik'
import { Unavailable } from '../../domain/shared/unavailable.ts'

// PostgreSQL starting, stopping or out of connections, and sockets that nobody answers.
const outageCodes = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
])

/** An outage of the database as what it is to everybody else: something to try again later. */
function outageBehind(error: unknown): unknown {
  if (!isOutage(error)) return error
  return new Unavailable('database', 'The database does not answer.', { cause: error, retryAfterSeconds: 1 })
}

function isOutage(error: unknown): boolean {
  if (
    error instanceof ConnectionError ||
    error instanceof BackendTerminatedError ||
    error instanceof BackendTerminatedUnexpectedlyError ||
    error instanceof StatementTimeoutError
  ) {
    return true
  }
  for (let at = error; at instanceof Error; at = at.cause) {
    if (outageCodes.has(String((at as { code?: unknown }).code))) return true
  }
  return false
}

/** The pool, with its outages translated wherever a call enters it. */
export function translatingOutages(pool: DatabasePool): DatabasePool {
  return {
    ...pool,
    any: translating(pool.any),
    anyFirst: translating(pool.anyFirst),
    exists: translating(pool.exists),
    many: translating(pool.many),
    maybeOne: translating(pool.maybeOne),
    maybeOneFirst: translating(pool.maybeOneFirst),
    one: translating(pool.one),
    oneFirst: translating(pool.oneFirst),
    query: translating(pool.query),
    transaction: translating(pool.transaction),
  }
}

function translating<Call extends (...args: never[]) => Promise<unknown>>(call: Call): Call {
  const translated = (...args: Parameters<Call>): Promise<unknown> =>
    call(...args).catch((error: unknown) => {
      throw outageBehind(error)
    })
  return translated as Call
}
