import type {
  CreditNoteView,
  DisputeView,
  RefundReader,
  RefundView,
} from '../../../application/ports/refund-reader.ts'
import { allOf, before, behind, byCreation, equals, onDays, pageOfRows, since } from '../page-reader.ts'
import { type Db, sql } from '../sql.ts'

/** For `n` among credit notes. */
export const creditNoteBrief = sql.fragment`
    json_build_object(
      'id', n.id,
      'number', n.number,
      'total_minor', n.total_minor,
      'pdf_url', '/v1/credit-notes/' || n.id || '/pdf')`

/** For `r` among refunds. */
export const refundBrief = sql.fragment`
    json_build_object(
      'id', r.id,
      'payment_id', r.payment_id,
      'amount_minor', r.amount_minor,
      'currency', r.currency,
      'status', r.status)`

/** For `d` among disputes. */
export const disputeBrief = sql.fragment`
    json_build_object(
      'id', d.id,
      'payment_id', d.payment_id,
      'amount_minor', d.amount_minor,
      'currency', d.currency,
      'reason', d.reason,
      'status', d.status,
      'respond_by', utc(d.respond_by),
      'created_at', utc(d.created_at))`

const refund = sql.fragment`
    json_build_object(
      'id', r.id,
      'payment_id', r.payment_id,
      'company_id', r.company_id,
      'order_id', p.order_id,
      'provider_refund_id', r.provider_refund_id,
      'amount_minor', r.amount_minor,
      'currency', r.currency,
      'status', r.status,
      'reason', r.reason,
      'origin', r.origin,
      'reference', r.reference,
      'failure_reason', r.failure_reason,
      'retry_of', r.retry_of,
      'credited_minor', r.credited_minor,
      'lines', (
        select coalesce(json_agg(
          json_build_object(
            'invoice_line_id', l.invoice_line_id,
            'amount_minor', l.amount_minor) order by l.invoice_line_id), '[]')
        from refund_lines l
        where l.refund_id = r.id),
      'credit_notes', (
        select coalesce(json_agg(${creditNoteBrief} order by n.sequence_number), '[]')
        from credit_notes n
        where n.refund_id = r.id),
      'created_at', utc(r.created_at),
      'updated_at', utc(r.updated_at))`

const refunds = sql.fragment`
    refunds r
    join payment_records p on p.id = r.payment_id`

const creditNote = sql.fragment`
    json_build_object(
      'id', n.id,
      'series', n.series,
      'number', n.number,
      'sequence_number', n.sequence_number,
      'invoice_id', n.invoice_id,
      'invoice_number', v.number,
      'company_id', n.company_id,
      'company_name', c.name,
      'order_id', n.order_id,
      'refund_id', n.refund_id,
      'currency', n.currency,
      'tax_minor', n.tax_minor,
      'total_minor', n.total_minor,
      'reason', n.reason,
      'bill_to', n.bill_to,
      'issued_on', n.issued_on,
      'issued_at', utc(n.issued_at),
      'lines', (
        select coalesce(json_agg(
          json_build_object(
            'id', l.id,
            'position', l.position,
            'invoice_line_id', l.invoice_line_id,
            'description', l.description,
            'amount_minor', l.amount_minor) order by l.position), '[]')
        from credit_note_lines l
        where l.credit_note_id = n.id))`

const creditNotes = sql.fragment`
    credit_notes n
    join invoices v on v.id = n.invoice_id
    join companies c on c.id = n.company_id`

const dispute = sql.fragment`
    json_build_object(
      'id', d.id,
      'payment_id', d.payment_id,
      'company_id', d.company_id,
      'order_id', d.order_id,
      'provider_dispute_id', d.provider_dispute_id,
      'amount_minor', d.amount_minor,
      'currency', d.currency,
      'reason', d.reason,
      'status', d.status,
      'respond_by', utc(d.respond_by),
      'created_at', utc(d.created_at),
      'updated_at', utc(d.updated_at),
      'closed_at', utc(d.closed_at))`

/** Reads refunds, credit notes and disputes in the contract's shape. */
export function createRefundReader(db: Db): RefundReader {
  return {
    async list(filter, page) {
      const rows = await db.any(sql.view<{ view: RefundView }>()`
        select ${refund} as view
        from ${refunds}
        where ${allOf([
          equals(sql.fragment`r.payment_id`, filter.payment_id),
          equals(sql.fragment`p.order_id`, filter.order_id),
          equals(sql.fragment`r.company_id`, filter.company_id),
          equals(sql.fragment`r.status`, filter.status),
          equals(sql.fragment`r.currency`, filter.currency),
          since(sql.fragment`r.created_at`, filter.created_from),
          before(sql.fragment`r.created_at`, filter.created_to),
          behind(sql.fragment`r.created_at, r.id`, page.after),
        ])}
        order by r.created_at desc, r.id desc
        limit ${page.limit + 1}`)
      return pageOfRows(rows, page, byCreation)
    },

    async refund(refundId) {
      const row = await db.maybeOne(sql.view<{ view: RefundView }>()`
        select ${refund} as view
        from ${refunds}
        where r.id = ${refundId}`)
      return row?.view ?? null
    },

    async creditNotes(filter, page) {
      const rows = await db.any(sql.view<{ view: CreditNoteView }>()`
        select ${creditNote} as view
        from ${creditNotes}
        where ${allOf([
          equals(sql.fragment`n.invoice_id`, filter.invoice_id),
          equals(sql.fragment`n.order_id`, filter.order_id),
          equals(sql.fragment`n.company_id`, filter.company_id),
          equals(sql.fragment`n.currency`, filter.currency),
          onDays(sql.fragment`n.issued_on`, filter.issued_from, filter.issued_to),
          behind(sql.fragment`n.issued_at, n.id`, page.after),
        ])}
        order by n.issued_at desc, n.id desc
        limit ${page.limit + 1}`)
      return pageOfRows(rows, page, (view) => ({ at: view.issued_at, id: view.id }))
    },

    async creditNote(creditNoteId) {
      const row = await db.maybeOne(sql.view<{ view: CreditNoteView }>()`
        select ${creditNote} as view
        from ${creditNotes}
        where n.id = ${creditNoteId}`)
      return row?.view ?? null
    },

    async disputes(filter, page) {
      const rows = await db.any(sql.view<{ view: DisputeView }>()`
        select ${dispute} as view
        from disputes d
        where ${allOf([
          equals(sql.fragment`d.payment_id`, filter.payment_id),
          equals(sql.fragment`d.order_id`, filter.order_id),
          equals(sql.fragment`d.company_id`, filter.company_id),
          equals(sql.fragment`d.status`, filter.status),
          behind(sql.fragment`d.created_at, d.id`, page.after),
        ])}
        order by d.created_at desc, d.id desc
        limit ${page.limit + 1}`)
      return pageOfRows(rows, page, byCreation)
    },

    async dispute(disputeId) {
      const row = await db.maybeOne(sql.view<{ view: DisputeView }>()`
        select ${dispute} as view
        from disputes d
        where d.id = ${disputeId}`)
      return row?.view ?? null
    },
  }
}
