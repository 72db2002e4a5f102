import { createHash } from 'node:crypto'
import { createPgDriverFactory } from '@slonik/pg-driver'
import {
  createBigintTypeParser,
  createPool,
  type DatabasePool,
  type Interceptor,
  SchemaValidationError,
} from 'slonik'

import { withDeadline } from './deadline-driver.ts'
import { translatingOutages } from './outage.ts'

/** Statement texts are constant, so each gets a name and is planned once per connection. */
function prepareEveryStatement(): Interceptor {
  const names = new Map<string, string>()
  return {
    name: 'prepare-every-statement',
    transformQuery: (_context, query) => {
      let name = names.get(query.sql)
      if (name === undefined) {
        name = createHash('sha1').update(query.sql).digest('base64url')
        names.set(query.sql, name)
      }
      return { ...query, name }
    },
  }
}

/** slonik carries a parser with each statement but leaves running it to an interceptor. */
const checkRows: Interceptor = {
  name: 'check-rows',
  transformRow: (context, query, row) => {
    const parser = context.resultParser?.['~standard']
    if (parser?.vendor !== 'waybill') return row
    const result = parser.validate(row)
    if (result instanceof Promise) throw new TypeError('row parsers are synchronous')
    if (result.issues) throw new SchemaValidationError(query, row, [...result.issues])
    return result.value as typeof row
  },
}

/**
 * A result of pg is held by its query's callback, which the engine makes as a long-lived function: with its rows it
 * would stay until the next full collection, and call for one. So its list is emptied once its rows were passed on.
 */
const letGoOfRows: Interceptor = {
  name: 'let-go-of-rows',
  afterQueryExecution: ({ sandbox }, _query, { rows }) => {
    sandbox['rows'] = rows
    return null
  },
  beforeQueryResult: ({ sandbox }) => {
    ;(sandbox['rows'] as unknown[]).length = 0
    return null
  },
}

// What the server needs beyond its own timeout to say that it gave a statement up.
const ANSWER_MS = 2000

export interface PoolOptions {
  url: string
  maxConnections: number
  statementTimeoutMs: number
}

/** The pool of business statements. Times come back as Date, bigint columns as bigint. */
export async function createDatabasePool(options: PoolOptions): Promise<DatabasePool> {
  const pool = await createPool(options.url, {
    driverFactory: withDeadline(createPgDriverFactory(), options.statementTimeoutMs + ANSWER_MS),
    interceptors: [prepareEveryStatement(), checkRows, letGoOfRows],
    maxPoolSize: options.maxConnections,
    // Connections keep no session state, so nothing has to be discarded between two users of one.
    resetConnection: async () => undefined,
    idleTimeout: 60_000,
    statementTimeout: options.statementTimeoutMs,
    typeParsers: [
      createBigintTypeParser(),
      { name: 'timestamptz', parse: (value) => new Date(value) },
      { name: 'date', parse: (value) => value },
    ],
  })
  return translatingOutages(pool)
}
