import type { FragmentSqlToken } from 'slonik'
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
      'verdict', a.verdict,
      'last_used_at', utc(a.last_used_at),
      'supersedes_id', a.supersedes_id,
      'archived_at', utc(a.archived_at),
      'version', a.version,
      'created_at', utc(a.created_at),
      'updated_at', utc(a.updated_at))`

/** Any part of what a person would read on the label, whatever its case and accents. */
function saying(q: string): FragmentSqlToken {
  return sql.fragment`position(
    folded_text(${q}) in folded_text(concat_ws(
      ' ', a.label, a.recipient, a.line1, a.line2, a.city, a.region, a.postal_code, a.country
    ))
  ) > 0`
}

/** Reads addresses in the contract's shape. */
export function createAddressReader(db: Db): AddressReader {
  return {
    async list(companyId, filter, page) {
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
            where a.company_id = c.id and ${allOf([
              filter.archived === true
                ? sql.fragment`a.archived_at is not null`
                : sql.fragment`a.archived_at is null`,
              filter.q === undefined ? null : saying(filter.q),
              behind(sql.fragment`a.created_at, a.id`, page.after),
            ])}
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
