import { expect } from 'chai'
import pg from 'pg'
import type { DatabasePool } from 'slonik'
import { createDatabasePool } from '../../../src/adapters/postgres/pool.ts'
import { sql } from '../../../src/adapters/postgres/sql.ts'
import { Unavailable } from '../../../src/domain/shared/unavailable.ts'
import { readinessOf, refuseOldSchema } from '../../../src/entrypoints/bootstrap/readiness.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { prepareWorld } from '../../support/platform.ts'

describe('a database', function () {
  this.timeout(60_000)
  let database: TestDatabase
  let pool: DatabasePool

  before(async () => {
    database = await createTestDatabase(prepareWorld)
    pool = await createDatabasePool({ url: database.url, maxConnections: 1, statementTimeoutMs: 1000 })
  })
  after(async () => {
    await pool.end()
    await database.drop()
  })

  async function admin(text: string): Promise<void> {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await client.query(text)
    await client.end()
  }

  it('that falls silent in the middle of a statement is given up, and asked anew on another connection', async () => {
    const pid = await pool.oneFirst(sql.view<{ pid: number }>()`select pg_backend_pid() as pid`)
    process.kill(pid, 'SIGSTOP')
    try {
      const [asked, inTransaction, ready] = await Promise.all([
        pool.any(sql.view()`select 1`).catch((error: unknown) => error),
        pool
          .transaction((transaction) => transaction.any(sql.view()`select 2`))
          .catch((error: unknown) => error),
        readinessOf(pool),
      ])
      expect(asked).to.be.instanceOf(Unavailable)
      // It waited for the connection that was given up, and has one of its own.
      expect(inTransaction).to.be.an('array')
      expect(ready.map(({ ok }) => ok)).to.deep.equal([false, false])
      expect(ready[0]?.detail).to.equal('the database does not answer')
    } finally {
      process.kill(pid, 'SIGCONT')
    }
    expect((await readinessOf(pool)).every(({ ok }) => ok)).to.equal(true)
  })

  it('without the queues, or with the tables of an older version, is not ready and not started on', async () => {
    await admin('alter schema pgboss rename to pgboss_away')
    expect((await readinessOf(pool)).map(({ ok }) => ok)).to.deep.equal([true, false])
    await admin('alter schema pgboss_away rename to pgboss')
    await refuseOldSchema(pool)

    await admin(`update schema_migrations set name = name || '_of_another' where name like '0001%'`)
    const [ready] = await readinessOf(pool)
    expect(ready).to.deep.equal({
      name: 'database',
      ok: false,
      detail: '1 migrations are missing: run npm run waybill -- migrate',
    })
    const refused: unknown = await refuseOldSchema(pool).catch((error: unknown) => error)
    expect(String(refused)).to.match(/older version: run npm run waybill -- migrate\.$/)
    await admin('drop table schema_migrations')
    expect((await readinessOf(pool))[0]?.ok).to.equal(false)
  })
})
