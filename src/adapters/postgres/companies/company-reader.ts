import type { FragmentSqlToken } from 'slonik'
import { Type } from 'typebox'
import type { CompanyReader, CompanyView } from '../../../application/ports/company-reader.ts'
import { refuseMerged } from '../../../domain/companies/company.ts'
import { mergeBlockers } from '../../../domain/companies/merge-blockers.ts'
import type { CompanyId } from '../../../domain/shared/ids.ts'
import { flag, maybeOneOf, oneOf, text } from '../columns.ts'
import { allOf, behind, byCreation, pageOfRows } from '../page-reader.ts'
import { type Db, sql } from '../sql.ts'
import { agreementOverlaps, countBelongings, duplicateContacts } from './company-merges.ts'

const sideRow = sql.rowsOf(
  Type.Object({
    id: oneOf<CompanyId>(),
    currency: text,
    isArchived: flag,
    mergedIntoId: maybeOneOf<CompanyId>(),
  }),
)

const status = sql.fragment`
        case
          when c.merged_into_id is not null then 'merged'
          when c.archived_at is not null then 'archived'
          else 'active'
        end`

const company = sql.fragment`
    json_build_object(
      'id', c.id,
      'status', ${status},
      'company_mirror_id', c.company_mirror_id,
      'name', c.name,
      'domain', c.domain,
      'region', c.region,
      'currency', c.currency,
      'time_zone', c.time_zone,
      'payment_terms_days', c.payment_terms_days,
      'language', c.language,
      'default_shipping_address_id', c.default_shipping_address_id,
      'default_billing_address_id', c.default_billing_address_id,
      'legal_entity_code', c.legal_entity,
      'archived_at', utc(c.archived_at),
      'archive_reason', c.archive_reason,
      'merged_at', utc(c.merged_at),
      'merged_into_id', c.merged_into_id,
      'counts', json_build_object(
        'contacts', (
          select count(*)
          from contacts p
          where p.company_id = c.id and p.active
        ),
        'addresses', (
          select count(*)
          from addresses a
          where a.company_id = c.id and a.archived_at is null
        ),
        'open_orders', (
          select count(*)
          from orders o
          where o.company_id = c.id and o.status not in ('completed', 'cancelled')
        ),
        'shipments_in_transit', (
          select count(*)
          from shipments s
          where s.company_id = c.id and s.status = 'in_transit'
        )),
      'open_balances', (
        select coalesce(
          json_agg(json_build_object('currency', b.currency, 'balance_minor', b.minor) order by b.currency), '[]')
        from (
          select i.currency, sum(i.total_minor - settled.minor - credited.minor)::bigint as minor
          from invoices i
          cross join lateral (
            select coalesce(sum(l.amount_minor), 0) as minor
            from payment_allocations l
            where l.invoice_id = i.id and l.reversed_at is null
          ) settled
          cross join lateral (
            select coalesce(sum(n.total_minor), 0) as minor
            from credit_notes n
            where n.invoice_id = i.id
          ) credited
          where i.company_id = c.id and i.status in ('issued', 'partially_paid')
          group by i.currency
        ) b
      ),
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
          standing[filter.status ?? 'active'],
          filter.q === undefined ? null : matches(filter.q),
          behind(sql.fragment`c.created_at, c.id`, page.after),
        ])}
        order by c.created_at desc, c.id desc
        limit ${page.limit + 1}`)
      return pageOfRows(views, page, byCreation)
    },

    async detail(companyId) {
      const row = await db.maybeOne(sql.view<{ view: CompanyView }>()`
        select ${company} as view
        from companies c
        where c.id = ${companyId}`)
      return row?.view ?? null
    },

    async mergePreview(companyId, mergeCompanyId) {
      const pair = { survivorId: companyId as CompanyId, mergedId: mergeCompanyId as CompanyId }
      const sides = await db.any(sideRow`
        select
          id,
          currency,
          archived_at is not null as "isArchived",
          merged_into_id as "mergedIntoId"
        from companies
        where id in (${companyId}, ${mergeCompanyId})`)
      for (const side of sides) refuseMerged(side)
      const [survivor, merged] = [pair.survivorId, pair.mergedId].map((id) =>
        sides.find((side) => side.id === id),
      )
      if (survivor === undefined || merged === undefined) return null
      const duplicates = await duplicateContacts(db, pair)
      return {
        company_id: companyId,
        merge_company_id: mergeCompanyId,
        moves: await countBelongings(db, mergeCompanyId),
        duplicate_contacts: duplicates.map(({ email, keptId, duplicateId }) => ({
          email,
          contact_id: keptId,
          merged_contact_id: duplicateId,
        })),
        blockers: mergeBlockers(survivor, merged, await agreementOverlaps(db, pair)),
      }
    },
  }
}

const standing = {
  active: sql.fragment`c.archived_at is null and c.merged_into_id is null`,
  archived: sql.fragment`c.archived_at is not null and c.merged_into_id is null`,
  merged: sql.fragment`c.merged_into_id is not null`,
}

/** An id means that company; other text is looked for in names, domains and legacy references. */
function matches(q: string): FragmentSqlToken {
  if (/^(com|cmr)_/.test(q)) return sql.fragment`(c.id = ${q} or c.company_mirror_id = ${q})`
  const escaped = q.replace(/[\\%_]/g, '\\$&')
  // One or two letters are too few for the index in the middle of a word: they are looked for at its start.
  const inFront = q.trim().length < 3 ? '% ' : '%'
  return sql.fragment`(
    c.search_text like ${inFront} || searchable(${escaped}) || '%'
    or c.company_mirror_id = any(array(
      select m.id
      from company_mirrors m
      where searchable(m.legacy_ref) like searchable(${escaped}) || '%'
    ))
  )`
}
