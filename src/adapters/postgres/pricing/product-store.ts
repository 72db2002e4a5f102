import { Type } from 'typebox'
import type { PriceBook } from '../../../application/ports/price-book.ts'
import type { PriceBookEntryId, ProductId } from '../../../domain/shared/ids.ts'
import { flag, instant, maybeInstant, maybeText, maybeWhole, oneOf, text, whole } from '../columns.ts'
import { insertRows } from '../gathered-writes.ts'
import { at, columnsOf, type Db, sql } from '../sql.ts'
import { hasEnded } from './price-end.ts'

const productRow = sql.rowsOf(
  Type.Object({
    id: oneOf<ProductId>(),
    sku: text,
    name: text,
    isProvisionable: flag,
    deviceKind: maybeText,
    stripeProductId: maybeText,
    hsCode: maybeText,
    originCountry: maybeText,
    weightGrams: maybeWhole,
    archivedAt: maybeInstant,
    version: whole,
    createdAt: instant,
    updatedAt: instant,
  }),
)

const idRow = sql.rowsOf(Type.Object({ id: oneOf<PriceBookEntryId>() }))

export function productStore(
  db: Db,
): Pick<PriceBook, 'insertProduct' | 'getProductForUpdate' | 'saveProduct' | 'openEntries'> {
  return {
    insertProduct: (product) => insertRows(db, 'products', [columnsOf(product)]),

    // Orders that only refer to the product are not held up.
    getProductForUpdate: (productId) =>
      db.maybeOne(productRow`
        select
          id,
          sku,
          name,
          is_provisionable as "isProvisionable",
          device_kind as "deviceKind",
          stripe_product_id as "stripeProductId",
          hs_code as "hsCode",
          origin_country as "originCountry",
          weight_grams as "weightGrams",
          archived_at as "archivedAt",
          version,
          created_at as "createdAt",
          updated_at as "updatedAt"
        from products
        where id = ${productId}
        for no key update`),

    async saveProduct(product) {
      await db.query(sql.command`
        update products
        set sku = ${product.sku},
          name = ${product.name},
          is_provisionable = ${product.isProvisionable},
          device_kind = ${product.deviceKind},
          hs_code = ${product.hsCode},
          origin_country = ${product.originCountry},
          weight_grams = ${product.weightGrams},
          archived_at = ${product.archivedAt === null ? null : at(product.archivedAt)},
          version = ${product.version},
          updated_at = ${at(product.updatedAt)}
        where id = ${product.id}`)
    },

    async openEntries(productId, instantNow) {
      const rows = await db.any(idRow`
        select id
        from price_book_entries
        where product_id = ${productId}
          and published_at is not null
          and ${hasEnded(sql.fragment`price_book_entries`, instantNow)} is not true
        order by id`)
      return rows.map((row) => row.id)
    },
  }
}
