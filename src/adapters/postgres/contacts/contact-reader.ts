import type { ContactReader, ContactView } from '../../../application/ports/contact-reader.ts'
import { allOf, behind, byCreation, pageOf } from '../page-reader.ts'
import { type Db, sql } from '../sql.ts'

const contact = sql.fragment`
    json_build_object(
      'id', n.id,
      'company_id', n.company_id,
      'first_name', n.first_name,
      'last_name', n.last_name,
      'email', n.email,
      'phone', n.phone,
      'notes', n.notes,
      'active', n.active,
      'roles', (
        select coalesce(json_agg(r.role order by r.role), '[]')
        from company_contact_roles r
        where r.company_id = n.company_id and r.contact_id = n.id),
      'version', n.version,
      'created_at', utc(n.created_at),
      'updated_at', utc(n.updated_at))`

/** Reads contacts in the contract's shape. */
export function createContactReader(db: Db): ContactReader {
  return {
    async list(companyId, page) {
      const row = await db.maybeOne(sql.view<{ views: ContactView[] }>()`
        select coalesce(list.views, '[]') as views
        from companies c
        cross join lateral (
          select json_agg(page.view order by page.created_at desc, page.id desc) as views
          from (
            select
              n.created_at,
              n.id,
              ${contact} as view
            from contacts n
            where n.company_id = c.id and ${allOf([behind(sql.fragment`n.created_at, n.id`, page.after)])}
            order by n.created_at desc, n.id desc
            limit ${page.limit + 1}
          ) page
        ) list
        where c.id = ${companyId}`)
      return row === null ? null : pageOf(row.views, page, byCreation)
    },

    async detail(contactId) {
      const row = await db.maybeOne(sql.view<{ view: ContactView }>()`
        select ${contact} as view
        from contacts n
        where n.id = ${contactId}`)
      return row?.view ?? null
    },
  }
}
