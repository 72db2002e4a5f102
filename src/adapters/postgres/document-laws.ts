import type { Law } from './law.ts'

/** Who issues documents, their files, and money that leaves the inbox. */
export const documentLaws: readonly Law[] = [
  {
    law: 'I1',
    sentence: 'an invoice has its seller exactly when it was issued, since sellers are kept',
    violations: `
      select v.id as subject
      from invoices v
      join invoice_series s on s.series = v.series
      join legal_entities e on e.code = s.legal_entity
      where (v.number is null and v.seller is not null)
        or (v.seller is null and v.issued_at >= e.printed_since)`,
  },
  {
    law: 'I7',
    sentence: 'the file of a credit note is of one of its invoice, and is the one that its hash names',
    violations: `
      select d.number as subject
      from invoice_documents d
      where d.kind = 'credit_note'
        and (d.sha256 <> encode(sha256(d.bytes), 'hex') or not exists (
          select from credit_notes n
          where n.number = d.number and n.invoice_id = d.invoice_id
        ))`,
  },
  {
    law: 'M8',
    sentence: 'money that left the inbox as a refund has a refund that did not fail',
    violations: `
      select u.id as subject
      from unapplied_payments u
      left join refunds r on r.id = u.refund_id
      where u.resolution = 'refunded'
        and (r.id is null or r.payment_id <> u.payment_id or r.status in ('failed', 'canceled'))`,
  },
]
