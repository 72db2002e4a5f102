import type { FragmentSqlToken } from 'slonik'
import type { ExportReader } from '../../../application/ports/export-reader.ts'
import { allOf, equals } from '../page-reader.ts'
import { type Db, sql } from '../sql.ts'

const PAGE = 1000

const contactCells = sql.fragment`
  json_build_array(
    t.company_id, t.first_name, t.last_name, t.email, coalesce(t.phone, ''),
    (
      select coalesce(string_agg(r.role, ';' order by r.role), '')
      from company_contact_roles r
      where r.contact_id = t.id
    ),
    t.active::text, coalesce(t.notes, ''))`

const addressCells = sql.fragment`
  json_build_array(
    t.company_id, coalesce(t.label, ''), t.recipient, t.line1, coalesce(t.line2, ''), t.city,
    coalesce(t.region, ''), coalesce(t.postal_code, ''), t.country, coalesce(t.phone, ''))`

export function createExportReader(db: Db): ExportReader {
  async function* pages(
    table: 'contacts' | 'addresses',
    cells: FragmentSqlToken,
    isListed: FragmentSqlToken,
    companyId: string | null,
  ) {
    let after = ''
    for (;;) {
      const rows = await db.any(sql.view<{ id: string; cells: string[] }>()`
        select t.id, ${cells} as cells
        from ${sql.identifier([table])} t
        where t.id > ${after}
          and ${allOf([isListed, equals(sql.fragment`t.company_id`, companyId ?? undefined)])}
        order by t.id
        limit ${PAGE}`)
      if (rows.length > 0) yield rows.map((row) => row.cells)
      const last = rows.at(-1)
      if (last === undefined || rows.length < PAGE) return
      after = last.id
    }
  }
  return {
    contacts: (companyId) =>
      pages('contacts', contactCells, sql.fragment`t.merged_into_id is null`, companyId),
    addresses: (companyId) =>
      pages(
        'addresses',
        addressCells,
        sql.fragment`t.company_id is not null and t.archived_at is null`,
        companyId,
      ),
  }
}
