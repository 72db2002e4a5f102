import type { Law } from './law.ts'

/** Refunds, credit notes and disputes. */
export const refundLaws: readonly Law[] = [
  {
    law: 'C3',
    sentence: 'no line of an invoice is credited beyond its share of the total',
    violations: `
      with weighted as (
        select
          l.id,
          l.position,
          v.id as invoice_id,
          v.total_minor as total,
          w.weight,
          sum(w.weight) over (partition by v.id) as whole
        from invoice_lines l
        join invoices v on v.id = l.invoice_id
        cross join lateral (
          select case when l.kind = 'tax' then 0 else greatest(0, l.amount_minor) end::numeric as weight
        ) w
        where exists (select from credit_notes n where n.invoice_id = v.id)
      ),
      parts as (
        select
          w.*,
          div(w.total * w.weight, w.whole) as part,
          row_number() over (
            partition by w.invoice_id order by mod(w.total * w.weight, w.whole) desc, w.position
          ) as place
        from weighted w
        where w.whole > 0
      ),
      shares as (
        select p.*, p.total - sum(p.part) over (partition by p.invoice_id) as missing
        from parts p
      )
      select s.id as subject
      from shares s
      join credit_note_lines c on c.invoice_line_id = s.id
      group by s.id, s.part, s.place, s.missing
      having sum(c.amount_minor) > s.part + case when s.place <= s.missing then 1 else 0 end`,
  },
  {
    law: 'C4',
    sentence: 'a refund for lines is worth their sum, and they are of one invoice',
    violations: `
      select r.id as subject
      from refunds r
      join refund_lines l on l.refund_id = r.id
      join invoice_lines i on i.id = l.invoice_line_id
      group by r.id, r.amount_minor
      having sum(l.amount_minor) <> r.amount_minor or count(distinct i.invoice_id) > 1`,
  },
  {
    law: 'C5',
    sentence:
      'a credit note is of the company and in the currency of its invoice, and takes back no tax that it has not',
    violations: `
      select n.invoice_id as subject
      from credit_notes n
      join invoices v on v.id = n.invoice_id
      group by n.invoice_id, v.company_id, v.currency, v.tax_minor
      having bool_or(n.company_id <> v.company_id or n.currency <> v.currency)
        or sum(n.tax_minor) > greatest(0, v.tax_minor)`,
  },
  {
    law: 'I3',
    sentence: 'a credit note is numbered by a series of credit notes, in its form',
    violations: `
      select n.id as subject
      from credit_notes n
      join invoice_series s on s.series = n.series
      where s.document <> 'credit_note'
        or n.number <> s.prefix || lpad(n.sequence_number::text, greatest(6, length(n.sequence_number::text)), '0')`,
  },
  {
    law: 'I6',
    sentence: 'the invoice of an order is for what its lines are worth, of its company and in its currency',
    violations: `
      select v.id as subject
      from invoices v
      join orders o on o.id = v.order_id
      where v.kind in ('prepaid', 'terms')
        and v.status <> 'void'
        and (
          v.company_id <> o.company_id
          or v.currency <> o.currency
          or v.total_minor <> (select sum(i.amount_minor) from order_items i where i.order_id = o.id)
        )`,
  },
  {
    law: 'F1',
    sentence: 'a refund that failed has had its task for a person',
    violations: `
      select r.id as subject
      from refunds r
      where r.status in ('failed', 'canceled')
        and not exists (select from manual_tasks t where t.kind = 'refund_failed' and t.related_id = r.id)`,
  },
  {
    law: 'F2',
    sentence: 'a refund that tries another again is for as much of the same payment, and that one failed',
    violations: `
      select r.id as subject
      from refunds r
      join refunds f on f.id = r.retry_of
      where f.status not in ('failed', 'canceled')
        or f.payment_id <> r.payment_id
        or f.amount_minor <> r.amount_minor`,
  },
  {
    law: 'F3',
    sentence:
      'a dispute has its row among the refunds exactly when it was lost, unless nothing was left to lose',
    violations: `
      select d.id as subject
      from disputes d
      join payment_records p on p.id = d.payment_id
      where d.status = 'lost'
        and not exists (
          select from refunds r
          where r.provider_refund_id = d.provider_dispute_id and r.origin = 'dispute' and r.payment_id = d.payment_id
            and r.status = 'succeeded' and r.amount_minor <= d.amount_minor
        )
        and p.amount_minor > (
          select coalesce(sum(r.amount_minor), 0)
          from refunds r
          where r.payment_id = p.id and r.status not in ('failed', 'canceled')
        )
      union all
      select r.id
      from refunds r
      where r.origin = 'dispute'
        and not exists (
          select from disputes d
          where d.provider_dispute_id = r.provider_refund_id and d.payment_id = r.payment_id and d.status = 'lost'
        )`,
  },
]
