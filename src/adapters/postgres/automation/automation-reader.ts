import type {
  AutomationReader,
  AutomationStepSummaryView,
  AutomationStepView,
  ManualTaskView,
} from '../../../application/ports/automation-reader.ts'
import { automationStepLifecycle } from '../../../domain/automation/automation-step-lifecycle.ts'
import { openMoves } from '../../../domain/shared/lifecycle.ts'
import { allOf, behind, byCreation, equals, pageOfRows } from '../page-reader.ts'
import { type Db, sql } from '../sql.ts'

const step = sql.fragment`
    json_build_object(
      'id', t.id,
      'shipment_item_id', t.shipment_item_id,
      'shipment_id', t.shipment_id,
      'order_id', t.order_id,
      'company_id', t.company_id,
      'device_id', t.device_id,
      'device_serial', d.serial,
      'unit_number', t.unit_number,
      'scenario', t.scenario,
      'payload', t.payload,
      'status', t.status,
      'attempts', t.attempts,
      'max_attempts', t.max_attempts,
      'last_attempted_at', utc(t.last_attempted_at),
      'next_attempt_at', utc(t.next_attempt_at),
      'last_error', t.last_error,
      'succeeded_at', utc(t.succeeded_at),
      'fallback_triggered_at', utc(t.fallback_triggered_at),
      'fallback_notes', t.fallback_notes,
      'version', t.version,
      'created_at', utc(t.created_at),
      'updated_at', utc(t.updated_at))`

const calls = sql.fragment`
    (
      select coalesce(json_agg(
        json_build_object(
          'id', l.id,
          'method', l.method,
          'path', l.path,
          'correlation_id', l.correlation_id,
          'status_code', l.status_code,
          'error', l.error,
          'duration_ms', l.duration_ms,
          'called_at', utc(l.called_at)) order by l.called_at desc, l.id desc), '[]')
      from legacy_calls l
      where l.automation_step_id = t.id)`

const task = sql.fragment`
    json_build_object(
      'id', m.id,
      'kind', m.kind,
      'status', m.status,
      'title', m.title,
      'related_type', m.related_type,
      'related_id', m.related_id,
      'order_id', m.order_id,
      'company_id', m.company_id,
      'details', m.details,
      'created_at', utc(m.created_at),
      'done_at', utc(m.done_at),
      'done_by', m.done_by)`

/** Reads automation steps and manual tasks in the contract's shape. */
export function createAutomationReader(db: Db): AutomationReader {
  return {
    async list(filter, page) {
      const rows = await db.any(sql.view<{ view: AutomationStepSummaryView }>()`
        select ${step} as view
        from automation_steps t
        join devices d on d.id = t.device_id
        where ${allOf([
          equals(sql.fragment`t.status`, filter.status),
          equals(sql.fragment`t.order_id`, filter.order_id),
          equals(sql.fragment`t.shipment_id`, filter.shipment_id),
          behind(sql.fragment`t.created_at, t.id`, page.after),
        ])}
        order by t.created_at desc, t.id desc
        limit ${page.limit + 1}`)
      return pageOfRows(rows, page, byCreation)
    },

    async detail(automationStepId) {
      const row = await db.maybeOne(sql.view<{
        view: AutomationStepSummaryView
        calls: AutomationStepView['calls']
      }>()`
        select
          ${step} as view,
          ${calls} as calls
        from automation_steps t
        join devices d on d.id = t.device_id
        where t.id = ${automationStepId}`)
      if (row === null) return null
      const { view } = row
      const facts = { hasAttemptsLeft: view.attempts < view.max_attempts }
      return {
        ...view,
        calls: row.calls,
        allowed_moves: openMoves(automationStepLifecycle, view.status, facts),
      }
    },

    async tasks(filter, page) {
      const rows = await db.any(sql.view<{ view: ManualTaskView }>()`
        select ${task} as view
        from manual_tasks m
        where ${allOf([
          equals(sql.fragment`m.status`, filter.status ?? 'open'),
          equals(sql.fragment`m.kind`, filter.kind),
          equals(sql.fragment`m.order_id`, filter.order_id),
          behind(sql.fragment`m.created_at, m.id`, page.after),
        ])}
        order by m.created_at desc, m.id desc
        limit ${page.limit + 1}`)
      return pageOfRows(rows, page, byCreation)
    },

    async task(taskId) {
      const row = await db.maybeOne(sql.view<{ view: ManualTaskView }>()`
        select ${task} as view
        from manual_tasks m
        where m.id = ${taskId}`)
      return row?.view ?? null
    },
  }
}
