import { expect } from 'chai'
import type { DatabasePool, DatabaseTransactionConnection } from 'slonik'
import {
  gatheringTransaction,
  insertRows,
  update,
  write,
} from '../../../src/adapters/postgres/gathered-writes.ts'
import { createDatabasePool } from '../../../src/adapters/postgres/pool.ts'
import { type Db, sql } from '../../../src/adapters/postgres/sql.ts'
import { createEmptyDatabase } from '../../support/database.ts'

describe('gathered writes', function () {
  this.timeout(60_000)
  let pool: DatabasePool
  let sent: string[] = []

  before(async () => {
    const url = await createEmptyDatabase()
    pool = await createDatabasePool({ url, maxConnections: 2, statementTimeoutMs: 5_000 })
    await pool.query(sql.command`create table boxes (name text primary key, size integer not null default 1)`)
    await pool.query(sql.command`create table labels (box text not null, note text not null)`)
  })

  beforeEach(async () => {
    await pool.query(sql.command`truncate boxes, labels`)
  })

  after(() => pool.end())

  const nameIs = (name: string) => sql.fragment`name = ${name}`
  const resize = (db: Db, name: string, size: number, unmet?: () => Error) =>
    update(db, 'boxes', sql.fragment`update boxes set size = ${size} where ${nameIs(name)}`, unmet)
  const sizeOf = (db: Db, name: string) =>
    db.maybeOneFirst(sql.view<{ size: number }>()`select size from boxes where ${nameIs(name)}`)

  /** A transaction that gathers, and tells which statements it sent. */
  function gathering<T>(work: (db: Db) => Promise<T>): Promise<T> {
    sent = []
    const transaction: DatabasePool['transaction'] = (handler, ...rest) =>
      pool.transaction((connection) => handler(spied(connection)), ...rest)
    return gatheringTransaction({ ...pool, transaction }, work)
  }

  function spied(connection: DatabaseTransactionConnection): DatabaseTransactionConnection {
    return new Proxy(connection, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        return (...args: unknown[]) => {
          sent.push((args[0] as { sql: string }).sql)
          return (value as (...all: unknown[]) => unknown).apply(target, args)
        }
      },
    })
  }

  it('go in one statement at the end', async () => {
    await gathering(async (db) => {
      await insertRows(db, 'boxes', [{ name: 'a' }, { name: 'b' }])
      await insertRows(db, 'labels', [{ box: 'a', note: 'heavy' }])
      expect(sent).to.deep.equal([])
    })
    expect(sent).to.have.length(1)
    expect(await sizeOf(pool, 'b')).to.equal(1)
  })

  it('are there for whoever reads after them', async () => {
    const size = await gathering(async (db) => {
      await insertRows(db, 'boxes', [{ name: 'a', size: 3 }])
      return sizeOf(db, 'a')
    })
    expect(size).to.equal(3)
    expect(sent).to.have.length(2)
  })

  it('to one row keep their order, each in a statement of its own', async () => {
    await gathering(async (db) => {
      await insertRows(db, 'boxes', [{ name: 'a' }])
      await resize(db, 'a', 2)
      await resize(db, 'a', 3)
    })
    expect(sent).to.have.length(3)
    expect(await sizeOf(pool, 'a')).to.equal(3)
  })

  it('share a statement with others of their table when they say that their rows are their own', async () => {
    await insertRows(pool, 'boxes', [{ name: 'a' }, { name: 'b' }])
    await gathering(async (db) => {
      for (const name of ['a', 'b']) {
        const statement = sql.fragment`update boxes set size = 9 where ${nameIs(name)}`
        await write(db, { tables: ['boxes'], isInsert: false, isApart: true, statement })
      }
    })
    expect(sent).to.have.length(1)
    expect([await sizeOf(pool, 'a'), await sizeOf(pool, 'b')]).to.deep.equal([9, 9])
  })

  it('that meet no row fail the transaction when they have to meet one', async () => {
    const refused = await gathering(async (db) => {
      await insertRows(db, 'labels', [{ box: 'x', note: 'lost' }])
      await resize(db, 'x', 2, () => new Error('there is no such box'))
    }).catch((error: unknown) => String(error))
    expect(refused).to.contain('there is no such box')
    expect(await pool.exists(sql.command`select from labels`)).to.equal(false)
  })

  it('outside of a transaction that gathers go at once', async () => {
    await insertRows(pool, 'boxes', [{ name: 'a' }])
    await resize(pool, 'a', 5)
    expect(await sizeOf(pool, 'a')).to.equal(5)
  })
})
