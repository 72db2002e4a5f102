import type { Law } from './law.ts'

/** Orders, invoices, payments and checkout. */
export const moneyLaws: readonly Law[] = [
  {
    law: 'M2',
    sentence: 'an order is worth the sum of its lines',
    violations: `
      select o.id as subject
      from orders o
      where o.total_minor <> coalesce((select sum(i.amount_minor) from order_items i where i.order_id = o.id), 0)`,
  },
  {
    law: 'M5',
    sentence: 'an invoice is worth the sum of its lines, and its balance is between nothing and all of it',
    violations: `
      select v.id as subject
      from invoices v
      cross join lateral (
        select
          coalesce(sum(l.amount_minor) filter (where l.kind not in ('discount', 'tax')), 0) as subtotal,
          coalesce(-sum(l.amount_minor) filter (where l.kind = 'discount'), 0) as discount,
          coalesce(sum(l.amount_minor) filter (where l.kind = 'tax'), 0) as tax
        from invoice_lines l
        where l.invoice_id = v.id
      ) lines
      cross join lateral (
        select coalesce(sum(a.amount_minor), 0) as amount
        from payment_allocations a
        where a.invoice_id = v.id and a.reversed_at is null
      ) settled
      cross join lateral (
        select coalesce(sum(n.total_minor), 0) as amount
        from credit_notes n
        where n.invoice_id = v.id
      ) credited
      where v.subtotal_minor <> lines.subtotal
        or v.discount_minor <> lines.discount
        or v.tax_minor <> lines.tax
        or settled.amount + credited.amount > v.total_minor`,
  },
  {
    law: 'M6',
    sentence:
      'what is allocated of a payment is left of it, and what is refunded never exceeds what was received',
    violations: `
      select p.id as subject
      from payment_records p
      cross join lateral (
        select coalesce(sum(a.amount_minor), 0) as minor
        from payment_allocations a
        where a.payment_id = p.id and a.reversed_at is null
      ) allocated
      cross join lateral (
        select
          coalesce(sum(r.amount_minor) filter (where r.status = 'succeeded'), 0) as gone,
          coalesce(sum(r.amount_minor) filter (where r.origin = 'waybill'), 0) as reserved,
          coalesce(sum(r.amount_minor) filter (where r.origin <> 'dispute' and r.status <> 'requested'), 0) as sent,
          coalesce(sum(r.amount_minor) filter (where r.origin = 'dispute'), 0) as lost
        from refunds r
        where r.payment_id = p.id and r.status not in ('failed', 'canceled')
      ) refunded
      where allocated.minor > greatest(0, p.amount_minor - refunded.gone)
        or greatest(refunded.reserved, refunded.sent, refunded.lost) > p.amount_minor`,
  },
  {
    law: 'M7',
    sentence: 'a payment settles invoices of its own company and currency only',
    violations: `
      select a.id as subject
      from payment_allocations a
      join payment_records p on p.id = a.payment_id
      join invoices v on v.id = a.invoice_id
      where p.currency <> v.currency or p.company_id is distinct from v.company_id or a.company_id <> v.company_id`,
  },
  {
    law: 'M8',
    sentence: 'money taken out of the inbox and not sent back is the money of a company',
    violations: `
      select u.id as subject
      from unapplied_payments u
      join payment_records p on p.id = u.payment_id
      where u.resolution in ('applied', 'held_as_credit')
        and (p.company_id is null or u.company_id is distinct from p.company_id)`,
  },
  {
    law: 'M7',
    sentence: 'a refund is in the currency of its payment',
    violations: `
      select r.id as subject
      from refunds r
      join payment_records p on p.id = r.payment_id
      where r.currency <> p.currency`,
  },
  {
    law: 'W3',
    sentence:
      "a provider's money that nobody placed waits in the inbox or belongs to an order about to be invoiced",
    violations: `
      select p.id as subject
      from payment_records p
      where p.provider <> 'manual'
        and not exists (select from payment_allocations a where a.payment_id = p.id)
        and not exists (select from unapplied_payments u where u.payment_id = p.id)
        and p.created_at < now() - interval '5 minutes'
        and p.amount_minor > 0`,
  },
  {
    law: 'I1',
    sentence: 'an invoice has number, dates and sequence exactly when it was issued',
    violations: `
      select v.id as subject
      from invoices v
      where num_nonnulls(v.number, v.sequence_number, v.issued_on, v.due_on, v.issued_at) <>
        case
          when v.status = 'draft' then 0
          when v.status = 'void' and v.number is null then 0
          else 5
        end`,
  },
  {
    law: 'I2',
    sentence: 'the numbers of a series run from 1 to its counter without a gap',
    violations: `
      select s.series as subject
      from invoice_series s
      left join numbered_documents d on d.series = s.series
      group by s.series, s.last_number
      having count(d.sequence_number) <> s.last_number
        or coalesce(max(d.sequence_number), 0) <> s.last_number
        or coalesce(min(d.sequence_number), 1) <> 1`,
  },
  {
    law: 'I3',
    sentence: 'an invoice is numbered by a series of invoices, in its form',
    violations: `
      select v.id as subject
      from invoices v
      join invoice_series s on s.series = v.series
      where s.document <> 'invoice'
        or v.number <> s.prefix || lpad(v.sequence_number::text, greatest(6, length(v.sequence_number::text)), '0')`,
  },
  {
    law: 'I4',
    sentence: 'nothing settles an invoice that is a draft or void',
    violations: `
      select v.id as subject
      from invoices v
      where v.status in ('draft', 'void')
        and (exists (select from payment_allocations a where a.invoice_id = v.id and a.reversed_at is null)
          or exists (select from credit_notes n where n.invoice_id = v.id))`,
  },
  {
    law: 'C1',
    sentence: 'a credit note is worth the sum of its lines, which are of its invoice',
    violations: `
      select n.id as subject
      from credit_notes n
      left join credit_note_lines l on l.credit_note_id = n.id
      left join invoice_lines i on i.id = l.invoice_line_id
      group by n.id, n.total_minor, n.invoice_id
      having coalesce(sum(l.amount_minor), 0) <> n.total_minor or not bool_and(i.invoice_id = n.invoice_id)`,
  },
  {
    law: 'C2',
    sentence: 'what a refund took off invoices is what its credit notes say',
    violations: `
      select r.id as subject
      from refunds r
      where r.credited_minor <> coalesce((
          select sum(n.total_minor)
          from credit_notes n
          where n.refund_id = r.id
        ), 0)`,
  },
  {
    law: 'I5',
    sentence: "an invoice's status follows its balance",
    violations: `
      select v.id as subject
      from invoices v
      cross join lateral (
        select coalesce(sum(a.amount_minor), 0) as amount
        from payment_allocations a
        where a.invoice_id = v.id and a.reversed_at is null
      ) settled
      cross join lateral (
        select coalesce(sum(n.total_minor), 0) as amount
        from credit_notes n
        where n.invoice_id = v.id
      ) credited
      where v.status not in ('draft', 'void')
        and v.status <> case
          when settled.amount + credited.amount = v.total_minor then 'paid'
          when settled.amount + credited.amount > 0 then 'partially_paid'
          else 'issued'
        end`,
  },
  {
    law: 'I5',
    sentence: 'it has been told of every open invoice that it is overdue, two days after it was due',
    violations: `
      select v.id as subject
      from invoices v
      join companies c on c.id = v.company_id
      where v.status in ('issued', 'partially_paid')
        and v.issued_at < now() - interval '2 days'
        and v.due_on < (now() at time zone c.time_zone)::date - 2
        and not exists (select from invoice_notices n where n.invoice_id = v.id and n.kind = 'overdue')`,
  },
  {
    law: 'I5',
    sentence: 'an invoice has the time at which it was paid, or voided, exactly while it is',
    violations: `
      select v.id as subject
      from invoices v
      where (v.paid_at is not null) <> (v.status = 'paid')
        or (v.voided_at is not null) <> (v.status = 'void')`,
  },
  {
    law: 'I6',
    sentence:
      'a paid order has exactly one invoice, prepaid or on terms, once five minutes have passed, or had one that was voided since',
    violations: `
      select o.id as subject
      from orders o
      cross join lateral (
        select
          count(*) filter (where v.status <> 'void') as live,
          count(*) filter (where v.voided_at >= o.paid_at) as voided
        from invoices v
        where v.order_id = o.id and v.kind in ('prepaid', 'terms')
      ) billed
      where o.paid_at < now() - interval '5 minutes'
        and (billed.live > 1 or (billed.live = 0 and billed.voided = 0))`,
  },
  {
    law: 'I7',
    sentence: 'a document bears the number of its invoice',
    violations: `
      select d.invoice_id as subject
      from invoice_documents d
      join invoices v on v.id = d.invoice_id
      where d.kind <> 'credit_note' and d.number is distinct from v.number`,
  },
  {
    law: 'W5',
    sentence:
      'an order has at most one live checkout session, and none once it is paid or cancelled for five minutes',
    violations: `
      select c.order_id as subject
      from checkout_sessions c
      join orders o on o.id = c.order_id
      where c.status = 'open'
      group by c.order_id, o.paid_at, o.cancelled_at
      having count(*) > 1 or coalesce(o.paid_at, o.cancelled_at) < now() - interval '5 minutes'`,
  },
  {
    law: 'P1',
    sentence: 'published prices of one product, region, currency and tier never overlap in time',
    violations: `
      select a.id as subject
      from price_book_entries a
      join price_book_entries b
        on b.product_id = a.product_id
        and b.currency = a.currency
        and b.min_quantity = a.min_quantity
        and b.region is not distinct from a.region
        and b.id > a.id
        and tstzrange(b.valid_from, b.valid_to) && tstzrange(a.valid_from, a.valid_to)
      where a.published_at is not null and b.published_at is not null`,
  },
  {
    law: 'P2',
    sentence: 'a synced price has its twin at Stripe, and a draft has none',
    violations: `
      select e.id as subject
      from price_book_entries e
      join products p on p.id = e.product_id
      where (e.sync_status = 'synced' and (e.stripe_price_id is null or p.stripe_product_id is null))
        or (e.published_at is null and (e.sync_status <> 'unsynced' or e.stripe_price_id is not null))`,
  },
  {
    law: 'R1',
    sentence:
      "a line is explained by its newest stored price resolution: the same amount, in its order's currency",
    violations: `
      select i.id as subject
      from order_items i
      join orders o on o.id = i.order_id
      left join lateral (
        select r.resolution
        from pricing_resolutions r
        where r.order_item_id = i.id
        order by r.resolved_at desc, r.id desc
        limit 1
      ) newest on true
      where (newest.resolution ->> 'unitAmountMinor')::bigint is distinct from i.unit_amount_minor
        or newest.resolution ->> 'currency' is distinct from o.currency`,
  },
]
