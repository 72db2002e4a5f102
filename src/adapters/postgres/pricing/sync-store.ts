import { Type } from 'typebox'
import type { PriceBook } from '../../../application/ports/price-book.ts'
import type { PriceBookEntryId } from '../../../domain/shared/ids.ts'
import { flag, instant, oneOf } from '../columns.ts'
import { at, type Db, sql } from '../sql.ts'
import { hasEnded } from './price-end.ts'

const dueRow = sql.rowsOf(Type.Object({ id: oneOf<PriceBookEntryId>(), since: instant }))

const syncedRow = sql.rowsOf(Type.Object({ hasEnded: flag }))

const liveRow = sql.rowsOf(Type.Object({ isLive: flag }))

const e = sql.fragment`e`

/** The condition that Stripe need not sell `e` any longer for want of what took over from it. */
function successorIsLive(instantNow: Date) {
  const heir = sql.fragment`
      s.id,
      s.sync_status = 'synced' as is_synced,
      coalesce(${hasEnded(sql.fragment`s`, instantNow)}, false) as has_ended`
  return sql.fragment`
  not exists (
    with recursive heirs as (
      select ${heir}
      from price_book_entries s
      where s.replaces_id = e.id
      union all
      select ${heir}
      from heirs h
      join price_book_entries s on s.replaces_id = h.id
      where h.has_ended and not h.is_synced
    )
    select from heirs
    where not is_synced and not has_ended
  )`
}

export function syncStore(
  db: Db,
): Pick<
  PriceBook,
  | 'successorIsLive'
  | 'markSyncing'
  | 'recordSync'
  | 'recordSyncFailure'
  | 'recordArchived'
  | 'doubtSync'
  | 'unsyncedEntries'
> {
  return {
    async successorIsLive(entryId, instantNow) {
      const row = await db.one(liveRow`
        select ${successorIsLive(instantNow)} as "isLive"
        from price_book_entries e
        where e.id = ${entryId}`)
      return row.isLive
    },

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
        update price_book_entries e
        set stripe_price_id = ${twin.stripePriceId},
          sync_status = 'synced',
          sync_status_since = ${at(instantNow)},
          sync_error = null,
          stripe_archived_at = null,
          version = version + 1,
          updated_at = ${at(instantNow)}
        where id = ${entry.id}
        returning coalesce(${hasEnded(e, instantNow)}, false) as "hasEnded"`)
      return { hasEnded: row?.hasEnded === true }
    },

    async recordSyncFailure(entryId, error, instantNow) {
      await db.query(sql.command`
        update price_book_entries e
        set sync_status = case when sync_status = 'synced' then sync_status else 'failed' end,
          sync_status_since = case
            when sync_status in ('synced', 'failed') then sync_status_since
            else ${at(instantNow)}
          end,
          sync_error = case when sync_status = 'synced' then sync_error else ${error} end,
          stripe_archived_at = case when ${hasEnded(e, instantNow)} then null else stripe_archived_at end,
          version = version + 1,
          updated_at = ${at(instantNow)}
        where id = ${entryId}
          and (sync_status <> 'synced' or (${hasEnded(e, instantNow)} and stripe_archived_at is not null))`)
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
        update price_book_entries e
        set sync_status = case when ${hasEnded(e, instantNow)} then sync_status else 'unsynced' end,
          sync_status_since = case when ${hasEnded(e, instantNow)} then sync_status_since else ${at(instantNow)} end,
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
            and ${hasEnded(e, instantNow)} is not true
          order by e.sync_status_since
          limit ${limit}
        )
        union all
        (
          select
            e.id,
            e.valid_to as since
          from price_book_entries e
          where e.valid_to is not null
            and ${hasEnded(e, instantNow)}
            and e.stripe_archived_at is null
            and (e.sync_status <> 'unsynced' or e.stripe_price_id is not null)
            and ${successorIsLive(instantNow)}
          order by e.valid_to
          limit ${limit}
        )
        order by since
        limit ${limit}`)
      return rows.map((row) => row.id)
    },
  }
}
