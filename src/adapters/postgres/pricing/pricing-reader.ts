import type {
  PriceBookEntryView,
  PricingReader,
  ProductView,
} from '../../../application/ports/pricing-reader.ts'
import { allOf, behind, byCreation, equals, pageOf } from '../page-reader.ts'
import { type Db, sql } from '../sql.ts'
import { presentedEvidence, type StoredEvidence } from './stored-evidence.ts'

const product = sql.fragment`
    json_build_object(
      'id', p.id,
      'sku', p.sku,
      'name', p.name,
      'is_provisionable', p.is_provisionable,
      'device_kind', p.device_kind,
      'stripe_product_id', p.stripe_product_id,
      'created_at', utc(p.created_at),
      'updated_at', utc(p.updated_at))`

const entry = sql.fragment`
    json_build_object(
      'id', e.id,
      'product_id', e.product_id,
      'sku', p.sku,
      'region', e.region,
      'currency', e.currency,
      'amount_minor', e.amount_minor,
      'valid_from', utc(e.valid_from),
      'valid_to', utc(e.valid_to),
      'stripe_price_id', e.stripe_price_id,
      'sync_status', e.sync_status,
      'sync_status_since', utc(e.sync_status_since),
      'sync_error', e.sync_error,
      'version', e.version,
      'created_at', utc(e.created_at),
      'updated_at', utc(e.updated_at))`

const resolution = sql.fragment`
    json_build_object(
      'id', r.id,
      'purpose', r.purpose,
      'resolved_at', utc(r.resolved_at),
      'resolution', r.resolution,
      'inputs', r.inputs)`

/** Reads products, the price book and stored resolutions in the contract's shape. */
export function createPricingReader(db: Db): PricingReader {
  return {
    async products(page) {
      const rows = await db.any(sql.view<{ view: ProductView }>()`
        select ${product} as view
        from products p
        where ${page.after === null ? sql.fragment`true` : sql.fragment`p.sku > ${page.after.id}`}
        order by p.sku
        limit ${page.limit + 1}`)
      return pageOf(
        rows.map((row) => row.view),
        page,
        (view) => ({ at: view.created_at, id: view.sku }),
      )
    },

    async entries(filter, page) {
      const rows = await db.any(sql.view<{ view: PriceBookEntryView }>()`
        select ${entry} as view
        from price_book_entries e
        join products p on p.id = e.product_id
        where ${allOf([
          equals(sql.fragment`p.sku`, filter.sku),
          equals(sql.fragment`e.sync_status`, filter.sync_status),
          behind(sql.fragment`e.created_at, e.id`, page.after),
        ])}
        order by e.created_at desc, e.id desc
        limit ${page.limit + 1}`)
      return pageOf(
        rows.map((row) => row.view),
        page,
        byCreation,
      )
    },

    async resolutions(orderItemId) {
      const row = await db.maybeOne(sql.view<{ resolutions: StoredEvidence[] }>()`
        select (
          select coalesce(json_agg(${resolution} order by r.resolved_at, r.id), '[]')
          from pricing_resolutions r
          where r.order_item_id = i.id) as resolutions
        from order_items i
        where i.id = ${orderItemId}`)
      if (row === null) return null
      return {
        order_item_id: orderItemId,
        resolutions: row.resolutions.map(presentedEvidence),
      }
    },
  }
}
