import { Type } from 'typebox'
import type { ExpectedVersion } from '../../application/ports/unit-of-work.ts'
import { type IdKind, idPrefixes } from '../../domain/shared/ids.ts'
import { refuseStale } from '../../domain/shared/stale.ts'
import { whole } from './columns.ts'
import { type Db, sql } from './sql.ts'

const tables: Partial<Record<IdKind, string>> = {
  automationStep: 'automation_steps',
  case: 'cases',
  company: 'companies',
  contact: 'contacts',
  invoice: 'invoices',
  order: 'orders',
  priceAgreement: 'price_agreements',
  priceBookEntry: 'price_book_entries',
  replacement: 'replacements',
  return: 'returns',
  shipment: 'shipments',
}
// An order is locked before what hangs on it (law C1).
const belowOrders: ReadonlySet<string> = new Set(['cases', 'replacements', 'returns', 'shipments'])
const tableOf = new Map<string, string>(
  Object.entries(tables).map(([kind, table]) => [idPrefixes[kind as IdKind], table]),
)
const versionRow = sql.rowsOf(Type.Object({ version: whole }))

/**
 * Locks what the caller has read and refuses the action when it has changed since (law C4). What is not there any more
 * is left for the action to say.
 */
export async function refuseUnexpected(db: Db, { id, version }: ExpectedVersion): Promise<void> {
  const table = tableOf.get(id.slice(0, id.indexOf('_')))
  if (table === undefined) throw new Error(`${id} is of no kind whose version a caller may name.`)
  if (belowOrders.has(table)) {
    await db.query(sql.command`
      select from orders
      where id = (select order_id from ${sql.identifier([table])} where id = ${id})
      for no key update`)
  }
  const row = await db.maybeOne(versionRow`
    select version
    from ${sql.identifier([table])}
    where id = ${id}
    for no key update`)
  if (row !== null) refuseStale(row.version, version)
}
