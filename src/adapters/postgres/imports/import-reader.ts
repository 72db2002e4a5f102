import type { ImportReader, ImportRowView, ImportView } from '../../../application/ports/import-reader.ts'
import { allOf, behind, byCreation, pageOf, pageOfRows } from '../page-reader.ts'
import { type Db, sql } from '../sql.ts'

const row = sql.fragment`json_build_object('line', r.line, 'verdict', r.verdict, 'remarks', r.remarks)`

const imported = sql.fragment`
    json_build_object(
      'id', i.id,
      'kind', i.kind,
      'status', i.status,
      'dry_run', i.dry_run,
      'row_count', i.created_count + i.unchanged_count + i.refused_count,
      'created_count', i.created_count,
      'unchanged_count', i.unchanged_count,
      'refused_count', i.refused_count,
      'remarked_count', (
        select count(*)
        from import_rows r
        where r.import_id = i.id),
      'remarked_rows', (
        select coalesce(json_agg(first.view order by first.line), '[]')
        from (
          select r.line, ${row} as view
          from import_rows r
          where r.import_id = i.id
          order by r.line
          limit 100
        ) first),
      'created_by', i.created_by ->> 'id',
      'created_at', utc(i.created_at))`

/** Reads imports in the contract's shape. */
export function createImportReader(db: Db): ImportReader {
  return {
    async list(page) {
      const rows = await db.any(sql.view<{ view: ImportView }>()`
        select ${imported} as view
        from imports i
        where ${allOf([behind(sql.fragment`i.created_at, i.id`, page.after)])}
        order by i.created_at desc, i.id desc
        limit ${page.limit + 1}`)
      return pageOfRows(rows, page, byCreation)
    },

    async detail(importId) {
      const found = await db.maybeOne(sql.view<{ view: ImportView }>()`
        select ${imported} as view
        from imports i
        where i.id = ${importId}`)
      return found?.view ?? null
    },

    async rows(importId, page) {
      const found = await db.maybeOne(sql.view<{ views: ImportRowView[] }>()`
        select coalesce(list.views, '[]') as views
        from imports i
        cross join lateral (
          select json_agg(page.view order by page.line) as views
          from (
            select r.line, ${row} as view
            from import_rows r
            where r.import_id = i.id and r.line > ${Number(page.after?.id ?? 0)}
            order by r.line
            limit ${page.limit + 1}
          ) page
        ) list
        where i.id = ${importId}`)
      // Rows have a place in the file and no time of their own.
      return found === null ? null : pageOf(found.views, page, ({ line }) => ({ at: '', id: String(line) }))
    },
  }
}
