import { sql } from '../sql.ts'

const issued = sql.fragment`
  select
    v.company_id,
    v.currency,
    'invoice' as kind,
    v.id as document_id,
    v.number as document,
    v.issued_on as day,
    v.issued_at as occurred_at,
    v.total_minor as debit_minor,
    0::bigint as credit_minor
  from invoices v
  where v.number is not null`

// A draft that is voided has never been owed.
const reversed = sql.fragment`
  select
    v.company_id,
    v.currency,
    'reversal',
    v.id,
    v.number,
    (v.voided_at at time zone c.time_zone)::date,
    v.voided_at,
    0::bigint,
    v.total_minor
  from invoices v
  join companies c on c.id = v.company_id
  where v.number is not null and v.status = 'void'`

const received = sql.fragment`
  select
    p.company_id,
    p.currency,
    'payment',
    p.id,
    p.provider_payment_id,
    (p.received_at at time zone c.time_zone)::date,
    p.received_at,
    0::bigint,
    p.amount_minor
  from payment_records p
  join companies c on c.id = p.company_id`

// A refund has no time of its own for leaving: its status changes last when it succeeds.
const refunded = sql.fragment`
  select
    p.company_id,
    r.currency,
    'refund',
    r.id,
    coalesce(r.provider_refund_id, r.reference),
    (r.updated_at at time zone c.time_zone)::date,
    r.updated_at,
    r.amount_minor,
    0::bigint
  from refunds r
  join payment_records p on p.id = r.payment_id
  join companies c on c.id = p.company_id
  where r.status = 'succeeded'`

const credited = sql.fragment`
  select
    n.company_id,
    n.currency,
    'credit_note',
    n.id,
    n.number,
    n.issued_on,
    n.issued_at,
    0::bigint,
    n.total_minor
  from credit_notes n`

/**
 * Everything that changes what a company owes; a debit makes it owe more. Whatever else is to stand on a statement is
 * one more source here. Money is allocated within an account, so allocations are none.
 */
export const movements = sql.fragment`(
  ${sql.join([issued, reversed, credited, received, refunded], sql.fragment` union all `)})`

const allocated = sql.fragment`
  select a.invoice_id, a.amount_minor, a.created_at as settled_at, a.reversed_at
  from payment_allocations a`

const creditedOnInvoice = sql.fragment`
  select n.invoice_id, n.total_minor, n.issued_at, null::timestamptz
  from credit_notes n`

/** Everything that makes an invoice owe less, with the time in which it does: one source here for each kind. */
export const settlements = sql.fragment`(
  ${sql.join([allocated, creditedOnInvoice], sql.fragment` union all `)})`
