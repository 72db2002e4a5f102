/** A database with every migration applied, for the generators that read the catalogue. */
import { parseArgs } from 'node:util'

/** `--database-url` names a database to migrate and read; without it one is made on the test server and dropped. */
export async function withMigratedDatabase<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  const { values } = parseArgs({ options: { 'database-url': { type: 'string' } }, strict: false })
  const given = values['database-url']
  const { migrate } = await import('../src/adapters/postgres/migrate.ts')

  if (typeof given === 'string') {
    await migrate(given)
    return work(given)
  }

  const { createEmptyDatabase, stopTestServer } = await import('../test/support/database.ts')
  try {
    const databaseUrl = await createEmptyDatabase()
    await migrate(databaseUrl)
    return await work(databaseUrl)
  } finally {
    await stopTestServer()
  }
}
