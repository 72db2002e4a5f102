import type {
  WebhookDeliveryReader,
  WebhookDeliverySummaryView,
  WebhookDeliveryView,
  WebhookDivergenceView,
} from '../../../application/ports/webhook-delivery-reader.ts'
import { allOf, behind, equals, pageOfRows } from '../page-reader.ts'
import { at, type Db, sql } from '../sql.ts'

const fields = sql.fragment`
      'id', d.id,
      'event_id', d.event_id,
      'event_type', e.event_type,
      'target', d.target,
      'status', d.status,
      'attempts', d.attempts,
      'received_at', utc(d.created_at),
      'delivered_at', utc(d.delivered_at)`

const deliveries = sql.fragment`
    webhook_deliveries d
    join webhook_events e on e.provider = d.provider and e.event_id = d.event_id`

const tries = sql.fragment`
      (
        select coalesce(json_agg(json_build_object(
          'attempt', t.attempt,
          'signature', t.signature,
          'status_code', t.status_code,
          'error', t.error,
          'duration_ms', t.duration_ms,
          'attempted_at', utc(t.attempted_at)) order by t.attempt), '[]')
        from webhook_delivery_attempts t
        where t.delivery_id = d.id)`

const byReceipt = (view: WebhookDeliverySummaryView) => ({ at: view.received_at, id: view.id })

export function createWebhookDeliveryReader(db: Db): WebhookDeliveryReader {
  return {
    async deliveries(filter, page) {
      const rows = await db.any(sql.view<{ view: WebhookDeliverySummaryView }>()`
        select json_build_object(${fields}) as view
        from ${deliveries}
        where ${allOf([
          equals(sql.fragment`d.status`, filter.status),
          equals(sql.fragment`d.event_id`, filter.event_id),
          behind(sql.fragment`d.created_at, d.id`, page.after),
        ])}
        order by d.created_at desc, d.id desc
        limit ${page.limit + 1}`)
      return pageOfRows(rows, page, byReceipt)
    },

    async delivery(deliveryId) {
      const row = await db.maybeOne(sql.view<{ view: WebhookDeliveryView }>()`
        select json_build_object(${fields}, 'tries', ${tries}) as view
        from ${deliveries}
        where d.id = ${deliveryId}`)
      return row?.view ?? null
    },

    async divergence(before, page) {
      const seek = allOf([
        sql.fragment`d.created_at < ${at(before)}`,
        behind(sql.fragment`d.created_at, d.id`, page.after),
      ])
      const first = sql.fragment`
        order by d.created_at desc, d.id desc
        limit ${page.limit + 1}`
      const rows = await db.any(sql.view<{ view: WebhookDivergenceView }>()`
        select json_build_object(
          ${fields},
          'our_status', e.status,
          'ended_here', e.status in ('ignored', 'processed')) as view
        from (
          (
            select d.*
            from ${deliveries}
            where d.status <> 'delivered' and e.status in ('ignored', 'processed') and ${seek}
            ${first}
          )
          union all
          (
            select d.*
            from ${deliveries}
            where d.status = 'delivered' and e.status in ('received', 'failed') and ${seek}
            ${first}
          )
        ) d
        join webhook_events e on e.provider = d.provider and e.event_id = d.event_id
        ${first}`)
      return pageOfRows(rows, page, byReceipt)
    },
  }
}
