import { Type } from 'typebox'
import type { InboxEntry, SettlementStore } from '../../../application/ports/settlement-store.ts'
import type { Payable } from '../../../domain/billing/invoice.ts'
import type { StoredAllocation } from '../../../domain/billing/settlement.ts'
import type { CompanyId, InvoiceId, OrderId, PaymentRecordId, RefundId } from '../../../domain/shared/ids.ts'
import { big, instant, maybeInstant, maybeOneOf, maybeText, oneOf, text, whole } from '../columns.ts'
import { insertRows, update } from '../gathered-writes.ts'
import { at, columnsOf, type Db, json, sql } from '../sql.ts'
import { paymentColumns, paymentFields } from './payment-columns.ts'
import { leftMinor, settledMinor } from './payment-views.ts'

const dayRow = sql.rowsOf(Type.Object({ start: instant }))
const paymentIdRow = sql.rowsOf(Type.Object({ id: oneOf<PaymentRecordId>() }))
const invoiceRow = sql.rowsOf(
  Type.Object({
    id: oneOf<InvoiceId>(),
    companyId: oneOf<CompanyId>(),
    orderId: maybeOneOf<OrderId>(),
    number: maybeText,
    status: oneOf<Payable['status']>(),
    currency: text,
    totalMinor: big,
    paidAt: maybeInstant,
    version: whole,
    updatedAt: instant,
    settledMinor: big,
  }),
)
const paymentRow = sql.rowsOf(
  Type.Object({
    ...paymentColumns,
    leftMinor: big,
  }),
)
const allocationRow = sql.rowsOf(
  Type.Object({
    id: oneOf<StoredAllocation['id']>(),
    paymentId: oneOf<PaymentRecordId>(),
    invoiceId: oneOf<InvoiceId>(),
    companyId: oneOf<CompanyId>(),
    amountMinor: big,
    createdAt: instant,
    reversedAt: maybeInstant,
    reversalReason: maybeText,
  }),
)
const entryRow = sql.rowsOf(
  Type.Object({
    id: oneOf<InboxEntry['id']>(),
    paymentId: oneOf<PaymentRecordId>(),
    resolution: maybeOneOf<NonNullable<InboxEntry['resolution']>>(),
    status: oneOf<InboxEntry['status']>(),
    refundId: maybeOneOf<RefundId>(),
  }),
)
const entryColumns = sql.fragment`
  u.id,
  u.payment_id as "paymentId",
  u.resolution,
  u.status,
  u.refund_id as "refundId"`

/** See the port. A lock is a statement of its own: the next one sees what was committed while it waited. */
export function createSettlementStore(db: Db): SettlementStore {
  return {
    async startOfDay(day, timeZone) {
      const { start } = await db.one(dayRow`
        select (${day}::date)::timestamp at time zone ${timeZone} as start`)
      return start
    },

    async findManualPayment(payment) {
      const row = await db.maybeOne(paymentIdRow`
        select id
        from payment_records
        where company_id = ${payment.companyId}
          and received_at = ${at(payment.receivedAt)}
          and method = ${payment.method}
          and reference = ${payment.reference}
          and amount_minor = ${payment.amountMinor}
          and currency = ${payment.currency}
        limit 1`)
      return row?.id ?? null
    },

    insertManualPayment: (payment) => insertRows(db, 'payment_records', [columnsOf(payment)]),

    async lockInvoices(invoiceIds) {
      const named = sql.array([...invoiceIds], 'text')
      await db.query(sql.command`
        select from invoices
        where id = any(${named})
        order by id
        for no key update`)
      const rows = await db.any(invoiceRow`
        select
          i.id,
          i.company_id as "companyId",
          i.order_id as "orderId",
          i.number,
          i.status,
          i.currency,
          i.total_minor as "totalMinor",
          i.paid_at as "paidAt",
          i.version,
          i.updated_at as "updatedAt",
          ${settledMinor(sql.fragment`i.id`)} as "settledMinor"
        from invoices i
        where i.id = any(${named})
        order by i.id`)
      return rows.map(({ settledMinor: settled, ...invoice }) => ({ invoice, settledMinor: settled }))
    },

    async lockPayment(paymentId) {
      await db.query(sql.command`
        select from payment_records
        where id = ${paymentId}
        for no key update`)
      const row = await db.maybeOne(paymentRow`
        select
          ${paymentFields},
          ${leftMinor} as "leftMinor"
        from payment_records p
        where p.id = ${paymentId}`)
      if (row === null) return null
      const { leftMinor: left, ...payment } = row
      return { payment, leftMinor: left }
    },

    findAllocation: (paymentId, allocationId) =>
      db.maybeOne(allocationRow`
        select
          id,
          payment_id as "paymentId",
          invoice_id as "invoiceId",
          company_id as "companyId",
          amount_minor as "amountMinor",
          created_at as "createdAt",
          reversed_at as "reversedAt",
          reversal_reason as "reversalReason"
        from payment_allocations
        where id = ${allocationId} and payment_id = ${paymentId}`),

    insertAllocations: (allocations) => insertRows(db, 'payment_allocations', allocations.map(columnsOf)),

    saveAllocation: (allocation) =>
      update(
        db,
        'payment_allocations',
        sql.fragment`
        update payment_allocations
        set reversed_at = ${allocation.reversedAt === null ? null : at(allocation.reversedAt)},
          reversal_reason = ${allocation.reversalReason}
        where id = ${allocation.id}`,
      ),

    saveInvoices: (invoices) =>
      update(
        db,
        'invoices',
        sql.fragment`
        update invoices i
        set status = n.status,
          paid_at = n.paid_at,
          version = n.version,
          updated_at = n.updated_at
        from jsonb_populate_recordset(null::invoices, ${json(invoices.map(columnsOf))}::jsonb) n
        where i.id = n.id`,
      ),

    savePayer: (paymentId, companyId) =>
      update(
        db,
        'payment_records',
        sql.fragment`
        update payment_records
        set company_id = ${companyId}
        where id = ${paymentId}`,
      ),

    findInboxEntry: (entryId) =>
      db.maybeOne(entryRow`
        select ${entryColumns}
        from unapplied_payments u
        where u.id = ${entryId}`),

    lockInboxEntryOf: (paymentId) =>
      db.maybeOne(entryRow`
        select ${entryColumns}
        from unapplied_payments u
        where u.payment_id = ${paymentId}
        for no key update`),

    resolveInboxEntry: (entryId, resolved) =>
      update(
        db,
        'unapplied_payments',
        sql.fragment`
        update unapplied_payments
        set status = 'resolved',
          resolution = ${resolved.resolution},
          resolution_note = ${resolved.note},
          refund_id = coalesce(${resolved.refundId ?? null}, refund_id),
          company_id = ${resolved.companyId},
          resolved_at = ${at(resolved.at)}
        where id = ${entryId}`,
      ),

    reopenInboxEntry: (entryId) =>
      update(
        db,
        'unapplied_payments',
        sql.fragment`
        update unapplied_payments
        set status = 'open',
          resolution = null,
          resolution_note = null,
          resolved_at = null
        where id = ${entryId}`,
      ),
  }
}
