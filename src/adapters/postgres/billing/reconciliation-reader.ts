import type {
  ReconciliationDifferenceView,
  ReconciliationReader,
  ReconciliationView,
} from '../../../application/ports/reconciliation-reader.ts'
import { allOf, behind, byCreation, equals, pageOfRows } from '../page-reader.ts'
import { type Db, sql } from '../sql.ts'

const reconciliation = sql.fragment`
    json_build_object(
      'id', r.id,
      'status', case
        when r.finished_at is not null then 'completed'
        else coalesce((
          select case when j.status = 'failed' then 'failed' when j.attempt = 0 then 'queued' else 'running' end
          from job_run j
          where j.related_id = r.id
        ), 'queued')
      end,
      'from', utc(r.window_from),
      'to', utc(r.window_to),
      'requested_by', r.requested_by,
      'compared', json_build_object(
        'sessions', r.sessions_compared,
        'payments', r.payments_compared,
        'charges', r.charges_compared,
        'refunds', r.refunds_compared,
        'disputes', r.disputes_compared),
      'difference_count', (
        select count(*)
        from reconciliation_differences d
        where d.reconciliation_id = r.id),
      'open_difference_count', (
        select count(*)
        from reconciliation_differences d
        where d.reconciliation_id = r.id and d.resolved_at is null),
      'created_at', utc(r.created_at),
      'finished_at', utc(r.finished_at))`

const difference = sql.fragment`
    json_build_object(
      'id', d.id,
      'kind', d.kind,
      'provider_object_id', d.provider_object_id,
      'payment_intent_id', d.payment_intent_id,
      'order_id', d.order_id,
      'ours', d.ours,
      'theirs', d.theirs,
      'cause', d.cause,
      'proposed_repair', d.proposed_repair,
      'repair_queued_at', utc(d.repair_queued_at),
      'object_created_at', utc(d.object_created_at),
      'found_at', utc(d.found_at),
      'resolved_at', utc(d.resolved_at),
      'resolved_by_id', d.resolved_by_id)`

export function createReconciliationReader(db: Db): ReconciliationReader {
  return {
    async reconciliations(page) {
      const rows = await db.any(sql.view<{ view: ReconciliationView }>()`
        select ${reconciliation} as view
        from reconciliations r
        where ${allOf([behind(sql.fragment`r.created_at, r.id`, page.after)])}
        order by r.created_at desc, r.id desc
        limit ${page.limit + 1}`)
      return pageOfRows(rows, page, byCreation)
    },

    async reconciliation(reconciliationId) {
      const row = await db.maybeOne(sql.view<{ view: ReconciliationView }>()`
        select ${reconciliation} as view
        from reconciliations r
        where r.id = ${reconciliationId}`)
      return row?.view ?? null
    },

    async differences(reconciliationId, filter, page) {
      const isKnown = await db.exists(sql.command`select from reconciliations where id = ${reconciliationId}`)
      if (!isKnown) return null
      const rows = await db.any(sql.view<{ view: ReconciliationDifferenceView }>()`
        select ${difference} as view
        from reconciliation_differences d
        where ${allOf([
          equals(sql.fragment`d.reconciliation_id`, reconciliationId),
          filter.state === undefined
            ? null
            : sql.fragment`(d.resolved_at is null) = ${filter.state === 'open'}`,
          equals(sql.fragment`d.kind`, filter.kind),
          behind(sql.fragment`d.found_at, d.id`, page.after),
        ])}
        order by d.found_at desc, d.id desc
        limit ${page.limit + 1}`)
      return pageOfRows(rows, page, (view) => ({ at: view.found_at, id: view.id }))
    },
  }
}
