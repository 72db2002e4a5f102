/** A process that owns an embedded server: `embedded-owner.ts <data folder> [exit]`. Prints one line of JSON. */
import { startEmbeddedPostgres } from '../../src/adapters/embedded-postgres/embedded-postgres.ts'

const [dataDir = '', ending] = process.argv.slice(2)
try {
  const { connectionString, processId, clusterFolder, firstStart } = await startEmbeddedPostgres({ dataDir })
  console.log(JSON.stringify({ connectionString, processId, clusterFolder, firstStart, pid: process.pid }))
  // Without it the process ends by itself: it has nothing else to do.
  if (ending !== 'exit') setInterval(() => undefined, 60_000)
} catch (error) {
  console.log(JSON.stringify({ failure: error instanceof Error ? error.message : String(error) }))
}
