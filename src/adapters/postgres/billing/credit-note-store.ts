import { Type } from 'typebox'
import type { CreditNoteStore } from '../../../application/ports/credit-note-store.ts'
import type { CreditableInvoice } from '../../../domain/billing/credit-note.ts'
import type { InvoiceId } from '../../../domain/shared/ids.ts'
import { big, jsonOf, oneOf, text, whole } from '../columns.ts'
import { insertTogether, update } from '../gathered-writes.ts'
import { at, columnsOf, type Db, sql } from '../sql.ts'
import { type AllocationJson, allocationJson, allocationOf } from './allocation-columns.ts'
import { invoiceColumns, invoiceFields } from './invoice-columns.ts'

type LineJson = Omit<CreditableInvoice['lines'][number], 'amountMinor' | 'creditedMinor'> & {
  amountMinor: number
  creditedMinor: number
}

const creditableRow = sql.rowsOf(
  Type.Object({
    ...invoiceColumns,
    lines: jsonOf<LineJson[]>(),
    allocations: jsonOf<AllocationJson[]>(),
    creditedMinor: big,
    creditedTaxMinor: big,
    today: text,
  }),
)
const invoiceIdRow = sql.rowsOf(Type.Object({ invoiceId: oneOf<InvoiceId>(), lines: whole }))

export function createCreditNoteStore(db: Db): CreditNoteStore {
  return {
    async lockInvoice(invoiceId, instantNow) {
      await db.query(sql.command`
        select from invoices
        where id = ${invoiceId}
        for update`)
      const row = await db.maybeOne(creditableRow`
        select
          ${invoiceFields},
          (
            select coalesce(json_agg(json_build_object(
              'id', l.id,
              'kind', l.kind,
              'description', l.description,
              'amountMinor', l.amount_minor,
              'creditedMinor', (
                select coalesce(sum(c.amount_minor), 0)
                from credit_note_lines c
                where c.invoice_line_id = l.id
              )
            ) order by l.position), '[]')
            from invoice_lines l
            where l.invoice_id = v.id
          ) as lines,
          (
            select coalesce(json_agg(${allocationJson}), '[]')
            from payment_allocations a
            where a.invoice_id = v.id and a.reversed_at is null
          ) as allocations,
          credited.total_minor as "creditedMinor",
          credited.tax_minor as "creditedTaxMinor",
          (${at(instantNow)} at time zone c.time_zone)::date::text as today
        from invoices v
        join companies c on c.id = v.company_id
        cross join lateral (
          select
            coalesce(sum(n.total_minor), 0)::bigint as total_minor,
            coalesce(sum(n.tax_minor), 0)::bigint as tax_minor
          from credit_notes n
          where n.invoice_id = v.id
        ) credited
        where v.id = ${invoiceId}`)
      if (row === null) return null
      const { lines, allocations, creditedMinor, creditedTaxMinor, today, ...invoice } = row
      return {
        invoice,
        lines: lines.map((line) => ({
          ...line,
          amountMinor: BigInt(line.amountMinor),
          creditedMinor: BigInt(line.creditedMinor),
        })),
        allocations: allocations.map(allocationOf),
        creditedMinor,
        creditedTaxMinor,
        today,
      }
    },

    async invoiceOfLines(lineIds) {
      const rows = await db.any(invoiceIdRow`
        select invoice_id as "invoiceId", count(*)::int as lines
        from invoice_lines
        where id = any(${sql.array([...lineIds], 'text')})
        group by invoice_id`)
      const [only] = rows
      return rows.length === 1 && only?.lines === lineIds.length ? only.invoiceId : null
    },

    async insert(note, lines) {
      await insertTogether(db, [
        { table: 'credit_notes', rows: [columnsOf(note)] },
        {
          table: 'credit_note_lines',
          rows: lines.map((line) => columnsOf({ ...line, creditNoteId: note.id, companyId: note.companyId })),
        },
      ])
    },

    async saveInvoice(invoice) {
      await update(
        db,
        'invoices',
        sql.fragment`
        update invoices
        set status = ${invoice.status},
          paid_at = ${invoice.paidAt === null ? null : at(invoice.paidAt)},
          version = ${invoice.version},
          updated_at = ${at(invoice.updatedAt)}
        where id = ${invoice.id}`,
      )
    },

    async shrinkAllocations(reversed, reason, reversedAt, rest) {
      await update(
        db,
        'payment_allocations',
        sql.fragment`
        update payment_allocations
        set reversed_at = ${at(reversedAt)},
          reversal_reason = ${reason}
        where id = any(${sql.array([...reversed], 'text')})`,
      )
      await insertTogether(db, [{ table: 'payment_allocations', rows: rest.map(columnsOf) }])
    },
  }
}
