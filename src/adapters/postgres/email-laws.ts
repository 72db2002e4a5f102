import type { Law } from './law.ts'

/** E-mail to billing contacts. */
export const emailLaws: readonly Law[] = [
  {
    law: 'N1',
    sentence: 'each notice of an invoice is sent at most once',
    violations: `
      select invoice_id as subject
      from email_deliveries
      where kind <> 'invoice_copy' and status = 'sent'
      group by invoice_id, kind, day
      having count(*) > 1
      union all
      select payload ->> 'delivery_id'
      from domain_event
      where event_type = 'invoice.emailed'
      group by payload ->> 'delivery_id'
      having count(*) > 1`,
  },
  {
    law: 'N2',
    sentence: 'a message that failed has a task for a person',
    violations: `
      select d.id as subject
      from email_deliveries d
      where d.status = 'failed'
        and not exists (
          select from manual_tasks t
          where t.kind = 'email_failed' and t.related_id = d.id
        )`,
  },
]
