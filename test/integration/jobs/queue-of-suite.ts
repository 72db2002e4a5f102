import type { PgBoss } from 'pg-boss'
import type { DatabasePool } from 'slonik'
import { connectQueues } from '../../../src/adapters/pgboss/queues.ts'
import { createDatabasePool } from '../../../src/adapters/postgres/pool.ts'
import { quietLogger } from '../../../src/adapters/system/quiet-logger.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { prepareWorld } from '../../support/platform.ts'

/** A queue of a database of its own, without workers, for the suite that asks: there from its first test to its last. */
export function useQueue(name: string): { pool: DatabasePool; boss: PgBoss } {
  const queue = {} as { pool: DatabasePool; boss: PgBoss }
  let database: TestDatabase

  before(async () => {
    database = await createTestDatabase(prepareWorld)
    queue.pool = await createDatabasePool({ url: database.url, maxConnections: 2, statementTimeoutMs: 5_000 })
    queue.boss = await connectQueues({
      url: database.url,
      queues: [name],
      logger: quietLogger,
      supervises: false,
    })
  })
  after(async () => {
    await queue.boss.stop({ graceful: false, close: true })
    await queue.pool.end()
    await database.drop()
  })
  return queue
}
