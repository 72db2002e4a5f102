import { Type } from 'typebox'
import type { RefundStore } from '../../../application/ports/refund-store.ts'
import type { Refund, RefundLine, RefundStatus } from '../../../domain/billing/refund.ts'
import type { CompanyId, InvoiceId, PaymentRecordId, RefundId } from '../../../domain/shared/ids.ts'
import { big, flag, instant, jsonOf, maybeOneOf, maybeText, oneOf, text } from '../columns.ts'
import { insertTogether, update } from '../gathered-writes.ts'
import { at, columnsOf, type Db, sql } from '../sql.ts'
import { type AllocationJson, allocationJson, allocationOf } from './allocation-columns.ts'
import { paymentColumns, paymentFields } from './payment-columns.ts'

const refundablePaymentRow = sql.rowsOf(
  Type.Object({
    ...paymentColumns,
    heldMinor: big,
    refundedMinor: big,
    allocatedMinor: big,
    allocations: jsonOf<AllocationJson[]>(),
    isHeldByDispute: flag,
  }),
)

const refundRow = sql.rowsOf(
  Type.Object({
    id: oneOf<RefundId>(),
    paymentId: oneOf<PaymentRecordId>(),
    companyId: maybeOneOf<CompanyId>(),
    providerRefundId: maybeText,
    amountMinor: big,
    currency: text,
    status: oneOf<RefundStatus>(),
    reason: maybeText,
    origin: oneOf<Refund['origin']>(),
    reference: maybeText,
    failureReason: maybeText,
    retryOf: maybeOneOf<RefundId>(),
    creditedMinor: big,
    createdAt: instant,
    updatedAt: instant,
  }),
)
const refundFields = sql.fragment`
  r.id,
  r.payment_id as "paymentId",
  r.company_id as "companyId",
  r.provider_refund_id as "providerRefundId",
  r.amount_minor as "amountMinor",
  r.currency,
  r.status,
  r.reason,
  r.origin,
  r.reference,
  r.failure_reason as "failureReason",
  r.retry_of as "retryOf",
  r.credited_minor as "creditedMinor",
  r.created_at as "createdAt",
  r.updated_at as "updatedAt"`

const idRow = sql.rowsOf(Type.Object({ id: oneOf<RefundId>() }))
const paymentIdRow = sql.rowsOf(Type.Object({ id: oneOf<PaymentRecordId>() }))
const invoiceIdRow = sql.rowsOf(Type.Object({ id: oneOf<InvoiceId>() }))
const settledRow = sql.rowsOf(
  Type.Object({ invoiceId: oneOf<InvoiceId>(), number: maybeText, amountMinor: big }),
)
const lineRow = sql.rowsOf(
  Type.Object({
    invoiceId: oneOf<InvoiceId>(),
    invoiceLineId: oneOf<RefundLine['invoiceLineId']>(),
    amountMinor: big,
  }),
)
const heldLineRow = sql.rowsOf(
  Type.Object({ invoiceLineId: oneOf<RefundLine['invoiceLineId']>(), amountMinor: big }),
)

export function createRefundStore(db: Db): RefundStore {
  return {
    async lockPayment(paymentId) {
      await db.query(sql.command`
        select from invoices
        where id in (
          select invoice_id from payment_allocations where payment_id = ${paymentId} and reversed_at is null
        )
        order by id
        for update`)
      await db.query(sql.command`
        select from payment_records
        where id = ${paymentId}
        for update`)
      const row = await db.maybeOne(refundablePaymentRow`
        select
          ${paymentFields},
          (
            select coalesce(sum(r.amount_minor), 0)::bigint
            from refunds r
            where r.payment_id = p.id and r.status not in ('failed', 'canceled')
          ) as "heldMinor",
          (
            select coalesce(sum(r.amount_minor), 0)::bigint
            from refunds r
            where r.payment_id = p.id and r.status = 'succeeded'
          ) as "refundedMinor",
          settled.amount_minor as "allocatedMinor",
          settled.allocations,
          exists (
            select from disputes d
            where d.payment_id = p.id and d.status in ('needs_response', 'under_review')
          ) as "isHeldByDispute"
        from payment_records p
        cross join lateral (
          select
            coalesce(sum(a.amount_minor), 0)::bigint as amount_minor,
            coalesce(json_agg(${allocationJson}), '[]') as allocations
          from payment_allocations a
          where a.payment_id = p.id and a.reversed_at is null
        ) settled
        where p.id = ${paymentId}`)
      if (row === null) return null
      const { heldMinor, refundedMinor, allocatedMinor, allocations, isHeldByDispute, ...payment } = row
      return {
        payment,
        leftMinor: payment.amountMinor - heldMinor,
        unappliedMinor: payment.amountMinor - allocatedMinor - refundedMinor,
        allocations: allocations.map(allocationOf),
        isHeldByDispute,
      }
    },

    async paymentBehind(providerPaymentId) {
      const row = await db.maybeOne(paymentIdRow`
        select id
        from payment_records
        where provider = 'stripe' and provider_payment_id = ${providerPaymentId}`)
      return row?.id ?? null
    },

    async placedPaymentsOf(orderId) {
      const rows = await db.any(paymentIdRow`
        select p.id
        from payment_records p
        where p.id in (
            select id
            from payment_records
            where order_id = ${orderId}
            union
            select a.payment_id
            from invoices v
            join payment_allocations a on a.invoice_id = v.id and a.reversed_at is null
            where v.order_id = ${orderId}
          )
          and not exists (select from unapplied_payments u where u.payment_id = p.id and u.status = 'open')
        order by p.received_at, p.id`)
      return rows.map(({ id }) => id)
    },

    async settledElsewhere(paymentId, orderId) {
      const rows = await db.any(settledRow`
        select
          v.id as "invoiceId",
          v.number,
          sum(a.amount_minor)::bigint as "amountMinor"
        from payment_allocations a
        join invoices v on v.id = a.invoice_id
        where a.payment_id = ${paymentId}
          and a.reversed_at is null
          and v.order_id is distinct from ${orderId}
        group by v.id
        order by v.id`)
      return [...rows]
    },

    async cancelledInvoicesOf(paymentId) {
      const rows = await db.any(invoiceIdRow`
        select distinct v.id
        from payment_allocations a
        join invoices v on v.id = a.invoice_id
        join orders o on o.id = v.order_id and o.cancelled_at is not null
        where a.payment_id = ${paymentId} and a.reversed_at is null`)
      return rows.map(({ id }) => id)
    },

    awaitsInvoice: (paymentId) =>
      db.exists(sql.command`
        select from payment_records p
        join orders o on o.id = p.order_id and o.paid_at is not null
        where p.id = ${paymentId}
          and not exists (select from invoices v where v.order_id = o.id and v.kind = 'prepaid')
          and (
            not exists (select from invoices v where v.order_id = o.id and v.kind = 'terms')
            or not exists (select from payment_allocations a where a.payment_id = p.id)
          )
          and not exists (select from unapplied_payments u where u.payment_id = p.id)`),

    find: (refundId) =>
      db.maybeOne(refundRow`
        select ${refundFields}
        from refunds r
        where r.id = ${refundId}`),

    findByProviderId: (providerRefundId) =>
      db.maybeOne(refundRow`
        select ${refundFields}
        from refunds r
        where r.provider_refund_id = ${providerRefundId}`),

    findRetryOf: (refundId) =>
      db.maybeOne(refundRow`
        select ${refundFields}
        from refunds r
        where r.retry_of = ${refundId}`),

    async linesOf(refundId) {
      const rows = await db.any(lineRow`
        select
          l.invoice_id as "invoiceId",
          r.invoice_line_id as "invoiceLineId",
          r.amount_minor as "amountMinor"
        from refund_lines r
        join invoice_lines l on l.id = r.invoice_line_id
        where r.refund_id = ${refundId}
        order by l.position`)
      const [first] = rows
      if (first === undefined) return null
      return {
        invoiceId: first.invoiceId,
        lines: rows.map(({ invoiceLineId, amountMinor }) => ({ invoiceLineId, amountMinor })),
      }
    },

    heldOfLines: (invoiceId) =>
      db.any(heldLineRow`
        select
          l.id as "invoiceLineId",
          sum(held.amount_minor)::bigint as "amountMinor"
        from invoice_lines l
        join refund_lines held on held.invoice_line_id = l.id
        join refunds r on r.id = held.refund_id and r.status in ('requested', 'pending', 'requires_action')
        where l.invoice_id = ${invoiceId}
        group by l.id`),

    async insert(refund, lines) {
      await insertTogether(db, [
        { table: 'refunds', rows: [columnsOf(refund)] },
        { table: 'refund_lines', rows: lines.map((line) => columnsOf({ ...line, refundId: refund.id })) },
      ])
    },

    async save(refund) {
      await update(
        db,
        'refunds',
        sql.fragment`
        update refunds
        set provider_refund_id = ${refund.providerRefundId},
          status = ${refund.status},
          failure_reason = ${refund.failureReason},
          credited_minor = ${refund.creditedMinor},
          updated_at = ${at(refund.updatedAt)}
        where id = ${refund.id}`,
      )
    },

    async waiting(before, limit) {
      const rows = await db.any(idRow`
        select id
        from refunds
        where status = 'requested' and created_at < ${at(before)}
        order by created_at
        limit ${limit}`)
      return rows.map(({ id }) => id)
    },
  }
}
