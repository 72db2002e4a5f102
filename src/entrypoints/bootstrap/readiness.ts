import { setTimeout } from 'node:timers/promises'
import { readSchemaLevel } from '../../adapters/postgres/schema-level.ts'
import type { Db } from '../../adapters/postgres/sql.ts'
import type { ReadinessCheck } from '../../application/app.ts'
import { schemaMissing } from './prepare-database.ts'

const PATIENCE_MS = 2000
const MIGRATE = 'run npm run waybill -- migrate'

/** Whether the database answers within two seconds, with the schema of this code and its queues. */
export async function readinessOf(db: Db): Promise<ReadinessCheck[]> {
  const level = await Promise.race([
    readSchemaLevel(db).catch(() => null),
    setTimeout(PATIENCE_MS, null, { ref: false }),
  ])
  if (level === null) {
    return [
      { name: 'database', ok: false, detail: 'the database does not answer' },
      { name: 'queues', ok: false, detail: 'the queues live in the database' },
    ]
  }
  const missing = level.missingMigrations.length
  return [
    {
      name: 'database',
      ok: missing === 0,
      detail: missing === 0 ? null : `${missing} migrations are missing: ${MIGRATE}`,
    },
    { name: 'queues', ok: level.hasQueues, detail: level.hasQueues ? null : `there are none: ${MIGRATE}` },
  ]
}

/** A process over a database that lacks what it needs does not start. */
export async function refuseOldSchema(db: Db): Promise<void> {
  const level = await readSchemaLevel(db)
  if (level.missingMigrations.length === 0 && level.hasQueues) return
  throw schemaMissing()
}
