import { Type } from 'typebox'
import type {
  ImportStore,
  NamedCompany,
  NewAddress,
  NewContact,
  RowOutcome,
} from '../../../application/ports/import-store.ts'
import type { CompanyId } from '../../../domain/shared/ids.ts'
import { flag, maybeOneOf, maybeText, oneOf, text, whole } from '../columns.ts'
import { insertRows } from '../gathered-writes.ts'
import { columnsOf, type Db, at as instantOf, json, sql } from '../sql.ts'

const companyRow = sql.rowsOf(
  Type.Object({
    reference: text,
    id: oneOf<CompanyId>(),
    country: maybeText,
    isClosed: flag,
    mergedIntoId: maybeOneOf<CompanyId>(),
  }),
)
const addedRow = sql.rowsOf(Type.Object({ line: whole }))
const presentRow = sql.rowsOf(Type.Object({ line: whole, isSame: flag }))
const placedRow = sql.rowsOf(Type.Object({ line: whole, outcome: oneOf<RowOutcome>() }))
const claimRow = sql.rowsOf(Type.Object({ isClaimed: flag }))

/** Rows of one statement's size; a file may have many with remarks. */
const ROWS_A_STATEMENT = 5000

const givenContacts = (rows: readonly NewContact[]) => sql.fragment`
  jsonb_to_recordset(${json(rows.map(columnsOf))}::jsonb) as g(
    line integer, id text, company_id text, first_name text, last_name text, email text, phone text,
    phone_raw text, active boolean, notes text, roles text[], is_closed boolean)`

const givenAddresses = (rows: readonly NewAddress[]) => sql.fragment`
  jsonb_to_recordset(${json(rows.map(columnsOf))}::jsonb) as g(
    line integer, id text, company_id text, label text, recipient text, line1 text, line2 text, city text,
    region text, postal_code text, country text, phone text, validation_status text, verdict jsonb,
    is_closed boolean)`

export function createImportStore(db: Db): ImportStore {
  return {
    async claim(kind) {
      const { isClaimed } = await db.one(claimRow`
        select pg_try_advisory_xact_lock(hashtext(${`import of ${kind}`})) as "isClaimed"`)
      return isClaimed
    },

    async companies(references) {
      if (references.length === 0) return []
      const named = sql.array([...references], 'text')
      const rows = await db.any(companyRow`
        with named as (
          select r.reference, r.reference as id
          from unnest(${named}) as r(reference)
          union all
          select m.legacy_ref, c.id
          from company_mirrors m
          join companies c on c.company_mirror_id = m.id
          where m.legacy_ref = any(${named})
        )
        select
          n.reference,
          c.id,
          coalesce(c.region, a.country) as country,
          c.archived_at is not null or c.merged_into_id is not null as "isClosed",
          c.merged_into_id as "mergedIntoId"
        from named n
        join companies c on c.id = n.id
        left join addresses a on a.id = coalesce(c.default_billing_address_id, c.default_shipping_address_id)`)
      return rows as NamedCompany[]
    },

    async addContacts(rows, at) {
      const outcomes = new Map<number, RowOutcome>()
      if (rows.length === 0) return outcomes
      const added = await db.any(addedRow`
        with given as materialized (
          select g.*
          from ${givenContacts(rows)}
        ), traces as materialized (
          select company_id, lower(email) as email
          from contacts
          where merged_into_id is not null and company_id in (select company_id from given)
        ), added as (
          insert into contacts (
            id, company_id, first_name, last_name, email, phone, phone_raw, notes, active, created_at, updated_at)
          select id, company_id, first_name, last_name, email, phone, phone_raw, notes, active,
            ${instantOf(at)}, ${instantOf(at)}
          from given g
          where not is_closed
            and not exists (
              select from traces t
              where t.company_id = g.company_id and t.email = lower(g.email)
            )
          order by line
          on conflict do nothing
          returning id
        ), granted as (
          insert into company_contact_roles (company_id, contact_id, role, created_at)
          select g.company_id, g.id, held.role, ${instantOf(at)}
          from added
          join given g using (id)
          cross join unnest(g.roles) as held(role)
        )
        select g.line
        from added
        join given g using (id)`)
      for (const { line } of added) outcomes.set(line, 'created')
      const others = rows.filter(({ line }) => !outcomes.has(line))
      if (others.length === 0) return outcomes
      // A statement of its own, so that it sees what others committed while the one above waited for them.
      const present = await db.any(presentRow`
        select
          g.line,
          (n.first_name, n.last_name, coalesce(n.phone, ''), coalesce(n.notes, ''), n.active, held.roles)
            = (g.first_name, g.last_name, coalesce(g.phone, ''), coalesce(g.notes, ''), g.active, g.roles) as "isSame"
        from ${givenContacts(others)}
        join contacts n on n.company_id = g.company_id and lower(n.email) = lower(g.email)
          and n.merged_into_id is null
        cross join lateral (
          select coalesce(array_agg(r.role order by r.role), '{}') as roles
          from company_contact_roles r
          where r.contact_id = n.id
        ) held`)
      const same = new Set(present.flatMap(({ line, isSame }) => (isSame ? [line] : [])))
      for (const { line, isClosed } of others) {
        outcomes.set(line, same.has(line) ? 'unchanged' : isClosed ? 'closed' : 'taken')
      }
      return outcomes
    },

    async addAddresses(rows, at) {
      if (rows.length === 0) return new Map<number, RowOutcome>()
      const placed = await db.any(placedRow`
        with given as materialized (
          select g.*,
            address_hash(
              g.recipient, g.line1, g.line2, g.city, g.region, g.postal_code, g.country
            ) as content_hash
          from ${givenAddresses(rows)}
        ), known as materialized (
          select g.line
          from given g
          join addresses a on a.company_id = g.company_id and a.content_hash = g.content_hash
          where a.archived_at is null
        ), fresh as materialized (
          select distinct on (g.company_id, g.content_hash) g.*
          from given g
          where g.validation_status <> 'invalid'
            and not g.is_closed
            and g.line not in (select line from known)
          order by g.company_id, g.content_hash, g.line
        ), added as (
          insert into addresses (
            id, company_id, label, recipient, line1, line2, city, region, postal_code, country, phone,
            validation_status, verdict, created_at, updated_at)
          select id, company_id, label, recipient, line1, line2, city, region, postal_code, country, phone,
            validation_status, verdict, ${instantOf(at)}, ${instantOf(at)}
          from fresh
          on conflict (company_id, content_hash) where archived_at is null do nothing
          returning id
        )
        select
          g.line,
          case
            when g.id in (select id from added) then 'created'
            when g.line in (select line from known) then 'unchanged'
            when g.is_closed then 'closed'
            when g.validation_status <> 'invalid' then 'unchanged'
            else 'faulty'
          end as outcome
        from given g`)
      return new Map(placed.map(({ line, outcome }) => [line, outcome]))
    },

    async record(one, actor) {
      await insertRows(db, 'imports', [
        {
          id: one.id,
          kind: one.kind,
          status: one.refused > 0 ? 'refused' : 'completed',
          dry_run: one.isDryRun,
          created_count: one.created,
          unchanged_count: one.unchanged,
          refused_count: one.refused,
          created_by: actor,
          created_at: one.createdAt,
        },
      ])
      for (let from = 0; from < one.remarked.length; from += ROWS_A_STATEMENT) {
        const rows = one.remarked.slice(from, from + ROWS_A_STATEMENT)
        await insertRows(
          db,
          'import_rows',
          rows.map((row) => ({ import_id: one.id, ...row })),
        )
      }
    },
  }
}
