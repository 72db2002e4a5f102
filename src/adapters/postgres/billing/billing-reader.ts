import type { FragmentSqlToken } from 'slonik'
import type {
  BillingReader,
  InvoiceSeriesView,
  InvoiceSummaryView,
  InvoiceView,
  PaymentView,
  UnappliedPaymentView,
} from '../../../application/ports/billing-reader.ts'
import { invoiceLifecycle } from '../../../domain/billing/invoice-lifecycle.ts'
import { openMoves } from '../../../domain/shared/lifecycle.ts'
import { allOf, before, behind, byCreation, equals, onDays, pageOfRows, since } from '../page-reader.ts'
import { type Db, sql } from '../sql.ts'
import { inboxEntries, inboxEntry, payment, payments } from './payment-views.ts'
import { creditNoteBrief, disputeBrief, refundBrief } from './refund-reader.ts'

// A due date is a day of the company's own calendar.
const isOverdue = sql.fragment`
      i.status in ('issued', 'partially_paid') and i.due_on < (now() at time zone c.time_zone)::date`

const summary = sql.fragment`
    json_build_object(
      'id', i.id,
      'series', i.series,
      'number', i.number,
      'sequence_number', i.sequence_number,
      'company_id', i.company_id,
      'company_name', c.name,
      'order_id', i.order_id,
      'order_number', o.number,
      'kind', i.kind,
      'status', i.status,
      'currency', i.currency,
      'subtotal_minor', i.subtotal_minor,
      'discount_minor', i.discount_minor,
      'tax_minor', i.tax_minor,
      'total_minor', i.total_minor,
      'tax_rounding', i.tax_rounding,
      'bill_to', i.bill_to,
      'seller', i.seller,
      'issued_on', i.issued_on,
      'due_on', i.due_on,
      'issued_at', utc(i.issued_at),
      'paid_at', utc(i.paid_at),
      'voided_at', utc(i.voided_at),
      'void_reason', i.void_reason,
      'amount_allocated_minor', settled.amount_minor,
      'amount_credited_minor', credited.amount_minor,
      'balance_minor', case
        when i.status = 'void' then 0
        else i.total_minor - settled.amount_minor - credited.amount_minor
      end,
      'is_overdue', coalesce(${isOverdue}, false),
      'version', i.version,
      'created_at', utc(i.created_at),
      'updated_at', utc(i.updated_at))`

const invoices = sql.fragment`
    invoices i
    join companies c on c.id = i.company_id
    left join orders o on o.id = i.order_id
    cross join lateral (
      select coalesce(sum(a.amount_minor), 0)::bigint as amount_minor
      from payment_allocations a
      where a.invoice_id = i.id and a.reversed_at is null
    ) settled
    cross join lateral (
      select coalesce(sum(n.total_minor), 0)::bigint as amount_minor
      from credit_notes n
      where n.invoice_id = i.id
    ) credited`

const lines = sql.fragment`
    (
      select coalesce(json_agg(
        json_build_object(
          'id', l.id,
          'position', l.position,
          'kind', l.kind,
          'order_item_id', l.order_item_id,
          'description', l.description,
          'quantity', l.quantity,
          'unit_amount_minor', l.unit_amount_minor,
          'amount_minor', l.amount_minor,
          'tax_name', l.tax_name,
          'tax_rate_ppm', l.tax_rate_ppm) order by l.position), '[]')
      from invoice_lines l
      where l.invoice_id = i.id)`

const allocations = sql.fragment`
    (
      select coalesce(json_agg(
        json_build_object(
          'id', a.id,
          'payment_id', a.payment_id,
          'amount_minor', a.amount_minor,
          'created_at', utc(a.created_at),
          'reversed_at', utc(a.reversed_at)) order by a.created_at, a.id), '[]')
      from payment_allocations a
      where a.invoice_id = i.id)`

const creditNotes = sql.fragment`
    (
      select coalesce(json_agg(${creditNoteBrief} order by n.sequence_number), '[]')
      from credit_notes n
      where n.invoice_id = i.id)`

/** Payments that settle it or once did. */
const itsPayments = sql.fragment`
        select a.payment_id
        from payment_allocations a
        where a.invoice_id = i.id`

const refunds = sql.fragment`
    (
      select coalesce(json_agg(${refundBrief} order by r.created_at, r.id), '[]')
      from refunds r
      where r.payment_id in (${itsPayments}))`

const disputes = sql.fragment`
    (
      select coalesce(json_agg(${disputeBrief} order by d.created_at, d.id), '[]')
      from disputes d
      where d.payment_id in (${itsPayments}))`

// The counter itself stands behind the last number, so that a missing last one is a gap too.
const series = sql.fragment`
    json_build_object(
      'series', s.series,
      'legal_entity', s.legal_entity,
      'legal_entity_name', e.name,
      'document', s.document,
      'prefix', s.prefix,
      'last_number', s.last_number,
      'document_count', (
        select count(*)
        from numbered_documents d
        where d.series = s.series),
      'gaps', (
        select coalesce(json_agg(
          json_build_object(
            'first', taken.number + 1,
            'last', taken.next - 1) order by taken.number), '[]')
        from (
          select
            numbers.number,
            lead(numbers.number) over (order by numbers.number) as next
          from (
            select 0::bigint as number
            union all
            select d.sequence_number
            from numbered_documents d
            where d.series = s.series
            union all
            select s.last_number + 1
          ) numbers
        ) taken
        where taken.next > taken.number + 1))`

/** Reads invoices and money in the contract's shape. */
export function createBillingReader(db: Db): BillingReader {
  return {
    async invoices(filter, page) {
      const rows = await db.any(sql.view<{ view: InvoiceSummaryView }>()`
        select ${summary} as view
        from ${invoices}
        where ${allOf([
          equals(sql.fragment`i.company_id`, filter.company_id),
          equals(sql.fragment`i.order_id`, filter.order_id),
          equals(sql.fragment`i.status`, filter.status),
          equals(sql.fragment`i.kind`, filter.kind),
          equals(sql.fragment`i.currency`, filter.currency),
          filter.overdue === undefined
            ? null
            : filter.overdue
              ? isOverdue
              : sql.fragment`not coalesce(${isOverdue}, false)`,
          numbered(filter.q),
          onDays(sql.fragment`i.issued_on`, filter.issued_from, filter.issued_to),
          onDays(sql.fragment`i.due_on`, filter.due_from, filter.due_to),
          behind(sql.fragment`i.created_at, i.id`, page.after),
        ])}
        order by i.created_at desc, i.id desc
        limit ${page.limit + 1}`)
      return pageOfRows(rows, page, byCreation)
    },

    async invoice(invoiceId) {
      const row = await db.maybeOne(sql.view<{
        view: InvoiceSummaryView
        lines: InvoiceView['lines']
        allocations: InvoiceView['allocations']
        credit_notes: InvoiceView['credit_notes']
        refunds: InvoiceView['refunds']
        disputes: InvoiceView['disputes']
      }>()`
        select
          ${summary} as view,
          ${lines} as lines,
          ${allocations} as allocations,
          ${creditNotes} as credit_notes,
          ${refunds} as refunds,
          ${disputes} as disputes
        from ${invoices}
        where i.id = ${invoiceId}`)
      if (row === null) return null
      const { view } = row
      const facts = {
        allocatedMinor: BigInt(view.amount_allocated_minor + view.amount_credited_minor),
        balanceMinor: BigInt(view.balance_minor),
      }
      return {
        ...view,
        lines: row.lines,
        allocations: row.allocations,
        credit_notes: row.credit_notes,
        refunds: row.refunds,
        disputes: row.disputes,
        allowed_moves: openMoves(invoiceLifecycle, view.status, facts),
      }
    },

    async series() {
      const rows = await db.any(sql.view<{ view: InvoiceSeriesView }>()`
        select ${series} as view
        from invoice_series s
        join legal_entities e on e.code = s.legal_entity
        order by s.series`)
      return rows.map((row) => row.view)
    },

    async unappliedPayments(filter, page) {
      const wanted =
        filter.status === 'resolved' ? sql.fragment`u.status = 'resolved'` : sql.fragment`u.status = 'open'`
      const rows = await db.any(sql.view<{ view: UnappliedPaymentView }>()`
        select ${inboxEntry} as view
        from ${inboxEntries}
        where ${allOf([wanted, behind(sql.fragment`u.created_at, u.id`, page.after)])}
        order by u.created_at desc, u.id desc
        limit ${page.limit + 1}`)
      return pageOfRows(rows, page, byCreation)
    },

    async payments(filter, page) {
      const rows = await db.any(sql.view<{ view: PaymentView }>()`
        select ${payment} as view
        from ${payments}
        where ${allOf([
          equals(sql.fragment`p.order_id`, filter.order_id),
          equals(sql.fragment`p.company_id`, filter.company_id),
          equals(sql.fragment`p.provider`, filter.provider),
          equals(sql.fragment`p.currency`, filter.currency),
          filter.unapplied === true ? sql.fragment`p.is_unapplied` : null,
          filter.unapplied === undefined
            ? null
            : sql.fragment`
              (p.amount_minor > used.allocated_minor + used.refunded_minor) = ${filter.unapplied}`,
          since(sql.fragment`p.received_at`, filter.received_from),
          before(sql.fragment`p.received_at`, filter.received_to),
          behind(sql.fragment`p.received_at, p.id`, page.after),
        ])}
        order by p.received_at desc, p.id desc
        limit ${page.limit + 1}`)
      return pageOfRows(rows, page, (view) => ({ at: view.received_at, id: view.id }))
    },
  }
}

/** `17` is a way to write INV-000017, and the seventeenth of every other series. */
function numbered(asked: string | undefined): FragmentSqlToken | null {
  if (asked === undefined) return null
  if (!/^\d+$/.test(asked)) return sql.fragment`i.number = ${asked.toUpperCase()}`
  return sql.fragment`i.number in (select s.prefix || ${asked.padStart(6, '0')} from invoice_series s)`
}
