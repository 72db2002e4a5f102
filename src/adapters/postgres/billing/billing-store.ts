import { Type } from 'typebox'
import type { BillingStore } from '../../../application/ports/billing-store.ts'
import { big, jsonOf, text, whole } from '../columns.ts'
import { insertTogether } from '../gathered-writes.ts'
import { at, columnsOf, type Db, sql } from '../sql.ts'
import { paymentColumns, paymentFields } from './payment-columns.ts'
import { sellerSnapshot } from './seller-snapshot.ts'

const paymentRow = sql.rowsOf(Type.Object(paymentColumns))
const paymentLeftRow = sql.rowsOf(Type.Object({ ...paymentColumns, leftMinor: big }))
const numberRow = sql.rowsOf(
  Type.Object({ series: text, prefix: text, sequenceNumber: big, seller: jsonOf<object>() }),
)
const billToRow = sql.rowsOf(
  Type.Object({ snapshot: jsonOf<object>(), invoiceSeries: text, paymentTermsDays: whole, timeZone: text }),
)
export function createBillingStore(db: Db): BillingStore {
  return {
    findPayment: (provider, providerPaymentId) =>
      db.maybeOne(paymentRow`
        select ${paymentFields}
        from payment_records p
        where p.provider = ${provider} and p.provider_payment_id = ${providerPaymentId}
        for no key update of p`),

    async insertPayment(payment) {
      const { rowCount } = await db.query(sql.command`
        insert into payment_records (
          id, company_id, order_id, provider, provider_payment_id, provider_session_id,
          amount_minor, currency, received_at, created_at
        )
        values (
          ${payment.id}, ${payment.companyId}, ${payment.orderId}, ${payment.provider}, ${payment.providerPaymentId},
          ${payment.providerSessionId}, ${payment.amountMinor}, ${payment.currency}, ${at(payment.receivedAt)},
          ${at(payment.createdAt)}
        )
        on conflict (provider, provider_payment_id) do nothing`)
      return rowCount === 1
    },

    async insertUnapplied(unapplied) {
      await insertTogether(db, [{ table: 'unapplied_payments', rows: [columnsOf(unapplied)] }])
    },

    async unallocatedPayments(orderId) {
      await db.query(sql.command`
        select from payment_records
        where order_id = ${orderId}
        order by id
        for update`)
      const rows = await db.any(paymentLeftRow`
        select
          ${paymentFields},
          p.amount_minor - coalesce((
            select sum(a.amount_minor)
            from payment_allocations a
            where a.payment_id = p.id and a.reversed_at is null
          ), 0)::bigint - coalesce((
            select sum(r.amount_minor)
            from refunds r
            where r.payment_id = p.id and r.status = 'succeeded'
          ), 0)::bigint as "leftMinor"
        from payment_records p
        where p.order_id = ${orderId}
          and not exists (
            select from unapplied_payments u
            where u.payment_id = p.id
          )
        order by p.received_at, p.id`)
      return rows.map(({ leftMinor, ...payment }) => ({ payment, leftMinor }))
    },

    nextNumber: (series, document) =>
      db.one(numberRow`
        update invoice_series s
        set last_number = s.last_number + 1
        from legal_entities e
        where s.document = ${document}
          and s.legal_entity = (
            select named.legal_entity
            from invoice_series named
            where named.series = ${series}
          )
          and e.code = s.legal_entity
        returning s.series, s.prefix, s.last_number as "sequenceNumber", ${sellerSnapshot} as seller`),

    billTo: (companyId, billingContactId, billingAddressId) =>
      db.one(billToRow`
        select
          json_build_object(
            'company_id', c.id,
            'company_name', c.name,
            'language', c.language,
            'contact', (
              select json_build_object('name', n.first_name || ' ' || n.last_name, 'email', n.email)
              from contacts n
              where n.id = coalesce(${billingContactId}, (
                select r.contact_id
                from company_contact_roles r
                where r.company_id = c.id and r.role = 'billing' and r.is_primary
              ))
            ),
            'address', (
              select json_build_object(
                'label', a.label,
                'recipient', a.recipient,
                'line1', a.line1,
                'line2', a.line2,
                'city', a.city,
                'region', a.region,
                'postal_code', a.postal_code,
                'country', a.country,
                'phone', a.phone
              )
              from addresses a
              where a.id = coalesce(${billingAddressId}, c.default_billing_address_id)
            )
          ) as snapshot,
          s.series as "invoiceSeries",
          c.payment_terms_days as "paymentTermsDays",
          c.time_zone as "timeZone"
        from companies c
        join invoice_series s on s.document = 'invoice'
          and s.legal_entity = coalesce(c.legal_entity, (select code from legal_entities where is_default))
        where c.id = ${companyId}`),

    async insertInvoice(invoice, lines, allocations) {
      await insertTogether(db, [
        { table: 'invoices', rows: [columnsOf(invoice)] },
        {
          table: 'invoice_lines',
          rows: lines.map((line) =>
            columnsOf({ ...line, invoiceId: invoice.id, companyId: invoice.companyId }),
          ),
        },
        { table: 'payment_allocations', rows: allocations.map(columnsOf) },
      ])
    },
  }
}
