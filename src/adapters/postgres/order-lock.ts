import type { FragmentSqlToken } from 'slonik'
import { Type } from 'typebox'
import type { OrderId } from '../../domain/shared/ids.ts'
import { oneOf } from './columns.ts'
import { type Db, sql } from './sql.ts'

const lockedRow = sql.rowsOf(Type.Object({ id: oneOf<OrderId>() }))
const held = new WeakMap<Db, Set<OrderId>>()

/**
 * Locks the order that `id`, an expression, names; null when there is none. Everything below an order is changed under
 * this lock. In its own statement: rows read beside a lock that had to wait would be older than the lock.
 */
export async function lockOrder(db: Db, id: FragmentSqlToken): Promise<OrderId | null> {
  const row = await db.maybeOne(lockedRow`
    select id
    from orders
    where id = ${id}
    for update`)
  if (row === null) return null
  const orders = held.get(db) ?? new Set()
  held.set(db, orders.add(row.id))
  return row.id
}

/** Whether this transaction has locked the order before: a lock is kept until the end. */
export function isOrderLocked(db: Db, orderId: OrderId): boolean {
  return held.get(db)?.has(orderId) ?? false
}
