import type {
  PriceBookEntryView,
  PriceDriftView,
  PricingReader,
  ProductView,
} from '../../../application/ports/pricing-reader.ts'
import { allOf, behind, byCreation, equals, pageOfRows } from '../page-reader.ts'
import { at, type Db, sql } from '../sql.ts'
import { presentedEvidence, type StoredEvidence } from './stored-evidence.ts'

const product = sql.fragment`
    json_build_object(
      'id', p.id,
      'sku', p.sku,
      'name', p.name,
      'is_provisionable', p.is_provisionable,
      'device_kind', p.device_kind,
      'stripe_product_id', p.stripe_product_id,
      'hs_code', p.hs_code,
      'origin_country', p.origin_country,
      'weight_grams', p.weight_grams,
      'archived_at', utc(p.archived_at),
      'version', p.version,
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
      'min_quantity', e.min_quantity,
      'valid_from', utc(e.valid_from),
      'valid_to', utc(e.valid_to),
      'published_at', utc(e.published_at),
      'replaces_id', e.replaces_id,
      'stripe_price_id', e.stripe_price_id,
      'stripe_archived_at', utc(e.stripe_archived_at),
      'sync_status', e.sync_status,
      'sync_status_since', utc(e.sync_status_since),
      'sync_error', e.sync_error,
      'version', e.version,
      'created_at', utc(e.created_at),
      'updated_at', utc(e.updated_at))`

const drift = sql.fragment`
    json_build_object(
      'id', d.id,
      'kind', d.kind,
      'price_book_entry_id', d.price_book_entry_id,
      'stripe_price_id', d.stripe_price_id,
      'ours', d.ours,
      'theirs', d.theirs,
      'first_seen_at', utc(d.first_seen_at),
      'last_seen_at', utc(d.last_seen_at),
      'resolved_at', utc(d.resolved_at))`

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
    async products(filter, page) {
      const rows = await db.any(sql.view<{ view: ProductView }>()`
        select ${product} as view
        from products p
        where ${allOf([
          contains(filter.q),
          filter.provisionable === undefined
            ? null
            : sql.fragment`p.is_provisionable = ${filter.provisionable}`,
          filter.active === undefined ? null : sql.fragment`(p.archived_at is null) = ${filter.active}`,
          page.after === null ? null : sql.fragment`p.sku > ${page.after.id}`,
        ])}
        order by p.sku
        limit ${page.limit + 1}`)
      return pageOfRows(rows, page, (view) => ({ at: view.created_at, id: view.sku }))
    },

    async product(productId) {
      const row = await db.maybeOne(sql.view<{ view: ProductView }>()`
        select ${product} as view
        from products p
        where p.id = ${productId}`)
      return row?.view ?? null
    },

    async entries(filter, page) {
      const rows = await db.any(sql.view<{ view: PriceBookEntryView }>()`
        select ${entry} as view
        from price_book_entries e
        join products p on p.id = e.product_id
        where ${allOf([
          equals(sql.fragment`p.sku`, filter.sku),
          equals(sql.fragment`e.product_id`, filter.product_id),
          filter.region === 'global'
            ? sql.fragment`e.region is null`
            : equals(sql.fragment`e.region`, filter.region),
          equals(sql.fragment`e.currency`, filter.currency),
          filter.at === undefined ? null : validAt(filter.at),
          filter.state === undefined
            ? null
            : sql.fragment`(e.published_at is not null) = ${filter.state === 'published'}`,
          equals(sql.fragment`e.sync_status`, filter.sync_status),
          behind(sql.fragment`e.created_at, e.id`, page.after),
        ])}
        order by e.created_at desc, e.id desc
        limit ${page.limit + 1}`)
      return pageOfRows(rows, page, byCreation)
    },

    async entry(entryId) {
      const row = await db.maybeOne(sql.view<{ view: PriceBookEntryView }>()`
        select ${entry} as view
        from price_book_entries e
        join products p on p.id = e.product_id
        where e.id = ${entryId}`)
      return row?.view ?? null
    },

    async drift(filter, page) {
      const rows = await db.any(sql.view<{ view: PriceDriftView }>()`
        select ${drift} as view
        from price_drifts d
        where ${allOf([
          filter.state === undefined
            ? null
            : sql.fragment`(d.resolved_at is null) = ${filter.state === 'open'}`,
          behind(sql.fragment`d.first_seen_at, d.id`, page.after),
        ])}
        order by d.first_seen_at desc, d.id desc
        limit ${page.limit + 1}`)
      return pageOfRows(rows, page, (view) => ({ at: view.first_seen_at, id: view.id }))
    },

    async priceDrift(driftId) {
      const row = await db.maybeOne(sql.view<{ view: PriceDriftView }>()`
        select ${drift} as view
        from price_drifts d
        where d.id = ${driftId}`)
      return row?.view ?? null
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

function contains(part: string | undefined) {
  if (part === undefined) return null
  const pattern = `%${part.replace(/[\\%_]/g, '\\$&')}%`
  return sql.fragment`(p.sku ilike ${pattern} or p.name ilike ${pattern})`
}

function validAt(instant: string) {
  const time = at(new Date(instant))
  return sql.fragment`(e.valid_from <= ${time} and (e.valid_to is null or e.valid_to > ${time}))`
}
