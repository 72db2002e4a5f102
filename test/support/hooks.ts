/** Root hooks of every suite: the last one out stops the PostgreSQL server that the tests shared. */
import { existsSync } from 'node:fs'
import path from 'node:path'

const databaseModule = path.join(import.meta.dirname, 'database.ts')

export const mochaHooks = {
  async afterAll(this: Mocha.Context): Promise<void> {
    this.timeout(60_000)
    if (!existsSync(databaseModule)) return
    const { stopTestServer } = await import('./database.ts')
    await stopTestServer()
  },
}
