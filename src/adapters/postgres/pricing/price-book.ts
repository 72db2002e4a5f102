import type { FragmentSqlToken } from 'slonik'
import { Type } from 'typebox'
import type { PriceBook } from '../../../application/ports/price-book.ts'
import type { PricedProduct } from '../../../domain/pricing/priced-product.ts'
import type { ProductId } from '../../../domain/shared/ids.ts'
import { flag, jsonOf, maybeText, oneOf, text, whole } from '../columns.ts'
import { at, type Db, sql } from '../sql.ts'
import { driftStore } from './drift-store.ts'
import { entryStore } from './entry-store.ts'
import { productStore } from './product-store.ts'
import { syncStore } from './sync-store.ts'
import { agreedPriceOf, type ListPriceRow, listPriceAt, type WrittenProduct } from './written-prices.ts'

// Prices this near in time are worth an answer to "why not that one"; older and later ones are not.
const NEAR_DAYS = 30

const productRow = sql.rowsOf(
  Type.Object({
    place: whole,
    id: oneOf<ProductId>(),
    sku: text,
    name: text,
    isProvisionable: flag,
    isSold: flag,
    stripeProductId: maybeText,
    listPrices: jsonOf<ListPriceRow[]>(),
    agreedPrices: jsonOf<WrittenProduct['agreedPrices']>(),
  }),
)

// By place: thousands of prices are read at once, and their names would be most of what is sent.
const listPriceRow = sql.fragment`json_build_array(
            e.id, e.region, e.currency, e.amount_minor, e.min_quantity,
            (date_part('epoch', e.valid_from) * 1000)::bigint, (date_part('epoch', e.valid_to) * 1000)::bigint,
            e.stripe_price_id, e.sync_status, (date_part('epoch', e.sync_status_since) * 1000)::bigint
          )`

export function createPriceBook(db: Db): PriceBook {
  return {
    ...productStore(db),
    ...entryStore(db),
    ...syncStore(db),
    ...driftStore(db),

    async pricedProducts(lines, { companyId, currency, region, at: instantNow, scope }) {
      const isConsidered = scope === 'considered'
      const days = isConsidered ? NEAR_DAYS : 0
      const skus = sql.array(
        lines.map(({ sku }) => sku),
        'text',
      )
      const quantities = sql.array(
        lines.map(({ quantity }) => quantity),
        'int4',
      )
      const isPublished = sql.fragment`e.product_id = p.id
            and e.published_at is not null
            and ${validWithin(sql.fragment`e`, instantNow, days)}`
      const isInRegion = sql.fragment`(e.region is null or e.region = ${region})`
      const considered = sql.fragment`left join lateral (
          select json_agg(${listPriceRow}) as prices
          from price_book_entries e
          where ${isPublished}
        ) r on true`
      // The largest tier that is reached, regional and global. "is true" keeps the planner from the index behind the
      // exclusion constraint, which has the tier as well and takes ten times as long.
      const applicable = sql.fragment`left join lateral (
          select json_agg(${listPriceRow}) as prices
          from (
            select distinct on (e.region) e.*
            from price_book_entries e
            where ${isPublished}
              and e.currency = ${currency}
              and ${isInRegion}
              and (e.min_quantity <= asked.quantity) is true
            order by e.region, e.min_quantity desc, e.valid_from desc, e.id desc
          ) e
        ) r on true
        left join lateral (
          select json_agg(${listPriceRow}) as prices
          from price_book_entries e
          where r.prices is null and ${isPublished} and ${isInRegion}
        ) o on true`
      const rows = await db.any(productRow`
        with agreed as materialized (
          select n.product_id, json_agg(json_build_object(
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
          from products o
          join price_agreement_lines n on n.product_id = o.id
          join price_agreements g on g.id = n.price_agreement_id
          where n.company_id = ${companyId}
            and o.sku = any(${skus})
            and g.status = 'active'
            and ${validWithin(sql.fragment`g`, instantNow, days)}
          group by n.product_id
        )
        select
          asked.place::int4 as place,
          p.id,
          p.sku,
          p.name,
          p.is_provisionable as "isProvisionable",
          p.archived_at is null as "isSold",
          p.stripe_product_id as "stripeProductId",
          coalesce(r.prices, ${isConsidered ? sql.fragment`` : sql.fragment`o.prices, `}'[]') as "listPrices",
          coalesce(a.prices, '[]') as "agreedPrices"
        from products p
        join unnest(${skus}, ${quantities}) with ordinality as asked (sku, quantity, place) on asked.sku = p.sku
        ${isConsidered ? considered : applicable}
        left join agreed a on a.product_id = p.id
        where p.sku = any(${skus})`)
      const products = lines.map((): PricedProduct | null => null)
      for (const { place, listPrices, agreedPrices, ...product } of rows) {
        products[place - 1] = {
          ...product,
          listPrices: listPrices.map(listPriceAt),
          agreedPrices: agreedPrices.map(agreedPriceOf),
        }
      }
      return products
    },
  }
}

/** Valid at the instant, or so many days before or after it. */
function validWithin(row: FragmentSqlToken, instantNow: Date, days: number) {
  const [earliest, latest] = [after(instantNow, -days), after(instantNow, days)]
  return sql.fragment`${row}.valid_from <= ${at(latest)}
              and (${row}.valid_to is null or ${row}.valid_to > ${at(earliest)})`
}

function after(instantNow: Date, days: number): Date {
  return new Date(instantNow.getTime() + days * 86_400_000)
}
