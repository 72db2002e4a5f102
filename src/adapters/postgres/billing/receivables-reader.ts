import type {
  AccountMovementView,
  AgedReceivablesHead,
  AgedReceivableView,
  ReceivablesReader,
  StatementHead,
} from '../../../application/ports/receivables-reader.ts'
import { allOf, pageOf } from '../page-reader.ts'
import { type Db, sql } from '../sql.ts'
import { movements, settlements } from './account-sources.ts'

const amounts = sql.fragment`
                'current_minor', b.current_minor,
                'days_1_30_minor', b.days_1_30_minor,
                'days_31_60_minor', b.days_31_60_minor,
                'days_61_90_minor', b.days_61_90_minor,
                'days_over_90_minor', b.days_over_90_minor,
                'total_minor', b.total_minor,
                'invoice_count', b.invoice_count`

// The sums of nothing are 0.
const sums = sql.fragment`
      coalesce(sum(o.minor) filter (where o.days_late <= 0), 0)::bigint as current_minor,
      coalesce(sum(o.minor) filter (where o.days_late between 1 and 30), 0)::bigint as days_1_30_minor,
      coalesce(sum(o.minor) filter (where o.days_late between 31 and 60), 0)::bigint as days_31_60_minor,
      coalesce(sum(o.minor) filter (where o.days_late between 61 and 90), 0)::bigint as days_61_90_minor,
      coalesce(sum(o.minor) filter (where o.days_late > 90), 0)::bigint as days_over_90_minor,
      coalesce(sum(o.minor), 0)::bigint as total_minor,
      count(*) as invoice_count`

/** Reads what companies owe in the contract's shape. */
export function createReceivablesReader(db: Db): ReceivablesReader {
  return {
    async statement(companyId, { from = null, to = null, currency = null }, page) {
      const row = await db.maybeOne(sql.view<{
        head: StatementHead
        views: (AccountMovementView & Place)[]
      }>()`
        with account as (
          select
            c.id,
            c.name,
            coalesce(${currency}, c.currency) as currency
          from companies c
          where c.id = ${companyId}
        ),
        moved as materialized (
          select
            m.*,
            m.day >= coalesce(${from}::date, '-infinity') as is_in_period,
            utc(m.occurred_at) || ' ' || m.document_id || ' ' || m.kind collate "C" as place
          from ${movements} m
          where m.company_id = ${companyId}
            and m.currency = (select currency from account)
            and m.day <= coalesce(${to}::date, 'infinity')
        ),
        balanced as (
          select
            m.*,
            sum(m.debit_minor - m.credit_minor) over (order by m.day, m.place) as balance_minor
          from moved m
        )
        select
          json_build_object(
            'company_id', a.id,
            'company_name', a.name,
            'currency', a.currency,
            'from', ${from}::date,
            'to', ${to}::date,
            'opening_balance_minor', sums.opening_minor,
            'debit_minor', sums.debit_minor,
            'credit_minor', sums.credit_minor,
            'closing_balance_minor', sums.opening_minor + sums.debit_minor - sums.credit_minor) as head,
          (
            select coalesce(json_agg(
              json_build_object(
                'kind', b.kind,
                'date', b.day,
                'document_id', b.document_id,
                'document', b.document,
                'debit_minor', b.debit_minor,
                'credit_minor', b.credit_minor,
                'balance_minor', b.balance_minor,
                'occurred_at', utc(b.occurred_at),
                'place', b.place) order by b.day, b.place), '[]')
            from (
              select *
              from balanced
              where is_in_period
                and ${allOf([
                  page.after === null
                    ? null
                    : sql.fragment`(day, place) > (${page.after.at}::date, ${page.after.id})`,
                ])}
              order by day, place
              limit ${page.limit + 1}
            ) b) as views
        from account a
        cross join (
          select
            coalesce(sum(m.debit_minor - m.credit_minor) filter (where not m.is_in_period), 0)::bigint
              as opening_minor,
            coalesce(sum(m.debit_minor) filter (where m.is_in_period), 0)::bigint as debit_minor,
            coalesce(sum(m.credit_minor) filter (where m.is_in_period), 0)::bigint as credit_minor
          from moved m
        ) sums`)
      if (row === null) return null
      const { data, next } = pageOf(row.views, page, (view) => ({ at: view.date, id: view.place }))
      return { ...row.head, data: data.map(({ place: _place, ...movement }) => movement), next }
    },

    // As they stood at the end of a day: what was settled later is open, and what was voided later is owed. No zone's
    // day ends more than 14 hours before that of UTC, which lets indexes find what happened since.
    async aged({ currency, at = null }, page) {
      const { head, views } = await db.one(sql.view<{
        head: AgedReceivablesHead
        views: AgedReceivableView[]
      }>()`
        with calendar as materialized (
          select
            c.id as company_id,
            coalesce(${at}::date, (now() at time zone c.time_zone)::date) as today,
            coalesce((${at}::date + 1)::timestamp at time zone c.time_zone, 'infinity') as ends_at
          from companies c
        ),
        owed as (
          select
            v.company_id,
            v.total_minor - settled.amount_minor as minor,
            day.today - v.due_on as days_late
          from invoices v
          join calendar day on day.company_id = v.company_id
          cross join lateral (
            select coalesce(sum(s.amount_minor), 0)::bigint as amount_minor
            from ${settlements} s
            where s.invoice_id = v.id
              and s.settled_at < day.ends_at
              and (s.reversed_at is null or s.reversed_at >= day.ends_at)
          ) settled
          where v.currency = ${currency}
            and (
              v.status in ('issued', 'partially_paid')
              or v.paid_at >= ${mayBeLater(at)}
              or v.voided_at >= ${mayBeLater(at)}
            )
            and v.issued_on <= day.today
            and (v.voided_at is null or v.voided_at >= day.ends_at)
            and v.total_minor > settled.amount_minor
        ),
        by_company as (
          select o.company_id, ${sums}
          from owed o
          group by o.company_id
        ),
        of_all as (
          select ${sums}
          from owed o
        )
        select
          json_build_object(
            'at', ${at}::date,
            'currency', ${currency}::text,
            'totals', (select json_build_object(${amounts}) from of_all b)) as head,
          (
            select coalesce(json_agg(
              json_build_object(
                'company_id', b.company_id,
                'company_name', c.name,
                ${amounts}) order by b.company_id), '[]')
            from (
              select *
              from by_company
              where company_id > ${page.after?.id ?? ''}
              order by company_id
              limit ${page.limit + 1}
            ) b
            join companies c on c.id = b.company_id) as views`)
      // Companies stand in the order of their ids and have no time here.
      return { ...head, ...pageOf(views, page, (view) => ({ at: '', id: view.company_id })) }
    },
  }
}

interface Place {
  /** Where the movement stands within its day. */
  place: string
}

/** The earliest end of a day anywhere; never, when it is about now. */
function mayBeLater(at: string | null) {
  return sql.fragment`coalesce(${at}::date::timestamp at time zone 'UTC' + interval '10 hours', 'infinity')`
}
