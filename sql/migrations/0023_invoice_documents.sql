-- PDF files of invoices as they were first rendered, and the language in which a company reads them.
-- squawk-ignore-file require-concurrent-index-creation
-- A file is one transaction and runs before the platform serves: nothing waits for the locks.

alter table companies add column language text not null default 'en' check (language in ('en', 'fr'));
comment on column companies.language is 'Of the documents that the company is sent. An invoice keeps the one it was issued in.';

create table invoice_documents (
  invoice_id entity_id not null references invoices (id),
  kind text not null check (kind in ('invoice', 'credit_note', 'receipt')),
  number text collate "C" not null,
  template_version integer not null check (template_version > 0),
  sha256 text collate "C" not null,
  bytes bytea not null,
  rendered_at timestamptz not null,
  primary key (invoice_id, kind, sha256),
  check (sha256 = encode(sha256(bytes), 'hex'))
);
comment on table invoice_documents is 'The files that were handed out. An invoice and a credit note have one for ever, a receipt one for each state of its payments.';
comment on column invoice_documents.number is 'As printed: of the invoice, of the credit note, or of the invoice that a receipt is for.';
comment on column invoice_documents.template_version is 'Of the template that made the file. A newer one leaves the file as it is.';
-- A PDF is compressed already.
alter table invoice_documents alter column bytes set storage external;
create unique index invoice_documents_once on invoice_documents (number) where kind in ('invoice', 'credit_note');

create function refuse_changed_document() returns trigger
  language plpgsql as $$
begin
  raise exception 'A document that was handed out is never changed.' using errcode = 'integrity_constraint_violation';
end $$;
create trigger invoice_documents_frozen before update or delete on invoice_documents
  for each row execute function refuse_changed_document();
