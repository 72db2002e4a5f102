import type { Config } from '../../bootstrap/config.ts'
import { withDatabase } from '../../bootstrap/database-at-hand.ts'
import { prepareDatabase } from '../../bootstrap/prepare-database.ts'

export async function migrateDatabase(config: Config, print: (line: string) => void): Promise<void> {
  const { migrations } = await withDatabase(config, (url) => prepareDatabase(url, config.seller))
  print(migrations.length === 0 ? 'The schema is up to date.' : `Ran ${migrations.join(', ')}.`)
}
