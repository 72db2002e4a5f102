import { Type } from 'typebox'
import type { PriceBook } from '../../../application/ports/price-book.ts'
import type { SyncStatus } from '../../../domain/pricing/priced-product.ts'
import type { PriceBookEntryId, ProductId } from '../../../domain/shared/ids.ts'
import { big, flag, instant, jsonOf, maybeText, oneOf, text, whole } from '../columns.ts'
import { at, type Db, json, sql } from '../sql.ts'
import { productOf, type WrittenProduct } from './written-prices.ts'

// Prices this near in time are worth an answer to "why not that one"; older and later ones are not.
const NEAR_DAYS = 30

const productRow = sql.rowsOf(
  Type.Object({
    id: oneOf<ProductId>(),
    sku: text,
    name: text,
    isProvisionable: flag,
    stripeProductId: maybeText,
    listPrices: jsonOf<WrittenProduct['listPrices']>(),
    agreedPrices: jsonOf<WrittenProduct['agreedPrices']>(),
  }),
)

const entryRow = sql.rowsOf(
  Type.Object({
    id: oneOf<PriceBookEntryId>(),
    productId: oneOf<ProductId>(),
    sku: text,
    productName: text,
    stripeProductId: maybeText,
    currency: text,
    amountMinor: big,
    region: maybeText,
    stripePriceId: maybeText,
    syncStatus: oneOf<SyncStatus>(),
    version: whole,
  }),
)

const entryIdRow = sql.rowsOf(Type.Object({ id: oneOf<PriceBookEntryId>(), since: instant }))

export function createPriceBook(db: Db): PriceBook {
  return {
    async pricedProducts(skus, companyId, instantNow) {
      const rows = await db.any(productRow`
        select
          p.id,
          p.sku,
          p.name,
          p.is_provisionable as "isProvisionable",
          p.stripe_product_id as "stripeProductId",
          coalesce(l.prices, '[]') as "listPrices",
          coalesce(a.prices, '[]') as "agreedPrices"
        from products p
        left join lateral (
          select json_agg(json_build_object(
            'priceBookEntryId', e.id,
            'region', e.region,
            'currency', e.currency,
            'unitAmountMinor', e.amount_minor,
            'minQuantity', e.min_quantity,
            'validFrom', e.valid_from,
            'validTo', e.valid_to,
            'stripePriceId', e.stripe_price_id,
            'syncStatus', e.sync_status,
            'syncStatusSince', e.sync_status_since
          )) as prices
          from price_book_entries e
          where e.product_id = p.id
            and e.published_at is not null
            and e.valid_from < ${at(after(instantNow, NEAR_DAYS))}
            and (e.valid_to is null or e.valid_to > ${at(after(instantNow, -NEAR_DAYS))})
        ) l on true
        left join lateral (
          select json_agg(json_build_object(
            'priceAgreementId', g.id,
            'priceAgreementLineId', n.id,
            'agreementNumber', g.number,
            'currency', g.currency,
            'amountMinor', n.amount_minor,
            'percentOffBp', n.percent_off_bp,
            'minQuantity', n.min_quantity,
            'validFrom', g.valid_from,
            'validTo', g.valid_to,
            'activatedAt', g.activated_at,
            'twins', (
              select coalesce(json_agg(json_build_object(
                'priceBookEntryId', t.price_book_entry_id,
                'unitAmountMinor', t.unit_amount_minor,
                'currency', t.currency,
                'stripePriceId', t.stripe_price_id,
                'syncStatus', t.sync_status,
                'syncStatusSince', t.sync_status_since
              )), '[]')
              from price_agreement_prices t
              where t.price_agreement_line_id = n.id)
          )) as prices
          from price_agreement_lines n
          join price_agreements g on g.id = n.price_agreement_id
          where n.company_id = ${companyId}
            and n.product_id = p.id
            and g.status = 'active'
            and g.valid_from < ${at(after(instantNow, NEAR_DAYS))}
            and (g.valid_to is null or g.valid_to > ${at(after(instantNow, -NEAR_DAYS))})
        ) a on true
        where p.sku in (select jsonb_array_elements_text(${json(skus)}::jsonb))`)
      return rows.map(productOf)
    },

    getEntryForUpdate: (entryId) =>
      db.maybeOne(entryRow`
        select
          e.id,
          e.product_id as "productId",
          p.sku,
          p.name as "productName",
          p.stripe_product_id as "stripeProductId",
          e.currency,
          e.amount_minor as "amountMinor",
          e.region,
          e.stripe_price_id as "stripePriceId",
          e.sync_status as "syncStatus",
          e.version
        from price_book_entries e
        join products p on p.id = e.product_id
        where e.id = ${entryId}
        for update of e`),

    async recordSync(entry, twin, instantNow) {
      await db.query(sql.command`
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
          version = version + 1,
          updated_at = ${at(instantNow)}
        where id = ${entry.id}`)
    },

    async recordSyncFailure(entryId, error, instantNow) {
      await db.query(sql.command`
        update price_book_entries
        set sync_status = 'failed',
          sync_status_since = case when sync_status = 'failed' then sync_status_since else ${at(instantNow)} end,
          sync_error = ${error},
          version = version + 1,
          updated_at = ${at(instantNow)}
        where id = ${entryId} and sync_status <> 'synced'`)
    },

    async unsyncedEntries(limit, instantNow) {
      const rows = await db.any(entryIdRow`
        select
          id,
          sync_status_since as since
        from price_book_entries
        where sync_status in ('unsynced', 'failed')
          and (valid_to is null or valid_to > ${at(instantNow)})
        order by sync_status_since
        limit ${limit}`)
      return rows.map((row) => row.id)
    },
  }
}

function after(instantNow: Date, days: number): Date {
  return new Date(instantNow.getTime() + days * 86_400_000)
}
