import type { UnappliedPaymentView } from '../../../application/ports/billing-reader.ts'
import type {
  CompanyCreditView,
  PaymentDetailView,
  SettlementReader,
} from '../../../application/ports/settlement-reader.ts'
import { type Db, sql } from '../sql.ts'
import { inboxEntries, inboxEntry, leftMinor, payment, payments } from './payment-views.ts'

const LISTED_PAYMENTS = 100

const allocations = sql.fragment`
    (
      select coalesce(json_agg(
        json_build_object(
          'id', a.id,
          'invoice_id', a.invoice_id,
          'invoice_number', i.number,
          'amount_minor', a.amount_minor,
          'created_at', utc(a.created_at),
          'reversed_at', utc(a.reversed_at),
          'reversal_reason', a.reversal_reason) order by a.created_at, a.id), '[]')
      from payment_allocations a
      join invoices i on i.id = a.invoice_id
      where a.payment_id = p.id)`

/** Reads how payments settle invoices in the contract's shape. */
export function createSettlementReader(db: Db): SettlementReader {
  return {
    async payment(paymentId) {
      const row = await db.maybeOne(sql.view<{
        view: Omit<PaymentDetailView, 'allocations'>
        allocations: PaymentDetailView['allocations']
      }>()`
        select
          ${payment} as view,
          ${allocations} as allocations
        from ${payments}
        where p.id = ${paymentId}`)
      return row === null ? null : { ...row.view, allocations: row.allocations }
    },

    async unappliedPayment(entryId) {
      const row = await db.maybeOne(sql.view<{ view: UnappliedPaymentView }>()`
        select ${inboxEntry} as view
        from ${inboxEntries}
        where u.id = ${entryId}`)
      return row?.view ?? null
    },

    async credit(companyId) {
      const row = await db.maybeOne(sql.view<{ view: CompanyCreditView }>()`
        with unused as materialized (
          select
            p.id,
            p.provider,
            p.method,
            p.reference,
            p.received_at,
            p.currency,
            p.amount_minor,
            u.id as entry_id,
            rest.minor as left_minor
          from payment_records p
          cross join lateral (
            select ${leftMinor} as minor
          ) rest
          left join unapplied_payments u on u.payment_id = p.id and u.status = 'open'
          where p.company_id = ${companyId} and p.is_unapplied and rest.minor > 0
        )
        select
          json_build_object(
            'company_id', c.id,
            'balances', (
              select coalesce(
                json_agg(
                  json_build_object(
                    'currency', b.currency,
                    'available_minor', b.available_minor,
                    'in_inbox_minor', b.in_inbox_minor) order by b.currency), '[]')
              from (
                select
                  currency,
                  coalesce(sum(left_minor) filter (where entry_id is null), 0)::bigint as available_minor,
                  coalesce(sum(left_minor) filter (where entry_id is not null), 0)::bigint as in_inbox_minor
                from unused
                group by currency
              ) b
            ),
            'payments', (
              select coalesce(
                json_agg(
                  json_build_object(
                    'payment_id', l.id,
                    'provider', l.provider,
                    'method', l.method,
                    'reference', l.reference,
                    'received_at', utc(l.received_at),
                    'currency', l.currency,
                    'amount_minor', l.amount_minor,
                    'left_minor', l.left_minor,
                    'unapplied_payment_id', l.entry_id) order by l.received_at, l.id), '[]')
              from (
                select id, provider, method, reference, received_at, currency, amount_minor, entry_id, left_minor
                from unused
                order by received_at, id
                limit ${LISTED_PAYMENTS}
              ) l
            )) as view
        from companies c
        where c.id = ${companyId}`)
      return row?.view ?? null
    },
  }
}
