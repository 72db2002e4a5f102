import { readFile } from 'node:fs/promises'
import { prepareQueues } from '../../adapters/pgboss/queues.ts'
import { fillSeller, type SellerSettings } from '../../adapters/postgres/billing/fill-seller.ts'
import { migrate } from '../../adapters/postgres/migrate.ts'
import { runScript } from '../../adapters/postgres/run-script.ts'
import { quietLogger } from '../../adapters/system/quiet-logger.ts'
import { queues } from '../../application/jobs.ts'
import { Unavailable } from '../../domain/shared/unavailable.ts'

/** The database cannot be used; the message is one sentence with the remedy. */
export class DatabaseUnusable extends Error {}

/** The refusal of a database that lacks what this code needs. */
export function schemaMissing(): DatabaseUnusable {
  return new DatabaseUnusable(
    'The database has no tables of Waybill, or those of an older version: run npm run waybill -- migrate.',
  )
}

/** Brings schema, queues and reference rows up to date. Safe to repeat and for several processes at once. */
export async function prepareDatabase(
  url: string,
  seller: SellerSettings,
): Promise<{ migrations: string[] }> {
  try {
    const migrations = await migrate(url)
    await prepareQueues({ url, queues: Object.keys(queues), logger: quietLogger })
    await runScript(url, await seed('reference'))
    await fillSeller(url, seller)
    return { migrations }
  } catch (error) {
    throw explained(url, error)
  }
}

/** The small world of development: companies, prices, sensors in stock. */
export async function seedDevelopment(url: string): Promise<void> {
  await runScript(url, await seed('development'))
}

function seed(name: string): Promise<string> {
  return readFile(new URL(`../../../sql/seeds/${name}.sql`, import.meta.url), 'utf8')
}

export function explained(url: string, error: unknown): unknown {
  if (error instanceof Unavailable) return explained(url, error.cause ?? error)
  const { code, message } = causeOf(error)
  const { host } = new URL(url)
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return new DatabaseUnusable(
        `No PostgreSQL answers at ${host}: start it, correct DATABASE_URL, or leave DATABASE_URL empty for the embedded server.`,
      )
    case '28P01':
    case '28000':
      return new DatabaseUnusable(
        `PostgreSQL at ${host} refuses the user or password in DATABASE_URL: correct them.`,
      )
    case '3D000':
      return new DatabaseUnusable(
        `The database named in DATABASE_URL does not exist at ${host}: create it with createdb.`,
      )
    case '42501':
      return new DatabaseUnusable(
        `The user in DATABASE_URL may not change the schema (${message ?? ''}): grant it ownership of the database.`,
      )
    default:
      if (message?.startsWith('Connection terminated') !== true) return error
      return new DatabaseUnusable(
        `What answers at ${host} ended the connection, and may be no PostgreSQL: correct DATABASE_URL.`,
      )
  }
}

/** The innermost error with a code: drivers wrap what the socket said. */
function causeOf(error: unknown): { code?: string; message?: string } {
  const { cause } = error as { cause?: unknown }
  return cause instanceof Error ? causeOf(cause) : (error as { code?: string; message?: string })
}
