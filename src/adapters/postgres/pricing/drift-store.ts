import { Type } from 'typebox'
import type { PriceBook } from '../../../application/ports/price-book.ts'
import type { PriceDriftKind } from '../../../domain/pricing/price-drift.ts'
import type { SyncStatus } from '../../../domain/pricing/priced-product.ts'
import type { PriceBookEntryId, PriceDriftId } from '../../../domain/shared/ids.ts'
import { big, instant, maybeInstant, maybeOneOf, maybeText, oneOf, text } from '../columns.ts'
import { at, columnsOf, type Db, json, sql } from '../sql.ts'

const priceRow = sql.rowsOf(
  Type.Object({
    id: oneOf<PriceBookEntryId>(),
    stripeProductId: maybeText,
    productName: text,
    productSince: instant,
    stripePriceId: maybeText,
    currency: text,
    amountMinor: big,
    endsAt: maybeInstant,
    syncStatus: oneOf<SyncStatus>(),
    syncStatusSince: instant,
  }),
)

const driftRow = sql.rowsOf(
  Type.Object({
    id: oneOf<PriceDriftId>(),
    kind: oneOf<PriceDriftKind>(),
    priceBookEntryId: maybeOneOf<PriceBookEntryId>(),
    stripePriceId: text,
    ours: maybeText,
    theirs: maybeText,
    resolvedAt: maybeInstant,
  }),
)

const drift = sql.fragment`
  id,
  kind,
  price_book_entry_id as "priceBookEntryId",
  stripe_price_id as "stripePriceId",
  ours,
  theirs,
  resolved_at as "resolvedAt"`

export function driftStore(db: Db): Pick<PriceBook, 'publishedPrices' | 'recordDrift' | 'getDrift'> {
  return {
    async publishedPrices() {
      return [
        ...(await db.any(priceRow`
          select
            e.id,
            p.stripe_product_id as "stripeProductId",
            p.name as "productName",
            p.updated_at as "productSince",
            e.stripe_price_id as "stripePriceId",
            e.currency,
            e.amount_minor as "amountMinor",
            case when e.valid_to = e.valid_from then least(e.valid_to, e.updated_at) else e.valid_to end as "endsAt",
            e.sync_status as "syncStatus",
            e.sync_status_since as "syncStatusSince"
          from price_book_entries e
          join products p on p.id = e.product_id
          where e.published_at is not null`)),
      ]
    },

    async recordDrift(found, instantNow) {
      const rows = json(
        found.map((one) => columnsOf({ ...one, firstSeenAt: instantNow, lastSeenAt: instantNow })),
      )
      await db.query(sql.command`
        update price_drifts d
        set resolved_at = ${at(instantNow)}
        where d.resolved_at is null
          and not exists (
            select from jsonb_to_recordset(${rows}::jsonb) as f (stripe_price_id text, kind text)
            where f.stripe_price_id = d.stripe_price_id and f.kind = d.kind
          )`)
      const written = await db.any(driftRow`
        insert into price_drifts as d
          (id, kind, price_book_entry_id, stripe_price_id, ours, theirs, first_seen_at, last_seen_at)
        select
          id,
          kind,
          price_book_entry_id,
          stripe_price_id,
          ours,
          theirs,
          first_seen_at,
          last_seen_at
        from jsonb_populate_recordset(null::price_drifts, ${rows}::jsonb)
        on conflict (stripe_price_id, kind) where resolved_at is null
        do update set last_seen_at = excluded.last_seen_at, ours = excluded.ours, theirs = excluded.theirs
        returning ${drift}`)
      const own = new Set(found.map(({ id }) => id))
      return written.filter(({ id }) => own.has(id))
    },

    getDrift: (driftId) =>
      db.maybeOne(driftRow`
        select ${drift}
        from price_drifts
        where id = ${driftId}`),
  }
}
