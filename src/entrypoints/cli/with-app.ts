import type { App } from '../../application/app.ts'
import { buildApp } from '../bootstrap/build-app.ts'
import type { Config } from '../bootstrap/config.ts'
import { withDatabase } from '../bootstrap/database-at-hand.ts'

/** Runs work with the App over the configured database, or over the embedded one, running or not. */
export async function withApp<T>(config: Config, work: (app: App) => Promise<T>): Promise<T> {
  return withDatabase(config, async (databaseUrl) => {
    const runtime = await buildApp({
      config: { ...config, logLevel: 'error', databasePool: 2 },
      databaseUrl,
      publicUrl: config.publicUrl ?? 'http://127.0.0.1:3000',
      simulators: null,
      supervises: false,
    })
    try {
      return await work(runtime.app)
    } finally {
      await runtime.close()
    }
  })
}
