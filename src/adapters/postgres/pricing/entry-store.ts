import { Type } from 'typebox'
import type { PriceBook } from '../../../application/ports/price-book.ts'
import type { SyncStatus } from '../../../domain/pricing/priced-product.ts'
import type { PriceBookEntryId, ProductId } from '../../../domain/shared/ids.ts'
import { big, instant, maybeInstant, maybeOneOf, maybeText, oneOf, text, whole } from '../columns.ts'
import { insertRows } from '../gathered-writes.ts'
import { at, columnsOf, type Db, sql } from '../sql.ts'

const entryRow = sql.rowsOf(
  Type.Object({
    id: oneOf<PriceBookEntryId>(),
    productId: oneOf<ProductId>(),
    sku: text,
    productName: text,
    stripeProductId: maybeText,
    region: maybeText,
    currency: text,
    amountMinor: big,
    minQuantity: whole,
    validFrom: instant,
    validTo: maybeInstant,
    publishedAt: maybeInstant,
    replacesId: maybeOneOf<PriceBookEntryId>(),
    stripePriceId: maybeText,
    stripeArchivedAt: maybeInstant,
    syncStatus: oneOf<SyncStatus>(),
    syncStatusSince: instant,
    syncError: maybeText,
    version: whole,
    createdAt: instant,
    updatedAt: instant,
  }),
)

const productOfRow = sql.rowsOf(Type.Object({ productId: oneOf<ProductId>() }))

const idRow = sql.rowsOf(Type.Object({ id: oneOf<PriceBookEntryId>() }))

const orNull = (date: Date | null) => (date === null ? null : at(date))

export function entryStore(
  db: Db,
): Pick<
  PriceBook,
  'insertEntry' | 'getEntry' | 'getEntryForUpdate' | 'saveEntry' | 'deleteEntry' | 'overlapping'
> {
  return {
    insertEntry: (entry) => insertRows(db, 'price_book_entries', [columnsOf(entry)]),

    getEntry: (entryId) =>
      db.maybeOne(productOfRow`
        select product_id as "productId"
        from price_book_entries
        where id = ${entryId}`),

    getEntryForUpdate: (entryId) =>
      db.maybeOne(entryRow`
        select
          e.id,
          e.product_id as "productId",
          p.sku,
          p.name as "productName",
          p.stripe_product_id as "stripeProductId",
          e.region,
          e.currency,
          e.amount_minor as "amountMinor",
          e.min_quantity as "minQuantity",
          e.valid_from as "validFrom",
          e.valid_to as "validTo",
          e.published_at as "publishedAt",
          e.replaces_id as "replacesId",
          e.stripe_price_id as "stripePriceId",
          e.stripe_archived_at as "stripeArchivedAt",
          e.sync_status as "syncStatus",
          e.sync_status_since as "syncStatusSince",
          e.sync_error as "syncError",
          e.version,
          e.created_at as "createdAt",
          e.updated_at as "updatedAt"
        from price_book_entries e
        join products p on p.id = e.product_id
        where e.id = ${entryId}
        for no key update of e`),

    async saveEntry(entry) {
      await db.query(sql.command`
        update price_book_entries
        set region = ${entry.region},
          currency = ${entry.currency},
          amount_minor = ${entry.amountMinor},
          min_quantity = ${entry.minQuantity},
          valid_from = ${at(entry.validFrom)},
          valid_to = ${orNull(entry.validTo)},
          published_at = ${orNull(entry.publishedAt)},
          version = ${entry.version},
          updated_at = ${at(entry.updatedAt)}
        where id = ${entry.id}`)
    },

    async deleteEntry(entryId) {
      await db.query(sql.command`
        delete from price_book_entries
        where id = ${entryId} and published_at is null`)
    },

    async overlapping(entry) {
      const row = await db.maybeOne(idRow`
        select id
        from price_book_entries
        where product_id = ${entry.productId}
          and coalesce(region, '') = coalesce(${entry.region}, '')
          and currency = ${entry.currency}
          and min_quantity = ${entry.minQuantity}
          and tstzrange(valid_from, valid_to) && tstzrange(${at(entry.validFrom)}, ${orNull(entry.validTo)})
          and published_at is not null
          and id <> ${entry.id}
        order by valid_from
        limit 1`)
      return row?.id ?? null
    },
  }
}
