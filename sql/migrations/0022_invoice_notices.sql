-- What was told of open invoices: that they are overdue, and the reminders, each of them once.
-- A file runs in one transaction, where an index cannot be made concurrently.
-- squawk-ignore-file require-concurrent-index-creation

create table invoice_notices (
  invoice_id entity_id not null references invoices (id),
  company_id entity_id not null references companies (id),
  kind text not null check (kind in ('overdue', 'reminder')),
  day integer not null check (day between -365 and 365),
  recipient text,
  email_outcome text check (email_outcome in ('transport_missing', 'recipient_missing')),
  given_at timestamptz not null,
  primary key (invoice_id, kind, day),
  check (kind = 'reminder' or (day = 0 and recipient is null)),
  check ((kind = 'reminder') = (email_outcome is not null))
);
comment on table invoice_notices is 'Notices that were given of an invoice. The primary key is what gives each of them once, whoever looks at the same time.';
comment on column invoice_notices.day is 'Of a reminder: for which day after the due date it was due, before it when negative.';
comment on column invoice_notices.recipient is 'The billing contact''s e-mail at the time.';
comment on column invoice_notices.email_outcome is 'What became of the e-mail: no transport is configured and the team was asked to write, or nobody is known to write to.';
create index invoice_notices_company on invoice_notices (company_id);
create index invoices_due on invoices (due_on, id) where status in ('issued', 'partially_paid');
