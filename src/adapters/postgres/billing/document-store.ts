import { Type } from 'typebox'
import type { BillingDocument } from '../../../application/ports/document-renderer.ts'
import type { DocumentStore } from '../../../application/ports/document-store.ts'
import { jsonOf, text } from '../columns.ts'
import { at, type Db, sql } from '../sql.ts'

const documentRow = sql.rowsOf(Type.Object({ number: text, bytes: jsonOf<Buffer>(), sha256: text }))
const documentFields = sql.fragment`d.number, d.bytes, d.sha256`

/** Every line of an invoice is in one of these: what was sold, what is taken off, what the state asks. */
const lines = linesWhere(
  sql.fragment`l.kind not in ('discount', 'tax')`,
  sql.fragment`
          'description', l.description,
          'quantity', l.quantity,
          'unitAmountMinor', l.unit_amount_minor,
          'amountMinor', l.amount_minor`,
)
const discounts = linesWhere(
  sql.fragment`l.kind = 'discount'`,
  sql.fragment`'description', l.description, 'amountMinor', l.amount_minor`,
)
const taxes = linesWhere(
  sql.fragment`l.kind = 'tax'`,
  sql.fragment`
          'name', l.tax_name,
          'rate', trim_scale(l.tax_rate_ppm / 10000.0)::text,
          'amountMinor', l.amount_minor`,
)

function linesWhere(condition: ReturnType<typeof sql.fragment>, fields: ReturnType<typeof sql.fragment>) {
  return sql.fragment`
    (
      select coalesce(json_agg(json_build_object(${fields}) order by l.position), '[]')
      from invoice_lines l
      where l.invoice_id = i.id and ${condition})`
}

/** Payments of the invoice, each with the day of its receipt in the company's calendar. */
function paymentsWhere(condition: ReturnType<typeof sql.fragment>) {
  return sql.fragment`
    (
      select coalesce(json_agg(
        json_build_object(
          'receivedOn', (p.received_at at time zone c.time_zone)::date,
          'provider', p.provider,
          'reference', p.provider_payment_id,
          'amountMinor', a.amount_minor) order by p.received_at, a.id), '[]')
      from payment_allocations a
      join payment_records p on p.id = a.payment_id
      where a.invoice_id = i.id and ${condition})`
}
const paidAtIssue = paymentsWhere(sql.fragment`
  a.created_at <= i.issued_at and (a.reversed_at is null or a.reversed_at > i.issued_at)`)
const paidNow = paymentsWhere(sql.fragment`a.reversed_at is null`)

const creditedNow = sql.fragment`
    (
      select coalesce(sum(n.total_minor), 0)
      from credit_notes n
      where n.invoice_id = i.id)`

/** A frozen invoice as a document. Before the snapshot had a language there was English alone. */
function contentWith(
  kind: 'invoice' | 'receipt',
  payments: ReturnType<typeof sql.fragment>,
  creditedMinor: ReturnType<typeof sql.fragment>,
) {
  return sql.fragment`
    json_build_object(
      'kind', ${kind}::text,
      'language', coalesce(i.bill_to ->> 'language', 'en'),
      'number', i.number,
      'correctsNumber', null,
      'issuedOn', i.issued_on,
      'dueOn', i.due_on,
      'orderNumber', o.number,
      'purchaseOrderRef', o.purchase_order_ref,
      'currency', i.currency,
      'billTo', json_build_object(
        'name', i.bill_to ->> 'company_name',
        'contactName', i.bill_to -> 'contact' ->> 'name',
        'email', i.bill_to -> 'contact' ->> 'email',
        'recipient', i.bill_to -> 'address' ->> 'recipient',
        'addressLines', array_remove(array[
          i.bill_to -> 'address' ->> 'line1',
          i.bill_to -> 'address' ->> 'line2',
          nullif(concat_ws(' ', i.bill_to -> 'address' ->> 'city', i.bill_to -> 'address' ->> 'region',
            i.bill_to -> 'address' ->> 'postal_code'), '')], null),
        'country', i.bill_to -> 'address' ->> 'country'),
      'lines', ${lines},
      'subtotalMinor', i.subtotal_minor,
      'discounts', ${discounts},
      'taxes', ${taxes},
      'totalMinor', i.total_minor,
      'payments', ${payments},
      'creditedMinor', ${creditedMinor})`
}

export function createDocumentStore(db: Db): DocumentStore {
  async function content(
    invoiceId: string,
    document: ReturnType<typeof contentWith>,
  ): Promise<BillingDocument | 'not_issued' | null> {
    const row = await db.maybeOne(sql.view<{ document: BillingDocument | null }>()`
      select case when i.number is not null then ${document} end as document
      from invoices i
      join companies c on c.id = i.company_id
      left join orders o on o.id = i.order_id
      where i.id = ${invoiceId}`)
    return row === null ? null : (row.document ?? 'not_issued')
  }

  return {
    invoiceContent: (invoiceId) => content(invoiceId, contentWith('invoice', paidAtIssue, sql.fragment`0`)),

    async receiptContent(invoiceId) {
      const document = await content(invoiceId, contentWith('receipt', paidNow, creditedNow))
      if (document === null || document === 'not_issued') return document
      const newest = document.payments.at(-1)
      return newest === undefined ? 'nothing_received' : { ...document, issuedOn: newest.receivedOn }
    },

    storedInvoice: (invoiceId) =>
      db.maybeOne(documentRow`
        select ${documentFields}
        from invoice_documents d
        where d.invoice_id = ${invoiceId} and d.kind = 'invoice'`),

    async keep({ invoiceId, kind, number, templateVersion, sha256, bytes, renderedAt }) {
      await db.query(sql.command`
        insert into invoice_documents (invoice_id, kind, number, template_version, sha256, bytes, rendered_at)
        values (
          ${invoiceId}, ${kind}, ${number}, ${templateVersion}, ${sha256}, ${sql.binary(Buffer.from(bytes))},
          ${at(renderedAt)}
        )
        on conflict do nothing`)
      return db.one(documentRow`
        select ${documentFields}
        from invoice_documents d
        where d.invoice_id = ${invoiceId} and d.kind = ${kind}
          and (d.sha256 = ${sha256} or d.kind <> 'receipt' and d.number = ${number})`)
    },
  }
}
