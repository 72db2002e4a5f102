import type { FragmentSqlToken } from 'slonik'
import { Type } from 'typebox'
import type { InvoiceStore, LoadedInvoice } from '../../../application/ports/invoice-store.ts'
import type { InvoiceLine } from '../../../domain/billing/invoice-lines.ts'
import type { AddressId, ContactId, InvoiceId, OrderId } from '../../../domain/shared/ids.ts'
import { big, flag, jsonOf, maybeOneOf, maybeText, oneOf, text, whole } from '../columns.ts'
import { insertRows, update } from '../gathered-writes.ts'
import { at, columnsOf, type Db, json, sql } from '../sql.ts'
import { invoiceColumns, invoiceFields } from './invoice-columns.ts'
import { paymentColumns, paymentFields } from './payment-columns.ts'
import { settledMinor } from './payment-views.ts'

/** Amounts travel as text in JSON. */
type LineJson = Omit<InvoiceLine, 'unitAmountMinor' | 'amountMinor'> & {
  unitAmountMinor: string
  amountMinor: string
}

const invoiceRow = sql.rowsOf(
  Type.Object({
    ...invoiceColumns,
    lines: jsonOf<LineJson[]>(),
    settledMinor: big,
    billingContactId: maybeOneOf<ContactId>(),
    billingAddressId: maybeOneOf<AddressId>(),
  }),
)
const paymentRow = sql.rowsOf(Type.Object(paymentColumns))
const billedRow = sql.rowsOf(Type.Object({ invoiceId: oneOf<InvoiceId>(), orderId: oneOf<OrderId>() }))
const settledRow = sql.rowsOf(Type.Object({ id: oneOf<InvoiceId>(), number: maybeText, balanceMinor: big }))
const candidateRow = sql.rowsOf(
  Type.Object({
    invoiceId: oneOf<InvoiceId>(),
    daysPastDue: whole,
    isToldOverdue: flag,
    lastReminderDay: Type.Union([whole, Type.Null()]),
  }),
)
const emailRow = sql.rowsOf(Type.Object({ email: text }))

export function createInvoiceStore(db: Db): InvoiceStore {
  // What is read beside a lock that has to wait is older than the lock: two statements.
  async function locked(which: FragmentSqlToken): Promise<LoadedInvoice | null> {
    const { rowCount } = await db.query(sql.command`
      select from invoices v
      where ${which}
      for no key update`)
    if (rowCount === 0) return null
    const row = await db.maybeOne(invoiceRow`
      select
        ${invoiceFields},
        o.billing_contact_id as "billingContactId",
        o.billing_address_id as "billingAddressId",
        (
          select coalesce(json_agg(json_build_object(
            'id', l.id,
            'position', l.position,
            'kind', l.kind,
            'orderItemId', l.order_item_id,
            'description', l.description,
            'quantity', l.quantity,
            'unitAmountMinor', l.unit_amount_minor::text,
            'amountMinor', l.amount_minor::text,
            'taxName', l.tax_name,
            'taxRatePpm', l.tax_rate_ppm
          ) order by l.position), '[]')
          from invoice_lines l
          where l.invoice_id = v.id
        ) as lines,
        ${settledMinor(sql.fragment`v.id`)} as "settledMinor"
      from invoices v
      left join orders o on o.id = v.order_id
      where ${which}`)
    if (row === null) return null
    const { lines, settledMinor: settled, billingContactId, billingAddressId, ...invoice } = row
    return { invoice, lines: lines.map(lineFrom), settledMinor: settled, billingContactId, billingAddressId }
  }

  return {
    getForUpdate: (invoiceId) => locked(sql.fragment`v.id = ${invoiceId}`),

    ofOrderForUpdate: (orderId) =>
      locked(sql.fragment`v.order_id = ${orderId} and v.kind in ('prepaid', 'terms') and v.status <> 'void'`),

    async billingOnTerms(invoiceIds) {
      const rows = await db.any(billedRow`
        select id as "invoiceId", order_id as "orderId"
        from invoices
        where id = any(${sql.array([...invoiceIds], 'text')}) and kind = 'terms'
        order by order_id`)
      return [...rows]
    },

    paidBy: (invoiceId) =>
      db.maybeOne(paymentRow`
        select ${paymentFields}
        from invoices v
        join payment_allocations a on a.invoice_id = v.id and a.reversed_at is null
        join payment_records p on p.id = a.payment_id
        where v.id = ${invoiceId} and v.status = 'paid'
        order by a.created_at desc, a.id desc
        limit 1`),

    settledOf: (orderId) =>
      db.maybeOne(settledRow`
        select v.id, v.number, v.total_minor - ${settledMinor(sql.fragment`v.id`)} as "balanceMinor"
        from invoices v
        where v.order_id = ${orderId}
          and v.kind in ('prepaid', 'terms')
          and v.status in ('partially_paid', 'paid')
          and v.total_minor > 0`),

    async save(invoice) {
      const time = (value: Date | null) => (value === null ? null : at(value))
      await update(
        db,
        'invoices',
        sql.fragment`
        update invoices
        set status = ${invoice.status},
          number = ${invoice.number},
          sequence_number = ${invoice.sequenceNumber},
          subtotal_minor = ${invoice.subtotalMinor},
          discount_minor = ${invoice.discountMinor},
          tax_minor = ${invoice.taxMinor},
          total_minor = ${invoice.totalMinor},
          tax_rounding = ${invoice.taxRounding},
          bill_to = ${json(invoice.billTo)}::jsonb,
          seller = ${invoice.seller === null ? null : json(invoice.seller)}::jsonb,
          issued_on = ${invoice.issuedOn}::date,
          due_on = ${invoice.dueOn}::date,
          issued_at = ${time(invoice.issuedAt)},
          paid_at = ${time(invoice.paidAt)},
          voided_at = ${time(invoice.voidedAt)},
          void_reason = ${invoice.voidReason},
          version = ${invoice.version},
          updated_at = ${at(invoice.updatedAt)}
        where id = ${invoice.id}`,
      )
    },

    async replaceLines(invoice, lines) {
      await db.query(sql.command`
        delete from invoice_lines
        where invoice_id = ${invoice.id}`)
      await insertRows(
        db,
        'invoice_lines',
        lines.map((line) => columnsOf({ ...line, invoiceId: invoice.id, companyId: invoice.companyId })),
      )
    },

    insertAllocations: (allocations) => insertRows(db, 'payment_allocations', allocations.map(columnsOf)),

    async awaitingNotice(now, reminderDays, after, limit) {
      const rows = await db.any(candidateRow`
        with days as (
          select min(day::int) as first, max(day::int) as last
          from jsonb_array_elements_text(${json(reminderDays)}::jsonb) day
        )
        select
          v.id as "invoiceId",
          (${at(now)} at time zone c.time_zone)::date - v.due_on as "daysPastDue",
          exists (
            select from invoice_notices n
            where n.invoice_id = v.id and n.kind = 'overdue'
          ) as "isToldOverdue",
          told.day as "lastReminderDay"
        from invoices v
        join companies c on c.id = v.company_id
        cross join days
        cross join lateral (
          select max(n.day) as day
          from invoice_notices n
          where n.invoice_id = v.id and n.kind = 'reminder'
        ) told
        where v.status in ('issued', 'partially_paid')
          and v.id > ${after ?? ''}
          and v.due_on <= (${at(now)} at time zone c.time_zone)::date - least(0, days.first)
          and (told.day is distinct from days.last or not exists (
            select from invoice_notices n
            where n.invoice_id = v.id and n.kind = 'overdue'
          ))
        order by v.id
        limit ${limit}`)
      return [...rows]
    },

    async giveNotice(notice) {
      const row = columnsOf(notice)
      const { rowCount } = await db.query(sql.command`
        insert into invoice_notices (
          invoice_id, company_id, kind, day, recipient, email_outcome, given_at
        )
        select invoice_id, company_id, kind, day, recipient, email_outcome, given_at
        from jsonb_populate_record(null::invoice_notices, ${json(row)}::jsonb)
        on conflict do nothing`)
      return rowCount === 1
    },

    async billingEmail(companyId) {
      const row = await db.maybeOne(emailRow`
        select n.email
        from company_contact_roles r
        join contacts n on n.id = r.contact_id
        where r.company_id = ${companyId} and r.role = 'billing' and n.active
        order by r.is_primary desc, r.created_at, n.id
        limit 1`)
      return row?.email ?? null
    },
  }
}

function lineFrom({ unitAmountMinor, amountMinor, ...line }: LineJson): InvoiceLine {
  return { ...line, unitAmountMinor: BigInt(unitAmountMinor), amountMinor: BigInt(amountMinor) }
}
