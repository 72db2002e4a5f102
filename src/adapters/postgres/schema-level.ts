import { readdir } from 'node:fs/promises'
import { parse } from 'node:path'
import { Type } from 'typebox'
import { flag, text } from './columns.ts'
import { MIGRATIONS } from './migrate.ts'
import { type Db, sql } from './sql.ts'

/** How far a database is: what this code needs and it does not have. What a newer release added does no harm. */
export interface SchemaLevel {
  missingMigrations: string[]
  hasQueues: boolean
}

const tablesRow = sql.rowsOf(Type.Object({ hasMigrations: flag, hasQueues: flag }))
const nameRow = sql.rowsOf(Type.Object({ name: text }))

/** Compares the database with the migrations of this code. */
export async function readSchemaLevel(db: Db): Promise<SchemaLevel> {
  const { hasMigrations, hasQueues } = await db.one(tablesRow`
    select
      to_regclass('schema_migrations') is not null as "hasMigrations",
      to_regclass('pgboss.job') is not null as "hasQueues"`)
  const needed = (await readdir(MIGRATIONS)).map((file) => parse(file).name)
  const done = hasMigrations ? await db.any(nameRow`select name from schema_migrations`) : []
  const names = new Set(done.map(({ name }) => name))
  return { missingMigrations: needed.filter((name) => !names.has(name)).sort(), hasQueues }
}
