import { Type } from 'typebox'
import type { PriceBook } from '../../../application/ports/price-book.ts'
import type { PriceCandidate, PricedProduct } from '../../../domain/pricing/resolution.ts'
import type { ProductId } from '../../../domain/shared/ids.ts'
import { flag, jsonOf, maybeText, oneOf, text } from '../columns.ts'
import { at, type Db, json, sql } from '../sql.ts'
import { driftStore } from './drift-store.ts'
import { entryStore } from './entry-store.ts'
import { productStore } from './product-store.ts'
import { syncStore } from './sync-store.ts'

type CandidateJson = Omit<PriceCandidate, 'unitAmountMinor' | 'syncStatusSince' | 'validFrom'> & {
  unitAmountMinor: number
  syncStatusSince: string
  validFrom: string
}

const productRow = sql.rowsOf(
  Type.Object({
    id: oneOf<ProductId>(),
    sku: text,
    name: text,
    isProvisionable: flag,
    stripeProductId: maybeText,
    candidates: jsonOf<CandidateJson[]>(),
  }),
)

export function createPriceBook(db: Db): PriceBook {
  return {
    ...productStore(db),
    ...entryStore(db),
    ...syncStore(db),
    ...driftStore(db),

    async candidates(skus, currency, region, instantNow) {
      const rows = await db.any(productRow`
        select
          p.id,
          p.sku,
          p.name,
          p.is_provisionable as "isProvisionable",
          p.stripe_product_id as "stripeProductId",
          coalesce(c.candidates, '[]') as candidates
        from products p
        left join lateral (
          select json_agg(json_build_object(
            'priceBookEntryId', e.id,
            'region', e.region,
            'currency', e.currency,
            'unitAmountMinor', e.amount_minor,
            'stripePriceId', e.stripe_price_id,
            'syncStatus', e.sync_status,
            'syncStatusSince', e.sync_status_since,
            'validFrom', e.valid_from
          )) as candidates
          from price_book_entries e
          where e.product_id = p.id
            and e.published_at is not null
            and e.min_quantity = 1
            and e.currency = ${currency}
            and (e.region is null or e.region = ${region})
            and e.valid_from <= ${at(instantNow)}
            and (e.valid_to is null or e.valid_to > ${at(instantNow)})
        ) c on true
        where p.sku in (select jsonb_array_elements_text(${json(skus)}::jsonb))`)
      return rows.map(
        (row): PricedProduct => ({
          ...row,
          candidates: row.candidates.map((candidate) => ({
            ...candidate,
            unitAmountMinor: BigInt(candidate.unitAmountMinor),
            syncStatusSince: new Date(candidate.syncStatusSince),
            validFrom: new Date(candidate.validFrom),
          })),
        }),
      )
    },
  }
}
