import type { FragmentSqlToken } from 'slonik'
import { sql } from '../sql.ts'

/** A payment with what has become of it, for `from ${payments}`. */
export const payment = sql.fragment`
    json_build_object(
      'id', p.id,
      'company_id', p.company_id,
      'order_id', p.order_id,
      'provider', p.provider,
      'provider_payment_id', p.provider_payment_id,
      'provider_session_id', p.provider_session_id,
      'method', p.method,
      'reference', p.reference,
      'amount_minor', p.amount_minor,
      'currency', p.currency,
      'allocated_minor', used.allocated_minor,
      'refunded_minor', used.refunded_minor,
      'unapplied_minor', greatest(0, p.amount_minor - used.allocated_minor - used.refunded_minor),
      'received_at', utc(p.received_at),
      'created_at', utc(p.created_at))`

export const payments = sql.fragment`
    payment_records p
    cross join lateral (
      select
        coalesce((
          select sum(a.amount_minor)
          from payment_allocations a
          where a.payment_id = p.id and a.reversed_at is null), 0)::bigint as allocated_minor,
        coalesce((
          select sum(r.amount_minor)
          from refunds r
          where r.payment_id = p.id and r.status = 'succeeded'), 0)::bigint as refunded_minor
    ) used`

/** What of a payment is neither allocated nor refunded, nor reserved for a refund. */
export const leftMinor = sql.fragment`
    greatest(0, p.amount_minor - coalesce((
      select sum(a.amount_minor)
      from payment_allocations a
      where a.payment_id = p.id and a.reversed_at is null), 0) - coalesce((
      select sum(r.amount_minor)
      from refunds r
      where r.payment_id = p.id and r.status not in ('failed', 'canceled')), 0))::bigint`

/** What settles an invoice: live allocations and credit notes together. */
export function settledMinor(invoiceId: FragmentSqlToken): FragmentSqlToken {
  return sql.fragment`
    (coalesce((
      select sum(a.amount_minor)
      from payment_allocations a
      where a.invoice_id = ${invoiceId} and a.reversed_at is null), 0) + coalesce((
      select sum(n.total_minor)
      from credit_notes n
      where n.invoice_id = ${invoiceId}), 0))::bigint`
}

/** Money in the inbox, with what it may settle, for `from ${inboxEntries}`. */
export const inboxEntry = sql.fragment`
    json_build_object(
      'id', u.id,
      'payment_id', u.payment_id,
      'provider', p.provider,
      'provider_payment_id', p.provider_payment_id,
      'amount_minor', p.amount_minor,
      'left_minor', rest.minor,
      'currency', p.currency,
      'company_id', u.company_id,
      'order_id', u.order_id,
      'reason', u.reason,
      'suggestions', case when suggested.count > 0 then array_prepend('apply', u.suggestions) else u.suggestions end,
      'suggested_allocations', suggested.allocations,
      'details', u.details,
      'status', u.status,
      'resolution', u.resolution,
      'resolution_note', u.resolution_note,
      'refund_id', u.refund_id,
      'created_at', utc(u.created_at),
      'resolved_at', utc(u.resolved_at))`

// Invoices that wait for money of the same company and currency, the likeliest first: the one of the order that was
// paid, the one that owes exactly as much, the one due first. Each is offered what those before it leave.
export const inboxEntries = sql.fragment`
    unapplied_payments u
    join payment_records p on p.id = u.payment_id
    cross join lateral (
      select ${leftMinor} as minor
    ) rest
    cross join lateral (
      select
        count(*) as count,
        coalesce(json_agg(
          json_build_object(
            'invoice_id', offered.id,
            'invoice_number', offered.number,
            'balance_minor', offered.balance,
            'amount_minor', least(offered.balance, rest.minor - offered.taken)) order by offered.place), '[]')
          as allocations
      from (
        select
          owing.*,
          row_number() over likeliest as place,
          coalesce(sum(owing.balance) over (likeliest rows between unbounded preceding and 1 preceding), 0)::bigint
            as taken
        from (
          select
            i.id,
            i.number,
            i.order_id,
            i.due_on,
            i.total_minor - ${settledMinor(sql.fragment`i.id`)} as balance
          from invoices i
          where u.status = 'open'
            and i.company_id = u.company_id
            and i.currency = p.currency
            and i.status in ('issued', 'partially_paid')
        ) owing
        window likeliest as (
          order by
            (owing.order_id = u.order_id) desc nulls last,
            (owing.balance = rest.minor) desc,
            owing.due_on,
            owing.id
        )
      ) offered
      where offered.taken < rest.minor
    ) suggested`
