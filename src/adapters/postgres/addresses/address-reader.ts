import type { AddressReader, AddressView } from '../../../application/ports/address-reader.ts'
import { allOf, behind, byCreation, pageOf } from '../page-reader.ts'
import { type Db, sql } from '../sql.ts'

const address = sql.fragment`
    json_build_object(
      'id', a.id,
      'company_id', a.company_id,
      'label', a.label,
      'recipient', a.recipient,
      'line1', a.line1,
      'line2', a.line2,
      'city', a.city,
      'region', a.region,
      'postal_code', a.postal_code,
      'country', a.country,
      'phone', a.phone,
      'validation_status', a.validation_status,
      'last_used_at', utc(a.last_used_at),
      'version', a.version,
      'created_at', utc(a.created_at),
      'updated_at', utc(a.updated_at))`

/** Reads addresses in the contract's shape. */
export function createAddressReader(db: Db): AddressReader {
  return {
    async list(companyId, page) {
      const row = await db.maybeOne(sql.view<{ views: AddressView[] }>()`
        select coalesce(list.views, '[]') as views
        from companies c
        cross join lateral (
          select json_agg(page.view order by page.created_at desc, page.id desc) as views
          from (
            select
              a.created_at,
              a.id,
              ${address} as view
            from addresses a
            where a.company_id = c.id and ${allOf([behind(sql.fragment`a.created_at, a.id`, page.after)])}
            order by a.created_at desc, a.id desc
            limit ${page.limit + 1}
          ) page
        ) list
        where c.id = ${companyId}`)
      return row === null ? null : pageOf(row.views, page, byCreation)
    },

    async detail(addressId) {
      const row = await db.maybeOne(sql.view<{ view: AddressView }>()`
        select ${address} as view
        from addresses a
        where a.id = ${addressId}`)
      return row?.view ?? null
    },
  }
}
