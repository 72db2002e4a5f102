import type { FragmentSqlToken } from 'slonik'
import type { AgreementStore, TwinKey } from '../../../application/ports/agreement-store.ts'
import { hasEnded } from '../pricing/price-end.ts'
import { at, type Db, json, sql } from '../sql.ts'
import { twinKeyRow, twinRow } from './agreement-rows.ts'

type Twins = Pick<
  AgreementStore,
  | 'addPrices'
  | 'findTwin'
  | 'unsyncedTwins'
  | 'twinsToArchive'
  | 'recordSync'
  | 'recordSyncStarted'
  | 'recordSyncFailure'
  | 'recordArchived'
>

/** The prices of lines at Stripe. */
export function agreementTwins(db: Db): Twins {
  return {
    async addPrices(agreement, prices, now) {
      await db.query(sql.command`
        insert into price_agreement_prices as t
          (price_agreement_line_id, price_book_entry_id, company_id, unit_amount_minor, currency, sync_status_since)
        select
          r."lineId",
          r."priceBookEntryId",
          ${agreement.companyId},
          r."unitAmountMinor",
          ${agreement.currency},
          ${at(now)}
        from jsonb_to_recordset(${json(prices)}::jsonb)
          as r ("lineId" text, "priceBookEntryId" text, "unitAmountMinor" bigint)
        on conflict (price_agreement_line_id, price_book_entry_id)
        do update set
          unit_amount_minor = excluded.unit_amount_minor,
          sync_status = 'unsynced',
          sync_status_since = excluded.sync_status_since
        where t.sync_status <> 'synced' and t.unit_amount_minor <> excluded.unit_amount_minor`)
    },

    findTwin: (key, now) =>
      db.maybeOne(twinRow`
        select
          t.price_agreement_line_id as "lineId",
          t.price_book_entry_id as "priceBookEntryId",
          a.id as "agreementId",
          a.number as "agreementNumber",
          p.id as "productId",
          p.sku,
          p.name as "productName",
          p.stripe_product_id as "stripeProductId",
          t.currency,
          t.unit_amount_minor as "unitAmountMinor",
          ${isWanted(now)} as "isWanted",
          t.sync_status = 'synced' as "isSynced"
        from price_agreement_prices t
        join price_agreement_lines l on l.id = t.price_agreement_line_id
        join price_agreements a on a.id = l.price_agreement_id
        join products p on p.id = l.product_id
        left join price_book_entries e on e.id = t.price_book_entry_id
        where ${is(key)}`),

    unsyncedTwins: async (agreementId) => [
      ...(await db.any(twinKeyRow`
        select
          t.price_agreement_line_id as "lineId",
          t.price_book_entry_id as "priceBookEntryId"
        from price_agreement_lines l
        join price_agreement_prices t on t.price_agreement_line_id = l.id
        where l.price_agreement_id = ${agreementId} and t.sync_status <> 'synced' and t.archived_at is null
        order by l.position, t.price_book_entry_id`)),
    ],

    twinsToArchive: async (limit, now) => [
      ...(await db.any(twinKeyRow`
        select
          t.price_agreement_line_id as "lineId",
          t.price_book_entry_id as "priceBookEntryId"
        from price_agreements a
        join price_agreement_lines l on l.price_agreement_id = a.id
        join price_agreement_prices t on t.price_agreement_line_id = l.id
        left join price_book_entries e on e.id = t.price_book_entry_id
        where t.archived_at is null and not ${isWanted(now)}
        limit ${limit}`)),
    ],

    async recordSync(twin, made, now) {
      await db.query(sql.command`
        with product as (
          update products
          set stripe_product_id = ${made.stripeProductId},
            updated_at = ${at(now)}
          where id = ${twin.productId} and stripe_product_id is distinct from ${made.stripeProductId}
        ),
        agreement as (
          update price_agreements
          set version = version + 1,
            updated_at = ${at(now)}
          where id = ${twin.agreementId}
        )
        update price_agreement_prices t
        set stripe_price_id = ${made.stripePriceId},
          sync_status = 'synced',
          sync_status_since = ${at(now)},
          sync_error = null,
          archived_at = null
        where ${is(twin)}`)
    },

    async recordSyncStarted(key) {
      await db.query(sql.command`
        update price_agreement_prices t
        set sync_status = 'syncing'
        where ${is(key)} and t.sync_status <> 'synced'`)
    },

    async recordSyncFailure(key, error) {
      await db.query(sql.command`
        update price_agreement_prices t
        set sync_status = case when t.sync_status = 'synced' then t.sync_status else 'failed' end,
          sync_error = case when t.sync_status = 'synced' then t.sync_error else ${error} end,
          archived_at = null
        where ${is(key)} and (t.sync_status <> 'synced' or t.archived_at is not null)`)
    },

    async recordArchived(key, now) {
      await db.query(sql.command`
        update price_agreement_prices t
        set archived_at = ${at(now)}
        where ${is(key)} and t.archived_at is null`)
    },
  }
}

function isWanted(now: Date): FragmentSqlToken {
  return sql.fragment`(a.status = 'active' and ${hasEnded(sql.fragment`e`, now)} is not true)`
}

function is({ lineId, priceBookEntryId }: TwinKey): FragmentSqlToken {
  return sql.fragment`t.price_agreement_line_id = ${lineId}
          and t.price_book_entry_id is not distinct from ${priceBookEntryId}`
}
