import { Type } from 'typebox'
import type { ExpectedVersion } from '../../application/ports/unit-of-work.ts'
import { type IdKind, idPrefixes } from '../../domain/shared/ids.ts'
import { whole } from './columns.ts'
import { type Db, sql } from './sql.ts'

const tables: Partial<Record<IdKind, string>> = {
  automationStep: 'automation_steps',
  company: 'companies',
  contact: 'contacts',
  invoice: 'invoices',
  order: 'orders',
  priceAgreement: 'price_agreements',
  priceBookEntry: 'price_book_entries',
  shipment: 'shipments',
}
const tableOf = new Map<string, string>(
  Object.entries(tables).map(([kind, table]) => [idPrefixes[kind as IdKind], table]),
)
const versionRow = sql.rowsOf(Type.Object({ version: whole }))

/**
 * Locks what the caller has read and refuses the action when it has changed since (law C4). What is not there any more
 * is left for the action to say.
 */
export async function refuseUnexpected(db: Db, { id, refuseOther }: ExpectedVersion): Promise<void> {
  const table = tableOf.get(id.slice(0, id.indexOf('_')))
  if (table === undefined) throw new Error(`${id} is of no kind whose version a caller may name.`)
  // An order is locked before its parcels (law C1).
  if (table === 'shipments') {
    await db.query(sql.command`
      select from orders
      where id = (select order_id from shipments where id = ${id})
      for no key update`)
  }
  const row = await db.maybeOne(versionRow`
    select version
    from ${sql.identifier([table])}
    where id = ${id}
    for no key update`)
  if (row !== null) refuseOther(row.version)
}
