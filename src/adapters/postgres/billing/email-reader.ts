import type { EmailDeliveryView, EmailReader } from '../../../application/ports/email-reader.ts'
import { allOf, behind, byCreation, equals, pageOfRows } from '../page-reader.ts'
import { type Db, sql } from '../sql.ts'

const view = sql.fragment`
    json_build_object(
      'id', d.id,
      'kind', d.kind,
      'day', d.day,
      'invoice_id', d.invoice_id,
      'invoice_number', v.number,
      'company_id', d.company_id,
      'to', coalesce(d.recipient, d.asked_recipient),
      'subject', d.subject,
      'status', d.status,
      'skip_reason', d.skip_reason,
      'attempts', d.attempts,
      'provider_answer', d.provider_answer,
      'message_id', d.message_id,
      'created_at', utc(d.created_at),
      'sent_at', utc(d.sent_at)) as view`

export function createEmailReader(db: Db): EmailReader {
  return {
    async list(filter, page) {
      const rows = await db.any(sql.view<{ view: EmailDeliveryView }>()`
        select ${view}
        from email_deliveries d
        join invoices v on v.id = d.invoice_id
        where ${allOf([
          equals(sql.fragment`d.invoice_id`, filter.invoice_id),
          equals(sql.fragment`d.company_id`, filter.company_id),
          equals(sql.fragment`d.status`, filter.status),
          behind(sql.fragment`d.created_at, d.id`, page.after),
        ])}
        order by d.created_at desc, d.id desc
        limit ${page.limit + 1}`)
      return pageOfRows(rows, page, byCreation)
    },

    async delivery(deliveryId) {
      const row = await db.maybeOne(sql.view<{ view: EmailDeliveryView }>()`
        select ${view}
        from email_deliveries d
        join invoices v on v.id = d.invoice_id
        where d.id = ${deliveryId}`)
      return row?.view ?? null
    },
  }
}
