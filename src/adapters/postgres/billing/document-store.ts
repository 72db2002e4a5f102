import { Type } from 'typebox'
import type { BillingDocument } from '../../../application/ports/document-renderer.ts'
import type { DocumentStore, NewDocument } from '../../../application/ports/document-store.ts'
import { jsonOf, text } from '../columns.ts'
import { write } from '../gathered-writes.ts'
import { at, type Db, sql } from '../sql.ts'
import { sellerSnapshot } from './seller-snapshot.ts'

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
          'method', coalesce(p.method, p.provider),
          'reference', coalesce(p.reference, p.provider_payment_id),
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

/** Who issued it; of an invoice from before there were snapshots the legal entity of its series as it is now. */
const seller = sql.fragment`
    (
      select json_build_object(
        'name', case when i.bill_to ->> 'language' = 'fr' then coalesce(w.who ->> 'name_fr', w.who ->> 'name')
          else w.who ->> 'name' end,
        'addressLines', w.who -> 'address_lines',
        'taxRegistrations', w.who -> 'tax_registrations')
      from invoice_series s
      join legal_entities e on e.code = s.legal_entity
      cross join lateral (
        select coalesce(i.seller, ${sellerSnapshot}::jsonb) as who
      ) w
      where s.series = i.series)`

const billTo = sql.fragment`
    json_build_object(
      'name', i.bill_to ->> 'company_name',
      'contactName', i.bill_to -> 'contact' ->> 'name',
      'email', i.bill_to -> 'contact' ->> 'email',
      'recipient', i.bill_to -> 'address' ->> 'recipient',
      'addressLines', array_remove(array[
        i.bill_to -> 'address' ->> 'line1',
        i.bill_to -> 'address' ->> 'line2',
        nullif(concat_ws(' ', i.bill_to -> 'address' ->> 'city', i.bill_to -> 'address' ->> 'region',
          i.bill_to -> 'address' ->> 'postal_code'), '')], null),
      'country', i.bill_to -> 'address' ->> 'country')`

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
      'reason', null,
      'seller', ${seller},
      'billTo', ${billTo},
      'lines', ${lines},
      'subtotalMinor', i.subtotal_minor,
      'discounts', ${discounts},
      'taxes', ${taxes},
      'totalMinor', i.total_minor,
      'payments', ${payments},
      'creditedMinor', ${creditedMinor})`
}

/** The tax of a credit note is a sum: it is called by its name where the invoice has one tax alone. */
const creditedTaxes = sql.fragment`
    case
      when n.tax_minor = 0 then '[]'::json
      else (
        select json_build_array(json_build_object(
          'name', case when count(*) = 1 then min(l.tax_name) end,
          'rate', case when count(*) = 1 then trim_scale(min(l.tax_rate_ppm) / 10000.0)::text end,
          'amountMinor', n.tax_minor))
        from invoice_lines l
        where l.invoice_id = i.id and l.kind = 'tax')
    end`

/** A credit note is frozen as it is made: it has the seller and the language of its invoice. */
const creditNote = sql.fragment`
    json_build_object(
      'kind', 'credit_note',
      'language', coalesce(n.bill_to ->> 'language', 'en'),
      'number', n.number,
      'correctsNumber', i.number,
      'issuedOn', n.issued_on,
      'dueOn', null,
      'orderNumber', o.number,
      'purchaseOrderRef', o.purchase_order_ref,
      'currency', n.currency,
      'reason', n.reason,
      'seller', ${seller},
      'billTo', ${billTo},
      'lines', (
        select json_agg(
          json_build_object(
            'description', l.description,
            'quantity', null,
            'unitAmountMinor', null,
            'amountMinor', l.amount_minor) order by l.position)
        from credit_note_lines l
        where l.credit_note_id = n.id),
      'subtotalMinor', n.total_minor,
      'discounts', '[]'::json,
      'taxes', ${creditedTaxes},
      'totalMinor', n.total_minor,
      'payments', '[]'::json,
      'creditedMinor', 0)`

function insertionOf(document: NewDocument) {
  const { invoiceId, kind, number, templateVersion, sha256, bytes, renderedAt } = document
  return sql.fragment`
    insert into invoice_documents (invoice_id, kind, number, template_version, sha256, bytes, rendered_at)
    values (
      ${invoiceId}, ${kind}, ${number}, ${templateVersion}, ${sha256}, ${sql.binary(Buffer.from(bytes))},
      ${at(renderedAt)}
    )
    on conflict do nothing`
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

    async creditNoteContent(creditNoteId) {
      const row = await db.maybeOne(sql.view<{ invoiceId: string; document: BillingDocument }>()`
        select n.invoice_id as "invoiceId", ${creditNote} as document
        from credit_notes n
        join invoices i on i.id = n.invoice_id
        left join orders o on o.id = n.order_id
        where n.id = ${creditNoteId}`)
      return row
    },

    storedCreditNote: (creditNoteId) =>
      db.maybeOne(documentRow`
        select ${documentFields}
        from credit_notes n
        join invoice_documents d on d.number = n.number and d.kind = 'credit_note'
        where n.id = ${creditNoteId}`),

    storedInvoice: (invoiceId) =>
      db.maybeOne(documentRow`
        select ${documentFields}
        from invoice_documents d
        where d.invoice_id = ${invoiceId} and d.kind = 'invoice'`),

    async put(document) {
      await write(db, { tables: ['invoice_documents'], isInsert: true, statement: insertionOf(document) })
    },

    async keep(document) {
      const { invoiceId, kind, number, sha256, bytes } = document
      const kept = await db.query(sql.command`${insertionOf(document)}`)
      if (kept.rowCount > 0) return { number, bytes: Buffer.from(bytes), sha256 }
      return db.one(documentRow`
        select ${documentFields}
        from invoice_documents d
        where d.invoice_id = ${invoiceId} and d.kind = ${kind}
          and (d.sha256 = ${sha256} or d.kind <> 'receipt' and d.number = ${number})`)
    },
  }
}
