import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Config } from './config.ts'
import { EmbeddedPostgresUnavailable, startEmbeddedPostgres } from './embedded.ts'
import { DatabaseUnusable, explained } from './prepare-database.ts'

/** What a running platform leaves in its data directory for others on this machine. */
interface Record {
  databaseUrl?: string
}

/**
 * The database that the settings mean: DATABASE_URL, the embedded server of a running platform, or the embedded
 * server started for as long as the work takes.
 */
export async function withDatabase<T>(config: Config, work: (databaseUrl: string) => Promise<T>): Promise<T> {
  if (config.databaseUrl !== null) return explaining(config.databaseUrl, work)
  const dataDir = resolve(config.dataDir)
  const running = await readFile(join(dataDir, 'platform.json'), 'utf8').then(
    (text) => JSON.parse(text) as Record,
    () => null,
  )
  try {
    const postgres = await startEmbeddedPostgres({ dataDir })
    try {
      return await work(postgres.connectionString)
    } finally {
      await postgres.stop()
    }
  } catch (error) {
    if (!(error instanceof EmbeddedPostgresUnavailable)) throw error
    // In use: by the platform whose record we have.
    if (running?.databaseUrl !== undefined) return work(running.databaseUrl)
    throw new DatabaseUnusable(error.message)
  }
}

async function explaining<T>(databaseUrl: string, work: (databaseUrl: string) => Promise<T>): Promise<T> {
  try {
    return await work(databaseUrl)
  } catch (error) {
    throw explained(databaseUrl, error)
  }
}
