-- Refunds that we ask for, and credit notes: what an invoice is no longer for.
-- squawk-ignore-file require-concurrent-index-creation, constraint-missing-not-valid, adding-foreign-key-constraint
-- A file is one transaction and runs before the platform serves: nothing waits for the locks.

alter table refunds
  add column reference text,
  add column failure_reason text,
  add column retry_of entity_id,
  add column credited_minor minor_units not null default 0,
  add constraint refunds_retry_of_fk foreign key (retry_of) references refunds (id),
  add constraint refunds_credited check (credited_minor between 0 and amount_minor);
comment on column refunds.reference is 'How money was sent back by hand, such as the number of a transfer.';
comment on column refunds.retry_of is 'The failed refund that this one tries again.';
comment on column refunds.credited_minor is 'How much of it was taken off invoices when it succeeded: the sum of its credit notes. The rest was unapplied.';
create unique index refunds_one_retry on refunds (retry_of) where retry_of is not null;
create index refunds_company on refunds (company_id, created_at desc, id desc);
create index refunds_waiting on refunds (created_at) where status = 'requested';

create table refund_lines (
  refund_id entity_id not null references refunds (id),
  invoice_line_id entity_id not null references invoice_lines (id),
  amount_minor minor_units not null check (amount_minor > 0),
  primary key (refund_id, invoice_line_id)
);
comment on table refund_lines is 'The invoice lines that a refund is for, where somebody named them. Amounts with tax and discount.';
create index refund_lines_line on refund_lines (invoice_line_id);

create table credit_notes (
  id entity_id primary key check (id like 'crn\_%'),
  series text collate "C" not null references invoice_series (series),
  number text collate "C" not null unique,
  sequence_number bigint not null,
  invoice_id entity_id not null references invoices (id),
  company_id entity_id not null references companies (id),
  order_id entity_id references orders (id),
  refund_id entity_id references refunds (id),
  currency currency_code not null,
  tax_minor minor_units not null check (tax_minor >= 0),
  total_minor minor_units not null check (total_minor > 0),
  reason text not null,
  bill_to jsonb not null,
  issued_on date not null,
  issued_at timestamptz not null,
  unique (series, sequence_number),
  unique (refund_id, invoice_id)
);
comment on table credit_notes is 'What an issued invoice is no longer for. Numbered and frozen when it is made; there are no drafts.';
comment on column credit_notes.tax_minor is 'The tax within the total.';
create index credit_notes_listing on credit_notes (issued_at desc, id desc);
create index credit_notes_invoice on credit_notes (invoice_id);
create index credit_notes_company on credit_notes (company_id, issued_at desc, id desc);
create index credit_notes_order on credit_notes (order_id);

create table credit_note_lines (
  id entity_id primary key check (id like 'cnl\_%'),
  credit_note_id entity_id not null references credit_notes (id),
  company_id entity_id not null,
  position integer not null,
  invoice_line_id entity_id not null references invoice_lines (id),
  description text not null,
  amount_minor minor_units not null check (amount_minor > 0),
  unique (credit_note_id, position),
  unique (credit_note_id, invoice_line_id)
);
comment on table credit_note_lines is 'Which invoice lines a credit note takes back. Amounts with their share of tax and discount, so that they sum to the total.';
create index credit_note_lines_line on credit_note_lines (invoice_line_id);

alter table manual_tasks drop constraint manual_tasks_kind_check;
alter table manual_tasks add constraint manual_tasks_kind_check check (kind in (
  'automation_failed', 'refund_cancelled_order', 'parcel_returned', 'unknown_courier_code', 'payment_mismatch',
  'order_not_found', 'refund_failed'));
