-- E-mail to billing contacts: a row per message, each notice of an invoice at most once.
-- squawk-ignore-file require-concurrent-index-creation, constraint-missing-not-valid, adding-foreign-key-constraint
-- A file is one transaction and runs before the platform serves: nothing waits for the locks.

create table email_deliveries (
  id entity_id primary key check (id like 'eml\_%'),
  kind text not null check (kind in (
    'invoice_issued', 'invoice_receipt', 'invoice_reminder', 'invoice_overdue', 'invoice_copy')),
  day integer not null check (day between -365 and 365),
  invoice_id entity_id not null references invoices (id),
  company_id entity_id not null references companies (id),
  asked_recipient text,
  recipient text,
  subject text,
  status text not null check (status in ('queued', 'sent', 'failed', 'skipped')),
  skip_reason text check (skip_reason in ('paid', 'void', 'superseded')),
  attempts integer not null check (attempts >= 0),
  provider_answer text,
  message_id text collate "C" not null unique,
  trying_since timestamptz,
  claimed_until timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  sent_at timestamptz,
  check ((status = 'sent') = (sent_at is not null)),
  check ((status = 'skipped') = (skip_reason is not null)),
  check (status <> 'sent' or (recipient is not null and subject is not null)),
  check (kind in ('invoice_reminder', 'invoice_overdue') or day = 0)
);
comment on table email_deliveries is 'Messages to billing contacts. Sent at least once under one Message-ID: a crash between the server''s answer and our record repeats a message, and its reader can tell.';
comment on column email_deliveries.day is 'Of a reminder or an overdue notice: for which day after the due date, before it when negative.';
comment on column email_deliveries.asked_recipient is 'The address somebody asked for. Null: the company''s billing contact at the time of sending.';
comment on column email_deliveries.recipient is 'To whom it was last tried.';
comment on column email_deliveries.trying_since is 'The first try since it was queued: after two days without a final answer it has failed.';
comment on column email_deliveries.claimed_until is 'Somebody is sending it until then at the latest.';
create unique index email_deliveries_once on email_deliveries (invoice_id, kind, day) where kind <> 'invoice_copy';
create index email_deliveries_listing on email_deliveries (created_at desc, id desc);
create index email_deliveries_invoice on email_deliveries (invoice_id, created_at desc, id desc);
create index email_deliveries_company on email_deliveries (company_id, created_at desc, id desc);
create index email_deliveries_status on email_deliveries (status, created_at desc, id desc) where status <> 'sent';
create index email_deliveries_waiting on email_deliveries (updated_at) where status = 'queued';

alter table invoice_notices drop constraint invoice_notices_email_outcome_check;
alter table invoice_notices add constraint invoice_notices_email_outcome_check
  check (email_outcome in ('queued', 'transport_missing', 'recipient_missing'));
comment on column invoice_notices.email_outcome is 'What became of the e-mail when the notice was given: it was queued, no transport is configured and the team was asked to write, or nobody is known to write to.';

alter table manual_tasks drop constraint manual_tasks_kind_check;
alter table manual_tasks add constraint manual_tasks_kind_check check (kind in (
  'automation_failed', 'refund_cancelled_order', 'parcel_returned', 'unknown_courier_code', 'payment_mismatch',
  'order_not_found', 'refund_failed', 'payment_disputed', 'billing_contact_missing', 'email_failed'));
