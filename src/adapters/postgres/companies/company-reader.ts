import type { CompanyReader, CompanyView } from '../../../application/ports/company-reader.ts'
import { allOf, behind, byCreation, pageOf } from '../page-reader.ts'
import { type Db, sql } from '../sql.ts'

const company = sql.fragment`
    json_build_object(
      'id', c.id,
      'company_mirror_id', c.company_mirror_id,
      'name', c.name,
      'domain', c.domain,
      'region', c.region,
      'currency', c.currency,
      'time_zone', c.time_zone,
      'payment_terms_days', c.payment_terms_days,
      'default_shipping_address_id', c.default_shipping_address_id,
      'default_billing_address_id', c.default_billing_address_id,
      'version', c.version,
      'created_at', utc(c.created_at),
      'updated_at', utc(c.updated_at))`

/** Reads companies in the contract's shape. */
export function createCompanyReader(db: Db): CompanyReader {
  return {
    async list(filter, page) {
      const views = await db.any(sql.view<{ view: CompanyView }>()`
        select ${company} as view
        from companies c
        where ${allOf([
          filter.q === undefined ? null : sql.fragment`lower(c.name) like ${startOf(filter.q)}`,
          behind(sql.fragment`c.created_at, c.id`, page.after),
        ])}
        order by c.created_at desc, c.id desc
        limit ${page.limit + 1}`)
      return pageOf(
        views.map((row) => row.view),
        page,
        byCreation,
      )
    },

    async detail(companyId) {
      const row = await db.maybeOne(sql.view<{ view: CompanyView }>()`
        select ${company} as view
        from companies c
        where c.id = ${companyId}`)
      return row?.view ?? null
    },
  }
}

function startOf(text: string): string {
  return `${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
}
