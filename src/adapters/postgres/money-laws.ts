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
        select coalesce(sum(l.amount_minor), 0) as amount
        from invoice_lines l
        where l.invoice_id = v.id
      ) lines
      cross join lateral (
        select coalesce(sum(a.amount_minor), 0) as amount
        from payment_allocations a
        where a.invoice_id = v.id and a.reversed_at is null
      ) settled
      where v.subtotal_minor <> lines.amount or settled.amount > v.total_minor`,
  },
  {
    law: 'M6',
    sentence: 'what is allocated and refunded of a payment never exceeds what was received',
    violations: `
      select p.id as subject
      from payment_records p
      where p.amount_minor < coalesce((
          select sum(a.amount_minor)
          from payment_allocations a
          where a.payment_id = p.id and a.reversed_at is null
        ), 0)
        or p.amount_minor < coalesce((
          select sum(r.amount_minor)
          from refunds r
          where r.payment_id = p.id and r.status not in ('failed', 'canceled')
        ), 0)`,
  },
  {
    law: 'M7',
    sentence: 'a payment settles invoices of its own company and currency only',
    violations: `
      select a.id as subject
      from payment_allocations a
      join payment_records p on p.id = a.payment_id
      join invoices v on v.id = a.invoice_id
      where p.currency <> v.currency or p.company_id <> v.company_id or a.company_id <> v.company_id`,
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
    sentence: 'money without an invoice waits in the inbox or belongs to an order about to be invoiced',
    violations: `
      select p.id as subject
      from payment_records p
      left join orders o on o.id = p.order_id
      where not exists (select from payment_allocations a where a.payment_id = p.id and a.reversed_at is null)
        and not exists (select from unapplied_payments u where u.payment_id = p.id)
        and p.created_at < now() - interval '5 minutes'
        and p.amount_minor > 0`,
  },
  {
    law: 'I1',
    sentence: 'an issued invoice has its dates, and the number that its place in its series makes',
    violations: `
      select v.id as subject
      from invoices v
      join invoice_series s on s.series = v.series
      where v.number is not null
        and (
          v.issued_on is null
          or v.due_on is null
          or v.issued_at is null
          or v.number is distinct from
            s.prefix || lpad(v.sequence_number::text, greatest(6, length(v.sequence_number::text)), '0')
        )`,
  },
  {
    law: 'I2',
    sentence: 'invoice numbers of a series run from 1 to its counter without a gap',
    violations: `
      select s.series as subject
      from invoice_series s
      left join invoices v on v.series = s.series and v.sequence_number is not null
      group by s.series, s.last_number
      having count(v.id) <> s.last_number
        or coalesce(max(v.sequence_number), 0) <> s.last_number
        or coalesce(min(v.sequence_number), 1) <> 1`,
  },
  {
    law: 'I4',
    sentence: 'nothing settles a void invoice',
    violations: `
      select v.id as subject
      from invoices v
      where v.status = 'void'
        and exists (select from payment_allocations a where a.invoice_id = v.id and a.reversed_at is null)`,
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
      where v.status not in ('draft', 'void')
        and v.status <> case
          when settled.amount = v.total_minor then 'paid'
          when settled.amount > 0 then 'partially_paid'
          else 'issued'
        end`,
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
    sentence: 'a paid order has exactly one prepaid invoice once five minutes have passed',
    violations: `
      select o.id as subject
      from orders o
      where o.paid_at < now() - interval '5 minutes'
        and (select count(*) from invoices v where v.order_id = o.id and v.kind = 'prepaid') <> 1`,
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
