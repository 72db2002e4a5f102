import { fileURLToPath } from 'node:url'
import { runner } from 'node-pg-migrate'

/** The folder of the migrations, in the order of their names. */
export const MIGRATIONS = fileURLToPath(new URL('../../../sql/migrations', import.meta.url))

/**
 * Brings the database to the newest schema and answers which files it ran. Forward only; a second migrator waits
 * for the first.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const ran = await runner({
    databaseUrl,
    dir: MIGRATIONS,
    direction: 'up',
    migrationsTable: 'schema_migrations',
    advisoryLockMode: 'wait',
    singleTransaction: true,
    log: () => undefined,
  })
  return ran.map(({ name }) => name)
}
