import type { DatabasePool, DatabaseTransactionConnection, FragmentSqlToken } from 'slonik'
import { type Db, json, sql } from './sql.ts'

/** One insert, update or delete, as it may stand in a `with` clause: without one of its own, without `returning`. */
export interface Write {
  /** The tables it changes, by which writes that must not share a statement are told apart. */
  tables: readonly string[]
  isInsert: boolean
  statement: FragmentSqlToken
  /** Its rows are no other write's of the transaction, whatever the tables say. */
  isApart?: boolean | undefined
  /** Thrown when it met no row. Without it that is fine. */
  unmet?: (() => Error) | undefined
}

const gatherers = new WeakMap<object, (write: Write) => Promise<void>>()

/** Writes at once, or gathers where the transaction does so: nobody who reads in it can tell the difference. */
export async function write(db: Db, ...writes: readonly Write[]): Promise<void> {
  const gather = gatherers.get(db)
  if (gather === undefined) return send(db, writes)
  for (const one of writes) await gather(one)
}

/**
 * Runs a transaction that gathers its writes, so that an action sends its rows, events and records as one statement
 * instead of one each (docs/decisions/0013-gathered-writes.md). Whatever else runs in it sends them first, and its end
 * sends the rest. Two writes to one table share a statement only when both insert: of two updates of a row in one
 * statement PostgreSQL keeps either. `work` may run more than once, each time after a rollback.
 */
export function gatheringTransaction<T>(pool: DatabasePool, work: (db: Db) => Promise<T>): Promise<T> {
  return pool.transaction(async (transaction) => {
    const { db, flush } = gathering(transaction)
    const result = await work(db)
    await flush()
    return result
  })
}

function gathering(transaction: DatabaseTransactionConnection): { db: Db; flush: () => Promise<void> } {
  let waiting: Write[] = []

  async function flush(): Promise<void> {
    const writes = waiting
    waiting = []
    await send(transaction, writes)
  }

  async function gather(one: Write): Promise<void> {
    if (waiting.some((other) => clash(one, other))) await flush()
    waiting.push(one)
  }

  const flushed = <Args extends unknown[], Result>(run: (...args: Args) => Promise<Result>) => {
    const bound = run.bind(transaction)
    return async (...args: Args): Promise<Result> => {
      if (waiting.length > 0) await flush()
      return bound(...args)
    }
  }
  const db = {
    any: flushed(transaction.any),
    anyFirst: flushed(transaction.anyFirst),
    exists: flushed(transaction.exists),
    many: flushed(transaction.many),
    maybeOne: flushed(transaction.maybeOne),
    maybeOneFirst: flushed(transaction.maybeOneFirst),
    one: flushed(transaction.one),
    oneFirst: flushed(transaction.oneFirst),
    query: flushed(transaction.query),
  } as Db
  gatherers.set(db, gather)
  return { db, flush }
}

function clash(one: Write, other: Write): boolean {
  if (one.isApart === true || other.isApart === true || (one.isInsert && other.isInsert)) return false
  return other.tables.some((table) => one.tables.includes(table))
}

async function send(db: Db, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return
  const named = writes.map(({ statement, unmet }, index) => {
    const returning = unmet === undefined ? sql.fragment`` : sql.fragment` returning 1`
    return sql.fragment`${nameOf(index)} as (${statement}${returning})`
  })
  const counted = writes.flatMap(({ unmet }, index) =>
    unmet === undefined
      ? []
      : [sql.fragment`(select count(*)::int from ${nameOf(index)}) as ${nameOf(index)}`],
  )
  const rows = await db.any(sql.view<Record<string, number>>()`
    with ${sql.join(named, sql.fragment`, `)}
    select ${sql.join([sql.fragment`1 as sent`, ...counted], sql.fragment`, `)}`)
  writes.forEach(({ unmet }, index) => {
    if (unmet !== undefined && rows[0]?.[`write_${index}`] === 0) throw unmet()
  })
}

function nameOf(index: number) {
  return sql.identifier([`write_${index}`])
}

/**
 * Inserts rows of several tables together; foreign keys between them are checked at the end. Column names are the
 * keys of a table's first row, which its other rows share; absent columns take their defaults.
 */
export async function insertTogether(
  db: Db,
  tables: readonly { table: string; rows: readonly object[]; onConflict?: FragmentSqlToken }[],
): Promise<void> {
  const writes = tables.flatMap(({ table, rows, onConflict }) => {
    const [first] = rows
    if (first === undefined) return []
    const into = sql.identifier([table])
    const columns = sql.join(
      Object.keys(first).map((name) => sql.identifier([name])),
      sql.fragment`, `,
    )
    const statement = sql.fragment`
      insert into ${into} (${columns})
      select ${columns}
      from jsonb_populate_recordset(null::${into}, ${json(rows)}::jsonb)
      ${onConflict ?? sql.fragment``}`
    return [{ tables: [table], isInsert: true, statement }]
  })
  await write(db, ...writes)
}

/** Inserts rows of one table; see `insertTogether`. */
export function insertRows(db: Db, table: string, rows: readonly object[]): Promise<void> {
  return insertTogether(db, [{ table, rows }])
}

/** Updates the rows of one table that a condition names. */
export function update(
  db: Db,
  table: string,
  statement: FragmentSqlToken,
  unmet?: () => Error,
): Promise<void> {
  return write(db, { tables: [table], isInsert: false, statement, unmet })
}
