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
    law: 'I1',
    sentence: 'an invoice names as its seller the legal entity of its series',
    violations: `
      select v.id as subject
      from invoices v
      join invoice_series s on s.series = v.series
      where v.seller ->> 'legal_entity' <> s.legal_entity`,
  },
  {
    law: 'I3',
    sentence: 'a legal entity has one series of invoices and one of credit notes',
    violations: `
      select e.code as subject
      from legal_entities e
      left join invoice_series s on s.legal_entity = e.code
      group by e.code
      having count(*) filter (where s.document = 'invoice') <> 1
        or count(*) filter (where s.document = 'credit_note') <> 1`,
  },
  {
    law: 'I3',
    sentence: 'a credit note is by the legal entity that its invoice is by',
    violations: `
      select n.id as subject
      from credit_notes n
      join invoices v on v.id = n.invoice_id
      join invoice_series mine on mine.series = n.series
      join invoice_series its on its.series = v.series
      where mine.legal_entity <> its.legal_entity`,
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
