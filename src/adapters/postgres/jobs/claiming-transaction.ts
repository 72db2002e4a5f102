import type { DatabasePool } from 'slonik'
import { gatheringTransaction } from '../gathered-writes.ts'
import type { Db } from '../sql.ts'
import type { Claims } from './enqueue-jobs.ts'

/**
 * A gathering transaction in which jobs may be claimed: they begin with its commit, and are given up whenever it is
 * rolled back, also before `work` runs once more.
 */
export async function claimingTransaction<T>(
  pool: DatabasePool,
  work: (db: Db) => Promise<{ result: T; claims: Claims | null }>,
): Promise<T> {
  const held: { claims: Claims | null } = { claims: null }
  try {
    const result = await gatheringTransaction(pool, async (db) => {
      held.claims?.abandon()
      held.claims = null
      const done = await work(db)
      held.claims = done.claims
      return done.result
    })
    held.claims?.begin()
    return result
  } catch (error) {
    held.claims?.abandon()
    throw error
  }
}
