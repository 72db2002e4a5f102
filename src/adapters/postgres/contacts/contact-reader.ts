import type { FragmentSqlToken } from 'slonik'
import type {
  ContactDetailView,
  ContactFilter,
  ContactReader,
  ContactView,
} from '../../../application/ports/contact-reader.ts'
import { allOf, behind, byCreation, pageOf, pageOfRows } from '../page-reader.ts'
import { type Db, sql } from '../sql.ts'

const WARNINGS = 10
// Words beyond these would only make the statement longer: five narrow any directory down.
const WORDS = 5
// As many as are read in a few milliseconds.
const NEWEST = 2_000

const contactFields = sql.fragment`
      'id', n.id,
      'company_id', n.company_id,
      'first_name', n.first_name,
      'last_name', n.last_name,
      'email', n.email,
      'phone', n.phone,
      'phone_raw', n.phone_raw,
      'notes', n.notes,
      'active', n.active,
      'merged_into_id', n.merged_into_id,
      'roles', (
        select coalesce(json_agg(r.role order by r.role), '[]')
        from company_contact_roles r
        where r.company_id = n.company_id and r.contact_id = n.id),
      'primary_roles', (
        select coalesce(json_agg(r.role order by r.role), '[]')
        from company_contact_roles r
        where r.company_id = n.company_id and r.contact_id = n.id and r.is_primary),
      'version', n.version,
      'created_at', utc(n.created_at),
      'updated_at', utc(n.updated_at)`

const nameOf = (contact: FragmentSqlToken) =>
  sql.fragment`searchable(${contact}.first_name || ' ' || ${contact}.last_name)`
const mine = nameOf(sql.fragment`n`)
const theirs = nameOf(sql.fragment`o`)

// 0.6 of all trigrams in common: one letter more, less or swapped, or the words the other way round; a first name in
// common is not enough. The index knows % (0.3) and =, which also finds letters of which the database makes no trigrams:
// all but Latin ones where its LC_CTYPE is C.
const isNear = sql.fragment`(
              ${mine} = ${theirs}
              or (${mine} % ${theirs} and similarity(${mine}, ${theirs}) >= 0.6)
            )`

const warnings = sql.fragment`
      (
        select coalesce(json_agg(w.warning order by w.nearness desc, w.id), '[]')
        from (
          select
            o.id,
            case when ${mine} = ${theirs} then 1 else similarity(${mine}, ${theirs}) end + case when o.phone = n.phone then 1 else 0 end as nearness,
            json_build_object(
              'reasons', to_json(array_remove(array[
                case when o.phone = n.phone then 'same_phone' end,
                case when ${isNear} then 'near_name' end
              ], null)),
              'contact_id', o.id,
              'first_name', o.first_name,
              'last_name', o.last_name,
              'email', o.email,
              'active', o.active) as warning
          from contacts o
          where o.company_id = n.company_id
            and o.id <> n.id
            and o.merged_into_id is null
            and n.merged_into_id is null
            and (o.phone = n.phone or ${isNear})
            and not exists (
              select from distinct_contacts d
              where d.contact_id = least(o.id, n.id) and d.other_contact_id = greatest(o.id, n.id)
            )
          order by nearness desc, o.id
          limit ${WARNINGS}
        ) w)`

/** Reads contacts in the contract's shape. */
export function createContactReader(db: Db): ContactReader {
  return {
    async list(companyId, filter, page) {
      const row = await db.maybeOne(sql.view<{ views: ContactView[] }>()`
        select coalesce(list.views, '[]') as views
        from companies c
        cross join lateral (
          select json_agg(page.view order by page.created_at desc, page.id desc) as views
          from (
            select
              n.created_at,
              n.id,
              json_build_object(${contactFields}) as view
            from contacts n
            where n.company_id = c.id
              and ${matching(filter)}
              and ${allOf([behind(sql.fragment`n.created_at, n.id`, page.after)])}
            order by n.created_at desc, n.id desc
            limit ${page.limit + 1}
          ) page
        ) list
        where c.id = ${companyId}`)
      return row === null ? null : pageOf(row.views, page, byCreation)
    },

    // Words that many have are soon found among the newest, words that few have by their trigrams; each of the two is
    // slow where the other is fast, and PostgreSQL, which plans before it knows the words, cannot choose.
    async search(filter, page) {
      const rows = await db.any(sql.view<{ view: ContactView }>()`
        with newest as materialized (
          select
            n.created_at,
            n.id
          from (
            select *
            from contacts n
            where n.merged_into_id is null and ${allOf([behind(sql.fragment`n.created_at, n.id`, page.after)])}
            order by n.created_at desc, n.id desc
            limit ${NEWEST}
          ) n
          where ${matching(filter)}
          limit ${page.limit + 1}
        ),
        hits as materialized (
          select
            n.created_at,
            n.id
          from contacts n
          where (select count(*) from newest) <= ${page.limit}
            and ${matching(filter)}
            and ${allOf([behind(sql.fragment`n.created_at, n.id`, page.after)])}
        ),
        page as (
          select * from newest
          union
          select * from hits
          order by created_at desc, id desc
          limit ${page.limit + 1}
        )
        select json_build_object(${contactFields}) as view
        from page p
        join contacts n on n.id = p.id
        order by p.created_at desc, p.id desc`)
      return pageOfRows(rows, page, byCreation)
    },

    async detail(contactId) {
      const row = await db.maybeOne(sql.view<{ view: ContactDetailView }>()`
        select json_build_object(${contactFields}, 'warnings', ${warnings}) as view
        from contacts n
        where n.id = ${contactId}`)
      return row?.view ?? null
    },
  }
}

function matching({ role, active, q }: ContactFilter): FragmentSqlToken {
  return allOf([
    sql.fragment`n.merged_into_id is null`,
    active === undefined ? null : sql.fragment`n.active = ${active}`,
    role === undefined
      ? null
      : sql.fragment`exists (
          select from company_contact_roles h
          where h.company_id = n.company_id and h.contact_id = n.id and h.role = ${role})`,
    ...needlesOf(q ?? '').map((needle) => sql.fragment`n.search_text like searchable(${needle})`),
  ])
}

/** What has to occur in a contact: the digits of a number, or each word. */
function needlesOf(q: string): string[] {
  const isNumber = /^[+()./\s\d-]+$/.test(q) && /\d{2}/.test(q)
  const words = isNumber ? [q.replace(/\D/g, '')] : q.toLowerCase().split(/\s+/).slice(0, WORDS)
  return words.filter((word) => word !== '').map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
}
