import type {
  CaseSummaryView,
  CaseView,
  ReplacementSummaryView,
  ReturnReader,
  ReturnSummaryView,
  ReturnView,
} from '../../../application/ports/return-reader.ts'
import { caseLifecycle } from '../../../domain/returns/case-lifecycle.ts'
import { returnLifecycle } from '../../../domain/returns/return-lifecycle.ts'
import { openMoves } from '../../../domain/shared/lifecycle.ts'
import { allOf, behind, byCreation, equals, pageOfRows } from '../page-reader.ts'
import { type Db, sql } from '../sql.ts'
import { caseContents } from './case-contents.ts'
import { readReplacement, replacement, replacements } from './replacement-reader.ts'
import { returnItems, returnShipments } from './return-contents.ts'

const caseSummary = sql.fragment`
    json_build_object(
      'id', k.id,
      'order_id', k.order_id,
      'order_number', o.number,
      'company_id', k.company_id,
      'company_name', c.name,
      'kind', k.kind,
      'status', k.status,
      'note', k.note,
      'close_note', k.close_note,
      'closed_at', utc(k.closed_at),
      'version', k.version,
      'created_at', utc(k.created_at),
      'updated_at', utc(k.updated_at))`

const cases = sql.fragment`
    cases k
    join orders o on o.id = k.order_id
    join companies c on c.id = k.company_id`

const summary = sql.fragment`
    json_build_object(
      'id', r.id,
      'case_id', r.case_id,
      'order_id', r.order_id,
      'order_number', o.number,
      'company_id', r.company_id,
      'company_name', c.name,
      'status', r.status,
      'reason', r.reason,
      'note', r.note,
      'return_address', r.return_address,
      'return_by', utc(r.return_by),
      'decision_note', r.decision_note,
      'resolution', r.resolution,
      'approved_at', utc(r.approved_at),
      'closed_at', utc(r.closed_at),
      'version', r.version,
      'created_at', utc(r.created_at),
      'updated_at', utc(r.updated_at))`

const returns = sql.fragment`
    returns r
    join orders o on o.id = r.order_id
    join companies c on c.id = r.company_id`

/** Reads cases, returns and replacements in the contract's shape. */
export function createReturnReader(db: Db): ReturnReader {
  return {
    async cases(filter, page) {
      const rows = await db.any(sql.view<{ view: CaseSummaryView }>()`
        select ${caseSummary} as view
        from ${cases}
        where ${allOf([
          equals(sql.fragment`k.order_id`, filter.order_id),
          equals(sql.fragment`k.company_id`, filter.company_id),
          equals(sql.fragment`k.status`, filter.status),
          equals(sql.fragment`k.kind`, filter.kind),
          behind(sql.fragment`k.created_at, k.id`, page.after),
        ])}
        order by k.created_at desc, k.id desc
        limit ${page.limit + 1}`)
      return pageOfRows(rows, page, byCreation)
    },

    async case(caseId) {
      const row = await db.maybeOne(sql.view<{
        view: CaseSummaryView
        contents: Omit<CaseView, keyof CaseSummaryView | 'allowed_moves'>
      }>()`
        select
          ${caseSummary} as view,
          ${caseContents} as contents
        from ${cases}
        where k.id = ${caseId}`)
      if (row === null) return null
      const { view, contents } = row
      const ended = ['closed', 'rejected', 'cancelled']
      const hasOpenWork = [...contents.returns, ...contents.replacements].some(
        ({ status }) => !ended.includes(status),
      )
      return { ...view, ...contents, allowed_moves: openMoves(caseLifecycle, view.status, { hasOpenWork }) }
    },

    async list(filter, page) {
      const rows = await db.any(sql.view<{ view: ReturnSummaryView }>()`
        select ${summary} as view
        from ${returns}
        where ${allOf([
          equals(sql.fragment`r.order_id`, filter.order_id),
          equals(sql.fragment`r.company_id`, filter.company_id),
          equals(sql.fragment`r.case_id`, filter.case_id),
          equals(sql.fragment`r.status`, filter.status),
          behind(sql.fragment`r.created_at, r.id`, page.after),
        ])}
        order by r.created_at desc, r.id desc
        limit ${page.limit + 1}`)
      return pageOfRows(rows, page, byCreation)
    },

    async detail(returnId) {
      const row = await db.maybeOne(sql.view<{
        view: ReturnSummaryView
        items: ReturnView['items']
        shipments: ReturnView['shipments']
        replacementId: string | null
      }>()`
        select
          ${summary} as view,
          ${returnItems} as items,
          ${returnShipments} as shipments,
          (
            select p.id
            from replacements p
            where p.return_id = r.id
            order by p.created_at desc, p.id desc
            limit 1
          ) as "replacementId"
        from ${returns}
        where r.id = ${returnId}`)
      if (row === null) return null
      const { view, items, shipments, replacementId } = row
      const facts = { hasEverythingReceived: items.every((item) => item.received_quantity >= item.quantity) }
      return {
        ...view,
        items,
        shipments,
        replacement_id: replacementId,
        allowed_moves: openMoves(returnLifecycle, view.status, facts),
      }
    },

    async replacements(filter, page) {
      const rows = await db.any(sql.view<{ view: ReplacementSummaryView }>()`
        select ${replacement} as view
        from ${replacements}
        where ${allOf([
          equals(sql.fragment`r.order_id`, filter.order_id),
          equals(sql.fragment`r.company_id`, filter.company_id),
          equals(sql.fragment`r.case_id`, filter.case_id),
          equals(sql.fragment`r.status`, filter.status),
          behind(sql.fragment`r.created_at, r.id`, page.after),
        ])}
        order by r.created_at desc, r.id desc
        limit ${page.limit + 1}`)
      return pageOfRows(rows, page, byCreation)
    },

    replacement: (replacementId) => readReplacement(db, replacementId),
  }
}
