import { Type } from 'typebox'
import type { PriceBook } from '../../../application/ports/price-book.ts'
import type { PriceBookEntryId } from '../../../domain/shared/ids.ts'
import { instant, oneOf } from '../columns.ts'
import { at, type Db, sql } from '../sql.ts'
import { successorIsLive } from './entry-store.ts'

const dueRow = sql.rowsOf(Type.Object({ id: oneOf<PriceBookEntryId>(), since: instant }))

const syncedRow = sql.rowsOf(Type.Object({ hasEnded: Type.Boolean() }))

export function syncStore(
  db: Db,
): Pick<
  PriceBook,
  'markSyncing' | 'recordSync' | 'recordSyncFailure' | 'recordArchived' | 'doubtSync' | 'unsyncedEntries'
> {
  return {
    async markSyncing(entryId, instantNow) {
      await db.query(sql.command`
        update price_book_entries
        set sync_status = 'syncing',
          sync_status_since = ${at(instantNow)},
          version = version + 1,
          updated_at = ${at(instantNow)}
        where id = ${entryId} and sync_status in ('unsynced', 'failed')`)
    },

    async recordSync(entry, twin, instantNow) {
      const row = await db.maybeOne(syncedRow`
        with product as (
          update products
          set stripe_product_id = ${twin.stripeProductId},
            updated_at = ${at(instantNow)}
          where id = ${entry.productId} and stripe_product_id is distinct from ${twin.stripeProductId}
        )
        update price_book_entries
        set stripe_price_id = ${twin.stripePriceId},
          sync_status = 'synced',
          sync_status_since = ${at(instantNow)},
          sync_error = null,
          stripe_archived_at = null,
          version = version + 1,
          updated_at = ${at(instantNow)}
        where id = ${entry.id}
        returning coalesce(valid_to <= ${at(instantNow)}, false) as "hasEnded"`)
      return { hasEnded: row?.hasEnded === true }
    },

    async recordSyncFailure(entryId, error, instantNow) {
      await db.query(sql.command`
        update price_book_entries
        set sync_status = case when sync_status = 'synced' then sync_status else 'failed' end,
          sync_status_since = case
            when sync_status in ('synced', 'failed') then sync_status_since
            else ${at(instantNow)}
          end,
          sync_error = case when sync_status = 'synced' then sync_error else ${error} end,
          stripe_archived_at = case when valid_to <= ${at(instantNow)} then null else stripe_archived_at end,
          version = version + 1,
          updated_at = ${at(instantNow)}
        where id = ${entryId}
          and (sync_status <> 'synced' or (valid_to <= ${at(instantNow)} and stripe_archived_at is not null))`)
    },

    async recordArchived(entryId, instantNow) {
      await db.query(sql.command`
        update price_book_entries
        set stripe_archived_at = ${at(instantNow)},
          version = version + 1,
          updated_at = ${at(instantNow)}
        where id = ${entryId} and stripe_archived_at is null`)
    },

    async doubtSync(entryId, instantNow) {
      await db.query(sql.command`
        update price_book_entries
        set sync_status = case when valid_to <= ${at(instantNow)} then sync_status else 'unsynced' end,
          sync_status_since = case when valid_to <= ${at(instantNow)} then sync_status_since else ${at(instantNow)} end,
          stripe_archived_at = null,
          version = version + 1,
          updated_at = ${at(instantNow)}
        where id = ${entryId}`)
    },

    async unsyncedEntries(limit, instantNow) {
      const rows = await db.any(dueRow`
        (
          select
            e.id,
            e.sync_status_since as since
          from price_book_entries e
          where e.published_at is not null
            and e.sync_status <> 'synced'
            and (e.valid_to is null or e.valid_to > ${at(instantNow)})
          order by e.sync_status_since
          limit ${limit}
        )
        union all
        (
          select
            e.id,
            e.valid_to as since
          from price_book_entries e
          where e.valid_to <= ${at(instantNow)}
            and e.stripe_archived_at is null
            and (e.sync_status <> 'unsynced' or e.stripe_price_id is not null)
            and ${successorIsLive}
          order by e.valid_to
          limit ${limit}
        )
        order by since
        limit ${limit}`)
      return rows.map((row) => row.id)
    },
  }
}
