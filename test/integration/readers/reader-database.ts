/** A migrated database with the queue's tables, and rows for the readers' tests. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { PgBoss } from 'pg-boss'

const migrations = path.join(import.meta.dirname, '..', '..', '..', 'sql', 'migrations')

export async function applySql(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const file of (await readdir(migrations)).sort()) {
      await client.query(await readFile(path.join(migrations, file), 'utf8'))
    }
  } finally {
    await client.end()
  }
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false })
  await boss.start()
  await boss.createQueue('automation')
  await boss.stop({ graceful: false })
}

/** The id of the nth thing of a kind: `idOf('ord')`. */
export function idOf(prefix: string, n = 1): string {
  return `${prefix}_01k6y3q8zvf4e9t2b7n5c0${String(n).padStart(4, '0')}`
}

/**
 * One order under way: paid, half of it in a parcel that left and half in a draft parcel without a device, a
 * provisioning step that failed, a second payment in a wrong currency. Beside it a draft with a stale price.
 */
export async function insertRows(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const rows = await readFile(path.join(import.meta.dirname, 'reader-rows.sql'), 'utf8')
    await client.query(rows)
  } finally {
    await client.end()
  }
}
